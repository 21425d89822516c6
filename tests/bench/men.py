"""Eight invented people, and how lists of five languages write each part of their names.

men.tsv was written by hand from the habits of passports, newspapers and aid lists: of each part the ways to write
it, the commonest first. None of the eight lives; their names are common ones put together by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tests.bench.damage import misread_scan, two_typos
from tracker.management.measuring.search_lists import Query

TABLE = Path(__file__).with_name("men.tsv")
SPELLINGS = {"Arabic": 4, "English": 8, "French": 6, "German": 5, "Turkish": 5}
TYPOS, SCANS, SWAPPED, FATHERLESS = 4, 3, 3, 2

Parts = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Someone:
    """One person: the name on papers, and the spellings of given, father's and family name by language."""

    name: str
    ways: dict[str, Parts]


@cache
def eight() -> list[Someone]:
    """Return the eight, read from their table."""
    people: dict[str, Someone] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        name, language, given, father, family = line.split("\t")
        people.setdefault(name, Someone(name, {})).ways[language] = (given, father, family)
    return list(people.values())


def forty_spellings(number: int) -> list[Query]:
    """Return forty queries for one of the eight: by language, damaged, swapped, and without the father."""
    someone, luck = eight()[number], Random(401 + number)
    queries: dict[str, Query] = {}

    def add(track: str, text: str) -> bool:
        if text in queries or text == someone.name:
            return False
        queries[text] = Query(track, person_of(number), text)
        return True

    for track, count in SPELLINGS.items():
        _add_until(count, track, _combined(someone.ways[track], luck), add)
    written = list(queries)
    spoilt = [(TYPOS, "typos", two_typos), (SCANS, "misread scan", misread_scan)]
    for count, track, damage in spoilt:
        _add_until(count, track, (damage(luck.choice(written), luck) or "" for _ in range(99)), add)
    chosen = [_combined(someone.ways[luck.choice(list(SPELLINGS))], luck, shape) for shape in ("fga", "gf")]
    _add_until(SWAPPED, "family name first", chosen[0], add)
    _add_until(FATHERLESS, "no father", chosen[1], add)
    return list(queries.values())


def person_of(number: int) -> str:
    return f"one of eight: {number}"


def _add_until(count: int, track: str, texts: Iterable[str], add: Callable[[str, str], bool]) -> None:
    added = 0
    for text in texts:
        if added == count:
            return
        added += bool(text) and add(track, text)


def _combined(parts: Parts, luck: Random, shape: str = "gaf") -> Iterator[str]:
    """Yield combinations of the ways to write each part, the commonest of each first."""
    ways = {role: [way.strip() for way in part.split(",")] for role, part in zip("gaf", parts, strict=True)}
    yield " ".join(ways[role][0] for role in shape)
    for _ in range(200):
        yield " ".join(luck.choice(ways[role]) for role in shape)
