"""Who comes first where the name asked for may be damaged: what its letters say, beside what its parts weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from tracker.names import likeness_table, undotted

from .side import Side

AMONG = 40
"""Of so many likeliest ones the order is told by letters too."""
BITS_OF_LETTERS = 30.0
"""How many bits all letters of a name weigh that agree.

Measured on names for which slips are thought of, among 65,000 (R@1 of 600 damaged, 400 damaged respellings and
500 real spellings): without letters 0.893, 0.620, 0.920; with 10 bits 0.913, 0.670, 0.924; with 20 0.925, 0.683,
0.922; with 40 0.932, 0.687, 0.922. A damaged part weighs against whoever bears it, as another name would; that
all the rest of it is there says more.
"""


def share_of_letters(asked: Sequence[str], names: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """Return for each name, given by its parts, which share of the letters asked for it has, by sound or sight.

    >>> share_of_letters(["PETcR", "GADEf"], [["Peter", "Gadet"], ["Peter", "Paul"], []]).round(1).tolist()
    [0.8, 0.5, 0.0]
    """
    parts = list(dict.fromkeys(part for name in names for part in name))
    if not asked or not parts:
        return np.zeros(len(names))
    seen = [undotted(part) for part in asked]
    sight = cdist(seen, list(map(undotted, parts)), scorer=OSA.normalized_similarity)
    alike = np.maximum(likeness_table(asked, parts), sight)
    weights = np.array(list(map(len, seen)), dtype=np.float64)
    place = {part: n for n, part in enumerate(parts)}
    shares = np.zeros(len(names))
    for n, name in enumerate(names):
        if name:
            shares[n] = weights @ alike[:, [place[part] for part in name]].max(axis=1)
    return np.asarray(shares / max(weights.sum(), 1.0))


def names_of(side: Side, place: int, texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the names of one row of a side, each as the texts of its parts."""
    first, last = side.people[place]["names"].tolist()
    for name in side.names[first:last]:
        yield [texts[unit] for unit in name["units"][: name["count"]].tolist()]
