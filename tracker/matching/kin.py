"""Relatives look alike on paper: brothers share father and surname, a father bears his son's second name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tracker.names import part_keys

from .lexicon import Lexicon, Places, Row, is_fore_name
from .weighing import SAME

KIN = ("", "brother", "father", "son", "father", "son")
"""What the second person may be to the first; the last two have given and father's name exchanged."""
OTHER_PERSON = 0.5
"""Likeness of given names below which paper names another person. Nineteen of twenty brothers are below; of
given names with one typing error one in seven, and between 0.5 and 0.7 half of them."""
NONE, BROTHER, FATHER, SON, EXCHANGED_FATHER, EXCHANGED_SON = range(6)

Truths = NDArray[np.bool_]


class Parts:
    """Our name's given, father, grandfather and family beside those of all of theirs."""

    def __init__(self, ours: Row, theirs: Places, lexicon: Lexicon) -> None:
        self.ours = [lexicon.ours[whole] for whole in ours.wholes]
        self.theirs = theirs
        self.likeness = lexicon.likeness

    def same(self, our_role: int, their_role: int) -> Truths:
        """Say whose part in one role is known and is ours in another."""
        if not self.ours[our_role]:
            return np.zeros(self.theirs.shape[1], dtype=bool)
        numbers = self.theirs[their_role]
        same: Truths = (numbers > 0) & (self.likeness[self.ours[our_role]][numbers] >= SAME)
        return same

    def either_unknown(self, our_role: int, their_role: int) -> Truths:
        """Say for whom nothing can be compared."""
        unknown: Truths = (self.theirs[their_role] == 0) | (self.ours[our_role] == 0)
        return unknown


def kin_of(ours: Row, theirs: Places, lexicon: Lexicon) -> NDArray[np.int8]:
    """Return what each of them may be to us, as a place in `KIN`."""
    parts = Parts(ours, theirs, lexicon)
    given = theirs[0]
    alike = lexicon.likeness[parts.ours[0]][given]
    related = (given > 0) & bool(parts.ours[0]) & (alike < OTHER_PERSON) & parts.same(3, 3)
    kin = np.zeros(given.size, dtype=np.int8)
    brothers = related & parts.same(1, 1)
    kin[brothers] = BROTHER
    if is_fore_name(ours.wholes[0]):
        # محمد علي البريدي may simply be called علي البريدي.
        return kin
    related &= ~brothers & ~lexicon.is_fore_name[given]
    fathers = related & parts.same(1, 0) & (parts.same(2, 1) | parts.either_unknown(2, 1))
    sons = related & parts.same(0, 1) & (parts.same(1, 2) | parts.either_unknown(1, 2))
    kin[fathers], kin[sons] = FATHER, SON
    if (exchanged := fathers & sons).any():
        _set_exchanged(kin, np.flatnonzero(exchanged), ours.wholes[0], given, lexicon)
    return kin


def _set_exchanged(
    kin: NDArray[np.int8], columns: Places, our_given: str, given: Places, lexicon: Lexicon
) -> None:
    """علي محسن, محسن علي: either may be the father, so both directions must answer to each other."""
    texts = list(lexicon.theirs)
    for column in columns:
        theirs = texts[given[column]]
        kin[column] = EXCHANGED_FATHER if part_keys(our_given) < part_keys(theirs) else EXCHANGED_SON
