"""Memory is asked for rows beforehand; what is asked for changes nothing and may not be there."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tracker.matching.engine.prefetching import prefetch
from tracker.matching.side import PERSON
from tracker.names.compiled import compiled


@compiled
def sum_asking(values: Any, rows: Any, far: int) -> int:
    total = 0
    for place in range(rows.size):
        prefetch(values, rows[place] + far)
        total += values[rows[place]]
    return total


@compiled
def ask_for_all(table: Any, rows: Any) -> int:
    for place in range(rows.size):
        prefetch(table, rows[place])
    return len(table)


@pytest.mark.parametrize("far", [0, 1, -5_000, 5_000, 1 << 40])
def test_asking_for_a_row_changes_no_result_wherever_it_lies(far: int):
    values, rows = np.arange(1_000), np.arange(999, -1, -1)
    assert sum_asking(values, rows, far) == values.sum()


@pytest.mark.parametrize(
    "table", [np.zeros(3, dtype=PERSON), np.zeros((3, 4), dtype=np.int32), np.zeros(0, dtype=np.int64)]
)
def test_rows_of_every_kind_of_table_can_be_asked_for(table: Any):
    before = table.copy()
    assert ask_for_all(table, np.array([0, 2, 7, -1])) == len(table)
    assert (table == before).all()
