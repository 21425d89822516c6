"""The keys by which people and records meet, written out as rows, so that they can be joined.

People have the keys of the gallery's index; a record has those that the gallery would look up. A test holds the
two ways to the same pairs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..engine.atoms import fact_atoms, key_with
from ..engine.index import (
    CROWDED,
    CROWDED_THREE,
    RARE,
    Index,
    emit_pairs,
    emit_refined,
    emit_singles,
    fill_slots,
    index_of,
    refined_keys,
)  # fmt: skip
from ..engine.linking import Meanings, Search, number_key, search_room, tokens_of
from ..side import Side

SINGLE, PAIR, NUMBER, THREE, FOUR = range(5)
MOST_BEARERS = {SINGLE: RARE, PAIR: CROWDED, THREE: CROWDED_THREE}
"""Kind of key → people up to which it finds them; any number where it is not named."""
ROW = np.dtype([("kind", np.int8), ("key", np.int64), ("bearer", np.int32)])
NOTHING = index_of(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32))


class Crowds(NamedTuple):
    """The pairs and the threes of atoms that too many people bear."""

    pairs: Index
    threes: Index
    nothing: Index


def crowd(keys: NDArray[np.int64], bearers: NDArray[np.int64]) -> Index:
    """Return an index that knows how many bear each crowded key, and not who they are."""
    # Key 0 is nobody's: an index without any key would ask for threes again instead of fours.
    order = np.argsort(keys)
    unique = np.concatenate(([0], keys[order])).astype(np.int64)
    first = np.concatenate(([0, 0], np.cumsum(bearers[order]))).astype(np.int64)
    slots = np.full(1 << max(4, int(2 * unique.size).bit_length()), -1, dtype=np.int64)
    fill_slots(slots, unique)
    return Index(slots, unique, first, np.zeros(0, dtype=np.int32))


NO_CROWD = crowd(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
NO_CROWDS = Crowds(NO_CROWD, NO_CROWD, NOTHING)


def first_keys(side: Side, classes: NDArray[np.int32], _crowds: Crowds) -> NDArray[np.void]:
    """Return the keys of people's single parts, pairs of parts, and numbers."""
    singles = _emitted(lambda keys, bearers: emit_singles(side, classes, keys, bearers))
    pairs = _emitted(lambda keys, bearers: emit_pairs(side, classes, keys, bearers))
    keys = np.array([number_key(number) for number in side.numbers], dtype=np.int64)
    owners = np.repeat(
        np.arange(side.people.size, dtype=np.int32), np.diff(side.people["numbers"], axis=1).ravel()
    )
    return np.concatenate([_rows(SINGLE, singles), _rows(PAIR, pairs), _rows(NUMBER, index_of(keys, owners))])


def keys_of_three(side: Side, classes: NDArray[np.int32], crowds: Crowds) -> NDArray[np.void]:
    """Return the keys asked for beside crowded pairs."""
    return _rows(
        THREE,
        _emitted(lambda keys, bearers: emit_refined(side, classes, crowds.pairs, NOTHING, keys, bearers)),
    )


def keys_of_four(side: Side, classes: NDArray[np.int32], crowds: Crowds) -> NDArray[np.void]:
    """Return the keys asked for beside crowded threes."""
    return _rows(
        FOUR,
        _emitted(
            lambda keys, bearers: emit_refined(side, classes, crowds.pairs, crowds.threes, keys, bearers)
        ),
    )


ROUNDS: tuple[Callable[[Side, NDArray[np.int32], Crowds], NDArray[np.void]], ...] = (
    first_keys, keys_of_three, keys_of_four,
)  # fmt: skip
"""Each is made when it is known which keys of the one before are crowded."""


def keys_looked_up(records: Side, meanings: Meanings, crowds: Crowds) -> NDArray[np.void]:
    """Return the keys by which records look people up, in the order in which the gallery would."""
    room = search_room(0)
    rows = np.zeros(emit_looked_up(records, meanings, crowds, room, np.zeros(0, dtype=ROW)), dtype=ROW)
    emit_looked_up(records, meanings, crowds, room, rows)
    return rows


@compiled
def emit_looked_up(records: Side, meanings: Meanings, crowds: Crowds, room: Search, rows: Any) -> int:
    """Write the keys that `linking.find` asks for, record by record; return how many there are."""
    count = 0
    for i in range(records.people.size):
        record = records.people[i]
        fact_count = fact_atoms(record, records.mothers, meanings.own, room.facts)
        for n in range(record.names[0], record.names[1]):
            count = emit_by_name(i, records.names[n], fact_count, meanings, crowds, room, rows, count)
        for n in range(record.numbers[0], record.numbers[1]):
            count = put(NUMBER, number_key(records.numbers[n]), i, rows, count)
    return count


@compiled
def emit_by_name(i: int, name: Record, fact_count: int, meanings: Meanings, crowds: Crowds, room: Search,
                 rows: Any, count: int) -> int:  # fmt: skip
    """Write the keys that `linking.find_by_name` asks for."""
    tokens, keys, facts = room.tokens, room.keys, room.facts
    token_count = tokens_of(name, meanings, tokens)
    for a in range(token_count):
        single = key_with(0, tokens[a])
        count = put(SINGLE, single, i, rows, count)
        for b in range(a + 1, token_count):
            count = put(PAIR, key_with(single, tokens[b]), i, rows, count)
    threes = refined_keys(tokens, token_count, facts, fact_count, crowds.pairs, crowds.nothing, keys, 0)
    for place in range(min(threes, keys.size)):
        count = put(THREE, keys[place], i, rows, count)
    fours = refined_keys(tokens, token_count, facts, fact_count, crowds.pairs, crowds.threes, keys, 0)
    for place in range(min(fours, keys.size)):
        count = put(FOUR, keys[place], i, rows, count)
    return count


@compiled
def put(kind: int, key: int, bearer: int, rows: Any, count: int) -> int:
    """Write a row where there is room; return how many there are or would be."""
    if count < rows.size:
        rows[count].kind, rows[count].key, rows[count].bearer = kind, key, bearer
    return count + 1


def _emitted(emit: Callable[[Any, Any], int]) -> Index:
    count = emit(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32))
    keys, bearers = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int32)
    emit(keys, bearers)
    return index_of(keys, bearers)


def _rows(kind: int, index: Index) -> NDArray[np.void]:
    rows = np.zeros(index.bearers.size, dtype=ROW)
    rows["kind"], rows["bearer"] = kind, index.bearers
    rows["key"] = np.repeat(index.keys, np.diff(index.first))
    return rows
