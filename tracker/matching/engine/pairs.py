"""One pair, or millions: the same arithmetic."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..side import Side
from ..vocabulary import Lexicon
from .facts import facts, mothers
from .kin import NOBODY, PERHAPS_FATHER
from .ordering import AS_WRITTEN, best_order


@compiled
def best_names(ours: Record, theirs: Record, left: Side, right: Side, lexicon: Lexicon, scale: Record, room: Record):  # type: ignore[no-untyped-def]
    """Return of the two names that agree best: bits, kin, their places, and the way in which they lie."""
    best, kin, at_a, at_b, way = 0.0, NOBODY, -1, -1, AS_WRITTEN
    for a in range(ours.names[0], ours.names[1]):
        for b in range(theirs.names[0], theirs.names[1]):
            score, order, relative = best_order(left.names[a], right.names[b], lexicon, scale, room)
            if at_a < 0 or score > best:
                best, kin, at_a, at_b, way = score, relative, a, b, order
    return best, kin, at_a, at_b, way


@compiled
def score_pair(ours: Record, theirs: Record, left: Side, right: Side, lexicon: Lexicon, scale: Record, room: Record):  # type: ignore[no-untyped-def]
    """Return the bits of two profiles without what was held before, and what relative the second may be."""
    bits, kin, _, _, _ = best_names(ours, theirs, left, right, lexicon, scale, room)
    if kin != NOBODY:
        bits -= scale.kin_perhaps if kin >= PERHAPS_FATHER else scale.kin
    mother, mine, _ = mothers(ours, theirs, left, right, lexicon, scale, room)
    if mine >= 0:
        bits += mother
    return bits + facts(ours, theirs, left, right, scale, room), kin


@compiled
def score_pairs(left: Side, ours: NDArray[np.int64], right: Side, theirs: NDArray[np.int64],
                lexicon: Lexicon, scale: Any, room: Any):  # type: ignore[no-untyped-def]  # fmt: skip
    """Return bits and kin of many pairs."""
    bits = np.empty(ours.size, dtype=np.float64)
    kin = np.empty(ours.size, dtype=np.int8)
    for place in range(ours.size):
        bits[place], kin[place] = score_pair(
            left.people[ours[place]], right.people[theirs[place]], left, right, lexicon, scale[0], room[0]
        )
    return bits, kin
