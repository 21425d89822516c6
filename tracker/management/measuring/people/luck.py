"""Chance that can be repeated: the same seed throws the same dice."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Dice(Random):
    """The one source of chance, with the short throws that a million rows need."""

    def of(self, things: Sequence[Thing]) -> Thing:
        """Return one of them, each as likely."""
        return things[int(self.random() * len(things))]

    def within(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both possible."""
        return low + int(self.random() * (high - low + 1))


class Lot(Generic[Thing]):
    """Things of which some are drawn more often than others."""

    __slots__ = ("_edges", "_things")

    def __init__(self, weighed: Iterable[tuple[Thing, float]]) -> None:
        things, weights = zip(*weighed, strict=True)
        self._things: tuple[Thing, ...] = things
        self._edges = [edge / sum(weights) for edge in accumulate(weights)]
        self._edges[-1] = 1.0

    def __len__(self) -> int:
        return len(self._things)

    @property
    def things(self) -> tuple[Thing, ...]:
        """All that can be drawn."""
        return self._things

    def draw(self, dice: Dice) -> Thing:
        """Return one of them."""
        return self._things[bisect(self._edges, dice.random())]
