"""Who is compared with a record: people who share a set of atoms with it that few bear, and enough in all."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..side import Side
from .atoms import MOST_ATOMS, MOST_TOKENS, add, add_facts, key_with, mixed
from .index import FEW, Index, Indexes, bearers_of, place_of, write_sets

MOST_KEYS = 4096
NEAR_FEW = 5
"""People who bear a part one letter off from the record's, and one more of its atoms, up to which these two find
them: with more, it is another name."""
NEAR_ALL = 16
"""Bearers of such a part up to which all are looked at: quicker than to ask for each of the other atoms."""
NEAR_CROWD = 20.0
"""Bearers of both by our estimate from which on the two need not be asked for."""
WRONG_LETTER = 7.0
"""Bits that a part one letter off tells less than the part itself."""
BY_CHANCE = 6.0
"""Whoever shares so little with a record that this many others do by chance is not compared with it. Measured on
invented lists: of true pairs that comparing finds likely, one or two in a thousand are lost."""


class Meanings(NamedTuple):
    """For each part of the records, by its number: the classes of the people's parts that it may mean, and those
    that it may mean if one letter is wrong.
    """

    first: NDArray[np.int64]
    classes: NDArray[np.int32]
    own: NDArray[np.int32]  # the first of them, -1 for none
    near_first: NDArray[np.int64]
    near: NDArray[np.int32]


class Search(NamedTuple):
    """Room for one thread."""

    seen: NDArray[np.int64]  # person → the record that met them last
    found: NDArray[np.int32]
    atoms: NDArray[np.int64]
    worth: NDArray[np.float64]  # of each atom, in bits
    keys: NDArray[np.int64]
    class_seen: NDArray[np.int64]  # class → the record that had it last, or one near it
    class_worth: NDArray[np.float64]


def search_room(people: int, classes: int) -> Search:
    """Return room for one thread."""
    return Search(
        np.full(people, -1, dtype=np.int64),
        np.empty(people, dtype=np.int32),
        np.empty(MOST_ATOMS, dtype=np.int64),
        np.empty(MOST_ATOMS, dtype=np.float64),
        np.empty(MOST_KEYS, dtype=np.int64),
        np.full(classes, -1, dtype=np.int64),
        np.empty(classes, dtype=np.float64),
    )


@compiled
def find(i: int, records: Side, meanings: Meanings, to: Indexes, stamp: int, search: Search) -> int:
    """Write everyone to whom a record is to be compared into `search.found`; return how many."""
    record, parts, found = records.people[i], 0, 0
    for n in range(record.names[0], record.names[1]):
        parts = add_readings(records.names[n], meanings, search.atoms, parts)
    count = add_facts(record, records.mothers, meanings.own, search.atoms, parts)
    for n in range(record.names[0], record.names[1]):
        value_near(records.names[n], meanings, to, stamp, search)
    value(parts, count, to, stamp, search)
    for n in range(record.numbers[0], record.numbers[1]):
        key = number_key(records.numbers[n])
        found = take(to.numbers, key, search.found.size, 0, 0, -1.0, to, stamp, search, found)
    found = find_by_sets(parts, count, to, stamp, search, found)
    for n in range(record.names[0], record.names[1]):
        found = find_near(records.names[n], parts, count, meanings, to, stamp, search, found)
    return found


@compiled
def add_readings(name: Record, meanings: Meanings, atoms: Any, count: int) -> int:
    """Write every class that a part of the name may mean; return how many atoms there are."""
    for i in range(name.count):
        part = name.units[i]
        for place in range(meanings.first[part], meanings.first[part + 1]):
            if count < MOST_TOKENS:
                count = add(meanings.classes[place], atoms, count)
    return count


@compiled
def value_near(name: Record, meanings: Meanings, to: Indexes, stamp: int, search: Search) -> None:
    """Note how many bits each part one letter off tells."""
    for i in range(name.count):
        part = name.units[i]
        for place in range(meanings.near_first[part], meanings.near_first[part + 1]):
            near = meanings.near[place]
            search.class_seen[near] = stamp
            search.class_worth[near] = max(0.0, worth_of(near, to) - WRONG_LETTER)


@compiled
def value(parts: int, count: int, to: Indexes, stamp: int, search: Search) -> None:
    """Note how many bits each atom of the record tells."""
    for place in range(count):
        atom = search.atoms[place]
        search.worth[place] = worth_of(atom, to)
        if place < parts:
            search.class_seen[atom], search.class_worth[atom] = stamp, search.worth[place]


@compiled
def worth_of(atom: int, to: Indexes) -> float:
    """Return how many bits it tells to share an atom: the fewer bear it, the more."""
    return float(np.log2(to.facts.size / max(1, bearers_of(to.ones, key_with(0, atom)))))


@compiled
def find_by_sets(parts: int, count: int, to: Indexes, stamp: int, search: Search, found: int) -> int:
    """Add those who share a set of atoms that few bear; return how many are found."""
    least = np.log2(to.facts.size / BY_CHANCE)
    for size in range(1, 5):
        index = to.ones if size == 1 else to.twos if size == 2 else to.threes if size == 3 else to.fours
        written = write_sets(size, search.atoms, parts, count, to, search.keys, 0)
        # A single atom finds people only if it is a part of the name: those were written first.
        written = min(written if size > 1 else parts, search.keys.size)
        for place in range(written):
            found = take(index, search.keys[place], FEW[size], parts, count, least, to, stamp, search, found)
    return found


@compiled
def find_near(name: Record, parts: int, count: int, meanings: Meanings, to: Indexes, stamp: int, search: Search,
              found: int) -> int:  # fmt: skip
    """Add those who bear a part one letter off and share another atom, where hardly anybody does."""
    least = np.log2(to.facts.size / BY_CHANCE)
    for i in range(name.count):
        part = name.units[i]
        for place in range(meanings.near_first[part], meanings.near_first[part + 1]):
            near = key_with(0, meanings.near[place])
            bearers = bearers_of(to.ones, near)
            if bearers <= NEAR_ALL:
                found = take(to.ones, near, NEAR_ALL, parts, count, least, to, stamp, search, found)
                continue
            for j in range(count):
                # About so many bear both.
                if bearers * 2.0 ** -search.worth[j] <= NEAR_CROWD:
                    key = key_with(near, search.atoms[j])
                    found = take(to.twos, key, NEAR_FEW, parts, count, least, to, stamp, search, found)
    return found


@compiled
def take(index: Index, key: int, most: int, parts: int, count: int, least: float, to: Indexes, stamp: int,
         search: Search, found: int) -> int:  # fmt: skip
    """Add the bearers of a key who share enough, unless they are more than `most`; return how many are found."""
    place = place_of(index, key)
    if place < 0 or index.first[place + 1] - index.first[place] > most:
        return found
    for at in range(index.first[place], index.first[place + 1]):
        person = index.bearers[at]
        if search.seen[person] != stamp:
            search.seen[person] = stamp
            if least < 0.0 or shared(person, parts, count, to, stamp, search) >= least:
                search.found[found] = person
                found += 1
    return found


@compiled
def shared(person: int, parts: int, count: int, to: Indexes, stamp: int, search: Search) -> float:
    """Return about how many bits it tells that a person and the record share what they share."""
    bits = 0.0
    for at in range(to.first[person], to.facts[person]):
        if search.class_seen[to.atoms[at]] == stamp:
            bits += search.class_worth[to.atoms[at]]
    for at in range(to.facts[person], to.first[person + 1]):
        for place in range(parts, count):
            if search.atoms[place] == to.atoms[at]:
                bits += search.worth[place]
    return bits


@compiled
def number_key(number: Record) -> int:
    """Return the key of a number from one body."""
    return mixed(number.body ^ mixed(number.value))
