"""What a profile is found by: sets of atoms, each a part of its name or a fact, that two papers share.

An atom is a number: the class of a part (its consonants), a year of birth, the mother's given name, the page of the
registry. A set of atoms becomes one key, whatever their order.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..side import BIRTH
from .dates import civil

MOST_TOKENS = 24
"""Readings of the parts of one name that are looked up; three or four parts have five or six."""
MOST_FACTS = 8
WIDEST_BIRTH = 2
"""Years between which a birth is looked up year by year; a wider one finds nobody by its year."""
YEAR, MOTHER, REGISTRY = 1 << 40, 2 << 40, 3 << 40
"""Where the numbers of each kind of fact begin; classes of parts lie below."""


@compiled
def mixed(atom: int) -> int:
    """Scatter a number over 64 bits (the finaliser of splitmix64, Steele, Lea and Flood 2014)."""
    value = np.uint64(atom) + np.uint64(0x9E3779B97F4A7C15)
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.int64((value ^ (value >> np.uint64(31))) >> np.uint64(1))


@compiled
def key_with(key: int, atom: int) -> int:
    """Return the key of a set with one atom more; the order in which they came does not matter."""
    return np.int64(np.uint64(key) + np.uint64(mixed(atom)))


@compiled
def fact_atoms(person: Record, mothers: Any, classes: Any, atoms: Any) -> int:
    """Write the atoms of a profile's facts; return how many they are."""
    count = 0
    if person.days[BIRTH, 0] != 0:
        first, last = civil(person.days[BIRTH, 0])[0], civil(person.days[BIRTH, 1])[0]
        if last - first <= WIDEST_BIRTH:
            for year in range(first, last + 1):
                atoms[count] = YEAR + year
                count += 1
    for place in range(person.mothers[0], min(person.mothers[1], person.mothers[0] + 2)):
        known = classes[mothers[place].given]
        if known >= 0:
            atoms[count] = MOTHER + known
            count += 1
    if person.registry_number != 0:
        atoms[count] = REGISTRY + (person.registry_number & 0xFFFFFFFFFF)
        count += 1
    return count
