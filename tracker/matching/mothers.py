"""Mothers' names: with the registry number the best way to tell namesakes apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from tracker.names import Name, likeness_table, similarity

from .frequencies import Frequencies
from .pair import Pair
from .profile import Finding, Profile
from .sentences import finding
from .weighing import AGAINST, strengths

OTHER_FAMILY = -1.5
"""A mother is often written with her husband's surname: a differing one tells little."""
REMEMBERED = 300_000

_known: dict[tuple[str, str], float] = {}


def hear_mothers(query: Profile, candidates: Sequence[Profile]) -> None:
    """Measure the mothers' names of many candidates against ours in one go."""
    for role in ("given", "family"):
        ours = {getattr(name, role) for name in query.mothers} - {""}
        theirs = {getattr(name, role) for one in candidates for name in one.mothers} - {""}
        left, right = list(ours), list(theirs)
        if not left or not right:
            continue
        if len(_known) + len(left) * len(right) > REMEMBERED:
            _known.clear()
        for ours_one, row in zip(left, likeness_table(left, right).tolist(), strict=True):
            _known.update(((ours_one, text), alike) for text, alike in zip(right, row, strict=True))


def compare_mothers(pair: Pair) -> Iterable[Finding]:
    """Compare the mothers; of several the two that agree best."""
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
    return given + max(_part_weight(ours.family, theirs.family, "family", frequencies), OTHER_FAMILY)


def _part_weight(left: str, right: str, role: str, frequencies: Frequencies) -> float:
    # Another thread may have emptied what was remembered a moment ago.
    known = _known.get((left, right))
    share = float(strengths(np.array(similarity(left, right) if known is None else known)))
    if share <= 0:
        return share * AGAINST["father"]
    return share * min(frequencies.bits(left, role), frequencies.bits(right, role))
