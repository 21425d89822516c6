"""The page of figures keeps what was not measured anew."""

from tests.bench.report import ORDER, PAGE, Part, page_of, parts_of


def part(name: str, size: str = "full") -> Part:
    command = f"`python -m tests.bench.{name} --size {size}`"
    return Part(
        f"| {name} | a day | 1.0 | a machine | idle | {command} |", [f"## About {name}", "", "| a | 1 |"]
    )


def test_a_page_is_read_as_it_was_written():
    parts = {name: part(name) for name in ORDER}
    assert parts_of(page_of(parts)) == parts


def test_what_was_not_measured_here_stays_and_what_was_is_replaced():
    anew = Part("| links | today | 2.0 | a machine | idle | `…` |", ["## Anew"])
    page = page_of(parts_of(page_of({name: part(name) for name in ORDER})) | {"links": anew})
    assert "## About latency" in page
    assert "## Anew" in page
    assert "## About links" not in page


def test_what_is_missing_is_named():
    page = page_of({"accuracy": part("accuracy", "small")})
    assert "- accuracy: the small size alone" in page
    assert "- latency: not run here." in page
    assert "- accuracy: not run here." not in page


def test_the_page_of_the_repository_has_every_part():
    assert list(parts_of(PAGE.read_text(encoding="utf-8"))) == list(ORDER)
