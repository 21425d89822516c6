"""How alike two spellings sound, for few or for many."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.lib.recfunctions import repack_fields
from numpy.typing import NDArray

from .heard import PART, Parts, heard
from .measure import costs, table

Likenesses = NDArray[np.float64]


def similarity(a: str, b: str) -> float:
    """Return from 0 to 1 how surely two spellings are one name, in either writing.

    >>> similarity("محسن", "Mouhsen") > 0.95, similarity("محسن", "Hassan") < 0.7
    (True, True)
    """
    return float(likeness_table((a,), (b,))[0, 0])


def likeness_table(ours: Sequence[str], theirs: Sequence[str]) -> Likenesses:
    """Return the likeness of each of our parts to each of theirs.

    >>> likeness_table(["محسن", "Ali"], ["Mohsen", "علي", "Omar"]).round(1).tolist()
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
    """
    return likeness_of_heard(heard(ours), heard(theirs))


def likeness_of_heard(ours: Parts, theirs: Parts) -> Likenesses:
    """Return the same of parts as they are heard already; of rows with more fields what is heard counts."""
    fields = list(PART.names or ())
    return table(repack_fields(ours[fields]), repack_fields(theirs[fields]), costs())
