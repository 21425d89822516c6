"""How much of a name is written as another, run by run of letters: a slip spoils three runs of many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tracker.names import fold

from .written import Written

RUN = 3
"""Letters of a run."""


def share_of_runs(typed: Sequence[str], written: Written) -> NDArray[np.float64]:
    """Return for each person which share of all runs is both in what was typed and in their likest name.

    >>> written = Written.of([[["Mario", "Ramirez"]], [["Maria"]], []])
    >>> share_of_runs(["Mario", "RAMlREZ"], written).round(2).tolist()
    [0.65, 0.25, 0.0]
    """
    ours = _runs_of_all(typed)
    theirs = map(_runs_of_all, written.together())
    shares = [len(ours & runs) / max(len(ours | runs), 1) for runs in theirs]
    return written.of_each(np.array(shares, dtype=np.float64))


def _runs_of_all(parts: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*map(runs_of, parts))


@lru_cache(maxsize=65536)
def runs_of(part: str) -> frozenset[str]:
    """Return the runs of letters in each word of a part; the first letters count for more, as in pg_trgm.

    >>> sorted(runs_of("Abu Ali"))
    ['  a', ' ab', ' al', 'abu', 'ali', 'bu ', 'li ']
    """
    words = (f"  {word} " for word in fold(part).split())
    return frozenset(word[first : first + RUN] for word in words for first in range(len(word) - RUN + 1))
