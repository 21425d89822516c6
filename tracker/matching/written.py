"""How many people's names are written, part by part, gathered so that each part is looked at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .side import Side

Numbers = NDArray[np.int64]


class Written(NamedTuple):
    """The parts of all names of some people: Sami Haddad, and Haddad, Samy."""

    parts: Sequence[str]
    """Each part once, as it is written."""
    numbers: Numbers
    """The number of each in the vocabulary of a side; its place where they are told by their texts."""
    which: Numbers
    """The place among them of every part of every name, the names one behind the other."""
    of_name: Numbers
    """Where the parts of each name begin."""
    of_person: Numbers
    """Where the names of each person begin."""

    @classmethod
    def of(cls, names: Sequence[Sequence[Sequence[str]]]) -> Written:
        """Return how people's names are written, of each person told by their parts."""
        numbers: dict[str, int] = {}
        every = [name for told in names for name in told]
        which = [numbers.setdefault(part, len(numbers)) for name in every for part in name]
        sizes, told = list(map(len, every)), list(map(len, names))
        return cls(
            list(numbers),
            np.arange(len(numbers)),
            np.array(which, dtype=np.int64),
            _starts(sizes),
            _starts(told),
        )

    @classmethod
    def of_side(cls, side: Side, places: Numbers, texts: Sequence[str]) -> Written:
        """Return how the names at some places of a side are written, by the texts of its parts."""
        spans = side.people["names"][places].astype(np.int64).reshape(-1, 2)
        counts = spans[:, 1] - spans[:, 0]
        of_person = _starts(counts)
        names = side.names[np.arange(counts.sum()) + np.repeat(spans[:, 0] - of_person, counts)]
        borne = names["units"][np.arange(names["units"].shape[1]) < names["count"][:, None]]
        units, which = np.unique(borne, return_inverse=True)
        parts = [texts[unit] for unit in units.tolist()]
        return cls(parts, units.astype(np.int64), which, _starts(names["count"]), of_person)

    def first(self) -> Written:
        """Return the first name of all alone, its parts as they stand in it."""
        which = self.which[: self.of_name[1] if self.of_name.size > 1 else None]
        begin, parts = np.zeros(1, dtype=np.int64), [self.parts[part] for part in which.tolist()]
        return Written(parts, self.numbers[which], np.arange(which.size), begin, begin)

    def together(self) -> list[list[str]]:
        """Return the names of all, each by its parts."""
        parts = [self.parts[part] for part in self.which.tolist()]
        starts = self.of_name.tolist()
        return [parts[start:end] for start, end in pairwise((*starts, len(parts)))]

    def best(self, worth: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return for each name the best worth of its parts, of each row of worths: rows × names."""
        return _most(worth[:, self.which], self.of_name)

    def of_each(self, worth: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return what each person's best name is worth, by the worth of every name."""
        best: NDArray[np.float64] = _most(worth[None, :], self.of_person)[0]
        return best


def _starts(sizes: Sequence[int] | NDArray[np.integer]) -> Numbers:
    ends = np.cumsum(np.asarray(sizes, dtype=np.int64))
    return ends - np.asarray(sizes, dtype=np.int64)


def _most(worth: NDArray[np.float64], starts: Numbers) -> NDArray[np.float64]:
    """Return the most of each run of columns; 0 where nothing stands."""
    most = np.zeros((len(worth), starts.size))
    full = np.diff(starts, append=worth.shape[1]) > 0
    if full.any():
        # Runs that hold nothing would take what stands behind them.
        most[:, full] = np.maximum.reduceat(worth, starts[full], axis=1)
    return most
