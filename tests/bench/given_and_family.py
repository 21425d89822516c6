"""Given and family name, alone, with a birth year one off or with a governorate: is the person among fifty?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from tests.bench.matchers import OURS, Answers, Asked, answers_of_all, note_misses, of_track, rows_of, some
from tests.bench.reach import OTHER_NAME, reachable, unreachable
from tests.bench.results import run, say
from tests.bench.spellings import padded, parts_of, spellings
from tracker.management.measuring.people.places import GOVERNORATES
from tracker.management.measuring.search_lists import Entry, Query

SIZES: dict[str, dict[str, Any]] = {
    "small": {"names": [20_000], "queries": 150, "few": 20},
    "full": {"names": [65_000, 250_000], "queries": 600, "few": 100},
}
ALONE = "given and family name"
WITH_BIRTH = "with a birth year, one off or right"
WITH_GOVERNORATE = "with the governorate of the disappearance"


def bench(size: str) -> dict[str, Any]:
    """Measure galleries of each size, with and without the year of birth."""
    wanted = SIZES[size]
    found = spellings()
    tables = {}
    for names in wanted["names"]:
        entries = with_facts(padded(found.entries, names))
        queries = short_queries(found.queries, entries, wanted["queries"])
        say(f"  {len(entries):,} names, {len(queries):,} queries")
        few = [query for query in queries if query.track == ALONE][: wanted["few"]]
        answers = answers_of_all(entries, queries, few)
        note_misses(f"given_and_family-{len(entries)}", answers, entries)
        lost = bearing_another_name(answers[OURS], entries)
        tables[str(len(entries))] = rows_of(answers, GROUPS | reachable(GROUPS, lost))
    return {"real_spellings": found.are_real, "tables": tables}


def with_facts(entries: list[Entry]) -> list[Entry]:
    """Give everybody a year of birth and a governorate by chance, the same ones each time.

    More are of a large governorate than of a small one, as in the population that links are measured with.
    """
    luck, elsewhere = Random(301), Random(303)
    slugs, weights = zip(*GOVERNORATES, strict=True)
    years: dict[str, str] = {}
    places: dict[str, str] = {}
    for entry in entries:
        years.setdefault(entry.person, str(luck.randint(1945, 2005)))
        places.setdefault(entry.person, elsewhere.choices(slugs, weights)[0])
    return [replace(entry, born=years[entry.person], taken_in=places[entry.person]) for entry in entries]


def short_queries(queries: list[Query], entries: list[Entry], count: int) -> list[Query]:
    """Return spellings of three parts and more cut to first and last; alone, with a year, with a place."""
    luck = Random(302)
    known = {entry.person: entry for entry in entries}
    long = [query for query in queries if len(parts_of(query.text)) >= 3]
    short = []
    for query in some(long, count):
        parts = parts_of(query.text)
        alone = replace(query, track=ALONE, text=f"{parts[0]} {parts[-1]}")
        person = known[query.person]
        year = str(int(person.born) + luck.choice((-1, 0, 1)))
        short += [
            alone,
            replace(alone, track=WITH_BIRTH, born=year),
            replace(alone, track=WITH_GOVERNORATE, taken_in=person.taken_in),
        ]
    return short


def bearing_another_name(ours: Answers, entries: Sequence[Entry]) -> set[Asked]:
    """Return the queries that ask for another name of the person: no search by name can answer them."""
    if isinstance(ours, str):
        return set()
    reasons = unreachable(ours, {entry.person: entry.name for entry in entries})
    return {asked for asked, why in reasons.items() if why == OTHER_NAME}


TRACKS = (ALONE, WITH_BIRTH, WITH_GOVERNORATE)
GROUPS = {track: of_track(track) for track in TRACKS}

if __name__ == "__main__":
    run("given_and_family", bench)
