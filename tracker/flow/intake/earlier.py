"""The version of a list that a newer one replaces, as a check compares the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Self

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from tracker.flow.intake.copying import line_of_check
from tracker.flow.intake.held import NOT_SET_ASIDE
from tracker.models import ImportFile, ImportRow

Numbers = NDArray[np.int64]

# Whom nothing tells gets the number of the row, negative: it is about nobody else.
EARLIER = f"""
    SELECT record.row_id, told.says_key, COALESCE(told.whom_key, -record.row_id)
      FROM tracker_importrow told
      JOIN tracker_prisonrecord record ON record.row_id = COALESCE(told.same_as_id, told.id)
     WHERE told.import_file_id = ANY(%s) AND told.status IN ('stored', 'unchanged') AND {NOT_SET_ASIDE}
     ORDER BY record.row_id
"""  # noqa: S608 -- put together of our own words
SHOWN_AT_ONCE = 2_000


class EarlierVersion:
    """What the earlier version says, as numbers, and how much of it was met in the newer one."""

    def __init__(self, lists: Sequence[int], rows: Numbers) -> None:
        self.lists = lists
        self._rows = rows[:, 0]
        self._says, self._of_says = _sorted(rows[:, 1])
        self._whom, self._of_whom = _sorted(rows[:, 2])
        self._met = np.zeros(len(rows), bool)
        self._noted: set[int] = set()

    @classmethod
    def read(cls, lists: Sequence[int]) -> Self:
        """Read what stands of these lists."""
        found: list[Numbers] = [np.empty((0, 3), np.int64)]
        if lists:
            with connection.chunked_cursor() as cursor:
                cursor.execute(EARLIER, [list(lists)])
                while some := list(islice(cursor, 20_000)):
                    found.append(np.array(some, np.int64))
        return cls(lists, np.concatenate(found))

    def says(self, says_key: int) -> bool:
        """Say whether the earlier version says the very same."""
        first, last = np.searchsorted(self._says, [says_key, says_key + 1])
        self._met[self._of_says[first:last]] = True
        return bool(first < last)

    def about(self, whom_key: int | None) -> int | None:
        """Return the row of the earlier version that is about the same person or body."""
        if whom_key is None:
            return None
        place = np.searchsorted(self._whom, whom_key)
        if place == len(self._whom) or self._whom[place] != whom_key:
            return None
        return int(self._rows[self._of_whom[place]])

    def stays(self, row: int) -> bool:
        """Say whether the newer version says the very same as this row of the earlier one."""
        return bool(self._met[np.searchsorted(self._rows, row)])

    def note(self, whom_key: int | None) -> None:
        """Note whom the newer version speaks of otherwise: they are not gone."""
        if self.lists and whom_key is not None:
            self._noted.add(whom_key)

    def gone_lines(self, imported: ImportFile, *counts: Counter[str]) -> list[str]:
        """Return what is kept of rows that the newer version no longer holds."""
        spoken_of = np.isin(self._whom, np.fromiter(self._noted, np.int64, len(self._noted)))
        gone = ~self._met
        gone[self._of_whom[spoken_of]] = False
        numbers = self._rows[gone].tolist()
        for counted in counts:
            counted.update({"gone": len(numbers)} if numbers else {})
        return [line for start in range(0, len(numbers), SHOWN_AT_ONCE)
                for line in _lines(imported, numbers[start : start + SHOWN_AT_ONCE])]  # fmt: skip


def _lines(imported: ImportFile, numbers: Sequence[int]) -> list[str]:
    rows = ImportRow.objects.filter(pk__in=numbers).order_by("pk")
    return [
        line_of_check(imported.pk, row.sheet, row.number, row.cells, [], kinds=["gone"], other=row.pk)
        for row in rows
    ]


def _sorted(numbers: Numbers) -> tuple[Numbers, Numbers]:
    order = np.argsort(numbers, kind="stable")
    return numbers[order], order
