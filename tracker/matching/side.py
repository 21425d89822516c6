"""Profiles as arrays: one side of a comparison, or both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from tracker.names import Name, fold, units_of

from .profile import Profile

if TYPE_CHECKING:
    from tracker.dates import FuzzyDate

MOST_PARTS = 7
DEPTH = 5
"""Steps of a path that are kept, from the village up to the country."""
ROLES = ("given", "father", "grandfather", "family")
T = TypeVar("T")
BIRTH, VANISHED, HELD, DIED = range(4)
BORN_AT, VANISHED_AT, REGISTERED_AT = range(3)


NAME = np.dtype(
    [
        ("units", np.int32, MOST_PARTS),
        ("roles", np.int8, MOST_PARTS),
        ("count", np.int8),
        ("wholes", np.int32, 4),
    ]
)
"""A name: its single names by their numbers in the vocabulary, their roles, and each role's whole part."""
MOTHER = np.dtype([("given", np.int32), ("family", np.int32)])
NUMBER = np.dtype([("body", np.int64), ("value", np.int64), ("single", np.bool_)])
"""A number, who issued it, and whether a person has only one of its kind."""
PERSON = np.dtype(
    [
        ("names", np.int32, 2),  # from which place to which
        ("mothers", np.int32, 2),
        ("numbers", np.int32, 2),
        ("sex", np.int8),
        ("days", np.int32, (4, 2)),  # birth, vanished, held, died: first and last day; 0 where unknown
        ("places", np.int64, (3, DEPTH)),  # born, vanished, registered: up to the country
        ("registry_number", np.int64),
    ]
)


class Side(NamedTuple):
    """Some profiles: people, and what several of may belong to one of them."""

    people: NDArray[np.void]
    names: NDArray[np.void]
    mothers: NDArray[np.void]
    numbers: NDArray[np.void]


class Numbering(Protocol):
    """Gives every part of a name a number."""

    def numbers(self, parts: Sequence[str]) -> list[int]:
        """Return the number of each part."""
        ...


Parts = tuple[str, str, str, str, str]
"""Given name, father's, grandfather's, surname, kunya or nickname; "" for what is not known."""


class Entry(NamedTuple):
    """A profile as its side takes it, wherever it was read from."""

    names: Sequence[Parts]
    mothers: Sequence[tuple[str, str]]
    numbers: Sequence[tuple[str, str, str]]
    sex: str
    days: Sequence[int]  # first and last day of birth, disappearance, custody, death
    places: Sequence[tuple[str, ...]]  # born, vanished, registered
    registry_number: str


NO_PLACES: tuple[tuple[str, ...], ...] = ((), (), ())


class Row(NamedTuple):
    """A name as it is laid: its single names with their roles, and each role's whole part, "" if unknown."""

    units: tuple[str, ...]
    roles: tuple[int, ...]
    wholes: Sequence[str]


@lru_cache(maxsize=65536)
def row_of(parts: Parts) -> Row:
    """Return the single names of a name with their roles; a double given name is two.

    Of whoever is known by a kunya alone it is laid where a given name stands, but is no role's whole part.

    >>> row_of(("", "", "", "", "أبو عمر"))
    Row(units=('أبو عمر',), roles=(0,), wholes=('', '', '', ''))
    """
    *wholes, nickname = parts
    units = [(role, unit) for role, part in enumerate(wholes) if part for unit in units_of(part)][:MOST_PARTS]
    if not units and nickname:
        units = [(0, nickname)]
    return Row(tuple(unit for _, unit in units), tuple(role for role, _ in units), tuple(wholes))


def parts_of(name: Name) -> Parts:
    """Return the parts of a name."""
    return name.given, name.father, name.grandfather, name.family, name.nickname


def stable_number(text: str) -> int:
    """Return a number of 62 bits for a text, the same in every process; 0 for no text."""
    if not text:
        return 0
    return (
        int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest(), "big") >> 2 | 1
    )


def side_of(profiles: Iterable[Profile], vocabulary: Numbering) -> Side:
    """Return profiles as arrays; their parts of names are entered into the vocabulary."""
    return side_of_entries([entry_of(profile) for profile in profiles], vocabulary)


def entry_of(profile: Profile) -> Entry:
    """Return a profile as an entry."""
    dates = (profile.birth, profile.disappeared, profile.in_prison, profile.died)
    return Entry(
        [parts_of(name) for name in profile.full_names()],
        [(mother.given, mother.family) for mother in profile.mothers],
        sorted(profile.identifiers),
        profile.sex,
        [day for date in dates for day in _days(date)],
        (profile.birth_place, profile.disappeared_place, profile.registry_place),
        profile.registry_number,
    )


