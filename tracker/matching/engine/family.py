"""How much speaks for one family, where the names say that two people are relatives."""

from __future__ import annotations

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..side import Side
from ..vocabulary import Lexicon
from ..weights import GIVEN
from .facts import facts, mothers, of_one_age, own_facts
from .kin import BROTHER_BY_THE_REST
from .pairs import best_names
from .weighing import part_weight


@compiled
def family_bits(ours: Record, theirs: Record, left: Side, right: Side, kin: int, lexicon: Lexicon, scale: Record,
                room: Record, prior: float) -> float:  # fmt: skip
    """Return the bits of what relatives share: not their given names, and no fact that is each one's own."""
    told = facts(ours, theirs, left, right, scale, room)
    own, one_age = own_facts(scale, room), of_one_age(room)
    names, _, _, _, _, _ = best_names(ours, theirs, left, right, one_age, lexicon, scale, room)
    mother, mine, _ = mothers(ours, theirs, left, right, lexicon, scale, room)
    bits = prior + names + told - own + (mother if mine >= 0 else 0.0)
    if kin <= BROTHER_BY_THE_REST:
        return float(bits - part_weight(0.0, 0.0, GIVEN, scale))
    # A father's given name stands in his son's second place, and the son's own is left out.
    return float(bits + scale.given_left_out + scale.other_than_given)
