"""Records against all people: who shares enough to be compared, and what the comparison says."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..side import Side
from ..vocabulary import Lexicon
from .atoms import MOST_FACTS, MOST_TOKENS, fact_atoms, key_with, mixed
from .index import CROWDED, CROWDED_THREE, RARE, Index, is_among, place_of, refined_keys
from ..weights import GIVEN
from .kin import BROTHER, BROTHER_BY_THE_REST, NOBODY, PERHAPS_FATHER
from .pairs import score_pair
from .weighing import part_weight

MOST_KEYS = 4096
MOST_KEPT = 64
"""Likely people kept for one record; a reviewer is shown far fewer."""


class Indexes(NamedTuple):
    """All that people are found by."""

    singles: Index
    pairs: Index
    threes: Index
    fours: Index
    numbers: Index
    nothing: Index


class Meanings(NamedTuple):
    """For each part of the records, by its number: the classes of the people's parts that it may mean."""

    first: NDArray[np.int64]
    classes: NDArray[np.int32]
    own: NDArray[np.int32]  # the first of them, -1 for none


class Search(NamedTuple):
    """Room for one thread."""

    seen: NDArray[np.int64]  # person → the record that met them last
    found: NDArray[np.int32]
    keys: NDArray[np.int64]
    tokens: NDArray[np.int64]
    facts: NDArray[np.int64]


def search_room(people: int) -> Search:
    """Return room for one thread."""
    return Search(
        np.full(people, -1, dtype=np.int64),
        np.empty(people, dtype=np.int32),
        np.empty(MOST_KEYS, dtype=np.int64),
        np.empty(MOST_TOKENS, dtype=np.int64),
        np.empty(MOST_FACTS, dtype=np.int64),
    )


@compiled
def take(index: Index, key: int, most: int, stamp: int, search: Search, count: int) -> int:
    """Add the bearers of a key to those found, unless they are more than `most`; return how many are found."""
    place = place_of(index, key)
    if place < 0 or index.first[place + 1] - index.first[place] > most:
        return count
    for at in range(index.first[place], index.first[place + 1]):
        person = index.bearers[at]
        if search.seen[person] != stamp:
            search.seen[person] = stamp
            search.found[count] = person
            count += 1
    return count


@compiled
def tokens_of(name: Record, meanings: Meanings, tokens: Any) -> int:
    """Write every class that a part of the name may mean; return how many."""
    count = 0
    for i in range(name.count):
        part = name.units[i]
        for place in range(meanings.first[part], meanings.first[part + 1]):
            if count < MOST_TOKENS and not is_among(tokens, count, meanings.classes[place]):
                tokens[count] = meanings.classes[place]
                count += 1
    return count


@compiled
def find_by_name(name: Record, fact_count: int, meanings: Meanings, to: Indexes, stamp: int, search: Search,
                 count: int) -> int:  # fmt: skip
    """Add those who share enough with one name and the facts beside it."""
    tokens, keys = search.tokens, search.keys
    token_count = tokens_of(name, meanings, tokens)
    for i in range(token_count):
        count = take(to.singles, key_with(0, tokens[i]), RARE, stamp, search, count)
        for j in range(i + 1, token_count):
            count = take(to.pairs, key_with(key_with(0, tokens[i]), tokens[j]), CROWDED, stamp, search, count)
    threes = refined_keys(tokens, token_count, search.facts, fact_count, to.pairs, to.nothing, keys, 0)
    for place in range(min(threes, keys.size)):
        count = take(to.threes, keys[place], CROWDED_THREE, stamp, search, count)
    fours = refined_keys(tokens, token_count, search.facts, fact_count, to.pairs, to.threes, keys, 0)
    for place in range(min(fours, keys.size)):
        count = take(to.fours, keys[place], search.found.size, stamp, search, count)
    return count


@compiled
def find(i: int, records: Side, meanings: Meanings, to: Indexes, stamp: int, search: Search) -> int:
    """Write everyone to whom a record is to be compared into `search.found`; return how many."""
    record, count = records.people[i], 0
    fact_count = fact_atoms(record, records.mothers, meanings.own, search.facts)
    for n in range(record.names[0], record.names[1]):
        count = find_by_name(records.names[n], fact_count, meanings, to, stamp, search, count)
    for n in range(record.numbers[0], record.numbers[1]):
        number = records.numbers[n]
        count = take(to.numbers, number_key(number), search.found.size, stamp, search, count)
    return count


@compiled
def number_key(number: Record) -> int:
    """Return the key of a number from one body."""
    return mixed(number.body ^ mixed(number.value))


@compiled
def link(records: Side, first: int, last: int, people: Side, meanings: Meanings, to: Indexes, lexicon: Lexicon,
         scale: Any, room: Any, search: Search, prior: float, least: float, out: Any):  # type: ignore[no-untyped-def]  # fmt: skip
    """Compare records with everyone they share enough with; write the likely pairs into `out`.

    Returns how many are likely, and how many were compared. Where relatives are likely one family, the pair is
    written with what the second is to the first.
    """
    written, compared = 0, 0
    for i in range(first, last):
        count = find(i, records, meanings, to, i, search)
        compared += count
        kept = written
        for place in range(count):
            j = search.found[place]
            bits, kin = score_pair(records.people[i], people.people[j], records, people, lexicon, scale[0], room[0],
                                   prior)  # fmt: skip
            if kin != NOBODY:
                bits += kin_toll(kin, scale[0])
            if bits >= least and written < out.size and written - kept < MOST_KEPT:
                out[written].record, out[written].person = i, j
                out[written].bits, out[written].kin = bits, kin
                written += 1
    return written, compared


@compiled
def kin_toll(kin: int, scale: Record) -> float:
    """Return the bits that were taken for being two people; the given names' own difference is one of them."""
    if kin == BROTHER_BY_THE_REST:
        return -part_weight(0.0, 0.0, GIVEN, scale)
    if kin == BROTHER:
        return float(scale.kin - part_weight(0.0, 0.0, GIVEN, scale))
    # A father's given name stands in his son's second place, and the son's own is left out.
    toll = scale.kin_perhaps if kin >= PERHAPS_FATHER else scale.kin
    return float(toll + scale.given_left_out + scale.other_than_given)


LIKELY = np.dtype([("record", np.int32), ("person", np.int32), ("bits", np.float64), ("kin", np.int8)])
"""A likely pair; of relatives the bits are those of everything but that they are two people."""
