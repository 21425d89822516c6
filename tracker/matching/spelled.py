"""Who comes first of those who are about as likely: whoever is spelled as it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tracker.names import fold, script_of

from .written import Written

SPELLED = 40
"""Of so many likeliest ones the order is told by their spelling too; with 200 nobody more comes first."""
BITS_OF_A_SPELLING = 5.0
"""How many bits it weighs that every part is written as it is asked for, among names in the writing asked for.

Measured among 65,000 names (R@1 of 3,818 real spellings, of 1,566 damaged names): 0.880 and 0.916 without, 0.881
and 0.920 with 2 bits, 0.882 and 0.922 with 3, 0.882 and 0.925 with 5, 0.881 and 0.926 with 8. Were names in the
other writing to fall behind for it, one cross-script spelling in a hundred would lose the first place.
"""


def as_spelled(
    places: NDArray[np.int64], bits: NDArray[np.float64], asked: Sequence[str], written: Written
) -> NDArray[np.int64]:
    """Return places, ordered by their bits, with those in the writing asked for also ordered by their spelling.

    Of each place is told how the names are written that stand there; whoever is written otherwise keeps the rank.

    >>> written = Written.of([[["Samy"]], [["سامي"]], [["SAMI"]]])
    >>> as_spelled(np.array([7, 8, 9]), np.array([3.0, 2.0, 1.0]), ["Sami"], written).tolist()
    [9, 8, 7]
    """
    writing, wanted = script_of(" ".join(asked)), list(map(_plain, asked))
    plain = list(map(_plain, written.parts))
    same = np.array([[theirs == ours for theirs in plain] for ours in wanted], dtype=np.float64)
    letters = np.array(list(map(len, wanted)), dtype=np.float64)
    shares = letters @ written.best(same.reshape(len(wanted), len(plain))) / max(letters.sum(), 1.0)
    so = np.array([[script_of(part) == writing for part in written.parts]], dtype=np.float64)
    order = np.argsort(-bits, kind="stable")
    alike = np.flatnonzero(written.of_each(written.best(so)[0])[order])
    worth = bits + BITS_OF_A_SPELLING * written.of_each(shares)
    order[alike] = order[alike][np.argsort(-worth[order[alike]], kind="stable")]
    return places[order]


@lru_cache(maxsize=65536)
def _plain(part: str) -> str:
    return fold(part).replace(" ", "")
