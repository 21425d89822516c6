"""Where one record may be about several people, they share its odds: it is about one of them at most."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from .profile import Finding
from .sentences import finding
from .telling import LEAST_TOLD

ASPECT = "rivals"
MOST_BITS = 900.0
"""Beyond this, odds are no number any more."""


def bits_against(own: Sequence[float]) -> list[float]:
    """Return what speaks against each of the people whom one record may be about, in bits, because of the others;
    nothing where nobody would read it.

    `own` are the bits of each as if there were no others. If a record is about one of them or about nobody, and
    each alone has odds o, his probability is o / (1 + the sum of all odds): his odds go down by 1 + the sum of
    the others'. Measured with `measure_links --people 250000 --records 1000000`: probabilities were 0.039 off
    without this, and 0.025 with it. Rounded, so that who reckons it from a sum of bits comes to the same.

    >>> bits_against([6.0]), bits_against([6.0, -9.0]), bits_against([6.0, 6.0])
    ([0.0], [0.0, -6.022], [-6.022, -6.022])
    """
    odds = [2.0 ** min(bits, MOST_BITS) for bits in own]
    against = [-log2(1.0 + sum(odds[:place]) + sum(odds[place + 1 :])) for place in range(len(odds))]
    return [round(bits, 3) if bits <= -LEAST_TOLD else 0.0 for bits in against]


def rivals_told(weight: float, others: int) -> Finding:
    """Return the finding that says how many other people the record may be about: one, or several."""
    return finding(ASPECT, weight, "one rival" if others == 1 else "rivals")
