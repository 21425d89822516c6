"""Given and family name alone, with a birth year that may be one off: is the person among the first fifty?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from tests.bench.matchers import answers_of_all, note_misses, rows_of, some
from tests.bench.results import run, say
from tests.bench.spellings import padded, parts_of, spellings
from tracker.management.measuring.search_figures import Answer
from tracker.management.measuring.search_lists import Entry, Query

SIZES: dict[str, dict[str, Any]] = {
    "small": {"names": [20_000], "queries": 150, "few": 20},
    "full": {"names": [65_000, 250_000], "queries": 600, "few": 100},
}
ALONE, WITH_BIRTH = "given and family name", "with a birth year, one off or right"


def bench(size: str) -> dict[str, Any]:
    """Measure galleries of each size, with and without the year of birth."""
    wanted = SIZES[size]
    found = spellings()
    tables = {}
    for names in wanted["names"]:
        entries = with_births(padded(found.entries, names))
        queries = short_queries(found.queries, entries, wanted["queries"])
        say(f"  {len(entries):,} names, {len(queries):,} queries")
        few = [query for query in queries if not query.born][: wanted["few"]]
        answers = answers_of_all(entries, queries, few)
        note_misses(f"given_and_family-{len(entries)}", answers, entries)
        tables[str(len(entries))] = rows_of(answers, GROUPS)
    return {"real_spellings": found.are_real, "tables": tables}


def with_births(entries: list[Entry]) -> list[Entry]:
    """Give everybody a year of birth by chance, the same one each time."""
    luck = Random(301)
    years: dict[str, str] = {}
    return [
        replace(entry, born=years.setdefault(entry.person, str(luck.randint(1945, 2005))))
        for entry in entries
    ]


def short_queries(queries: list[Query], entries: list[Entry], count: int) -> list[Query]:
    """Return spellings of three parts and more cut to the first and the last; each twice, once with a year."""
    luck = Random(302)
    born = {entry.person: int(entry.born) for entry in entries}
    long = [query for query in queries if len(parts_of(query.text)) >= 3]
    short = []
    for query in some(long, count):
        parts = parts_of(query.text)
        alone = replace(query, track=ALONE, text=f"{parts[0]} {parts[-1]}")
        year = str(born[query.person] + luck.choice((-1, 0, 1)))
        short += [alone, replace(alone, track=WITH_BIRTH, born=year)]
    return short


def _of_track(track: str) -> Callable[[Answer], bool]:
    return lambda answer: answer.track == track


GROUPS = {track: _of_track(track) for track in (ALONE, WITH_BIRTH)}

if __name__ == "__main__":
    run("given_and_family", bench)
