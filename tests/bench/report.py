"""Write docs/benchmarks.md from the results that lie in var/bench/: of each benchmark the largest size taken.

What was not measured here stays on the page as it stands, with the day and the machine it was taken on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tests.bench.import_tables import imports_section
from tests.bench.results import FOLDER, LAYOUT, ROOT, say
from tests.bench.tables import (
    Lines,
    Result,
    all_groups_table,
    group_table,
    latency_table,
    links_table,
    next_list_table,
    times_table,
)

PAGE = ROOT / "docs" / "benchmarks.md"
ORDER = (
    "accuracy",
    "given_and_family",
    "one_man",
    "strange_names",
    "latency",
    "links",
    "next_list",
    "imports",
)
LARGEST_FIRST = ("full", "small")

HEAD = """# Measured beside others

Written by `make bench`; change nothing here by hand. A figure alone says little about another machine, so each
stands beside a peer or a floor that was measured in the same run, on the same names and with the same queries.

`make bench SIZE=small` takes some minutes, `make bench` all sizes; each part runs alone as well:
`python -m tests.bench.accuracy --size small`. On lists of one's own:
`python manage.py measure_search GALLERY QUERIES`.

R@1: the right person came first; R@10: among the first ten; MRR: the mean of 1/rank. Shares are in percent.
Athar's search is the product's own on its own tables, timed from the text to the people with their scores, as the
peers are; the names and reasons of a page of answers are read when it is shown. Galleries are real spellings from
public lists, filled up with invented names of two kinds in equal numbers: namesakes, put together from parts of
the real names, and strangers. All is drawn from fixed seeds.

The peers:

- **pg_trgm**, PostgreSQL's trigrams with a GIN index and its usual threshold (0.3), on the names as they are, and
  on ICU's transliteration of them (`Any-Latin`, no marks, lower case).
- **rapidfuzz token_sort**: every name compared by `ratio` of the sorted words, over ICU with the vowels cut.
- **nomenklatura logic-v2**, the matcher of OpenSanctions. It scores and does not search: it is handed the hundred
  best of token_sort with the right answer forced in, which is kinder than any search. It is slow, so it gets a
  sample of the queries, and so does Athar where the two stand beside each other.
- **Splink**, for links: names over ICU with the vowels cut, Jaro-Winkler, frequencies, trained by itself.
- **COPY**, PostgreSQL's own road for rows that are ready, as the floor of storing a list; and
  **django-import-export** in its default mode and in bulk.
"""
DAMAGED = (
    "Names of the gallery, damaged: two slips of the hand; two letters taken for others that differ in dots; "
    "a scan misread; parts in another order with one missing."
)
FORTY = (
    "Each is asked for in forty ways: in five languages, with slips, misread in scans, with the family name "
    "first, without the father."
)
LATENCY = (
    "Invented names, asked for in another spelling or the other writing; twenty answers each. The floor is one "
    "row fetched by its primary key over the same connection."
)
GIVEN_AND_FAMILY = (
    "Years and governorates are drawn by chance: galleries of names have none. Reachable is where both parts "
    "that are asked for resemble parts of the name looked for; else it is another name of the same person."
)
STRANGE = (
    "{texts} texts that are no names (one letter ten thousand times, titles alone, marks, several writings in "
    "one word), each read, keyed and compared for the first time; by the clock, whatever else the machine did."
)
LINKS = (
    "Both linkers get the same invented population, and both are measured by the same arithmetic "
    "(`tracker/management/measuring/people/measures.py`). False alerts: people who stand in no record and would "
    "get a link at the threshold that finds 95 % of those who do, or as many as the linker finds at all."
)

NEXT_LIST = (
    "All missing people stay indexed in the worker's memory from one list to the next; the first list finds "
    "nobody indexed. Seconds are those from the list's records, keyed, to the links that were offered."
)


class Part(NamedTuple):
    """What the page says of one benchmark: its line among those taken, and its section."""

    line: str
    section: Lines


BEGINS = "<!-- {} -->"
"""Stands before the section of a part, by which it is found again."""
KEPT = re.compile(r"^<!-- (\w+) -->\n(.*?)(?=^<!-- |^## Not measured|\Z)", re.MULTILINE | re.DOTALL)
COLUMNS = ("part", "taken", "minutes", "machine", "before and after", "command")


def write_page() -> None:
    """Put all results on one page; those of parts that were not run here stay, and what is missing is named."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    parts = parts_of(page) | {name: _told(name, found) for name in ORDER if (found := _largest(name))}
    PAGE.write_text(page_of(parts), encoding="utf-8")
    say(f"written: {PAGE.relative_to(ROOT)}")


def parts_of(page: str) -> dict[str, Part]:
    """Return the parts that a page has."""
    lines = {name: line for line in page.splitlines() for name in ORDER if line.startswith(f"| {name} | ")}
    return {
        name: Part(lines[name], section.rstrip().split("\n"))
        for name, section in KEPT.findall(page)
        if name in lines
    }


