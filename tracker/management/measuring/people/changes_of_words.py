"""Which parts of a name are given, and in which order."""

from __future__ import annotations

from .draft import FAMILY, FATHER, GIVEN, GRANDFATHER, MOTHER_FAMILY, MOTHER_GIVEN, Change, Draft
from .given_names import GIVEN_NAMES
from .luck import Dice
from .sounds import Word

FORE_NAMES = frozenset({"محمد", "أحمد"})
"""Given names so often put before another that they are left out in speech: محمد علي is called علي."""


def leave_out_father(draft: Draft, _dice: Dice) -> bool:
    """A list of two names: given and family."""
    draft.words[FATHER] = draft.words[GRANDFATHER] = None
    return True


def leave_out_grandfather(draft: Draft, _dice: Dice) -> bool:
    """A triple name, as most papers give it."""
    there = draft.words[GRANDFATHER] is not None
    draft.words[GRANDFATHER] = None
    return there


def leave_out_family(draft: Draft, _dice: Dice) -> bool:
    """A man known by his own, his father's and his grandfather's name."""
    if draft.words[FATHER] is None:
        return False
    draft.words[FAMILY] = None
    return True


def exchange_given_and_father(draft: Draft, _dice: Dice) -> bool:
    """The clerk took one column for the other."""
    words = draft.words
    if words[FATHER] is None or draft.who.female:
        return False
    words[GIVEN], words[FATHER] = words[FATHER], words[GIVEN]
    return True


def shorten_double_name(draft: Draft, _dice: Dice) -> bool:
    """محمد علي is written as he is called: علي."""
    given = draft.words[GIVEN]
    first, _, second = given.arabic.partition(" ") if given else ("", "", "")
    if given is None or first not in FORE_NAMES or not second:
        return False
    draft.words[GIVEN] = Word(second, given.sound.partition(" ")[2])
    return True


def add_nickname(draft: Draft, dice: Dice) -> bool:
    """Abu Omar, before the name."""
    son = GIVEN_NAMES[draft.who.community][0].draw(dice)
    draft.nickname = Word(f"أبو {son.arabic}", f"'abU {son.sound}")
    draft.in_columns = False
    return True


def put_family_first(draft: Draft, _dice: Dice) -> bool:
    """As a register sorted by family names does, with nothing to show it."""
    draft.family_first, draft.in_columns = draft.words[FAMILY] is not None, False
    return draft.family_first


def leave_out_mother(draft: Draft, _dice: Dice) -> bool:
    """Many lists have no column for her."""
    draft.words[MOTHER_GIVEN] = draft.words[MOTHER_FAMILY] = None
    return True


def leave_out_mothers_family(draft: Draft, _dice: Dice) -> bool:
    """Only her given name."""
    there = draft.words[MOTHER_FAMILY] is not None
    draft.words[MOTHER_FAMILY] = None
    return there


CHANGES_OF_WORDS: tuple[Change, ...] = (
    Change("double name shortened", 0.30, 0.10, shorten_double_name),
    Change("father missing", 0.08, 0.03, leave_out_father),
    Change("grandfather missing", 0.65, 0.50, leave_out_grandfather),
    Change("family name missing", 0.02, 0.0, leave_out_family),
    Change("given and father exchanged", 0.01, 0.002, exchange_given_and_father),
    Change("nickname put in", 0.03, 0.01, add_nickname),
    Change("family name first", 0.05, 0.01, put_family_first),
    Change("mother missing", 0.40, 0.08, leave_out_mother),
    Change("mother's given name only", 0.40, 0.15, leave_out_mothers_family),
)
