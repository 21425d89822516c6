"""What the rows of a list said so far, as numbers: a million of them take sixteen megabytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LONGEST_RUN = 131_072
"""Numbers that are sorted anew when some come: all of them, every time, would take time and room twice over."""


class Run(NamedTuple):
    """Numbers in their order, each with the number of the row that said it first."""

    said: NDArray[np.int64]
    rows: NDArray[np.int64]


class Seen:
    """Numbers that were met, each with the number of the row that said it first."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def look_up(self, chunk: Sequence[tuple[int, int] | None]) -> list[int | None]:
        """Return for each (what is said, number of the row) the row that said it before, and remember it."""
        before = self._said_before(np.array([one[0] if one else 0 for one in chunk], np.int64))
        new: dict[int, int] = {}
        found: list[int | None] = []
        for one, row in zip(chunk, before, strict=True):
            first = None if one is None else row or new.get(one[0])
            if one is not None and first is None:
                new[one[0]] = one[1]
            found.append(first)
        self.remember(new)
        return found

    def _said_before(self, said: NDArray[np.int64]) -> list[int]:
        """Return for each number the row that said it, 0 where none did: rows are counted from 1."""
        found = np.zeros(len(said), np.int64)
        order = np.argsort(said)
        asked = said[order]
        for run in self._runs:
            places = np.searchsorted(run.said, asked)
            places[places == len(run.said)] = 0
            known = run.said[places] == asked
            found[order[known]] = run.rows[places[known]]
        told: list[int] = found.tolist()
        return told

    def remember(self, new: Mapping[int, int]) -> None:
        """Remember numbers not met before, each with the row that said it."""
        if not new:
            return
        said = np.fromiter(new.keys(), np.int64, len(new))
        rows = np.fromiter(new.values(), np.int64, len(new))
        if self._runs and len(self._runs[-1].said) < LONGEST_RUN:
            last = self._runs.pop()
            said, rows = np.concatenate([last.said, said]), np.concatenate([last.rows, rows])
        order = np.argsort(said)
        self._runs.append(Run(said[order], rows[order]))
