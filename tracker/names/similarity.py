"""How alike two spellings sound: the cheapest way of turning one into the other, for many pairs at once."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from .costs import SIZE, SOUND_CODES, omission_costs, sound_weights, substitution_costs
from .hearing import READINGS, hear, hear_shortened
from .normalise import LONGEST_NAME, fold
from .phonemes import Sounds

# Costs are whole hundredths and weights whole tenths, so that a pair has one likeness, alone or among many.
SUBSTITUTION = substitution_costs().ravel()
OMISSION = omission_costs().ravel()
WEIGHT = sound_weights()
STEEPNESS = 1.45
"""One wrong consonant in a name of four leaves 0.64 of its likeness."""
SHORTEST = 2.3
"""No name counts as shorter than this, else one letter would decide over Ali and Adi alone."""
SHORTENED = 0.8
"""A compound and its short form may be one man's; it is no more than that."""
BLOCK = 2048
"""Pairs measured in one go: their table stays in the processor's cache."""

Codes = NDArray[np.intp]
Likenesses = NDArray[np.float64]


def similarity(a: str, b: str) -> float:
    """Return from 0 to 1 how surely two spellings are one name, in either writing.

    >>> similarity("محسن", "Mouhsen") > 0.95, similarity("محسن", "Hassan") < 0.7
    (True, True)
    """
    return float(likeness_table((a,), (b,))[0, 0])


