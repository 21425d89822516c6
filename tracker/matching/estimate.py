"""Weights estimated from pairs: how often each level is met when two papers are about one person, and when not.

Fellegi and Sunter's model (1969), fitted by expectation and maximisation where nobody decided (Winkler 1988);
where somebody did, the reviewers' decisions are taken as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .levels import LEVELS, NOTHING, SLOTS
from .weights import Weights

ROUNDS = 25
BELIEVED = 30.0
"""The present table counts as much as this many pairs: a level that was seen five times hardly moves."""
FARTHEST = 3.0
"""Bits by which one calibration moves a level at most: what is farther off is looked at by a person first."""
FEWEST_PAIRS = 500
"""Pairs under which nothing is learned."""
BINS = 10

Numbers = NDArray[np.float64]


class TooLittle(Exception):
    """There are too few pairs to learn from."""


@dataclass(frozen=True, slots=True)
class Observed:
    """Compared pairs: the level in each slot, the bits of everything else, and what people decided."""

    levels: NDArray[np.int16]  # pairs × SLOTS
    others: Numbers  # bits of names and mothers, and what was held before
    decided: Numbers  # 1 confirmed, 0 rejected, NaN undecided

    def __len__(self) -> int:
        return len(self.others)

    def some(self, chosen: NDArray[np.bool_]) -> Observed:
        """Return some of them."""
        return Observed(self.levels[chosen], self.others[chosen], self.decided[chosen])


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs that were given about one probability: how many, which on average, and how many were one person."""

    pairs: int
    said: float
    true: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """A new table beside the old one, and what it would do."""

    weights: Weights
    pairs: int
    expected_matches: float
    moved: tuple[tuple[str, float, float], ...]
    """Level, bits before, bits after; those that move by a tenth of a bit or more."""
    before: tuple[Bin, ...]
    after: tuple[Bin, ...]
    """Reliability on decided pairs that were held back; nothing where there are too few."""
    error_before: float | None
    error_after: float | None
    appear: int
    disappear: int

    def figures(self) -> dict[str, Any]:
        """Return what is kept with the table when somebody adopts it."""
        return {
            "pairs": self.pairs,
            "expected_matches": round(self.expected_matches, 1),
            "calibration_error_before": self.error_before,
            "calibration_error_after": self.error_after,
            "links_that_appear": self.appear,
            "links_that_disappear": self.disappear,
            "levels_moved": len(self.moved),
        }


def level_bits(weights: Weights) -> Numbers:
    """Return the bits of each level by its code; code 0 is what is not told."""
    return np.array([0.0, *(weights.levels[level.name] for level in LEVELS)])


def chances(observed: Observed, bits: Numbers) -> Numbers:
    """Return the probability of each pair under these bits of levels."""
    total = np.clip(observed.others + bits[observed.levels].sum(axis=1), -60, 60)
    return np.asarray(1.0 / (1.0 + np.exp2(-total)), dtype=np.float64)


def estimate(observed: Observed, weights: Weights) -> tuple[Weights, Numbers]:
    """Return a new table of levels, and each pair's probability under it; raise TooLittle."""
    if len(observed) < FEWEST_PAIRS:
        raise TooLittle(f"{len(observed)} pairs are too few to learn from: {FEWEST_PAIRS} are needed.")
    old = level_bits(weights)
    bits = old.copy()
    for _ in range(ROUNDS):
        held = np.where(np.isnan(observed.decided), chances(observed, bits), observed.decided)
        bits = _maximised(observed, held, old)
    levels = {level.name: round(float(bits[level.code]), 2) for level in LEVELS}
    return replace(weights, levels=levels), chances(observed, bits)


def _maximised(observed: Observed, held: Numbers, old: Numbers) -> Numbers:
    """Return the bits of each level, from how often it is met among pairs of one person and among others."""
    bits = old.copy()
    for slot in range(SLOTS):
        codes = observed.levels[:, slot]
        told = codes != NOTHING
        one, two = held[told].sum(), (1.0 - held[told]).sum()
        if one < 1.0 or two < 1.0:
            continue
        for code in np.unique(codes[told]):
            at = codes == code
            seen_in_one, seen_in_two = held[at].sum(), (1.0 - held[at]).sum()
            ratio = np.log2((seen_in_one + 0.5) / (one + 1.0)) - np.log2((seen_in_two + 0.5) / (two + 1.0))
            weight = min(one, two, at.sum())
            moved = (weight * ratio + BELIEVED * old[code]) / (weight + BELIEVED)
            bits[code] = np.clip(moved, old[code] - FARTHEST, old[code] + FARTHEST)
    return bits


def reliability(said: Numbers, true: Numbers) -> tuple[tuple[Bin, ...], float]:
    """Return bins of equal count with what was said and what was true, and the expected calibration error.

    >>> reliability(np.array([0.0, 1.0] * 10), np.array([0.0, 1.0] * 10))[1]
    0.0
    """
    order = np.argsort(said, kind="stable")
    bins = [
        Bin(len(part), float(said[part].mean()), float(true[part].mean()))
        for part in np.array_split(order, BINS)
        if len(part)
    ]
    error = sum(one.pairs * abs(one.said - one.true) for one in bins) / max(len(said), 1)
    return tuple(bins), float(error)


def calibrate(
    observed: Observed, weights: Weights, *, propose_from: float, held_back: NDArray[np.bool_]
) -> Calibration:
    """Return a new table learned from the pairs that are not held back, and what it would do; raise TooLittle."""
    learned, _ = estimate(observed.some(~held_back), weights)
    old_bits, new_bits = level_bits(weights), level_bits(learned)
    before, after = chances(observed, old_bits), chances(observed, new_bits)
    judged = held_back & ~np.isnan(observed.decided)
    bins_before, error_before = _judged(before[judged], observed.decided[judged])
    bins_after, error_after = _judged(after[judged], observed.decided[judged])
    return Calibration(
        learned, len(observed), float(after.sum()), tuple(_moved(old_bits, new_bits)),
        bins_before, bins_after, error_before, error_after,
        int(((after >= propose_from) & (before < propose_from)).sum()),
        int(((after < propose_from) & (before >= propose_from)).sum()),
    )  # fmt: skip


def _judged(said: Numbers, true: Numbers) -> tuple[tuple[Bin, ...], float | None]:
    return reliability(said, true) if len(said) >= BINS else ((), None)


def _moved(old: Numbers, new: Numbers) -> Sequence[tuple[str, float, float]]:
    return [
        (level.sentence, round(float(old[level.code]), 2), round(float(new[level.code]), 2))
        for level in LEVELS
        if abs(old[level.code] - new[level.code]) >= 0.1
    ]
