"""Keys → those who bear them, sorted; built once for a run, read by every record."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled, inlined

from ..side import Side
from .atoms import MOST_ATOMS, add_facts, add_mothers, add_parts, key_with
from .borne import Borne, borne_by
from .sets import Crowds, no_crowds, write_sets

EVERYBODY = 1 << 40
FEW = (0, 20, 40, 80, EVERYBODY)
"""Bearers of a set of so many atoms up to which it finds them; with more the set is crowded, and one atom more is
asked for. Measured on invented lists (docs/benchmarks.md): more cost time and find hardly anyone else."""
MARKS = 16
"""Bits for each key that tell at once, fifteen times in sixteen, that nobody bears another: most are asked for in
vain."""
PLACE_BITS, BEARERS_BITS = 28, 7
LOWER_BITS = PLACE_BITS + BEARERS_BITS
"""A slot holds the place of a key, how many bear it, and its upper bits: one look into memory tells all. Two keys
are taken for one about once in a billion times; whoever is found by that shares too little to be kept."""
MOST_BEARERS = (1 << BEARERS_BITS) - 1
"""More are counted as so many: a set is crowded long before."""


class Index(NamedTuple):
    """Sorted keys, where the bearers of each begin, and the bearers."""

    marks: NDArray[np.uint64]  # a bit for each key borne, and for few others
    slots: NDArray[np.int64]  # open addressing; 0 where free
    first: NDArray[np.int64]
    bearers: NDArray[np.int32]


class Indexes(NamedTuple):
    """All that people are found by: sets of one atom to four, and numbers; and what each of them bears."""

    ones: Index
    twos: Index
    threes: Index
    fours: Index
    numbers: Index
    bits: NDArray[np.float32]  # what it tells to share an atom, by its place among the ones
    of_class: NDArray[np.int32]  # the place of a part's class among them, -1 where no name has it
    borne: Borne


class Atoms(NamedTuple):
    """Everybody's atoms laid end to end: the parts of one's name, the mother's, all else."""

    spans: NDArray[np.int32]  # of each person: where each of these three begins, and where the last ends
    atoms: NDArray[np.int64]

    def first(self) -> NDArray[np.int64]:
        """Return where each person's atoms begin, and where the last one's end."""
        return np.append(self.spans[:, 0], self.atoms.size).astype(np.int64)


@inlined
def is_marked(index: Index, key: int) -> bool:
    """Say whether somebody may bear a key."""
    bit = key & (64 * index.marks.size - 1)
    return bool(index.marks[bit >> 6] >> np.uint64(bit & 63) & np.uint64(1))


@inlined
def first_slot(index: Index, key: int) -> int:
    """Return the first slot in which a key may be noted."""
    return key & (index.slots.size - 1)


@inlined
def slot_of(index: Index, key: int) -> int:
    """Return what is noted of a key, 0 where nobody bears it."""
    return slot_of_marked(index, key) if is_marked(index, key) else 0


@inlined
def slot_of_marked(index: Index, key: int) -> int:
    """Return the same of a key that somebody may bear."""
    mask, rest = index.slots.size - 1, rest_of(key)
    slot = first_slot(index, key)
    while index.slots[slot] != 0:
        if rest_of(index.slots[slot]) == rest:
            return int(index.slots[slot])
        slot = (slot + 1) & mask
    return 0


@inlined
def rest_of(key: int) -> int:
    """Return the upper bits of a key, which its slot holds too: they tell it from others there."""
    return key >> LOWER_BITS


@inlined
def place_in(slot: int) -> int:
    """Return the place of the key that a slot notes, -1 for none."""
    return (slot & (1 << PLACE_BITS) - 1) - 1


@inlined
def bearers_in(slot: int) -> int:
    """Return how many bear the key that a slot notes, or `MOST_BEARERS` if more do; 0 for none."""
    return slot >> PLACE_BITS & MOST_BEARERS


@inlined
def place_of(index: Index, key: int) -> int:
    """Return the place of a key, -1 where nobody bears it."""
    return place_in(slot_of(index, key))


@inlined
def bearers_of(index: Index, key: int) -> int:
    """Return how many bear a key, or `MOST_BEARERS` if more do."""
    return bearers_in(slot_of(index, key))


@compiled
def enter(
    keys: NDArray[np.int64], first: NDArray[np.int64], marks: NDArray[np.uint64], slots: NDArray[np.int64]
) -> None:
    """Enter every key."""
    mask, bits = slots.size - 1, 64 * marks.size - 1
    for place in range(keys.size):
        slot, bit = keys[place] & mask, keys[place] & bits
        marks[bit >> 6] |= np.uint64(1) << np.uint64(bit & 63)
        while slots[slot] != 0:
            slot = (slot + 1) & mask
        bearers = min(first[place + 1] - first[place], MOST_BEARERS)
        slots[slot] = rest_of(keys[place]) << LOWER_BITS | bearers << PLACE_BITS | place + 1


