"""What a record is found by: its atoms and the parts one letter off, each with what it tells and can weigh."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled, inlined
from tracker.names.heard import Record

from ..frequencies import FAMILY as AS_FAMILY
from ..frequencies import GIVEN as AS_GIVEN
from ..frequencies import MOTHER as AS_MOTHER
from ..side import Side
from ..vocabulary import Lexicon
from ..weights import FAMILY
from .atoms import MOST_ATOMS, MOST_MOTHERS, MOST_TOKENS, MOTHER, key_with
from .index import Indexes, place_of
from .sets import Crowds, no_crowds

MOST_KEYS = 1 << 14
WRONG_LETTER = 7.0
"""Bits that a part one letter off tells less than the part itself."""
OF_A_COMMON_PART = 4.0
"""Bits that it tells at most beyond what the record's own part can weigh: a name that many bear is one letter off
from much. Measured on 250,000 people and 1,000,000 records: of 104,200 true pairs offered without this, 71 are
lost with 0 bits, 31 with 2, 16 with 4, 8 with 6; of the pairs compared 14, 11, 9 and 6 in a hundred are spared.
"""


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
    weigh: NDArray[np.float64]  # the most that the names can weigh which each of those found shares,
    told: NDArray[np.float64]  # and what all else tells
    atoms: NDArray[np.int64]
    weighs: NDArray[np.float32]  # the most that each can weigh as a part of a name; 0 for other facts
    places: NDArray[np.int32]  # of each atom, among those that somebody bears
    tells: NDArray[np.float32]  # what it tells to share each,
    beside: NDArray[np.float32]  # and with it the most that one does which too many share together with it
    near: NDArray[np.int32]  # classes one letter off from a part of the record,
    near_weighs: NDArray[np.float32]  # and of each the same two, as above,
    near_tells: NDArray[np.float32]  # and what it tells to share it; 0 for what finds nobody
    near_places: NDArray[np.int32]
    keys: NDArray[np.int64]
    worth: NDArray[np.float32]  # place → what it tells to share this atom, and the most that it can weigh
    crowds: Crowds


def search_room(people: int, to: Indexes) -> Search:
    """Return room for one thread."""
    return Search(
        np.full(people, -1, dtype=np.int32),
        np.empty(people, dtype=np.int32),
        np.empty(people, dtype=np.int32),
        np.empty(people, dtype=np.float64),
        np.empty(people, dtype=np.float64),
        np.empty(MOST_ATOMS, dtype=np.int64),
        np.empty(MOST_ATOMS, dtype=np.float32),
        np.empty(MOST_ATOMS, dtype=np.int32),
        np.empty(MOST_ATOMS, dtype=np.float32),
        np.empty(MOST_ATOMS, dtype=np.float32),
        np.empty(MOST_KEYS, dtype=np.int32),
        np.empty(MOST_KEYS, dtype=np.float32),
        np.empty(MOST_KEYS, dtype=np.float32),
        np.empty(MOST_KEYS, dtype=np.int32),
        np.empty(MOST_KEYS, dtype=np.int64),
        np.zeros((to.bits.size, 2), dtype=np.float32),
        no_crowds(),
    )


@compiled
def add_readings(name: Record, meanings: Meanings, lexicon: Lexicon, search: Search, count: int) -> int:
    """Write every class that a part of the name may mean; return how many atoms there are."""
    for i in range(name.count):
        part, weighs = name.units[i], weight_in_role(name, i, lexicon)
        for place in range(meanings.first[part], meanings.first[part + 1]):
            if count < MOST_TOKENS:
                count = add_weighed(meanings.classes[place], weighs, search, count)
    return count


@inlined
def weight_in_role(name: Record, i: int, lexicon: Lexicon) -> float:
    """Return the most that a part of a name can weigh where it stands: that whoever shares it has the same."""
    return float(lexicon[name.units[i]].bits[AS_FAMILY if name.roles[i] == FAMILY else AS_GIVEN])


@compiled
def add_mothers_read(
    person: Record, side: Side, meanings: Meanings, lexicon: Lexicon, search: Search, count: int
) -> int:
    """Write the classes of the mother's given names, as `add_mothers` does; return how many atoms there are."""
    for place in range(person.mothers[0], min(person.mothers[1], person.mothers[0] + MOST_MOTHERS)):
        given = side.mothers[place].given
        if meanings.own[given] >= 0:
            count = add_weighed(MOTHER + meanings.own[given], lexicon[given].bits[AS_MOTHER], search, count)
    return count


@compiled
def add_weighed(atom: int, weighs: float, search: Search, count: int) -> int:
    """Write an atom with the most that it can weigh; return how many atoms there are."""
    for at in range(count):
        if search.atoms[at] == atom:
            search.weighs[at] = max(search.weighs[at], weighs)
            return count
    if count < search.atoms.size:
        search.atoms[count], search.weighs[count] = atom, weighs
        count += 1
    return count


@compiled
def keep_borne(parts: int, count: int, to: Indexes, search: Search):
    """Keep the atoms that somebody bears; return how many of them are parts, and how many there are."""
    borne, kept = 0, 0
    for at in range(count):
        place = place_of(to.ones, key_with(0, search.atoms[at]))
        if place >= 0:
            search.atoms[kept], search.weighs[kept] = search.atoms[at], search.weighs[at]
            search.places[kept] = place
            kept += 1
            borne += at < parts
    return borne, kept


@compiled
def note_near(
    record: Record, records: Side, meanings: Meanings, to: Indexes, lexicon: Lexicon, search: Search
) -> int:
    """Note the classes that somebody bears one letter off from a part of the record; return how many."""
    count = 0
    for n in range(record.names[0], record.names[1]):
        name = records.names[n]
        for i in range(name.count):
            weighs = weight_in_role(name, i, lexicon)
            for at in range(meanings.near_first[name.units[i]], meanings.near_first[name.units[i] + 1]):
                place = to.of_class[meanings.near[at]]
                if place >= 0 and count < search.near.size:
                    search.near[count], search.near_places[count] = meanings.near[at], place
                    search.near_weighs[count] = weighs
                    search.near_tells[count] = max(
                        0.0, min(to.bits[place], weighs + OF_A_COMMON_PART) - WRONG_LETTER
                    )
                    count += 1
    return count


@compiled
def value(near: int, count: int, to: Indexes, search: Search) -> None:
    """Note what it tells to share each part one letter off, and each atom, and the most that it can weigh."""
    for at in range(near):
        worth = search.worth[search.near_places[at]]
        worth[0] = max(worth[0], search.near_tells[at])
        worth[1] = max(worth[1], search.near_weighs[at])
    for at in range(count):
        worth = search.worth[search.places[at]]
        worth[0], worth[1] = to.bits[search.places[at]], max(worth[1], search.weighs[at])


@compiled
def forget(near: int, count: int, search: Search) -> None:
    """Make room for another record."""
    for place in search.near_places[:near]:
        search.worth[place] = 0.0
    for place in search.places[:count]:
        search.worth[place] = 0.0
