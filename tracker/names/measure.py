"""How alike two parts sound: the cheapest way of turning one into the other, compiled."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled
from .costs import SIZE, omission_costs, substitution_costs
from .heard import ARABIC, CODES, LATIN, Parts, Record
from .hearing import READINGS

STEEPNESS = 1.45
"""One wrong consonant in a name of four leaves 0.64 of its likeness."""
SHORTEST = 23
"""In tenths: no name counts as shorter than this, else one letter would decide over Ali and Adi alone."""
SHORTENED = 0.8
"""A compound and its short form may be one man's; it is no more than that."""
UNLIKE = 0.3
"""Likeness under which nothing is measured any more: it counts as none."""
DOUBLED = 64
"""Sounds of two parts written as one, at most."""
OTHER_LETTER = 100

COSTS = np.dtype(
    [
        ("substitution", np.uint8, (CODES, CODES)),
        ("omission", np.uint8, (3, CODES)),
        ("row", np.int32, DOUBLED),
    ]
)
"""In hundredths: sound × sound, and plane of the other spelling × sound left out; and a row to reckon in."""


def costs() -> NDArray[np.void]:
    """Return the tables of `costs` and room to reckon in, for one thread."""
    return _costs().copy()


@cache
def _costs() -> NDArray[np.void]:
    made = np.zeros(1, dtype=COSTS)
    substitution, omission = made["substitution"][0], made["omission"][0]
    known = 2 * SIZE
    substitution[:] = 110
    substitution[:known, :known] = substitution_costs()
    substitution[known:, known:] = OTHER_LETTER
    np.fill_diagonal(substitution[known:, known:], 0)
    omission[:] = OTHER_LETTER
    omission[[LATIN, ARABIC], :known] = omission_costs()
    return made


@compiled
def cost_of(ours: Any, our_length: int, our_plane: int, theirs: Any, their_length: int, their_plane: int,
            costs: Record, limit: int) -> int:  # fmt: skip
    """Return in hundredths what it costs to turn one into the other; more than `limit` where it is more."""
    row, substitution, drop_theirs = costs.row, costs.substitution, costs.omission[our_plane]
    drop_ours = costs.omission[their_plane]
    row[0] = 0
    for j in range(their_length):
        row[j + 1] = row[j] + drop_theirs[theirs[j]]
    for i in range(our_length):
        mine = ours[i]
        diagonal = row[0]
        row[0] = lowest = diagonal + drop_ours[mine]
        for j in range(their_length):
            best = min(
                diagonal + substitution[mine, theirs[j]],
                row[j + 1] + drop_ours[mine],
                row[j] + drop_theirs[theirs[j]],
            )
            diagonal = row[j + 1]
            row[j + 1] = best
            lowest = min(lowest, best)
        if lowest > limit:
            return limit + 1
    return int(row[their_length])


@compiled
def likeness_of_ways(a: Record, m: int, b: Record, n: int, costs: Record, least: float) -> float:
    """Return how alike two ways of hearing two parts are; 0 where it is less than `least`."""
    weight = max(a.weights[m], b.weights[n], SHORTEST) * 10.0
    limit = int((1.0 - least) * weight / STEEPNESS)
    cost = cost_of(a.codes[m], a.lengths[m], a.plane, b.codes[n], b.lengths[n], b.plane, costs, limit)
    return 0.0 if cost > limit else 1.0 - STEEPNESS * cost / weight


@compiled
def likeness(a: Record, b: Record, costs: Record) -> float:
    """Return from 0 to 1 how surely two parts are one name; the likest ways of hearing them count."""
    best = 0.0
    for m in range(READINGS):
        for n in range(READINGS):
            if a.lengths[m] and b.lengths[n] and best < 1.0:
                best = max(best, likeness_of_ways(a, m, b, n, costs, max(best, UNLIKE)))
    if best < SHORTENED and a.lengths[READINGS] and not b.lengths[READINGS]:
        best = max(best, likeness_of_short(a, b, costs))
    if best < SHORTENED and b.lengths[READINGS] and not a.lengths[READINGS]:
        best = max(best, likeness_of_short(b, a, costs))
    return best


@compiled
def likeness_of_short(short: Record, whole: Record, costs: Record) -> float:
    """Return how alike the short form of one is to the whole other one."""
    best = 0.0
    for n in range(READINGS):
        if whole.lengths[n]:
            best = max(best, likeness_of_ways(short, READINGS, whole, n, costs, UNLIKE))
    return min(best, SHORTENED)


@compiled
def table(ours: Parts, theirs: Parts, costs: NDArray[np.void]) -> NDArray[np.float64]:
    """Return the likeness of each of ours to each of theirs."""
    alike = np.empty((ours.size, theirs.size), dtype=np.float64)
    for i in range(ours.size):
        for j in range(theirs.size):
            alike[i, j] = likeness(ours[i], theirs[j], costs[0])
    return alike
