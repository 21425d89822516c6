"""What the likeness of two parts is worth where they stand."""

from __future__ import annotations

from tracker.names.compiled import inlined
from tracker.names.heard import Record

from ..weights import FAMILY, FATHER, GIVEN, GRANDFATHER

SAME, DIFFERENT = 0.86, 0.70
"""Likeness from which two spellings are one name, and below which they are two."""


@inlined
def kind_between(ours: int, theirs: int) -> int:
    """Return the kind in which parts of two roles are weighed: the one that differs the most easily."""
    if ours == GRANDFATHER or theirs == GRANDFATHER:
        return GRANDFATHER
    if ours == FAMILY or theirs == FAMILY:
        return FAMILY
    return FATHER if ours == FATHER or theirs == FATHER else GIVEN


@inlined
def part_weight(likeness: float, rarity: float, kind: int, scale: Record) -> float:
    """Return the bits for two parts of one kind: on straight lines between the knots."""
    knots, shares, parts = scale.knots, scale.shares, scale.parts
    knot = 1
    while knot < knots.size - 1 and likeness > knots[knot]:
        knot += 1
    along = (likeness - knots[knot - 1]) / (knots[knot] - knots[knot - 1])
    share = shares[kind, knot - 1] + along * (shares[kind, knot] - shares[kind, knot - 1])
    bits = parts[kind, knot - 1] + along * (parts[kind, knot] - parts[kind, knot - 1])
    return float(share * rarity + bits)


@inlined
def weight_in_place(likeness: float, rarity: float, ours: int, theirs: int, scale: Record) -> float:
    """Return the bits for two parts of one's own name, each in its role."""
    weight = part_weight(likeness, rarity, kind_between(ours, theirs), scale)
    if ours == theirs:
        return weight
    return float(weight - (scale.other_than_given if ours == GIVEN or theirs == GIVEN else scale.other_role))
