"""Who is compared with a record: people who share a set of atoms with it that few bear, and enough in all."""

from __future__ import annotations

import numpy as np

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..side import Side
from ..vocabulary import Lexicon
from .atoms import add_facts, key_with, mixed
from .borne import ROW, rest_at
from .index import (
    EVERYBODY,
    FEW,
    Index,
    Indexes,
    bearers_in,
    first_slot,
    is_marked,
    note_crowds,
    place_in,
    slot_of_marked,
)
from .prefetching import prefetch
from .sets import write, write_sets
from .sought import Meanings, Search, add_mothers_read, add_readings, forget, keep_borne, note_near, value

NOTHING_NEEDED = -1.0
NEAR_FEW = 5
"""People who bear a part one letter off from the record's, and one more of its atoms, up to which these two find
them: with more, it is another name."""
NEAR_ALL = 16
"""Bearers of such a part up to which all are looked at: quicker than to ask for each of the other atoms."""
NEAR_CROWD = 20.0
"""Bearers of both by our estimate from which on the two need not be asked for."""
BY_CHANCE = 6.0
"""Whoever shares so little with a record that this many others do by chance is not compared with it. Measured on
invented lists: of true pairs that comparing finds likely, one or two in a thousand are lost."""


@compiled
def find(i: int, records: Side, meanings: Meanings, to: Indexes, lexicon: Lexicon, search: Search):
    """Write everyone with whom a record is to be compared into `search.found`.

    Returns how many they are, and how many of them, who come first, share a number with it.
    """
    record, parts, found = records.people[i], 0, 0
    for n in range(record.names[0], record.names[1]):
        parts = add_readings(records.names[n], meanings, lexicon, search, parts)
    count = add_mothers_read(record, records, meanings, lexicon, search, parts)
    mothers, count = count, add_facts(record, search.atoms, count)
    search.weighs[mothers:count] = 0.0
    parts, count = keep_borne(parts, count, to, search)
    near = note_near(record, records, meanings, to, lexicon, search)
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
def find_by_sets(parts: int, count: int, to: Indexes, stamp: int, search: Search, found: int) -> int:
    """Add those who share a set of atoms that few bear; return how many are found."""
    least = np.log2(len(to.borne.rows) / BY_CHANCE)
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
    least = np.log2(len(to.borne.rows) / BY_CHANCE)
    written = write_near_few(near, to, search)
    found = take(to.ones, written, NEAR_ALL, least, to, stamp, search, found)
    note_beside(count, to, search)
    written = write_near_pairs(near, count, least, to, search)
    return take(to.twos, written, NEAR_FEW, least, to, stamp, search, found)


@compiled
def note_beside(count: int, to: Indexes, search: Search) -> None:
    """Note what each atom tells, and with it the most that another does which too many share together with it, so
    that the two find nobody.
    """
    for i in range(count):
        search.tells[i] = search.beside[i] = to.bits[search.places[i]]
    for i in range(count):
        for j in range(i + 1, count):
            if search.crowds.twos[i] >> j & 1:
                both = search.tells[i] + search.tells[j]
                search.beside[i], search.beside[j] = max(search.beside[i], both), max(search.beside[j], both)


@compiled
def write_near_few(near: int, to: Indexes, search: Search) -> int:
    """Write the keys of the parts one letter off that few bear; return how many there are."""
    few, written = np.log2(len(to.borne.rows) / NEAR_ALL), 0
    for at in range(near):
        if search.near_tells[at] > 0.0 and to.bits[search.near_places[at]] >= few:
            written = write(key_with(0, search.near[at]), search.keys, written)
    return written


@compiled
def write_near_pairs(near: int, count: int, least: float, to: Indexes, search: Search) -> int:
    """Write the keys of the others, each with every atom that few of its bearers share; return how many.

    Whoever is found by such a part and an atom shares enough with no more than these, or a third atom too: one
    that too many share together with the other, else he was found by the two.
    """
    few, apart = np.log2(len(to.borne.rows) / NEAR_ALL), np.log2(len(to.borne.rows) / NEAR_CROWD)
    written = 0
    for at in range(near):
        bits, key = to.bits[search.near_places[at]], key_with(0, search.near[at])
        if bits >= few or search.near_tells[at] <= 0.0:
            continue
        for j in range(count):
            if bits + search.tells[j] >= apart and search.near_tells[at] + search.beside[j] >= least:
                written = write(key_with(key, search.atoms[j]), search.keys, written)
    return written


@compiled
def take(index: Index, written: int, most: int, least: float, to: Indexes, stamp: int, search: Search,
         found: int) -> int:  # fmt: skip
    """Add those who bear one of the keys just written, which no more than `most` bear, and share enough.

    Returns how many are found. Short walks instead of one: each asks memory for what the next will read.
    """
    met = meet(index, take_keys(index, written, most, search), stamp, to, search)
    for at in range(met):
        tells, weighs = shared(search.met[at], to, search)
        if tells >= least:
            search.found[found], search.weigh[found] = search.met[at], weighs
            found += 1
    return found


@compiled
def take_keys(index: Index, written: int, most: int, search: Search) -> int:
    """Put in place of the keys just written the places of those that somebody bears, but no more than `most`.

    Returns how many there are.
    """
    marked, taken = 0, 0
    for at in range(min(written, search.keys.size)):
        if is_marked(index, search.keys[at]):
            search.keys[marked] = search.keys[at]
            prefetch(index.slots, first_slot(index, search.keys[marked]))
            marked += 1
    for at in range(marked):
        slot = slot_of_marked(index, search.keys[at])
        if slot != 0 and bearers_in(slot) <= most:
            search.keys[taken] = place_in(slot)
            prefetch(index.first, search.keys[taken])
            taken += 1
    return taken


@compiled
def meet(index: Index, taken: int, stamp: int, to: Indexes, search: Search) -> int:
    """Write those who bear the keys just taken and were not met before; return how many they are."""
    met = 0
    for at in range(taken):
        prefetch(index.bearers, index.first[search.keys[at]])
    for at in range(taken):
        for place in range(index.first[search.keys[at]], index.first[search.keys[at] + 1]):
            prefetch(search.seen, index.bearers[place])
            prefetch(to.borne.rows, index.bearers[place])
    for at in range(taken):
        for place in range(index.first[search.keys[at]], index.first[search.keys[at] + 1]):
            person = index.bearers[place]
            if search.seen[person] != stamp:
                search.seen[person], search.met[met] = stamp, person
                met += 1
    return met


@compiled
def shared(person: int, to: Indexes, search: Search):
    """Return about how many bits it tells that a person and the record share what they share, and the most that
    the names among it can weigh.
    """
    tells, weighs, at = np.float32(0.0), np.float32(0.0), 0
    while at < ROW and to.borne.rows[person, at] >= 0:
        tells += search.worth[to.borne.rows[person, at], 0]
        weighs += search.worth[to.borne.rows[person, at], 1]
        at += 1
    at = rest_at(to.borne.rows[person, ROW - 1])
    while at >= 0 and to.borne.more[at] >= 0:
        tells += search.worth[to.borne.more[at], 0]
        weighs += search.worth[to.borne.more[at], 1]
        at += 1
    return tells, weighs


@compiled
def number_key(number: Record) -> int:
    """Return the key of a number from one body."""
    return mixed(number.body ^ mixed(number.value))
