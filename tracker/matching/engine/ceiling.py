"""Whether two profiles' names can weigh so much, seen before they are laid side by side in every order.

Most pairs that are compared share two or three common parts and nothing else: their names need no laying.
"""

from __future__ import annotations

from tracker.names.compiled import compiled, inlined
from tracker.names.heard import Record

from ..frequencies import FAMILY as AS_FAMILY
from ..frequencies import GIVEN as AS_GIVEN
from ..side import Side
from ..vocabulary import Lexicon
from ..weights import IN_ANY_ROLE
from .meeting import likeness_joined
from .room import alike
from .weighing import SAME, part_weight


@compiled
def may_weigh(need: float, ours: Record, theirs: Record, left: Side, right: Side, lexicon: Lexicon, scale: Record,
              room: Record) -> bool:  # fmt: skip
    """Say whether the names of two profiles may weigh so many bits; where it is denied, they never do."""
    if need <= 0.0:
        return True
    for a in range(ours.names[0], ours.names[1]):
        for b in range(theirs.names[0], theirs.names[1]):
            if two_may_weigh(need, left.names[a], right.names[b], lexicon, scale, room):
                return True
    return False


@compiled
def two_may_weigh(
    need: float, ours: Record, theirs: Record, lexicon: Lexicon, scale: Record, room: Record
) -> bool:
    """Say the same of two names: each part of the one beside the likest of the other, in whatever role both weigh
    most, and nothing against them.

    Parts not measured yet are taken to be wholly alike, so that the rest need no measuring once it is too little.
    """
    rarest = 0.0
    for j in range(theirs.count):
        rarest = max(rarest, most_bits(theirs.units[j], lexicon))
    most = 0.0
    for i in range(ours.count):
        most += most_of_part(min(rarest, most_bits(ours.units[i], lexicon)), scale)
    for i in range(ours.count):
        if most < need:
            break
        bits = most_bits(ours.units[i], lexicon)
        most += best_beside(ours.units[i], bits, theirs, lexicon, scale, room) - most_of_part(
            min(rarest, bits), scale
        )
    return most >= need or may_join(ours, theirs, lexicon, room) or may_join(theirs, ours, lexicon, room)


@inlined
def most_of_part(rarity: float, scale: Record) -> float:
    """Return the bits that a part so rare weighs at most, whatever it is like."""
    most = 0.0
    for knot in range(scale.knots.size):
        most = max(most, scale.shares[IN_ANY_ROLE, knot] * rarity + scale.parts[IN_ANY_ROLE, knot])
    return most


@compiled
def best_beside(
    part: int, bits: float, theirs: Record, lexicon: Lexicon, scale: Record, room: Record
) -> float:
    """Return the most that a part weighs beside one of another name's; it weighs nothing against them."""
    for j in range(theirs.count):
        if theirs.units[j] == part:
            return part_weight(1.0, bits, IN_ANY_ROLE, scale)
    best = 0.0
    for j in range(theirs.count):
        likeness = alike(lexicon, part, theirs.units[j], room)
        if likeness > 0.0:
            rarity = min(bits, most_bits(theirs.units[j], lexicon))
            best = max(best, part_weight(likeness, rarity, IN_ANY_ROLE, scale))
    return best


@compiled
def may_join(name: Record, other: Record, lexicon: Lexicon, room: Record) -> bool:
    """Say whether two neighbours of a name may be written as one part of the other: then they are laid whatever
    their parts weigh.
    """
    for i in range(name.count - 1):
        first, second = lexicon[name.units[i]], lexicon[name.units[i + 1]]
        for j in range(other.count):
            if likeness_joined(first, second, lexicon[other.units[j]], room.costs) >= SAME:
                return True
    return False


@inlined
def most_bits(part: int, lexicon: Lexicon) -> float:
    """Return how rare a part is in the use in which it is the rarest."""
    return float(max(lexicon[part].bits[AS_GIVEN], lexicon[part].bits[AS_FAMILY]))
