"""Profiles as arrays: one side of a comparison, or both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from tracker.names import Name, fold, units_of

from .profile import Profile
from .vocabulary import Vocabulary

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
    [("units", np.int32, MOST_PARTS), ("roles", np.int8, MOST_PARTS), ("count", np.int8), ("wholes", np.int32, 4)]
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


class Row(NamedTuple):
    """A name as it is laid: its single names with their roles, and each role's whole part, "" if unknown."""

    units: tuple[str, ...]
    roles: tuple[int, ...]
    wholes: tuple[str, str, str, str]


@lru_cache(maxsize=65536)
def row_of(name: Name) -> Row:
    """Return the single names of a name with their roles; a double given name is two."""
    parts = [(ROLES.index(role), unit) for role, part in name.parts() for unit in units_of(part)]
    parts = parts[:MOST_PARTS]
    wholes = (name.given, name.father, name.grandfather, name.family)
    return Row(tuple(unit for _, unit in parts), tuple(role for role, _ in parts), wholes)


def stable_number(text: str) -> int:
    """Return a number of 62 bits for a text, the same in every process; 0 for no text."""
    if not text:
        return 0
    number = 0xCBF29CE484222325  # FNV-1a
    for byte in text.encode():
        number = (number ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return (number >> 2) | 1


_place_number = lru_cache(maxsize=65536)(stable_number)


def side_of(profiles: Sequence[Profile], vocabulary: Vocabulary) -> Side:
    """Return profiles as arrays; their parts of names are entered into the vocabulary."""
    rows = [[row for name in one.full_names() if (row := row_of(name)).units] for one in profiles]
    mothers = [[(one.given, one.family) for one in profile.mothers if one.given] for profile in profiles]
    numbers = [sorted(_numbers(one.identifiers)) for one in profiles]
    people = np.zeros(len(profiles), dtype=PERSON)
    for field, groups in (("names", rows), ("mothers", mothers), ("numbers", numbers)):
        people[field] = _spans(groups)
    if profiles:
        people["sex"] = [SEXES.get(one.sex, 0) for one in profiles]
        people["days"] = [_dates(one) for one in profiles]
        people["places"] = [_places(one) for one in profiles]
        people["registry_number"] = [stable_number(digits(one.registry_number)) for one in profiles]
    return Side(
        people,
        _names([row for names in rows for row in names], vocabulary),
        _mothers([mother for many in mothers for mother in many], vocabulary),
        np.array([number for many in numbers for number in many], dtype=NUMBER),
    )


SEXES = {"male": 1, "female": 2}


def _spans(groups: Sequence[Sequence[object]]) -> NDArray[np.int32]:
    ends = np.cumsum([0, *map(len, groups)], dtype=np.int32)
    return np.stack([ends[:-1], ends[1:]], axis=1)


def _names(rows: Sequence[Row], vocabulary: Vocabulary) -> NDArray[np.void]:
    names = np.zeros(len(rows), dtype=NAME)
    units = vocabulary.numbers([text for row in rows for text in _filled(row.units, "")])
    names["units"] = np.array(units, dtype=np.int32).reshape(-1, MOST_PARTS)
    names["roles"] = np.array([_filled(row.roles, 0) for row in rows], dtype=np.int8).reshape(-1, MOST_PARTS)
    names["count"] = [len(row.units) for row in rows]
    wholes = vocabulary.numbers([text for row in rows for text in row.wholes])
    names["wholes"] = np.array(wholes, dtype=np.int32).reshape(-1, len(ROLES))
    return names


def _mothers(mothers: Sequence[tuple[str, str]], vocabulary: Vocabulary) -> NDArray[np.void]:
    rows = np.zeros(len(mothers), dtype=MOTHER)
    rows["given"] = vocabulary.numbers([given for given, _ in mothers])
    rows["family"] = vocabulary.numbers([family for _, family in mothers])
    return rows


def _filled(values: Sequence[T], filler: T) -> tuple[T, ...]:
    return (*values, *(filler,) * (MOST_PARTS - len(values)))


def _dates(profile: Profile) -> list[tuple[int, int]]:
    return [_days(date) for date in (profile.birth, profile.disappeared, profile.in_prison, profile.died)]


def _days(date: FuzzyDate | None) -> tuple[int, int]:
    return (date.earliest.toordinal(), date.latest.toordinal()) if date else (0, 0)


def _places(profile: Profile) -> list[list[int]]:
    paths = (profile.birth_place, profile.disappeared_place, profile.registry_place)
    return [[*map(_place_number, path[:DEPTH]), *(0,) * (DEPTH - len(path))] for path in paths]


def _numbers(identifiers: frozenset[tuple[str, str, str]]) -> Iterable[tuple[int, int, bool]]:
    for kind, issuer, value in identifiers:
        if plain := digits(value):
            yield stable_number(f"{kind}\0{issuer}"), stable_number(plain), kind.startswith("national")


def digits(number: str) -> str:
    """Return a number in one kind of digits, without blanks and strokes: ١٢ / ٣٤ is 12/34."""
    return fold(number).replace(" ", "/") if number else ""
