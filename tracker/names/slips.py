"""Whether a slip of the hand or the eye makes one part of another: compiled."""

from __future__ import annotations

from typing import Any

import numpy as np

from .compiled import compiled
from .heard import Record
from .hearing import READINGS
from .phonemes import LONGEST

ONE_SLIP = 120
"""In hundredths of a consonant: a sound more, less or another, or two exchanged, and hardly anything else."""
EXCHANGED = 100
"""What two neighbours cost that stand the other way round,"""
SAME_SOUND = 20
"""where each costs less than so much for the other."""
HARDLY_HEARD = 40
"""Sounds that cost no more than so much to leave out are passed over: short vowels, and ayn in Latin letters."""
FEWEST = 2
"""Sounds that remain, at least: one slip makes anything of less."""


@compiled
def one_slip_apart(a: Record, b: Record, costs: Record) -> bool:
    """Say whether one slip makes one of two parts of the other, in some way of hearing them."""
    for m in range(READINGS):
        for n in range(READINGS):
            if a.lengths[m] and b.lengths[n] and _cost(a, m, b, n, costs) <= ONE_SLIP:
                return True
    return False


@compiled
def _cost(a: Record, m: int, b: Record, n: int, costs: Record) -> int:
    """Return what it costs to turn one way of hearing into another; neighbours may be exchanged."""
    drop_ours, drop_theirs = costs.omission[b.plane], costs.omission[a.plane]
    ours, theirs = np.empty(LONGEST, dtype=np.uint8), np.empty(LONGEST, dtype=np.uint8)
    left = _heard_well(a.codes[m], a.lengths[m], drop_ours, ours)
    right = _heard_well(b.codes[n], b.lengths[n], drop_theirs, theirs)
    if min(left, right) < FEWEST or abs(left - right) > 1:
        return ONE_SLIP + 1
    rows = np.zeros((3, LONGEST + 1), dtype=np.int64)
    for j in range(right):
        rows[0, j + 1] = rows[0, j] + drop_theirs[theirs[j]]
    for i in range(left):
        row, above, before = rows[(i + 1) % 3], rows[i % 3], rows[(i + 2) % 3]
        row[0] = above[0] + drop_ours[ours[i]]
        for j in range(right):
            row[j + 1] = min(
                above[j] + costs.substitution[ours[i], theirs[j]],
                above[j + 1] + drop_ours[ours[i]],
                row[j] + drop_theirs[theirs[j]],
            )
            if i and j and _exchanged(ours, i, theirs, j, costs):
                row[j + 1] = min(row[j + 1], before[j - 1] + EXCHANGED)
    return int(rows[left % 3, right])


@compiled
def _exchanged(ours: Any, i: int, theirs: Any, j: int, costs: Record) -> bool:
    """Say whether two neighbours stand the other way round here."""
    one, other = costs.substitution[ours[i], theirs[j - 1]], costs.substitution[ours[i - 1], theirs[j]]
    return bool(max(one, other) < SAME_SOUND)


@compiled
def _heard_well(codes: Any, length: int, drop: Any, kept: Any) -> int:
    """Keep the sounds that are not easily left out; return how many these are."""
    count = 0
    for place in range(length):
        if drop[codes[place]] > HARDLY_HEARD:
            kept[count] = codes[place]
            count += 1
    return count
