"""Keys → those who bear them, sorted; built once for a run, read by every record."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled

from ..side import MOST_PARTS, Side
from .atoms import MOST_FACTS, fact_atoms, key_with

CROWDED = 120
"""Bearers of a pair of parts from which on the pair alone finds nobody: a third agreement is asked for.
Measured in docs/benchmarks.md: fewer lose true pairs, more cost time and bring none."""
CROWDED_THREE = 250
"""Likewise of three: then a fourth."""
RARE = 40
"""Bearers of one part up to which it finds them alone."""


class Index(NamedTuple):
    """Sorted keys, where the bearers of each begin, and the bearers."""

    slots: NDArray[np.int64]  # open addressing: place of the key, -1 where free
    keys: NDArray[np.int64]
    first: NDArray[np.int64]
    bearers: NDArray[np.int32]


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


@compiled
def emit_singles(side: Side, classes: NDArray[np.int32], keys: Any, bearers: Any) -> int:
    """Write the key of every part of every name; return how many there are."""
    count = 0
    units = np.empty(MOST_PARTS, dtype=np.int64)
    for owner in range(side.people.size):
        for n in range(side.people[owner].names[0], side.people[owner].names[1]):
            for i in range(units_of_name(side.names[n], classes, units)):
                if count < keys.size:
                    keys[count], bearers[count] = key_with(0, units[i]), owner
                count += 1
    return count


@compiled
def emit_pairs(side: Side, classes: NDArray[np.int32], keys: Any, bearers: Any) -> int:
    """Write the key of every two parts of every name; return how many there are."""
    count = 0
    units = np.empty(MOST_PARTS, dtype=np.int64)
    for owner in range(side.people.size):
        for n in range(side.people[owner].names[0], side.people[owner].names[1]):
            unit_count = units_of_name(side.names[n], classes, units)
            for i in range(unit_count):
                for j in range(i + 1, unit_count):
                    if count < keys.size:
                        keys[count], bearers[count] = key_with(key_with(0, units[i]), units[j]), owner
                    count += 1
    return count


@compiled
def emit_refined(side: Side, classes: NDArray[np.int32], known: Index, three: Index, keys: Any, bearers: Any) -> int:
    """Write the keys of what is asked for beside a crowded pair, or, with `three`, beside a crowded three.

    A set is written only where each set within it is crowded: else it is found by that one already.
    """
    count = 0
    facts = np.empty(MOST_FACTS, dtype=np.int64)
    units = np.empty(MOST_PARTS, dtype=np.int64)
    for owner in range(side.people.size):
        fact_count = fact_atoms(side.people[owner], side.mothers, classes, facts)
        for n in range(side.people[owner].names[0], side.people[owner].names[1]):
            unit_count = units_of_name(side.names[n], classes, units)
            before = count
            count = refined_keys(units, unit_count, facts, fact_count, known, three, keys, count)
            for place in range(before, min(count, bearers.size)):
                bearers[place] = owner
    return count


@compiled
def units_of_name(name: Any, classes: NDArray[np.int32], units: Any) -> int:
    """Write the classes of a name's parts, each once; return how many."""
    count = 0
    for i in range(name.count):
        known = classes[name.units[i]]
        if known >= 0 and not is_among(units, count, known):
            units[count] = known
            count += 1
    return count


@compiled
def is_among(values: Any, count: int, wanted: int) -> bool:
    """Say whether a value is among the first ones."""
    for place in range(count):
        if values[place] == wanted:
            return True
    return False


@compiled
def is_crowded_pair(a: int, b: int, pairs: Index) -> bool:
    """Say whether two parts have too many bearers to find them by."""
    return bearers_of(pairs, key_with(key_with(0, a), b)) > CROWDED


@compiled
def refined_keys(units: Any, unit_count: int, facts: Any, fact_count: int, pairs: Index, three: Index,
                 keys: Any, count: int) -> int:  # fmt: skip
    """Append the keys asked for beside crowded pairs; beside crowded threes where `three` has any."""
    for i in range(unit_count):
        for j in range(i + 1, unit_count):
            if not is_crowded_pair(units[i], units[j], pairs):
                continue
            pair = key_with(key_with(0, units[i]), units[j])
            for k in range(j + 1, unit_count):
                if is_crowded_pair(units[i], units[k], pairs) and is_crowded_pair(units[j], units[k], pairs):
                    key = key_with(pair, units[k])
                    count = append(key, units, k + 1, unit_count, facts, 0, fact_count, three, keys, count)
            for f in range(fact_count):
                key = key_with(pair, facts[f])
                count = append(key, units, unit_count, unit_count, facts, f + 1, fact_count, three, keys, count)
    return count


@compiled
def append(key: int, units: Any, unit: int, unit_count: int, facts: Any, fact: int, fact_count: int, three: Index,
           keys: Any, count: int) -> int:  # fmt: skip
    """Append a set of three, or where threes are known and this one is crowded, each set of four with it."""
    if three.keys.size == 0:
        return write(key, keys, count)
    if bearers_of(three, key) <= CROWDED_THREE:
        return count
    for k in range(unit, unit_count):
        count = write(key_with(key, units[k]), keys, count)
    for f in range(fact, fact_count):
        count = write(key_with(key, facts[f]), keys, count)
    return count


@compiled
def write(key: int, keys: Any, count: int) -> int:
    """Append a key where there is room; return how many there are or would be."""
    if count < keys.size:
        keys[count] = key
    return count + 1
