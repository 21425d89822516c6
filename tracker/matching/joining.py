"""Two neighbours are written as one where the other name has them as one: ظاهر عويس, ظاهرعويس."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from tracker.names import part_keys

from .alignment import Ours, Theirs
from .lexicon import Lexicon, Places, Row
from .weighing import SAME

MAY_OPEN, MAY_CLOSE = ("", "a", "w", "y"), ("", "h")
"""Letters that open or close a key only where the part stands alone."""


class Joining:
    """Which neighbours may be one; found by their keys, before anything is measured."""

    def __init__(self, ours: Row, theirs: Theirs, lexicon: Lexicon) -> None:
        self.ours = ours
        self.lexicon = lexicon
        self.texts = list(lexicon.theirs)
        self.keys = list(map(part_keys, self.texts))
        self.our_pairs = list(self._our_pairs())
        self.their_pairs = list(self._their_pairs(theirs))

    def _our_pairs(self) -> Iterator[tuple[int, int]]:
        """Yield our places whose two parts someone has as one, with the number of both together."""
        pairs = [f"{first} {second}" for first, second in pairwise(self.ours.units)]
        wanted = {key: place for place, both in enumerate(pairs) for key in part_keys(both)}
        shared = [keys for keys in self.keys if not wanted.keys().isdisjoint(keys)]
        for place in sorted({wanted[key] for keys in shared for key in keys if key in wanted}):
            yield place, self.lexicon.ours.setdefault(pairs[place], len(self.lexicon.ours))

    def _their_pairs(self, theirs: Theirs) -> Iterator[tuple[int, int, int]]:
        """Yield columns and places whose two parts we have as one, with the number of both together."""
        keys = {key for unit in self.ours.units for key in part_keys(unit)}
        keys |= {key for first, second in pairwise(self.ours.units) for key in part_keys(f"{first} {second}")}
        parts = {key[:end] for key in keys for end in range(1, len(key))}
        openings = {before + part + after for part in parts for before in MAY_OPEN for after in MAY_CLOSE}
        parts = {key[start:] for key in keys for start in range(1, len(key))}
        endings = {before + part for part in parts for before in MAY_OPEN}
        opens = np.array([not openings.isdisjoint(known) for known in self.keys])
        ends = np.array([not endings.isdisjoint(known) for known in self.keys])
        may_join = opens[theirs.units[:-1]] & ends[theirs.units[1:]]
        for place, column in zip(*np.nonzero(may_join), strict=True):
            first, second = theirs.units[place : place + 2, column]
            both = f"{self.texts[first]} {self.texts[second]}"
            if not keys.isdisjoint(part_keys(both)):
                numbers = self.lexicon.theirs
                yield int(column), int(place), numbers.setdefault(both, len(numbers))

    def ours_for(self, ours: Ours, theirs: Theirs) -> Iterator[tuple[Ours, Places]]:
        """Yield each way of writing our name with the columns of those that have it so."""
        free = np.ones(theirs.counts.size, dtype=bool)
        alike = self.lexicon.likeness
        for place, both in self.our_pairs:
            apart = np.maximum(*(alike[number][theirs.units] for number in ours.numbers[place : place + 2]))
            as_one = ((alike[both][theirs.units] >= SAME) & (apart < SAME) & (theirs.units > 0)).any(axis=0)
            if (as_one & free).any():
                yield _joined(ours, place, both), np.flatnonzero(as_one & free)
                free &= ~as_one
        if free.any():
            yield ours, np.flatnonzero(free)

    def join_theirs(self, ours: Ours, theirs: Theirs, columns: Places) -> None:
        """Write neighbours of theirs as one where our name has them so."""
        alike = self.lexicon.likeness[list(ours.numbers)]
        wanted, done = set(columns.tolist()), set()
        for column, place, both in sorted(self.their_pairs):
            if column not in wanted or column in done:
                continue
            first, second = theirs.units[place : place + 2, column]
            apart = np.maximum(alike[:, first], alike[:, second])
            if ((alike[:, both] >= SAME) & (apart < SAME)).any():
                done.add(column)
                for rows in (theirs.units, theirs.roles):
                    rows[place + 1 : -1, column] = rows[place + 2 :, column]
                    rows[-1, column] = 0
                theirs.units[place, column] = both
                theirs.counts[column] -= 1


def _joined(ours: Ours, place: int, both: int) -> Ours:
    text = f"{ours.texts[place]} {ours.texts[place + 1]}"
    return Ours(
        (*ours.texts[:place], text, *ours.texts[place + 2 :]),
        (*ours.numbers[:place], both, *ours.numbers[place + 2 :]),
        (*ours.roles[: place + 1], *ours.roles[place + 2 :]),
    )
