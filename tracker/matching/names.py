"""Names weighed part by part, each as evidence of its own."""

from __future__ import annotations

from collections.abc import Iterable

from .beside import Aligned
from .pair import Compare, Pair
from .profile import Finding
from .sentences import finding
from .weighing import DIFFERENT, SAME

KIN_AGAINST = 22.0
"""Bits against one man, when all but the given name says that they are relatives: the paper names another."""


def _findings_of(role: str) -> Compare:
    def compare(pair: Pair) -> Iterable[Finding]:
        if pair.names is None:
            return
        for aligned in pair.names.aligned:
            if aligned.role == role:
                yield _told(aligned)

    return compare


def _told(aligned: Aligned) -> Finding:
    if aligned.likeness >= SAME:
        verdict = "agrees"
    elif aligned.likeness >= DIFFERENT:
        verdict = "resembles"
    else:
        verdict = "differs"
    return finding(aligned.role, aligned.weight, f"{aligned.role} {verdict}", a=aligned.left, b=aligned.right)


_compare_given = _findings_of("given")
compare_fathers: Compare = _findings_of("father")
compare_grandfathers: Compare = _findings_of("grandfather")
compare_families: Compare = _findings_of("family")


def compare_given(pair: Pair) -> Iterable[Finding]:
    """Compare given names; say what was left out, and name a likely relative as such."""
    if pair.names is None:
        return
    yield from _compare_given(pair)
    if pair.names.lacking:
        yield finding("given", pair.names.loose, "given lacking", a=pair.names.lacking)
    elif pair.names.loose:
        yield finding("given", pair.names.loose, "parts lacking")
    if pair.names.kin:
        left, right = pair.names.left, pair.names.right
        words = "exchanged" if pair.names.exchanged else pair.names.kin
        yield finding("given", -KIN_AGAINST, f"kin {words}", a=left.given, b=right.given)
