"""How alike two parts of names are, and how many bits that is worth where they stand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SAME, DIFFERENT = 0.86, 0.70
"""Likeness from which two spellings are one name, and below which they are two."""

# Likeness → share of the weight for agreement (positive) or against it (negative); between lines, straight.
# A typing error in one consonant of four gives about 0.65, and tells neither way.
STRENGTH: tuple[tuple[float, float], ...] = (
    (0.0, -1.0), (0.42, -1.0), (0.55, -0.6), (0.67, -0.12),
    (0.78, 0.2), (0.88, 0.85), (0.94, 0.99), (1.0, 1.0),
)  # fmt: skip

ROLES = ("given", "father", "grandfather", "family")
GIVEN, FAMILY = ROLES.index("given"), ROLES.index("family")
SPECIFIC = ("father", "grandfather", "family", "given")
"""Where two roles meet, the sentence speaks of the first of these."""

# Bits against, when the part differs altogether. A surname varies more (clan, village).
AGAINST = {"given": 10.0, "father": 7.0, "grandfather": 4.0, "family": 6.0}
OTHER_ROLE = 0.7
OTHER_THAN_GIVEN = 2.0

Numbers = NDArray[np.float64]
_LEVELS, _SHARES = (np.array(column) for column in zip(*STRENGTH, strict=True))


def strengths(alike: Numbers) -> Numbers:
    """Return the share of a part's weight that each likeness earns, from -1 to 1."""
    shares: Numbers = np.interp(alike, _LEVELS, _SHARES)
    return shares


def _by_roles() -> tuple[Numbers, Numbers]:
    against = np.array([[min(AGAINST[a], AGAINST[b]) for b in ROLES] for a in ROLES])
    toll = np.array(
        [
            [0.0 if a == b else OTHER_THAN_GIVEN if "given" in (a, b) else OTHER_ROLE for b in ROLES]
            for a in ROLES
        ]
    )
    return against, toll


BITS_AGAINST, TOLL = _by_roles()
"""Role × role → bits against where the parts differ, and what standing in another place costs."""


def role_between(ours: int, theirs: int) -> str:
    """Return the role in which two parts are spoken of."""
    return min(ROLES[ours], ROLES[theirs], key=SPECIFIC.index)
