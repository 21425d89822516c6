"""What each person bears stands in a line of memory, and what the line does not hold elsewhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.matching.engine.borne import LAST, ROW, Borne, borne_by, rest_at
from tracker.matching.engine.prefetching import LINE


def read(borne: Borne, person: int) -> list[int]:
    row = borne.rows[person].tolist()
    places = [place for place in row if place >= 0]
    at = rest_at(row[-1])
    while at >= 0 and borne.more[at] != LAST:
        places.append(int(borne.more[at]))
        at += 1
    return places


@settings(deadline=None)  # compiled when first called
@given(st.lists(st.integers(0, 3 * ROW), max_size=30))
def test_everybody_keeps_all_that_they_bear(counts: list[int]):
    first = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    places = np.arange(first[-1], dtype=np.int32) * 7
    borne = borne_by(first, places)
    for person in range(len(counts)):
        assert read(borne, person) == places[first[person] : first[person + 1]].tolist()


@pytest.mark.parametrize("people", [1, 2, 3, 1_000])
def test_nobody_lies_across_two_lines_of_memory(people: int):
    borne = borne_by(np.zeros(people + 1, dtype=np.int64), np.zeros(0, dtype=np.int32))
    assert borne.rows.ctypes.data % LINE == 0
    assert borne.rows.strides[0] == LINE
