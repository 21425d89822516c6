"""People are found by sets of what they bear: the index answers for every key, and only for these."""

from __future__ import annotations

import numpy as np

from tracker.matching.engine.atoms import key_with
from tracker.matching.engine.index import MOST_BEARERS, bearers_of, index_of, place_of
from tracker.matching.engine.sets import no_crowds, write_sets


def keys_of(*numbers: int) -> np.ndarray:
    return np.array([key_with(0, number) for number in numbers], dtype=np.int64)


def test_every_key_is_found_with_all_its_bearers_each_once():
    owners = np.arange(5_000, dtype=np.int32)
    keys = keys_of(*(owner % 700 for owner in owners.tolist()))
    index = index_of(np.repeat(keys, 2), np.repeat(owners, 2))
    for number in (0, 1, 699):
        place = place_of(index, key_with(0, number))
        bearers = index.bearers[index.first[place] : index.first[place + 1]]
        assert sorted(bearers.tolist()) == [owner for owner in owners.tolist() if owner % 700 == number]
        assert bearers_of(index, key_with(0, number)) == len(bearers)


def test_a_key_that_nobody_bears_is_not_found():
    index = index_of(keys_of(*range(2_000)), np.arange(2_000, dtype=np.int32))
    assert [place_of(index, key_with(0, number)) for number in range(2_000, 12_000)] == [-1] * 10_000
    assert place_of(index_of(keys_of(), np.zeros(0, dtype=np.int32)), key_with(0, 1)) == -1


def test_a_crowd_is_counted_up_to_a_bound():
    index = index_of(keys_of(*[7] * 300), np.arange(300, dtype=np.int32))
    assert bearers_of(index, key_with(0, 7)) == MOST_BEARERS


def test_a_larger_set_is_asked_for_only_where_all_within_it_are_crowded():
    atoms, crowds, keys = np.array([1, 2, 3, 9], dtype=np.int64), no_crowds(), np.zeros(50, dtype=np.int64)
    assert write_sets(2, atoms, 3, 4, crowds, keys, 0) == 6
    for i, j in ((0, 1), (0, 2), (1, 2), (0, 3)):
        crowds.twos[i] |= 1 << j
    assert write_sets(3, atoms, 3, 4, crowds, keys, 0) == 1
    assert keys[0] == key_with(key_with(key_with(0, 1), 2), 3)
    assert write_sets(4, atoms, 3, 4, crowds, keys, 0) == 0
    for i, j in ((1, 3), (2, 3)):
        crowds.twos[i] |= 1 << j
    for i, j, k in ((0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)):
        crowds.threes[i, j] |= 1 << k
    assert write_sets(4, atoms, 3, 4, crowds, keys, 0) == 1
    crowds.threes[1, 2] = 0
    assert write_sets(4, atoms, 3, 4, crowds, keys, 0) == 0
