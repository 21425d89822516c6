"""Keys → those who bear them, sorted; built once for a run, read by every record."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled

from ..side import Side
from .atoms import MOST_ATOMS, add_facts, add_parts, key_with

EVERYBODY = 1 << 40
FEW = (0, 20, 40, 80, EVERYBODY)
"""Bearers of a set of so many atoms up to which it finds them; with more the set is crowded, and one atom more is
asked for. Measured on invented lists (docs/benchmarks.md): more cost time and find hardly anyone else."""


class Index(NamedTuple):
    """Sorted keys, where the bearers of each begin, and the bearers."""

    slots: NDArray[np.int64]  # open addressing: place of the key, -1 where free
    keys: NDArray[np.int64]
    first: NDArray[np.int64]
    bearers: NDArray[np.int32]


class Indexes(NamedTuple):
    """All that people are found by: sets of one atom to four, and numbers."""

    ones: Index
    twos: Index
    threes: Index
    fours: Index
    numbers: Index
    first: NDArray[np.int64]
    facts: NDArray[np.int64]
    atoms: NDArray[np.int64]


@compiled
def place_of(index: Index, key: int) -> int:
    """Return the place of a key, -1 where nobody bears it."""
    mask = index.slots.size - 1
    slot = key & mask
    while index.slots[slot] >= 0:
        if index.keys[index.slots[slot]] == key:
            return int(index.slots[slot])
        slot = (slot + 1) & mask
    return -1


@compiled
def bearers_of(index: Index, key: int) -> int:
    """Return how many bear a key."""
    place = place_of(index, key)
    return 0 if place < 0 else int(index.first[place + 1] - index.first[place])


@compiled
def fill_slots(slots: NDArray[np.int64], keys: NDArray[np.int64]) -> None:
    """Enter every key."""
    mask = slots.size - 1
    for place in range(keys.size):
        slot = keys[place] & mask
        while slots[slot] >= 0:
            slot = (slot + 1) & mask
        slots[slot] = place


def index_of(keys: NDArray[np.int64], bearers: NDArray[np.int32]) -> Index:
    """Return the index of pairs of key and bearer; a bearer counts once for a key."""
    order = np.lexsort((bearers, keys))
    keys, bearers = keys[order], bearers[order]
    if keys.size:
        kept = np.concatenate(([True], (keys[1:] != keys[:-1]) | (bearers[1:] != bearers[:-1])))
        keys, bearers = keys[kept], bearers[kept]
    unique, first = np.unique(keys, return_index=True)
    slots = np.full(1 << max(4, int(2 * unique.size).bit_length()), -1, dtype=np.int64)
    fill_slots(slots, unique)
    return Index(slots, unique, np.append(first, keys.size).astype(np.int64), bearers)


EMPTY = index_of(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32))


def indexes_of(side: Side, classes: NDArray[np.int32], numbers: Index) -> Indexes:
    """Return what the people of a side are found by."""
    atoms = atoms_of(side, classes)
    found = Indexes(EMPTY, EMPTY, EMPTY, EMPTY, numbers, *atoms)
    for size, field in enumerate(("ones", "twos", "threes", "fours"), start=1):
        count = emit(size, found, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32))
        keys, bearers = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int32)
        emit(size, found, keys, bearers)
        found = found._replace(**{field: index_of(keys, bearers)})  # type: ignore[arg-type]
    return found


def atoms_of(
    side: Side, classes: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return everybody's atoms laid end to end, where each one's begin, and where among them the facts begin."""
    first = np.zeros(side.people.size + 1, dtype=np.int64)
    facts = np.zeros(side.people.size, dtype=np.int64)
    write_atoms(side, classes, first, facts, np.zeros(0, dtype=np.int64))
    atoms = np.zeros(first[-1], dtype=np.int64)
    write_atoms(side, classes, first, facts, atoms)
    return first, facts, atoms


@compiled
def write_atoms(side: Side, classes: NDArray[np.int32], first: Any, facts: Any, atoms: Any) -> None:
    """Write everybody's atoms where there is room, and where they begin."""
    own = np.empty(MOST_ATOMS, dtype=np.int64)
    for i in range(side.people.size):
        person, count = side.people[i], 0
        for n in range(person.names[0], person.names[1]):
            count = add_parts(side.names[n], classes, own, count)
        facts[i] = first[i] + count
        count = add_facts(person, side.mothers, classes, own, count)
        first[i + 1] = first[i] + count
        if atoms.size:
            atoms[first[i] : first[i + 1]] = own[:count]


@compiled
def emit(size: int, to: Indexes, keys: Any, bearers: Any) -> int:
    """Write the keys of everybody's sets of so many atoms; return how many there are."""
    count = 0
    for owner in range(to.facts.size):
        atoms = to.atoms[to.first[owner] : to.first[owner + 1]]
        before = count
        count = write_sets(size, atoms, to.facts[owner] - to.first[owner], atoms.size, to, keys, count)
        for place in range(before, min(count, bearers.size)):
            bearers[place] = owner
    return count


@compiled
def write_sets(size: int, atoms: Any, parts: int, count: int, to: Indexes, keys: Any, written: int) -> int:
    """Append the keys of all sets of so many atoms of which one is a part; return how many there are.

    A set of three or four is written only where each set within it is crowded: else it is found by that already.
    """
    if size == 1:
        for i in range(count):
            written = write(key_with(0, atoms[i]), keys, written)
        return written
    for i in range(parts):
        one = key_with(0, atoms[i])
        for j in range(i + 1, count):
            two = key_with(one, atoms[j])
            if size == 2:
                written = write(two, keys, written)
            elif bearers_of(to.twos, two) > FEW[2]:
                written = write_larger(size, i, j, two, atoms, parts, count, to, keys, written)
    return written


@compiled
def write_larger(size: int, i: int, j: int, two: int, atoms: Any, parts: int, count: int, to: Indexes,
                 keys: Any, written: int) -> int:  # fmt: skip
    """Append the sets of three or four that begin with a crowded set of two."""
    for k in range(j + 1, count):
        if not (is_crowded_two(i, k, atoms, parts, to) and is_crowded_two(j, k, atoms, parts, to)):
            continue
        three = key_with(two, atoms[k])
        if size == 3:
            written = write(three, keys, written)
        elif bearers_of(to.threes, three) > FEW[3]:
            for m in range(k + 1, count):
                if is_crowded_with(i, j, k, m, atoms, parts, to):
                    written = write(key_with(three, atoms[m]), keys, written)
    return written


@compiled
def is_crowded_two(i: int, j: int, atoms: Any, parts: int, to: Indexes) -> bool:
    """Say whether two atoms have too many bearers to find them by; facts alone find nobody."""
    return min(i, j) >= parts or bearers_of(to.twos, key_with(key_with(0, atoms[i]), atoms[j])) > FEW[2]


@compiled
def is_crowded_with(i: int, j: int, k: int, m: int, atoms: Any, parts: int, to: Indexes) -> bool:
    """Say whether every set of three that has the last of these four atoms is crowded."""
    for a, b in ((i, j), (i, k), (j, k)):
        if a < parts:
            key = key_with(key_with(key_with(0, atoms[a]), atoms[b]), atoms[m])
            if bearers_of(to.threes, key) <= FEW[3]:
                return False
    return True


@compiled
def write(key: int, keys: Any, count: int) -> int:
    """Append a key where there is room; return how many there are or would be."""
    if count < keys.size:
        keys[count] = key
    return count + 1