def page_of(parts: Mapping[str, Part]) -> str:
    """Return the page of these parts."""
    inside = [name for name in ORDER if name in parts]
    lines = [HEAD.rstrip(), "", "## Where and when", ""]
    lines += [f"| {' | '.join(COLUMNS)} |", "|---|---|---:|---|---|---|"]
    lines += [parts[name].line for name in inside]
    for name in inside:
        lines += ["", BEGINS.format(name), *parts[name].section]
    return "\n".join([*lines, "", *_absent(parts)]).rstrip() + "\n"


def _told(name: str, result: dict[str, Any]) -> Part:
    """Tell when, where, how and how long a part was taken, whether others were busy, and what came out."""
    busy = "busy: times are too high" if result["machine"]["busy"] else "idle"
    minutes, machine = f"{result['seconds'] / 60:.1f}", _machine(result["machine"])
    told = (name, result["taken"], minutes, machine, busy, f"`{result['command']}`")
    return Part(f"| {' | '.join(told)} |", SECTIONS[name](result))


def _largest(name: str) -> dict[str, Any] | None:
    for size in LARGEST_FIRST:
        path = FOLDER / f"{name}-{size}.json"
        if path.is_file():
            found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            if found["layout"] == LAYOUT:
                return found
    return None


def _machine(machine: dict[str, Any]) -> str:
    return (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB; {machine['system']}"
    )


def _accuracy(result: Result) -> Lines:
    groups = list(result["rows"]["Athar"].get("groups", {}))
    return [
        f"## Who comes first, among {result['names']:,} names",
        "",
        f"{_spellings(result)} {100 * result['in_arabic']:.0f} % of the gallery is in Arabic letters.",
        "",
        "Other spellings of the real names:",
        *group_table(result["rows"], "real"),
        DAMAGED,
        *group_table(result["rows"], "damaged"),
        "Everything, R@1 / R@10 (queries):",
        *all_groups_table(result["rows"], groups),
        *_unreachable(result.get("unreachable", {})),
    ]


def _unreachable(reasons: dict[str, int]) -> Lines:
    if not reasons:
        return []
    lead = "Real spellings that no search by name can answer first, and why (queries):"
    return [lead, "", *(f"- {why}: {queries}" for why, queries in reasons.items())]


def _spellings(result: Result) -> str:
    if result["real_spellings"]:
        return "The spellings are real."
    return "The real spellings are not on this machine: generated ones stand in for them."


def _given_and_family(result: Result) -> Lines:
    lines = ["## Given and family name alone", "", _spellings(result)]
    for names, rows in result["tables"].items():
        groups = dict.fromkeys(group for row in rows.values() for group in row.get("groups", ()))
        for group in groups:
            lines += ["", f"{int(names):,} names, {group}:", *group_table(rows, group, deepest="r50")]
    return [*lines, GIVEN_AND_FAMILY]


def _one_man(result: Result) -> Lines:
    groups = list(result["rows"]["Athar"].get("groups", {}))
    return [
        f"## One man, forty spellings, among {result['names']:,} names",
        "",
        f"{result['people']} invented people. {FORTY}",
        *group_table(result["rows"], "all"),
        *all_groups_table(result["rows"], groups),
    ]


def _latency(result: Result) -> Lines:
    return [
        "## How long a search takes",
        "",
        LATENCY,
        *latency_table(result["rows"]),
    ]


def _strange_names(result: Result) -> Lines:
    return [
        "## How long the strangest names take",
        "",
        STRANGE.format(texts=result["texts"]),
        *times_table(result["rows"], "an ordinary name"),
    ]


def _links(result: Result) -> Lines:
    return [
        f"## Records linked: {result['people']:,} missing people, {result['records']:,} records",
        "",
        LINKS,
        *links_table(result["rows"]),
    ]


def _next_list(result: Result) -> Lines:
    return [
        f"## A list of {result['records']:,} records comes to {result['people']:,} missing people",
        "",
        NEXT_LIST,
        *next_list_table(result["rows"]),
    ]


SECTIONS: dict[str, Callable[[Result], Lines]] = {
    "accuracy": _accuracy,
    "given_and_family": _given_and_family,
    "one_man": _one_man,
    "strange_names": _strange_names,
    "latency": _latency,
    "links": _links,
    "next_list": _next_list,
    "imports": imports_section,
}


def _absent(parts: Mapping[str, Part]) -> Lines:
    absent = [name for name in ORDER if name not in parts]
    small = [name for name in ORDER if name in parts and "--size small" in parts[name].line]
    lines = [f"- {name}: not run here." for name in absent]
    lines += [
        f"- {name}: the small size alone; `python -m tests.bench.{name} --size full`." for name in small
    ]
    return ["## Not measured", "", *lines] if lines else []


if __name__ == "__main__":
    write_page()
