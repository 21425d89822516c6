"""Relatives look alike on paper: brothers share father and surname, a father bears his son's second name."""

from __future__ import annotations

from typing import Any

from tracker.names.compiled import compiled
from tracker.names.heard import Record
from tracker.names.slips import one_slip_apart

from ..frequencies import FAMILY as AS_FAMILY
from ..frequencies import GIVEN as AS_GIVEN
from ..vocabulary import Lexicon
from ..weights import FAMILY, FATHER, GIVEN, GRANDFATHER
from .room import alike
from .weighing import SAME

KIN = ("", "brother", "brother", "father", "son", "father", "son", "father", "son")
"""What the second person may be to the first. A brother may be one by his father's name, or by all the rest; of
the last four, two have given and father's name exchanged, and in two the elder has no father's name to go by."""
(
    NOBODY, BROTHER, BROTHER_BY_THE_REST, ITS_FATHER, ITS_SON, EXCHANGED_FATHER, EXCHANGED_SON,
    PERHAPS_FATHER, PERHAPS_SON,
) = range(9)  # fmt: skip
OTHER_PERSON = 0.5
"""Likeness of given names below which paper names another person. Nineteen of twenty brothers are below; of
given names with one typing error one in seven, and between 0.5 and 0.7 half of them."""
STRANGE, RARER = 10.5, 3.0
"""Bits of a part that hardly anybody bears, and by how many the other must be the commoner.

Of 8,923 records about 20,000 missing people 96.0 in a hundred were offered to the right one where no given name
was taken for a slip, 96.3 with it; of 7,220 brothers as many were taken for the man himself.
"""


@compiled
def kin_of(ours: Any, theirs: Any, lexicon: Lexicon, room: Record) -> int:
    """Return what the bearer of the second name's parts may be to the bearer of the first's."""
    if ours[GIVEN] == 0 or theirs[GIVEN] == 0 or ours[GIVEN] == theirs[GIVEN]:
        return NOBODY
    if alike(lexicon, ours[FAMILY], theirs[FAMILY], room) < SAME:
        return NOBODY
    if alike(lexicon, ours[GIVEN], theirs[GIVEN], room) >= OTHER_PERSON:
        return NOBODY
    if alike(lexicon, ours[FATHER], theirs[FATHER], room) >= SAME:
        return BROTHER
    # محمد علي البريدي may simply be called علي البريدي.
    if lexicon[ours[GIVEN]].fore or lexicon[theirs[GIVEN]].fore:
        return NOBODY
    father, son = is_father(ours, theirs, lexicon, room), is_father(theirs, ours, lexicon, room)
    if father and son:
        before = is_before(lexicon[ours[GIVEN]], lexicon[theirs[GIVEN]])
        return EXCHANGED_FATHER if before else EXCHANGED_SON
    if father:
        return ITS_FATHER if theirs[FATHER] else PERHAPS_FATHER
    if son:
        return ITS_SON if ours[FATHER] else PERHAPS_SON
    return NOBODY


@compiled
def may_be_slip(one: int, other: int, lexicon: Lexicon, room: Record) -> bool:
    """Say whether one of two given names that hardly anybody bears may be a slip for the other, that many bear.

    سعيد and سعد are two brothers; زيام is nobody's name.
    """
    ours, theirs = rarity_anywhere(lexicon[one]), rarity_anywhere(lexicon[other])
    if max(ours, theirs) < STRANGE or abs(ours - theirs) < RARER:
        return False
    return one_slip_apart(lexicon[one], lexicon[other], room.costs)


@compiled
def rarity_anywhere(part: Record) -> float:
    """Return the bits of a part where it is borne the most, as a given name or as a surname."""
    return float(min(part.bits[AS_GIVEN], part.bits[AS_FAMILY]))


@compiled
def is_father(ours: Any, theirs: Any, lexicon: Lexicon, room: Record) -> bool:
    """Say whether the second may be the father of the first."""
    if alike(lexicon, ours[FATHER], theirs[GIVEN], room) < SAME:
        return False
    if ours[GRANDFATHER] == 0 or theirs[FATHER] == 0:
        return True
    return alike(lexicon, ours[GRANDFATHER], theirs[FATHER], room) >= SAME


@compiled
def is_before(a: Record, b: Record) -> bool:
    """Put two parts in one order whatever side they stand on: علي محسن, محسن علي answer to each other."""
    for place in range(a.codes.shape[1]):
        if a.codes[0, place] != b.codes[0, place]:
            return bool(a.codes[0, place] < b.codes[0, place])
    return False
