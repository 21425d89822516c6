"""One pair compared once more, and left on the bench, for its reasons to be read off."""

from __future__ import annotations

from typing import NamedTuple

from tracker.names.compiled import compiled
from tracker.names.heard import Record

from ..side import Side
from ..vocabulary import Lexicon
from .facts import mothers, of_one_age
from .laying import lay, way_back
from .meeting import measure, set_out_both
from .ordering import ANY_ORDER, AS_WRITTEN, in_any_order, turn_on_the_bench
from .pairs import best_names, score_pair


class Seen(NamedTuple):
    """What two profiles weigh together, and which of their names and mothers were laid side by side."""

    bits: float
    kin: int
    names: float
    way: int
    kin_by_name: int
    at_ours: int
    """Places of the two names that agree best, -1 where one has none."""
    at_theirs: int
    mothers: float
    at_our_mother: int
    """Likewise of the mothers."""
    at_their_mother: int


@compiled
def see_again(ours: Record, theirs: Record, left: Side, right: Side, lexicon: Lexicon, scale: Record,
              room: Record, prior: float):  # fmt: skip
    """Return the fields of `Seen`; the level of every slot, and the names as they were laid, stay in `room`."""
    bits, kin = score_pair(ours, theirs, left, right, lexicon, scale, room, prior)
    mother, mine, other = mothers(ours, theirs, left, right, lexicon, scale, room)
    names, way, by_name, _, a, b = best_names(
        ours, theirs, left, right, of_one_age(room), lexicon, scale, room
    )
    if a >= 0:
        lay_again(left.names[a], right.names[b], way, lexicon, scale, room)
    return bits, kin, names, way, by_name, a, b, mother, mine, other


@compiled
def lay_again(ours: Record, theirs: Record, way: int, lexicon: Lexicon, scale: Record, room: Record) -> None:
    """Lay two names once more in the way that won."""
    set_out_both(ours, theirs, lexicon, scale, room)
    measure(lexicon, room)
    if way not in (AS_WRITTEN, ANY_ORDER):
        turn_on_the_bench(way, ours, theirs, lexicon, scale, room)
    lay(scale, room)
    if way == ANY_ORDER:
        in_any_order(scale, room)
    else:
        way_back(room)
