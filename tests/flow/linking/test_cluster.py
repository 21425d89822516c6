"""People and records go out as files, links come back: the same offers as when all is compared here."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from tests import make
from tests.flow.linking.lists import a_list, missing
from tests.models.guards import changed
from tracker.flow.linking.adopted import adopt
from tracker.flow.linking.cluster import export_comparison, import_links
from tracker.flow.linking.house import House
from tracker.flow.linking.offers import least_bits
from tracker.flow.linking.propose import propose_links
from tracker.flow.review.decide import reject_link
from tracker.management.measuring.people import Population
from tracker.management.measuring.people.loading import load
from tracker.management.measuring.scratch import triggers_off
from tracker.matching import Weights
from tracker.matching.gallery import Gallery
from tracker.matching.side import side_of_entries
from tracker.matching.spark.folder import (
    LINKS,
    MANIFEST,
    PEOPLE,
    RECORDS,
    BadFolder,
    entry_of_text,
    read_exported,
    seal_links,
)  # fmt: skip
from tracker.models import Link, UncomparedPerson, UncomparedRecord

pytestmark = pytest.mark.django_db
pyarrow = pytest.importorskip("pyarrow", reason="needs the extra `spark`: pyarrow is not installed")
parquet = pytest.importorskip("pyarrow.parquet")


def exported(tmp_path: Path) -> Path:
    folder = tmp_path / "comparison"
    export_comparison(folder)
    return folder


def rows_of(file: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = parquet.read_table(file).to_pylist()
    return rows


def compare_elsewhere(folder: Path, *more: dict[str, Any]) -> None:
    """Write the links as a cluster does, from nothing but the folder."""
    people, records = rows_of(folder / PEOPLE), rows_of(folder / RECORDS)
    engine = House.now().engine
    sides = [
        side_of_entries([entry_of_text(row["entry"]) for row in some], engine.vocabulary)
        for some in (people, records)
    ]
    likely, *_ = Gallery(sides[0], engine, engine.vocabulary).likely(sides[1], least_bits())
    links = [
        {"record": records[record]["id"], "person": people[person]["id"], "bits": bits, "kin": kin}
        for record, person, bits, kin in likely.tolist()
    ]
    write_links(folder, [*links, *more])


def write_links(folder: Path, links: list[dict[str, Any]]) -> None:
    schema = pyarrow.schema(
        [("record", "int64"), ("person", "string"), ("bits", "double"), ("kin", "int8"), ("rules", "string")]
    )
    (folder / LINKS).mkdir(exist_ok=True)
    parquet.write_table(pyarrow.Table.from_pylist(links, schema), folder / LINKS / "part-0.parquet")
    seal_links(folder, House.now().engine.weights.version)


def offered() -> list[tuple[Any, ...]]:
    fields = ("person", "record", "status", "probability", "bits", "findings", "rules_version")
    return list(Link.objects.order_by("record", "person").values_list(*fields))


def test_the_links_are_those_of_a_comparison_here(tmp_path: Path):
    with triggers_off():
        load(Population(people=60, records=180, seed=4).batches())
    folder = exported(tmp_path)
    compare_elsewhere(folder)
    with transaction.atomic():
        done = import_links(folder)
        from_elsewhere = offered()
        transaction.set_rollback(True)
    assert (done.records, done.people, done.links) == (180, 60, len(from_elsewhere))
    assert done.links > 20
    propose_links(everything=True)
    assert offered() == from_elsewhere


def test_an_export_says_how_likely_a_link_is_here_before_anything_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    missing()
    now = replace(House.now(), held=250_000)
    monkeypatch.setattr(House, "now", lambda: now)
    assert read_exported(exported(tmp_path)).prior == -21.0


def test_a_second_import_changes_nothing(tmp_path: Path):
    missing()
    a_list()
    folder = exported(tmp_path)
    compare_elsewhere(folder)
    assert import_links(folder).links == 1
    before = list(Link.objects.values())
    assert import_links(folder).links == 0
    assert list(Link.objects.values()) == before


def test_what_people_decided_stays(tmp_path: Path):
    missing()
    a_list()
    propose_links()
    reject_link(Link.objects.get().pk, by=make.reviewer(), reason="another mother")
    before = Link.objects.values().get()
    folder = exported(tmp_path)
    compare_elsewhere(folder)
    assert import_links(folder).links == 0
    assert Link.objects.values().get() == before


def test_who_was_exported_no_longer_waits_and_who_changed_since_does(tmp_path: Path):
    changing, _ = missing(), missing("Ghassan Tawfiq al-Masri", mother="", birth="1962")
    a_list()
    folder = exported(tmp_path)
    assert (UncomparedPerson.objects.count(), UncomparedRecord.objects.count()) == (2, 4)
    changed(changing, birth="1930")()
    export_comparison(tmp_path / "another")
    compare_elsewhere(folder)
    import_links(folder)
    assert not UncomparedRecord.objects.exists()
    assert UncomparedPerson.objects.get().person == changing


def test_a_pair_that_became_unlikely_is_scored_anew(tmp_path: Path):
    person = missing()
    a_list()
    propose_links()
    before = Link.objects.get()
    changed(person, birth="1930")()
    folder = exported(tmp_path)
    write_links(folder, [])
    import_links(folder)
    assert Link.objects.get().bits < before.bits


def test_nothing_leaves_but_what_is_compared(tmp_path: Path):
    person = missing(circumstances="told by the neighbours")
    a_list()
    folder = exported(tmp_path)
    assert [set(row) for row in rows_of(folder / PEOPLE)] == [{"place", "id", "entry", "waiting_since"}]
    (row,) = rows_of(folder / PEOPLE)
    assert row["id"] == str(person.pk)
    assert entry_of_text(row["entry"]).mothers == [("Souad", "Mourad")]
    assert not any(b"neighbours" in file.read_bytes() for file in folder.iterdir())
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


def change_people(folder: Path) -> None:
    with (folder / PEOPLE).open("ab") as file:
        file.write(b"?")


def change_rules(folder: Path) -> None:
    told = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps(told | {"rules": "2024.1"}))
    compare_elsewhere(folder)


def change_manifest(folder: Path) -> None:
    told = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps(told | {"made_at": "later"}))


def link_a_stranger(folder: Path) -> None:
    compare_elsewhere(folder, {"record": 10**9, "person": str(uuid4()), "bits": 5.0, "kin": 0, "rules": ""})


def link_in_no_order(folder: Path) -> None:
    compare_elsewhere(folder, {"record": 1, "person": str(uuid4()), "bits": 5.0, "kin": 0, "rules": ""})


def write_another_table(folder: Path) -> None:
    parquet.write_table(pyarrow.Table.from_pydict({"a": [1]}), folder / LINKS / "part-0.parquet")
    seal_links(folder, House.now().engine.weights.version)


def adopt_other_weights(_folder: Path) -> None:
    adopt(Weights(kin=21.0), by=make.reviewer(), reason="measured", figures={})


FAULTS: dict[str, tuple[Callable[[Path], Any], str]] = {
    "changed file": (change_people, r"people\.parquet is not as it was written"),
    "missing file": (lambda folder: (folder / RECORDS).unlink(), r"records\.parquet is missing"),
    "missing links": (lambda folder: (folder / "links.json").unlink(), r"links\.json is missing .* did not"),
    "a part of the links is missing": (
        lambda folder: (folder / LINKS / "part-0.parquet").unlink(), r"part-0\.parquet is missing"
    ),
    "older rules": (change_rules, r"compared by the rules 2024\.1, and .* are in force now"),
    "other weights": (adopt_other_weights, r"compared by the rules .*, and .*\+\w{8} are in force now"),
    "another export": (change_manifest, "made from another export"),
    "no manifest": (lambda folder: (folder / MANIFEST).write_text("{"), r"manifest\.json .* cannot be read"),
    "a record that was not exported": (link_a_stranger, r"Record 1000000000 has a link, and was not exported"),
    "no order": (link_in_no_order, "not sorted, or record 1 was not exported"),
    "another table": (write_another_table, "does not hold links"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_folder_is_refused_in_a_sentence(fault: str, tmp_path: Path):
    missing()
    a_list()
    folder = exported(tmp_path)
    compare_elsewhere(folder)
    spoil, sentence = FAULTS[fault]
    spoil(folder)
    with pytest.raises(BadFolder, match=sentence):
        import_links(folder)
    assert UncomparedPerson.objects.exists()


def test_a_folder_that_holds_something_is_not_written_to(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(BadFolder, match="is not empty"):
        export_comparison(tmp_path)


def test_the_commands_say_what_was_done(tmp_path: Path):
    missing()
    a_list()
    folder, said = tmp_path / "comparison", StringIO()
    call_command("export_comparison", str(folder), stdout=said, stderr=StringIO())
    compare_elsewhere(folder)
    call_command("import_links", str(folder), stdout=said, stderr=StringIO())
    assert "1 people and 4 records written" in said.getvalue()
    assert "1 links of 4 records read: 1 new links to review." in said.getvalue()
    with pytest.raises(CommandError, match="not empty"):
        call_command("export_comparison", str(folder), stdout=said, stderr=StringIO())
