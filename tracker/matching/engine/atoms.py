"""What a profile is found by: sets of atoms, each a part of its name or a fact, that two papers share.

An atom is a number: the class of a part (its consonants), a year or a day of birth, the mother's given name, the
page of the registry, a place of birth. A set of atoms becomes one key, whatever their order.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tracker.names.compiled import compiled, inlined
from tracker.names.heard import Record

from ..side import BIRTH, BORN_AT, DEPTH, MOST_PARTS
from .dates import civil

MOST_TOKENS = 24
"""Readings of the parts of one name that are looked up; three or four parts have five or six."""
MOST_FACTS = 12
MOST_MOTHERS = 2
MOST_ATOMS = MOST_TOKENS + MOST_FACTS
WIDEST_BIRTH = 2
"""Years between which a birth is looked up year by year; a wider one finds nobody by its year."""
NUMBERS_OF_A_KIND = 1 << 40
YEAR, DAY, MOTHER, REGISTRY, PLACE = (kind * NUMBERS_OF_A_KIND for kind in range(1, 6))
"""Where the numbers of each kind of fact begin; classes of parts lie below."""


@inlined
def mixed(atom: int) -> int:
    """Scatter a number over 64 bits (the finaliser of splitmix64, Steele, Lea and Flood 2014)."""
    value = np.uint64(atom) + np.uint64(0x9E3779B97F4A7C15)
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.int64((value ^ (value >> np.uint64(31))) >> np.uint64(1))  # type: ignore[return-value]


@inlined
def key_with(key: int, atom: int) -> int:
    """Return the key of a set with one atom more; the order in which they came does not matter."""
    return np.int64(np.uint64(key) + np.uint64(mixed(atom)))  # type: ignore[return-value]


@compiled
def add(atom: int, atoms: Any, count: int) -> int:
    """Write an atom behind the others, unless it is among them or there is no room; return how many there are."""
    if count >= atoms.size or is_among(atoms, count, atom):
        return count
    atoms[count] = atom
    return count + 1


@compiled
def is_among(values: Any, count: int, wanted: int) -> bool:
    """Say whether a value is among the first ones."""
    for place in range(count):
        if values[place] == wanted:
            return True
    return False


@compiled
def add_parts(name: Record, classes: Any, atoms: Any, count: int) -> int:
    """Write the classes of a name's parts; return how many atoms there are."""
    for i in range(min(name.count, MOST_PARTS)):
        if classes[name.units[i]] >= 0:
            count = add(classes[name.units[i]], atoms, count)
    return count


@compiled
def add_mothers(person: Record, mothers: Any, classes: Any, atoms: Any, count: int) -> int:
    """Write the classes of the mother's given names; return how many atoms there are."""
    for place in range(person.mothers[0], min(person.mothers[1], person.mothers[0] + MOST_MOTHERS)):
        known = classes[mothers[place].given]
        if known >= 0:
            count = add(MOTHER + known, atoms, count)
    return count


@compiled
def add_facts(person: Record, atoms: Any, count: int) -> int:
    """Write the atoms of a profile's other facts; return how many atoms there are."""
    if person.days[BIRTH, 0] != 0:
        count = add_birth(person.days[BIRTH, 0], person.days[BIRTH, 1], atoms, count)
    if person.registry_number != 0:
        count = add(REGISTRY + person.registry_number % NUMBERS_OF_A_KIND, atoms, count)
    # The last step of a path is the country, which all share.
    for up in range(DEPTH - 1):
        if person.places[BORN_AT, up] != 0 and person.places[BORN_AT, up + 1] != 0:
            count = add(PLACE + person.places[BORN_AT, up] % NUMBERS_OF_A_KIND, atoms, count)
    return count


@compiled
def add_birth(first_day: int, last_day: int, atoms: Any, count: int) -> int:
    """Write the day of birth, unless it is a 1 January that stands for a year, and the years that it may mean."""
    first, month, day = civil(first_day)
    if first_day == last_day and not (month == 1 and day == 1):
        count = add(DAY + first_day, atoms, count)
    last = civil(last_day)[0]
    if last - first <= WIDEST_BIRTH:
        for year in range(first, last + 1):
            count = add(YEAR + year, atoms, count)
    return count