def similarities(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return the likeness of each pair of parts."""
    theirs_of: dict[str, list[str]] = {}
    for a, b in pairs:
        theirs_of.setdefault(a, []).append(b)
    rows = {a: iter(likeness_table((a,), theirs)[0].tolist()) for a, theirs in theirs_of.items()}
    return [next(rows[a]) for a, _ in pairs]


def likeness_table(ours: Sequence[str], theirs: Sequence[str]) -> Likenesses:
    """Return the likeness of each of our parts to each of theirs; thousands cost little more than one.

    >>> likeness_table(["محسن", "Ali"], ["Mohsen", "علي", "Omar"]).round(1).tolist()
    [[1.0, 0.0, 0.1], [0.0, 1.0, 0.0]]
    """
    left, right = _Heard(ours), _Heard(theirs)
    measured = _measure(_Coded(left.sounds), _Coded(right.sounds))
    table = _likest(measured, left.whole, right.whole)
    apart = left.has_short[:, None] != right.has_short
    if (apart & (table < SHORTENED)).any():
        shortened = np.minimum(_likest(measured, left.short, right.short), SHORTENED)
        table = np.where(apart & (table < SHORTENED), np.maximum(table, shortened), table)
    table[left.unheard], table[:, right.unheard] = 0.0, 0.0
    for i in left.unheard:
        table[i] = [_unheard(ours[i], text) for text in theirs] if fold(ours[i][:LONGEST_NAME]) else 0.0
    for j in right.unheard:
        table[:, j] = [_unheard(text, theirs[j]) for text in ours] if fold(theirs[j][:LONGEST_NAME]) else 0.0
    return table


class _Ways(NamedTuple):
    """How one part may be heard, each way a text: "+" for Arabic, "-" for Latin, and the sounds."""

    heard: bool
    has_short: bool
    whole: tuple[str, ...]
    short: tuple[str, ...]


@lru_cache(maxsize=262144)
def _ways(part: str) -> _Ways:
    whole = [_marked(way) for way in hear(part)]
    short = [_marked(way) for way in hear_shortened(part)]
    filled = tuple(((whole or ["-"]) * READINGS)[:READINGS])
    return _Ways(bool(whole), bool(short), filled, tuple((short * READINGS)[:READINGS]) or filled)


def _marked(way: Sounds) -> str:
    return ("+" if way.arabic else "-") + way.phonemes


class _Heard:
    """The sounds of some parts, each once, and which of them every part may have."""

    def __init__(self, parts: Sequence[str]) -> None:
        ways = list(map(_ways, parts))
        whole = list(chain.from_iterable(way.whole for way in ways))
        short = list(chain.from_iterable(way.short for way in ways))
        self.sounds = list(dict.fromkeys(chain(whole, short)))
        numbers = dict(zip(self.sounds, count(), strict=False))
        self.whole = _numbered(whole, numbers)
        self.short = _numbered(short, numbers)
        self.has_short = np.array([way.has_short for way in ways], dtype=bool)
        self.unheard = [place for place, way in enumerate(ways) if not way.heard]


def _numbered(sounds: list[str], numbers: dict[str, int]) -> Codes:
    found = np.fromiter(map(numbers.__getitem__, sounds), dtype=np.intp, count=len(sounds))
    return found.reshape(-1, READINGS)


class _Coded:
    """Sounds as columns of codes; Arabic sounds have their codes behind the Latin ones."""

    def __init__(self, sounds: Sequence[str]) -> None:
        self.lengths = np.fromiter(map(len, sounds), dtype=np.intp, count=len(sounds)) - 1
        longest = int(self.lengths.max()) + 1
        text = "".join([sound.ljust(longest) for sound in sounds]).encode("ascii")
        letters = np.frombuffer(text, dtype=np.uint8).reshape(len(sounds), longest).T
        self.arabic = np.where(letters[0] == ord("+"), SIZE, 0)
        self.codes: Codes = SOUND_CODES[letters[1:]] + self.arabic
        inside = np.arange(longest - 1)[:, None] < self.lengths
        self.weights = np.where(inside, WEIGHT[self.codes], 0).sum(axis=0)
        self.by_length = np.argsort(self.lengths, kind="stable")


def _likest(measured: Likenesses, ours: Codes, theirs: Codes) -> Likenesses:
    best: Likenesses = measured[ours[:, 0]][:, theirs[:, 0]]
    for a in range(READINGS):
        for b in range(READINGS):
            if (a and (ours[:, a] != ours[:, 0]).any()) or (b and (theirs[:, b] != theirs[:, 0]).any()):
                best = np.maximum(best, measured[ours[:, a]][:, theirs[:, b]])
    return best


def _measure(left: _Coded, right: _Coded) -> Likenesses:
    """Return the likeness of every sound to every other, the short ones first so that tables stay small."""
    rows, columns = (each.ravel() for each in np.meshgrid(left.by_length, right.by_length, indexing="ij"))
    cost = np.empty(rows.size, dtype=np.int64)
    for start in range(0, rows.size, BLOCK):
        block = slice(start, start + BLOCK)
        cost[block] = _costs(left, rows[block], right, columns[block])
    length = np.maximum(np.maximum(left.weights[rows], right.weights[columns]) / 10, SHORTEST)
    table = np.empty((left.lengths.size, right.lengths.size))
    table[rows, columns] = np.clip(1.0 - STEEPNESS / 100 * cost / length, 0.0, 1.0)
    return table


def _costs(left: _Coded, rows: Codes, right: _Coded, columns: Codes) -> NDArray[np.int16]:
    height, width = int(left.lengths[rows].max()), int(right.lengths[columns].max())
    ours, theirs = left.codes[:height, rows], right.codes[:width, columns]
    drop_ours = OMISSION[ours + 2 * right.arabic[columns]]
    drop_theirs = OMISSION[theirs + 2 * left.arabic[rows]]
    ends, ends_theirs = left.lengths[rows], right.lengths[columns]
    here = np.zeros((width + 1, rows.size), dtype=np.int16)
    np.cumsum(drop_theirs, axis=0, out=here[1:])
    found: NDArray[np.int16] = here[ends_theirs, np.arange(rows.size)]
    above = np.empty_like(here)
    for row in range(height):
        above, here = here, above
        np.add(above[0], drop_ours[row], out=here[0])
        best = SUBSTITUTION.take(ours[row] * (2 * SIZE) + theirs)
        best += above[:-1]
        np.minimum(best, above[1:] + drop_ours[row], out=best)
        for column in range(width):
            np.add(here[column], drop_theirs[column], out=here[column + 1])
            np.minimum(here[column + 1], best[column], out=here[column + 1])
        ended = np.flatnonzero(ends == row + 1)
        found[ended] = here[ends_theirs[ended], ended]
    return found


def _unheard(a: str, b: str) -> float:
    """Writings without a table here are compared letter by letter; nothing is like nothing."""
    left, right = fold(a[:LONGEST_NAME])[:60], fold(b[:LONGEST_NAME])[:60]
    if not left or not right:
        return 0.0
    return float(Levenshtein.normalized_similarity(left, right))
