"""One pair, or millions: the same arithmetic."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..levels import SLOT_NUMBER
from ..side import Side
from ..vocabulary import Lexicon
from .facts import facts, mothers, of_one_age, own_facts
from .kin import BROTHER_BY_THE_REST, ITS_FATHER, NOBODY, PERHAPS_FATHER
from .ordering import AS_WRITTEN, best_order

OTHER_GIVEN = -4.0
"""Bits of the given names from which down they are another person's."""
BROTHER_EXPLAINS = 3.0
"""Bits by which a brother must explain the rest better than chance does, to be told of."""


@compiled
def is_kunya(name: Record) -> bool:
    """Say whether a kunya is all that is known of a name: beside a given name it says nothing."""
    return bool(name.count == 1 and name.wholes.max() == 0)


@compiled
def best_names(ours: Record, theirs: Record, left: Side, right: Side, one_age: bool, lexicon: Lexicon,
               scale: Record, room: Record):  # fmt: skip
    """Return what `best_order` says of the two names that agree best, and their places; -1 for no name."""
    best, way, kin, apart, at_a, at_b = 0.0, AS_WRITTEN, NOBODY, 0.0, -1, -1
    for a in range(ours.names[0], ours.names[1]):
        for b in range(theirs.names[0], theirs.names[1]):
            if is_kunya(left.names[a]) != is_kunya(right.names[b]):
                continue
            score, order, relative, told = best_order(
                left.names[a], right.names[b], one_age, lexicon, scale, room
            )
            if at_a < 0 or score > best:
                best, way, kin, apart, at_a, at_b = score, order, relative, told, a, b
    return best, way, kin, apart, at_a, at_b


@compiled
def score_pair(ours: Record, theirs: Record, left: Side, right: Side, lexicon: Lexicon, scale: Record,
               room: Record, prior: float):  # fmt: skip
    """Return the bits of two profiles, what was held before included, and what relative the second may be."""
    told = facts(ours, theirs, left, right, scale, room)
    return score_names(prior + told, ours, theirs, left, right, lexicon, scale, room)


@compiled
def score_names(bits: float, ours: Record, theirs: Record, left: Side, right: Side, lexicon: Lexicon,
                scale: Record, room: Record):  # fmt: skip
    """Return what `score_pair` does, from the bits of the facts just written and of what was held before.

    Who shares all that a family shares is the man himself or his brother: only what is each one's own, his given
    name, birth and dates, tells which. So the odds against are those of a stranger and those of a brother.
    """
    own, one_age = own_facts(scale, room), of_one_age(room)
    names, _, kin, apart, at, _ = best_names(ours, theirs, left, right, one_age, lexicon, scale, room)
    mother, mine, _ = mothers(ours, theirs, left, right, lexicon, scale, room)
    bits += names + (mother if mine >= 0 else 0.0)
    if kin >= ITS_FATHER:
        return bits - (scale.kin_perhaps if kin >= PERHAPS_FATHER else scale.kin), kin
    if at < 0:
        return bits, kin
    against_brother = apart + own + scale.sibling
    both = -np.log2(2.0 ** -min(max(bits, -900.0), 900.0) + 2.0 ** -min(max(against_brother, -900.0), 900.0))
    if kin == NOBODY and apart <= OTHER_GIVEN and bits - both > BROTHER_EXPLAINS:
        kin = BROTHER_BY_THE_REST
    # A number may be the brother's: a list that gives another given name is not overruled by it.
    own_but_numbers = against_brother - max(room.slot_bits[SLOT_NUMBER], 0.0)
    return both, NOBODY if own_but_numbers > 0.0 else kin


@compiled
def score_pairs(left: Side, ours: NDArray[np.int64], right: Side, theirs: NDArray[np.int64],
                lexicon: Lexicon, scale: Any, room: Any, prior: float):  # fmt: skip
    """Return bits and kin of many pairs."""
    bits = np.empty(ours.size, dtype=np.float64)
    kin = np.empty(ours.size, dtype=np.int8)
    for place in range(ours.size):
        bits[place], kin[place] = score_pair(
            left.people[ours[place]],
            right.people[theirs[place]],
            left,
            right,
            lexicon,
            scale[0],
            room[0],
            prior,
        )
    return bits, kin
