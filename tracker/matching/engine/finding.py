"""Who is compared with a record: people who share a set of atoms with it that few bear, and enough in all."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..side import Side
from .atoms import MOST_ATOMS, MOST_TOKENS, add, add_facts, add_mothers, key_with, mixed
from .index import (
    EVERYBODY,
    FEW,
    Index,
    Indexes,
    bearers_in,
    note_crowds,
    place_in,
    place_of,
    slot_of,
)
from .sets import Crowds, no_crowds, write, write_sets

MOST_KEYS = 1 << 14
NOTHING_NEEDED = -1.0
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

    seen: NDArray[np.int32]  # person → the record that met them last
    met: NDArray[np.int32]
    found: NDArray[np.int32]
    told: NDArray[np.float32]  # of those found, what the names tell that they share with the record, in bits
    atoms: NDArray[np.int64]
    places: NDArray[np.int32]  # of each atom, among those that somebody bears
    near: NDArray[np.int32]  # classes one letter off from a part of the record,
    near_places: NDArray[np.int32]  # and the place of each, as above
    keys: NDArray[np.int64]
    worth: NDArray[np.float32]  # what it tells to share each of these with the record; 0 for what it lacks
    crowds: Crowds


def search_room(people: int, to: Indexes) -> Search:
    """Return room for one thread."""
    return Search(
        np.full(people, -1, dtype=np.int32),
        np.empty(people, dtype=np.int32),
        np.empty(people, dtype=np.int32),
        np.empty(people, dtype=np.float32),
        np.empty(MOST_ATOMS, dtype=np.int64),
        np.empty(MOST_ATOMS, dtype=np.int32),
        np.empty(MOST_KEYS, dtype=np.int32),
        np.empty(MOST_KEYS, dtype=np.int32),
        np.empty(MOST_KEYS, dtype=np.int64),
        np.zeros(to.bits.size, dtype=np.float32),
        no_crowds(),
    )


@compiled
def find(i: int, records: Side, meanings: Meanings, to: Indexes, search: Search):
    """Write everyone with whom a record is to be compared into `search.found`.

    Returns how many they are, and how many of them, who come first, share a number with it.
    """
    record, parts, found = records.people[i], 0, 0
    for n in range(record.names[0], record.names[1]):
        parts = add_readings(records.names[n], meanings, search.atoms, parts)
    count = add_mothers(record, records.mothers, meanings.own, search.atoms, parts)
    count = add_facts(record, search.atoms, count)
    parts, count = keep_borne(parts, count, to, search)
    near = note_near(record, records, meanings, to, search)
    value(near, count, to, search)
    for n in range(record.numbers[0], record.numbers[1]):
        search.keys[0] = number_key(records.numbers[n])
        found = take(to.numbers, 1, EVERYBODY, NOTHING_NEEDED, to, i, search, found)
    by_numbers = found
    found = find_by_sets(parts, count, to, i, search, found)
    found = find_near(near, count, to, i, search, found)
    forget(near, count, search)
    return found, by_numbers


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
def keep_borne(parts: int, count: int, to: Indexes, search: Search):
    """Keep the atoms that somebody bears; return how many of them are parts, and how many there are."""
    borne, kept = 0, 0
    for at in range(count):
        place = place_of(to.ones, key_with(0, search.atoms[at]))
        if place >= 0:
            search.atoms[kept], search.places[kept] = search.atoms[at], place
            kept += 1
            borne += at < parts
    return borne, kept


@compiled
def note_near(record: Record, records: Side, meanings: Meanings, to: Indexes, search: Search) -> int:
    """Note the classes that somebody bears one letter off from a part of the record; return how many."""
    count = 0
    for n in range(record.names[0], record.names[1]):
        name = records.names[n]
        for i in range(name.count):
            for at in range(meanings.near_first[name.units[i]], meanings.near_first[name.units[i] + 1]):
                place = to.of_class[meanings.near[at]]
                if place >= 0 and count < search.near.size:
                    search.near[count], search.near_places[count] = meanings.near[at], place
                    count += 1
    return count


@compiled
def value(near: int, count: int, to: Indexes, search: Search) -> None:
    """Note how many bits each part one letter off tells, and each atom of the record."""
    for place in search.near_places[:near]:
        search.worth[place] = max(0.0, to.bits[place] - WRONG_LETTER)
    for place in search.places[:count]:
        search.worth[place] = to.bits[place]


@compiled
def forget(near: int, count: int, search: Search) -> None:
    """Make room for another record."""
    for place in search.near_places[:near]:
        search.worth[place] = 0.0
    for place in search.places[:count]:
        search.worth[place] = 0.0


@compiled
def find_by_sets(parts: int, count: int, to: Indexes, stamp: int, search: Search, found: int) -> int:
    """Add those who share a set of atoms that few bear; return how many are found."""
    least = np.log2(len(to.spans) / BY_CHANCE)
    for size in range(1, 5):
        index = to.ones if size == 1 else to.twos if size == 2 else to.threes if size == 3 else to.fours
        written = write_sets(size, search.atoms, parts, count, search.crowds, search.keys, 0)
        # A single atom finds people only if it is a part of the name: those were written first.
        found = take(index, written if size > 1 else parts, FEW[size], least, to, stamp, search, found)
        if 1 < size < 4:
            note_crowds(size, search.atoms, parts, count, to, search.crowds)
    return found


@compiled
def find_near(near: int, count: int, to: Indexes, stamp: int, search: Search, found: int) -> int:
    """Add those who bear a part one letter off and share another atom, where hardly anybody does."""
    least = np.log2(len(to.spans) / BY_CHANCE)
    written = write_near_few(near, to, search)
    found = take(to.ones, written, NEAR_ALL, least, to, stamp, search, found)
    written = write_near_pairs(near, count, to, search)
    return take(to.twos, written, NEAR_FEW, least, to, stamp, search, found)


@compiled
def write_near_few(near: int, to: Indexes, search: Search) -> int:
    """Write the keys of the parts one letter off that few bear; return how many there are."""
    few, written = np.log2(len(to.spans) / NEAR_ALL), 0
    for at in range(near):
        if to.bits[search.near_places[at]] >= few:
            written = write(key_with(0, search.near[at]), search.keys, written)
    return written


@compiled
def write_near_pairs(near: int, count: int, to: Indexes, search: Search) -> int:
    """Write the keys of the others, each with every atom that few of its bearers share; return how many."""
    few, apart = np.log2(len(to.spans) / NEAR_ALL), np.log2(len(to.spans) / NEAR_CROWD)
    written = 0
    for at in range(near):
        bits, key = to.bits[search.near_places[at]], key_with(0, search.near[at])
        if bits >= few:
            continue
        for j in range(count):
            if bits + to.bits[search.places[j]] >= apart:
                written = write(key_with(key, search.atoms[j]), search.keys, written)
    return written


@compiled
def take(index: Index, written: int, most: int, least: float, to: Indexes, stamp: int, search: Search,
         found: int) -> int:  # fmt: skip
    """Add those who bear one of the keys just written, which no more than `most` bear, and share enough.

    Returns how many are found. Three short walks instead of one: in each the processor looks up the next before
    the last has come from memory, and that is what takes the time.
    """
    taken, met = 0, 0
    for at in range(min(written, search.keys.size)):
        slot = slot_of(index, search.keys[at])
        if slot != 0 and bearers_in(slot) <= most:
            search.keys[taken] = place_in(slot)
            taken += 1
    for at in range(taken):
        for place in range(index.first[search.keys[at]], index.first[search.keys[at] + 1]):
            person = index.bearers[place]
            if search.seen[person] != stamp:
                search.seen[person], search.met[met] = stamp, person
                met += 1
    for at in range(met):
        names, facts = shared(search.met[at], to, search)
        if names + facts >= least:
            search.found[found], search.told[found] = search.met[at], names
            found += 1
    return found


@compiled
def shared(person: int, to: Indexes, search: Search):
    """Return about how many bits it tells that a person and the record share the names, the mother's among them,
    and the facts that they share.
    """
    names, facts = np.float32(0.0), np.float32(0.0)
    for at in range(to.spans[person, 0], to.spans[person, 2]):
        names += search.worth[to.borne[at]]
    for at in range(to.spans[person, 2], to.spans[person, 3]):
        facts += search.worth[to.borne[at]]
    return names, facts


@compiled
def number_key(number: Record) -> int:
    """Return the key of a number from one body."""
    return mixed(number.body ^ mixed(number.value))
