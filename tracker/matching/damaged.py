"""Who comes first where the name asked for may be damaged: what its letters say, beside what its parts weigh."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from tracker.names import undotted
from tracker.names.known_parts import FEWEST_SEEN

from .written import Written

AMONG = 500
"""Of so many likeliest ones the order is told by letters too."""
BITS_OF_LETTERS = 30.0
"""How many bits all letters of a name weigh that agree.

Measured on names for which slips are thought of, among 65,000 (R@1 of 600 damaged, 400 damaged respellings and
500 real spellings): without letters 0.893, 0.620, 0.920; with 10 bits 0.913, 0.670, 0.924; with 20 0.925, 0.683,
0.922; with 40 0.932, 0.687, 0.922. A damaged part weighs against whoever bears it, as another name would; that
all the rest of it is there says more.
"""
LIKELIEST, FIRST = 2, 10
"""So many who are likeliest by their parts stand among the first so many, whatever their letters: of a long name
another source may know two parts alone.

Of 3,400 spellings among 65,000 names three more stand among the first ten, of 1,200 damaged ones two, and no
one less.
"""


AS_BEGUN = 0.9
"""How alike a last part is to one that begins with its letters: its end may be cut off."""


def likeliest_among_first(in_order: NDArray[np.int64], likeliest: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return places in their order, with the likeliest of them brought up to the last ones of the first.

    >>> likeliest_among_first(np.arange(100, 120), np.array([115, 103]))[:11].tolist()
    [100, 101, 102, 103, 104, 105, 106, 107, 108, 115, 109]
    """
    behind = likeliest[~np.isin(likeliest, in_order[:FIRST])]
    others = in_order[~np.isin(in_order, behind)]
    front = FIRST - behind.size
    return np.concatenate((others[:front], behind, others[front:]))


def share_of_letters(
    asked: Sequence[str], written: Written, sound: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return for each person which share of the letters asked for their best name has, by sound or sight.

    How alike they sound is told of each part asked for and each that is written. A name whose blanks are lost is
    seen as one word too.

    >>> written = Written.of([[["Peter", "Gadet"]], [["Peter", "Paul"]], []])
    >>> share_of_letters(["PETcR", "GADEf"], written, np.zeros((2, 3))).round(1).tolist()
    [0.8, 0.5, 0.0]
    """
    if not asked or not written.parts:
        return np.zeros(written.of_person.size)
    seen, theirs = list(map(undotted, asked)), list(map(undotted, written.parts))
    alike = np.maximum(sound, _sight(seen, theirs))
    if len(seen[-1]) >= FEWEST_SEEN:
        begun = np.array([AS_BEGUN if part.startswith(seen[-1]) else 0.0 for part in theirs])
        alike[-1] = np.maximum(alike[-1], begun)
    weights = np.array(list(map(len, seen)), dtype=np.float64)
    shares = weights @ written.best(alike) / max(weights.sum(), 1.0)
    as_one_word = ("".join(map(undotted, name)) for name in written.together())
    return written.of_each(np.maximum(shares, _sight(["".join(seen)], as_one_word)[0]))


def _sight(ours: Sequence[str], theirs: Iterable[str]) -> NDArray[np.float64]:
    return np.asarray(cdist(ours, list(theirs), scorer=OSA.normalized_similarity), dtype=np.float64)
