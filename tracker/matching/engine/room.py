"""Room to work in, one for each thread, and the likeness of parts, remembered."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import inlined
from tracker.names.heard import Record
from tracker.names.measure import COSTS, costs, likeness

from ..levels import SLOTS
from ..side import MOST_PARTS
from ..vocabulary import Lexicon

REMEMBERED_BITS = 20
"""So many pairs of parts (2 to this power, eight bytes each: 8 MB a thread) keep their likeness:
names repeat, and few pairs are measured twice. With 2 MB, those of 250,000 people were overwritten too soon."""
PAIR_BITS = 50
"""A pair of parts is a number of two times 25 bits: a vocabulary of 33 million."""
TAG_BITS = PAIR_BITS - REMEMBERED_BITS
LIKENESS_BITS = 31
"""A likeness is kept in steps of one part in a billion, beside what tells its pair from others of its place."""
WHOLE = 1 << LIKENESS_BITS - 1
SCATTER = 0x9E3779B97F4A7C15
"""Odd, so that no two pairs become one (Knuth's multiplicative hashing, TAOCP 6.4)."""

ROOM = np.dtype(
    [
        ("costs", COSTS),
        (
            "known",
            np.int64,
            1 << REMEMBERED_BITS,
        ),  # tag of the pair, and behind it its likeness; 0 where free
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


@inlined
def alike(lexicon: Lexicon, a: int, b: int, room: Record) -> float:
    """Return how alike two parts are; the same part is wholly alike, an unknown one to nothing."""
    if a == 0 or b == 0:
        return 0.0
    if a == b:
        return 1.0
    first, second = min(a, b), max(a, b)
    pair = np.uint64(first) << np.uint64(PAIR_BITS // 2) | np.uint64(second)
    scattered = (pair * np.uint64(SCATTER)) & np.uint64((1 << PAIR_BITS) - 1)
    slot = np.int64(scattered >> np.uint64(TAG_BITS))
    tag = np.int64(scattered & np.uint64((1 << TAG_BITS) - 1))
    known = room.known[slot]
    if known >> LIKENESS_BITS != tag or known == 0:
        known = (tag << LIKENESS_BITS) | np.int64(
            likeness(lexicon[first], lexicon[second], room.costs) * WHOLE
        )
        room.known[slot] = known
    return float(known & ((1 << LIKENESS_BITS) - 1)) / WHOLE
