"""The most that two profiles' names can weigh, seen before they are laid side by side in every order.

Most pairs that are compared share two or three common parts and nothing else: their names need no laying.
"""

from __future__ import annotations

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..frequencies import FAMILY as AS_FAMILY
from ..frequencies import GIVEN as AS_GIVEN
from ..side import Side
from ..vocabulary import Lexicon
from ..weights import IN_ANY_ROLE
from .meeting import OURS, THEIRS, measure
from .weighing import part_weight

NO_CEILING = 1e9
"""Where two parts of one may be written as one of the other, their names are laid whatever they weigh."""


@compiled
def most_of_names(ours: Record, theirs: Record, left: Side, right: Side, lexicon: Lexicon, scale: Record,
                  room: Record) -> float:  # fmt: skip
    """Return bits that the names of two profiles do not outweigh, however they are laid."""
    most = 0.0
    for a in range(ours.names[0], ours.names[1]):
        for b in range(theirs.names[0], theirs.names[1]):
            most = max(most, most_of_two(left.names[a], right.names[b], lexicon, scale, room))
    return most


@compiled
def most_of_two(ours: Record, theirs: Record, lexicon: Lexicon, scale: Record, room: Record) -> float:
    """Return bits that two names do not outweigh: each part of the one beside the likest of the other, in
    whatever role both weigh most, and nothing against them.
    """
    lift(OURS, ours, room)
    lift(THEIRS, theirs, room)
    measure(lexicon, room)
    if room.may_join:
        return NO_CEILING
    total = 0.0
    for i in range(ours.count):
        best = 0.0
        for j in range(theirs.count):
            if room.alike[i, j] > 0.0:
                rarity = min(most_bits(ours.units[i], lexicon), most_bits(theirs.units[j], lexicon))
                best = max(best, part_weight(room.alike[i, j], rarity, IN_ANY_ROLE, scale))
        total += best
    return total


@compiled
def lift(side: int, name: Record, room: Record) -> None:
    """Put a name's parts on one side of the bench, to be measured and no more."""
    room.counts[side] = name.count
    for place in range(name.count):
        room.parts[side, place] = name.units[place]


@compiled
def most_bits(part: int, lexicon: Lexicon) -> float:
    """Return how rare a part is in the use in which it is the rarest."""
    return max(lexicon[part].bits[AS_GIVEN], lexicon[part].bits[AS_FAMILY])
