"""Room to work in, one for each thread, and the likeness of parts, remembered."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled
from tracker.names.heard import Record
from tracker.names.measure import COSTS, costs, likeness

from ..levels import SLOTS
from ..side import MOST_PARTS
from ..vocabulary import Lexicon

REMEMBERED = 1 << 20
"""Pairs of parts whose likeness is kept (12 bytes each): names repeat, and few pairs are measured twice."""

ROOM = np.dtype(
    [
        ("costs", COSTS),
        ("known_pairs", np.int64, REMEMBERED),
        ("known_likenesses", np.float32, REMEMBERED),
        # Two names as they are laid: parts, roles, rarity in the role, what leaving the part out costs.
        ("counts", np.int64, 2),
        ("parts", np.int32, (2, MOST_PARTS)),
        ("roles", np.int8, (2, MOST_PARTS)),
        ("bits", np.float64, (2, MOST_PARTS)),
        ("left_out", np.float64, (2, MOST_PARTS)),
        ("alike", np.float64, (MOST_PARTS, MOST_PARTS)),
        ("joined", np.float64, (2, MOST_PARTS, MOST_PARTS)),  # two of ours as one of theirs, and the reverse
        ("may_join", np.bool_),
        ("weights", np.float64, (MOST_PARTS, MOST_PARTS)),
        # The best way to each place for each kind of last step, the kind before it, the parts that it takes.
        ("scores", np.float64, (MOST_PARTS + 1, MOST_PARTS + 1, 3)),
        ("came", np.int8, (MOST_PARTS + 1, MOST_PARTS + 1, 3)),
        ("steps", np.int8, (MOST_PARTS + 1, MOST_PARTS + 1, 2)),
        # The pairings of the way that was taken: our first part, how many, their first part, how many.
        ("laid", np.int8, (MOST_PARTS, 4)),
        ("laid_count", np.int64),
        ("codes", np.int16, SLOTS),
        ("slot_bits", np.float64, SLOTS),
    ]
)


def room() -> NDArray[np.void]:
    """Return room for one thread and one vocabulary."""
    made = np.zeros(1, dtype=ROOM)
    made["costs"] = costs()
    return made


@compiled
def alike(lexicon: Lexicon, a: int, b: int, room: Record) -> float:
    """Return how alike two parts are; the same part is wholly alike, an unknown one to nothing."""
    if a == 0 or b == 0:
        return 0.0
    if a == b:
        return 1.0
    first, second = min(a, b), max(a, b)
    pair = (np.int64(first) << 32) | np.int64(second)
    mixed = np.uint64(pair) * np.uint64(0x9E3779B97F4A7C15)
    slot = np.int64((mixed >> np.uint64(32)) & np.uint64(REMEMBERED - 1))
    if room.known_pairs[slot] != pair:
        room.known_likenesses[slot] = likeness(lexicon[first], lexicon[second], room.costs)
        room.known_pairs[slot] = pair
    return float(room.known_likenesses[slot])
