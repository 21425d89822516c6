"""Which part of one name answers to which of another, when parts may be missing, shifted or turned round.

Parts keep their order: the given name first, then the father, his father, and the surname. Some are left
out; two that stand in one place and differ speak against. Leaving out the given name is hardly ever done.
One name is laid beside many at once: every array has a column for each of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .lexicon import Lexicon, Places, is_fore_name
from .weighing import BITS_AGAINST, FAMILY, GIVEN, SAME, TOLL, Numbers

LEFT_OUT = 0.3
GIVEN_LEFT_OUT = 5.0
FORE_NAME_LEFT_OUT = 1.5
FEWEST = -1e9
PAIRED, OURS_LEFT_OUT, THEIRS_LEFT_OUT, AT_THE_END = 0, 1, 2, -1


@dataclass(frozen=True, slots=True)
class Ours:
    """Our name: its parts, their numbers and their roles."""

    texts: tuple[str, ...]
    numbers: tuple[int, ...]
    roles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Theirs:
    """Their names, a column for each: the parts' numbers, their roles, and how many there are."""

    units: Places
    roles: Places
    counts: Places

    def of(self, columns: Places | NDArray[np.bool_]) -> Theirs:
        """Return some of them."""
        return Theirs(self.units[:, columns], self.roles[:, columns], self.counts[columns])


@dataclass(frozen=True, slots=True)
class Laid:
    """Our name beside each of theirs: the scores, and the steps from the last part back to the first."""

    ours: Ours
    theirs: Theirs
    score: Numbers
    weights: Numbers
    steps: Places
    given_agrees: NDArray[np.bool_]


def lay(ours: Ours, theirs: Theirs, lexicon: Lexicon) -> Laid:
    """Lay our name beside each of theirs as speaks most for it."""
    weights = _weights(ours, theirs, lexicon)
    left_out = np.where(theirs.roles == GIVEN, GIVEN_LEFT_OUT, LEFT_OUT)
    fore_name = (theirs.roles == GIVEN) & lexicon.is_fore_name[theirs.units]
    left_out = np.where(fore_name, FORE_NAME_LEFT_OUT, left_out)
    our_left_out = [_left_out(*part) for part in zip(ours.roles, ours.texts, strict=True)]
    scores, came = _all_paths(weights, our_left_out, left_out)
    columns = np.arange(theirs.counts.size)
    last = scores[len(ours.texts), theirs.counts, :, columns].T
    steps = _ways_back(last.argmax(axis=0), came, theirs.counts)
    return Laid(ours, theirs, last.max(axis=0), weights, steps, _given_agrees(ours, theirs, steps, lexicon))


def _left_out(role: int, text: str) -> float:
    if role != GIVEN:
        return LEFT_OUT
    return FORE_NAME_LEFT_OUT if is_fore_name(text) else GIVEN_LEFT_OUT


def _weights(ours: Ours, theirs: Theirs, lexicon: Lexicon) -> Numbers:
    """Weigh each of our parts against each of theirs in the place where it stands."""
    weights = np.empty((len(ours.texts), *theirs.units.shape))
    their_bits = np.where(
        theirs.roles == FAMILY, lexicon.their_bits[1][theirs.units], lexicon.their_bits[0][theirs.units]
    )
    for place, (number, role) in enumerate(zip(ours.numbers, ours.roles, strict=True)):
        share = lexicon.strength[number][theirs.units]
        bits = np.minimum(their_bits, lexicon.our_bits[int(role == FAMILY), number])
        against = BITS_AGAINST[role][theirs.roles]
        weights[place] = share * np.where(share > 0, bits, against) - TOLL[role][theirs.roles]
    return weights


def _all_paths(weights: Numbers, ours: list[float], theirs: Numbers) -> tuple[Numbers, NDArray[np.int8]]:
    """Find the best way to every place, for each kind of last step, and the kind of step before it.

    A part of ours left out beside a part of theirs left out would hide a contradiction: they are paired.
    """
    rows, width, names = weights.shape
    scores = np.full((rows + 1, width + 1, 3, names), FEWEST)
    came = np.zeros((rows + 1, width + 1, 3, names), dtype=np.int8)
    scores[0, 0, PAIRED] = 0.0
    for i in range(rows + 1):
        for j in range(width + 1):
            here, before = scores[i, j], came[i, j]
            if i and j:
                earlier = scores[i - 1, j - 1]
                np.add(earlier.max(axis=0), weights[i - 1, j - 1], out=here[PAIRED])
                before[PAIRED] = earlier.argmax(axis=0)
            if i:
                earlier = scores[i - 1, j]
                np.subtract(np.maximum(earlier[0], earlier[1]), ours[i - 1], out=here[OURS_LEFT_OUT])
                before[OURS_LEFT_OUT] = earlier[1] > earlier[0]
            if j:
                earlier = scores[i, j - 1]
                np.subtract(np.maximum(earlier[0], earlier[2]), theirs[j - 1], out=here[THEIRS_LEFT_OUT])
                before[THEIRS_LEFT_OUT] = 2 * (earlier[2] > earlier[0])
    return scores, came


def _ways_back(kind: Places, came: NDArray[np.int8], counts: Places) -> Places:
    """Return steps × (kind, our place, their place) × names, the last step first."""
    i, j = np.full_like(counts, came.shape[0] - 1), counts.copy()
    columns = np.arange(counts.size)
    steps: list[Places] = []
    while (going := (i > 0) | (j > 0)).any():
        earlier = came[i, j, kind, columns]
        i = i - (going & (kind != THEIRS_LEFT_OUT))
        j = j - (going & (kind != OURS_LEFT_OUT))
        steps.append(np.stack([np.where(going, kind, AT_THE_END), i, j]))
        kind = np.where(going, earlier, PAIRED)
    return np.array(steps, dtype=np.intp).reshape(-1, 3, counts.size)


def _given_agrees(ours: Ours, theirs: Theirs, steps: Places, lexicon: Lexicon) -> NDArray[np.bool_]:
    agrees = np.zeros(theirs.counts.size, dtype=bool)
    roles, numbers = np.array([*ours.roles, -1]), np.array([*ours.numbers, 0])
    columns = np.arange(theirs.counts.size)
    for kind, i, step in steps:
        j = np.minimum(step, theirs.units.shape[0] - 1)
        given = (kind == PAIRED) & (roles[i] == GIVEN) & (theirs.roles[j, columns] == GIVEN)
        agrees |= given & (lexicon.likeness[numbers[i], theirs.units[j, columns]] >= SAME)
    return agrees
