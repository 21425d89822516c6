"""Relatives look alike on paper: brothers share father and surname, a father bears his son's second name."""

from __future__ import annotations

from tracker.names import Name, fold, part_keys
from tracker.names.compounds import FORE_NAMES

from .weighing import DIFFERENT, SAME, likeness


def kin_of(left: Name, right: Name) -> str:
    """Return what the second person may be to the first: "brother", "father", "son", or "".

    >>> from tracker.names import read_name
    >>> kin_of(read_name("Ali Mohsen al-Baridi"), read_name("أحمد محسن البريدي"))
    'brother'
    """
    if not (left.given and right.given and left.family and right.family):
        return ""
    if likeness(left.given, right.given) >= DIFFERENT or likeness(left.family, right.family) < SAME:
        return ""
    if left.father and right.father and likeness(left.father, right.father) >= SAME:
        return "brother"
    if fold(left.given) in FORE_NAMES or fold(right.given) in FORE_NAMES:
        # محمد علي البريدي may simply be called علي البريدي.
        return ""
    if are_exchanged(left, right):
        # Either may be the father, so both directions must answer to each other.
        return "father" if part_keys(left.given) < part_keys(right.given) else "son"
    if _is_father(left, right):
        return "father"
    return "son" if _is_father(right, left) else ""


def are_exchanged(left: Name, right: Name) -> bool:
    """Say whether each bears as given name what the other has as father's: علي محسن, محسن علي."""
    return _is_father(left, right) and _is_father(right, left)


def _is_father(child: Name, other: Name) -> bool:
    if not child.father or likeness(child.father, other.given) < SAME:
        return False
    return not (child.grandfather and other.father) or likeness(child.grandfather, other.father) >= SAME
