"""Compared pairs taken apart: the level in each slot, and the bits of everything else."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled

from ..levels import SLOTS
from ..side import Side
from ..vocabulary import Lexicon
from .facts import facts
from .pairs import score_names


@compiled
def observe(left: Side, ours: NDArray[np.int64], right: Side, theirs: NDArray[np.int64],
            lexicon: Lexicon, scale: Any, room: Any, prior: float, levels: Any, others: Any) -> None:  # fmt: skip
    """Write levels (pairs × slots) and the bits of names, mothers, kin and the prior for many pairs."""
    for place in range(ours.size):
        one, other = left.people[ours[place]], right.people[theirs[place]]
        told = facts(one, other, left, right, scale[0], room[0])
        bits, _ = score_names(prior + told, one, other, left, right, lexicon, scale[0], room[0])
        for slot in range(SLOTS):
            levels[place, slot] = room[0].codes[slot]
        others[place] = bits - told