def index_of(keys: NDArray[np.int64], bearers: NDArray[np.int32]) -> Index:
    """Return the index of pairs of key and bearer, the bearers in order; a bearer counts once for a key."""
    order = np.argsort(keys, kind="stable")
    keys, bearers = keys[order], bearers[order]
    kept = _begins(keys) | _begins(bearers)
    keys, bearers = keys[kept], bearers[kept]
    first = np.append(np.flatnonzero(_begins(keys)), keys.size)
    unique = keys[first[:-1]]
    slots = np.zeros(1 << max(4, int(2 * unique.size).bit_length()), dtype=np.int64)
    marks = np.zeros(max(1, slots.size * MARKS // 128), dtype=np.uint64)
    enter(unique, first, marks, slots)
    return Index(marks, slots, first, bearers)


def _begins(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Say of each value whether it is another than the one before it."""
    begins = np.ones(values.size, dtype=np.bool_)
    begins[1:] = values[1:] != values[:-1]
    return begins


NO_KEYS, NO_PLACES, NO_BITS = np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32)
NO_FIRST = np.zeros(1, np.int64)
EMPTY = index_of(NO_KEYS, NO_PLACES)


def indexes_of(side: Side, classes: NDArray[np.int32], numbers: Index) -> Indexes:
    """Return what the people of a side are found by."""
    told = atoms_of(side, classes)
    found = Indexes(EMPTY, EMPTY, EMPTY, EMPTY, numbers, NO_BITS, NO_PLACES, borne_by(NO_FIRST, NO_PLACES))
    for size, field in enumerate(("ones", "twos", "threes", "fours"), start=1):
        count = emit(size, told, found, NO_KEYS, NO_PLACES)
        keys, bearers = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int32)
        emit(size, told, found, keys, bearers)
        found = found._replace(**{field: index_of(keys, bearers)})  # type: ignore[arg-type]
    return found._replace(
        bits=np.log2(side.people.size / np.diff(found.ones.first)).astype(np.float32),
        of_class=places_of(np.arange(1 + classes.max(initial=-1)), found.ones),
        borne=borne_by(told.first(), places_of(told.atoms, found.ones)),
    )


@compiled
def places_of(atoms: NDArray[np.int64], ones: Index) -> NDArray[np.int32]:
    """Return the place of each atom among those that somebody bears, -1 for none."""
    places = np.empty(atoms.size, dtype=np.int32)
    for place in range(atoms.size):
        places[place] = place_of(ones, key_with(0, atoms[place]))
    return places


def atoms_of(side: Side, classes: NDArray[np.int32]) -> Atoms:
    """Return everybody's atoms."""
    spans = np.zeros((side.people.size, 4), dtype=np.int32)
    count = write_atoms(side, classes, spans, NO_KEYS)
    atoms = np.zeros(count, dtype=np.int64)
    write_atoms(side, classes, spans, atoms)
    return Atoms(spans, atoms)


@compiled
def write_atoms(side: Side, classes: NDArray[np.int32], spans: Any, atoms: Any) -> int:
    """Write everybody's atoms where there is room, and where they begin; return how many there are."""
    own, written = np.empty(MOST_ATOMS, dtype=np.int64), 0
    for i in range(side.people.size):
        person, count = side.people[i], 0
        for n in range(person.names[0], person.names[1]):
            count = add_parts(side.names[n], classes, own, count)
        spans[i, 0], spans[i, 1] = written, written + count
        count = add_mothers(person, side.mothers, classes, own, count)
        spans[i, 2] = written + count
        count = add_facts(person, own, count)
        if atoms.size:
            atoms[written : written + count] = own[:count]
        written += count
        spans[i, 3] = written
    return written


@compiled
def emit(size: int, told: Atoms, to: Indexes, keys: Any, bearers: Any) -> int:
    """Write the keys of everybody's sets of so many atoms; return how many there are."""
    count, crowds = 0, no_crowds()
    for owner in range(len(told.spans)):
        first, mothers, _, last = told.spans[owner]
        atoms, parts, before = told.atoms[first:last], mothers - first, count
        for smaller in range(2, size):
            note_crowds(smaller, atoms, parts, atoms.size, to, crowds)
        count = write_sets(size, atoms, parts, atoms.size, crowds, keys, count)
        for place in range(before, min(count, bearers.size)):
            bearers[place] = owner
    return count


@compiled
def note_crowds(size: int, atoms: Any, parts: int, count: int, to: Indexes, crowds: Crowds) -> None:
    """Note which sets of two, or of three within them, have too many bearers to find them by."""
    for i in range(count):
        if size == 2:
            note_twos(i, atoms, parts, count, to, crowds)
        elif i < parts:
            for j in range(i + 1, count):
                note_threes(i, j, atoms, count, to, crowds)


@compiled
def note_twos(i: int, atoms: Any, parts: int, count: int, to: Indexes, crowds: Crowds) -> None:
    """Note with which atoms behind it one is crowded. Facts alone find nobody, so they count as crowded."""
    crowds.twos[i], one = 0, key_with(0, atoms[i])
    for j in range(i + 1, count):
        if i >= parts or bearers_of(to.twos, key_with(one, atoms[j])) > FEW[2]:
            crowds.twos[i] |= 1 << j


@compiled
def note_threes(i: int, j: int, atoms: Any, count: int, to: Indexes, crowds: Crowds) -> None:
    """Note with which atoms behind them two are crowded."""
    crowds.threes[i, j] = 0
    if not crowds.twos[i] >> j & 1:
        return
    two, among = key_with(key_with(0, atoms[i]), atoms[j]), crowds.twos[i] & crowds.twos[j]
    for k in range(j + 1, count):
        if among >> k & 1 and bearers_of(to.threes, key_with(two, atoms[k])) > FEW[3]:
            crowds.threes[i, j] |= 1 << k
