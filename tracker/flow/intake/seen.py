"""What the rows of a list said so far, as numbers: a million of them take a dozen megabytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Seen:
    """Numbers that were met, each with the number of the row that said it first."""

    def __init__(self) -> None:
        self._said: Numbers = np.empty(0, np.int64)
        self._rows: Numbers = np.empty(0, np.int64)

    def look_up(self, chunk: Sequence[tuple[int, int] | None]) -> list[int | None]:
        """Return for each (what is said, number of the row) the row that said it before, and remember it."""
        said = np.array([one[0] if one else 0 for one in chunk], np.int64)
        before = dict(zip(said.tolist(), self._said_by(said), strict=True))
        new: dict[int, int] = {}
        found: list[int | None] = []
        for one in chunk:
            first = None if one is None else before[one[0]] or new.get(one[0])
            if one is not None and first is None:
                new[one[0]] = one[1]
            found.append(first)
        self._remember(new)
        return found

    def _said_by(self, said: Numbers) -> list[int | None]:
        places = np.searchsorted(self._said, said)
        places[places == len(self._said)] = 0
        if not len(self._said):
            return [None] * len(said)
        known = self._said[places] == said
        return [
            row if is_known else None
            for row, is_known in zip(self._rows[places].tolist(), known, strict=True)
        ]

    def _remember(self, new: Mapping[int, int]) -> None:
        said = np.concatenate([self._said, np.fromiter(new.keys(), np.int64, len(new))])
        rows = np.concatenate([self._rows, np.fromiter(new.values(), np.int64, len(new))])
        order = np.argsort(said, kind="stable")
        self._said, self._rows = said[order], rows[order]
