"""Names weighed part by part, each as evidence of its own."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.names import Name

from .frequencies import Aligned, Frequencies
from .kin import are_exchanged
from .pair import Compare, Pair
from .profile import Finding
from .sentences import finding
from .weighing import AGAINST, DIFFERENT, SAME, likeness, strength

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
    if pair.kin:
        left, right = pair.names.left, pair.names.right
        words = "exchanged" if pair.kin != "brother" and are_exchanged(left, right) else pair.kin
        yield finding("given", -KIN_AGAINST, f"kin {words}", a=left.given, b=right.given)


def compare_mothers(pair: Pair) -> Iterable[Finding]:
    """Compare the mothers; with the registry number the best way to tell namesakes apart."""
    weighed = [
        (_mother_weight(ours, theirs, pair.frequencies), ours, theirs)
        for ours in pair.a.mothers
        for theirs in pair.b.mothers
        if ours.given and theirs.given
    ]
    if not weighed:
        return
    weight, ours, theirs = max(weighed, key=lambda one: one[0])
    verdict = "agrees" if weight > 3 else "resembles" if weight > 0 else "differs"
    yield finding("mother", weight, f"mother {verdict}", a=ours.written, b=theirs.written)


def _mother_weight(ours: Name, theirs: Name, frequencies: Frequencies) -> float:
    given = _part_weight(ours.given, theirs.given, "given", frequencies)
    if not (ours.family and theirs.family):
        return given
    family = _part_weight(ours.family, theirs.family, "family", frequencies)
    # A mother is often written with her husband's surname: a differing one tells little.
    return given + max(family, -1.5)


def _part_weight(left: str, right: str, role: str, frequencies: Frequencies) -> float:
    share = strength(likeness(left, right))
    if share <= 0:
        return share * AGAINST["father"]
    return share * min(frequencies.bits(left, role), frequencies.bits(right, role))