def rows_of_entry(entry: Entry) -> list[Row]:
    """Return the names of an entry as they are laid; what has no part is no name."""
    return [row for parts in entry.names if (row := row_of(parts)).units]


def side_of_entries(
    entries: Sequence[Entry], vocabulary: Numbering, name: np.dtype[np.void] = NAME,
    mother: np.dtype[np.void] = MOTHER,
) -> Side:  # fmt: skip
    """Return entries as arrays, their names and mothers in rows of these kinds."""
    rows = list(map(rows_of_entry, entries))
    mothers = [[told for told in one.mothers if told[0]] if one.mothers else () for one in entries]
    numbers = [list(_numbers(one.numbers)) if one.numbers else () for one in entries]
    people = np.zeros(len(entries), dtype=PERSON)
    for field, groups in (("names", rows), ("mothers", mothers), ("numbers", numbers)):
        people[field] = _spans(groups)
    if entries:
        people["sex"] = [SEXES.get(one.sex, 0) for one in entries]
        people["days"] = np.array([one.days for one in entries], dtype=np.int32).reshape(-1, 4, 2)
        people["places"] = [[path_numbers(path) for path in one.places] for one in entries]
        people["registry_number"] = [stable_number(digits(one.registry_number)) for one in entries]
    return Side(
        people,
        _names([row for names in rows for row in names], vocabulary, name),
        _mothers([told for many in mothers for told in many], vocabulary, mother),
        np.array([number for many in numbers for number in many], dtype=NUMBER),
    )


def joined(sides: Sequence[Side]) -> Side:
    """Return sides over one vocabulary as one, in their order."""
    people = np.concatenate([side.people for side in sides])
    first = 0
    starts = np.zeros(3, dtype=np.int32)
    for side in sides:
        rows = people[first : first + side.people.size]
        for field, start in zip(("names", "mothers", "numbers"), starts, strict=True):
            rows[field] += start
        first += side.people.size
        starts += np.array([side.names.size, side.mothers.size, side.numbers.size], dtype=np.int32)
    return Side(
        people, *(np.concatenate(arrays) for arrays in zip(*(side[1:] for side in sides), strict=True))
    )


SEXES = {"male": 1, "female": 2}


def _spans(groups: Sequence[Sequence[object]]) -> NDArray[np.int32]:
    ends = np.cumsum([0, *map(len, groups)], dtype=np.int32)
    return np.stack([ends[:-1], ends[1:]], axis=1)


def _names(rows: Sequence[Row], vocabulary: Numbering, kind: np.dtype[np.void]) -> NDArray[np.void]:
    names = np.zeros(len(rows), dtype=kind)
    units = vocabulary.numbers([text for row in rows for text in _filled(row.units, "")])
    names["units"] = np.array(units, dtype=np.int64).reshape(-1, MOST_PARTS)
    names["roles"] = np.array([_filled(row.roles, 0) for row in rows], dtype=np.int8).reshape(-1, MOST_PARTS)
    names["count"] = [len(row.units) for row in rows]
    wholes = vocabulary.numbers([text for row in rows for text in row.wholes])
    names["wholes"] = np.array(wholes, dtype=np.int64).reshape(-1, len(ROLES))
    return names


def _mothers(
    mothers: Sequence[tuple[str, str]], vocabulary: Numbering, kind: np.dtype[np.void]
) -> NDArray[np.void]:
    rows = np.zeros(len(mothers), dtype=kind)
    rows["given"] = vocabulary.numbers([given for given, _ in mothers])
    rows["family"] = vocabulary.numbers([family for _, family in mothers])
    return rows


def _filled(values: Sequence[T], filler: T) -> tuple[T, ...]:
    return (*values, *(filler,) * (MOST_PARTS - len(values)))


def _days(date: FuzzyDate | None) -> tuple[int, int]:
    return (date.earliest.toordinal(), date.latest.toordinal()) if date else (0, 0)


@lru_cache(maxsize=65536)
def path_numbers(path: tuple[str, ...]) -> list[int]:
    """Return the steps of a path as numbers, 0 behind the last."""
    return [*map(stable_number, path[:DEPTH]), *(0,) * (DEPTH - len(path))]


def _numbers(identifiers: Iterable[tuple[str, str, str]]) -> Iterable[tuple[int, int, bool]]:
    for kind, issuer, value in identifiers:
        if plain := digits(value):
            yield stable_number(f"{kind}\0{issuer}"), stable_number(plain), kind.startswith("national")


def digits(number: str) -> str:
    """Return a number in one kind of digits, without blanks and strokes: ١٢ / ٣٤ is 12/34."""
    return fold(number).replace(" ", "/") if number else ""
