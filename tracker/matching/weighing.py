"""How alike two parts of names are, and how many bits that is worth where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from tracker.names import similarities

from .frequencies import Aligned, Frequencies, Part

SAME, DIFFERENT = 0.86, 0.70
"""Likeness from which two spellings are one name, and below which they are two."""

# Likeness → share of the weight for agreement (positive) or against it (negative); between lines, straight.
# A typing error in one consonant of four gives about 0.65, and tells neither way.
STRENGTH: tuple[tuple[float, float], ...] = (
    (0.0, -1.0), (0.42, -1.0), (0.55, -0.6), (0.67, -0.12),
    (0.78, 0.2), (0.88, 0.85), (0.94, 0.99), (1.0, 1.0),
)  # fmt: skip

# Bits against, when the part differs altogether. A surname varies more (clan, village).
AGAINST = {"given": 10.0, "father": 7.0, "grandfather": 4.0, "family": 6.0}
OTHER_ROLE = 0.7
OTHER_THAN_GIVEN = 2.0
REMEMBERED = 300_000

_known: dict[tuple[str, str], float] = {}


def likeness(left: str, right: str) -> float:
    """Return how alike two parts are; remembered."""
    if left == right:
        return 1.0
    pair = (left, right) if left < right else (right, left)
    known = _known.get(pair)
    return similarities((pair,))[0] if known is None else known


def likenesses(pairs: Iterable[tuple[str, str]]) -> None:
    """Measure all pairs of parts not measured before in one go."""
    ordered = {(a, b) if a < b else (b, a) for a, b in pairs if a != b}
    missing = [pair for pair in ordered if pair not in _known]
    if len(_known) + len(missing) > REMEMBERED:
        _known.clear()
        missing = list(ordered)
    _known.update(zip(missing, similarities(missing), strict=True))


def strength(alike: float) -> float:
    """Return the share of a part's weight that a likeness earns, from -1 to 1."""
    for (low, start), (high, end) in pairwise(STRENGTH):
        if alike <= high:
            return start + (end - start) * (alike - low) / (high - low)
    return 1.0


def weigh(left: Part, right: Part, frequencies: Frequencies) -> Aligned:
    """Weigh two parts against each other in the place where they stand; remembered with the frequencies."""
    weighed = frequencies.weighed.get((left, right))
    if weighed is None:
        weighed = frequencies.weighed[left, right] = _weigh(left, right, frequencies)
        if len(frequencies.weighed) > REMEMBERED:
            frequencies.weighed.clear()
    return weighed


def _weigh(left: Part, right: Part, frequencies: Frequencies) -> Aligned:
    role = left[0] if left[0] == right[0] else min(left[0], right[0], key=_specific)
    alike = likeness(left[1], right[1])
    share = strength(alike)
    if share > 0:
        bits = min(
            frequencies.bits(left[1], left[0]),
            frequencies.bits(right[1], right[0]),
        )
        weight = share * bits
    else:
        weight = share * min(AGAINST[left[0]], AGAINST[right[0]])
    if left[0] != right[0]:
        weight -= OTHER_THAN_GIVEN if "given" in (left[0], right[0]) else OTHER_ROLE
    return Aligned(role, left[1], right[1], alike, weight)


def _specific(role: str) -> int:
    return ("father", "grandfather", "family", "given").index(role)
