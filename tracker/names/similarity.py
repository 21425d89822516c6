"""How alike two spellings sound: the cheapest way of turning one into the other, for many pairs at once."""

from collections.abc import Iterable, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from .costs import CODES, SIZE, omission_costs, sound_weights, substitution_costs
from .hearing import hear, hear_shortened
from .normalise import fold
from .phonemes import Sounds

SUBSTITUTION = substitution_costs()
OMISSION = omission_costs()
WEIGHT = sound_weights()
STEEPNESS = 1.45
"""One wrong consonant in a name of four leaves 0.64 of its likeness."""
SHORTEST = 2.3
"""No name counts as shorter than this, else one letter would decide over Ali and Adi alone."""
SHORTENED = 0.8
"""A compound and its short form may be one man's; it is no more than that."""
BLOCK = 2048
REMEMBERED = 400_000

SoundPair = tuple[Sounds, Sounds]
_remembered: dict[SoundPair, float] = {}


def similarity(a: str, b: str) -> float:
    """Return from 0 to 1 how surely two spellings are one name, in either writing.

    >>> similarity("محسن", "Mouhsen") > 0.95, similarity("محسن", "Hassan") < 0.7
    (True, True)
    """
    return similarities([(a, b)])[0]


def similarities(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return the likeness of each pair of parts; a thousand in one call cost little more than one."""
    learn_pairs(both for a, b in pairs for both in _ways_to_compare(a, b))
    return [_likest(a, b) for a, b in pairs]


def _ways_to_compare(a: str, b: str) -> Iterable[SoundPair]:
    """Each hearing of one against each of the other, and a compound's short form against a plain name."""
    yield from product(hear(a), hear(b))
    if bool(hear_shortened(a)) != bool(hear_shortened(b)):
        yield from product(hear_shortened(a) or hear(a), hear_shortened(b) or hear(b))


def _likest(a: str, b: str) -> float:
    if not (hear(a) and hear(b)):
        return _unheard(a, b)
    whole = max(_likeness(x, y) for x, y in product(hear(a), hear(b)))
    if whole >= SHORTENED or bool(hear_shortened(a)) == bool(hear_shortened(b)):
        return whole
    pairs = product(hear_shortened(a) or hear(a), hear_shortened(b) or hear(b))
    return max(whole, min(SHORTENED, max(_likeness(x, y) for x, y in pairs)))


def _likeness(x: Sounds, y: Sounds) -> float:
    if x == y:
        return 1.0
    # Another thread may have emptied what was remembered a moment ago.
    known = _remembered.get(_ordered(x, y))
    return float(_measure([_ordered(x, y)])[0]) if known is None else known


def _ordered(x: Sounds, y: Sounds) -> SoundPair:
    return (x, y) if x <= y else (y, x)


def _unheard(a: str, b: str) -> float:
    """Writings without a table here are compared letter by letter; nothing is like nothing."""
    left, right = fold(a)[:60], fold(b)[:60]
    if not left or not right:
        return 0.0
    return float(Levenshtein.normalized_similarity(left, right))


def learn_pairs(pairs: Iterable[SoundPair]) -> None:
    """Measure every pair of sounds not measured before."""
    wanted = {_ordered(x, y) for x, y in pairs if x != y}
    missing = [pair for pair in wanted if pair not in _remembered]
    if not missing:
        return
    if len(_remembered) + len(missing) > REMEMBERED:
        _remembered.clear()
        missing = list(wanted)
    missing.sort(key=lambda pair: len(pair[0].phonemes) + len(pair[1].phonemes))
    for start in range(0, len(missing), BLOCK):
        block = missing[start : start + BLOCK]
        _remembered.update(zip(block, _measure(block).tolist(), strict=True))


def _measure(pairs: Sequence[SoundPair]) -> NDArray[np.float32]:
    left, left_lengths = _coded([x for x, _ in pairs])
    right, right_lengths = _coded([y for _, y in pairs])
    left_arabic = np.array([x.arabic for x, _ in pairs], dtype=np.intp)
    right_arabic = np.array([y.arabic for _, y in pairs], dtype=np.intp)
    omit_left = OMISSION[right_arabic, left]
    omit_right = OMISSION[left_arabic, right]
    rows, columns = left.shape[0] + 1, right.shape[0] + 1
    table = np.zeros((rows, columns, len(pairs)), dtype=np.float32)
    table[1:, 0] = np.cumsum(omit_left, axis=0)
    table[0, 1:] = np.cumsum(omit_right, axis=0)
    for row in range(1, rows):
        swaps = table[row - 1, :-1] + SUBSTITUTION[left[row - 1], right]
        drops = table[row - 1, 1:] + omit_left[row - 1]
        best = np.minimum(swaps, drops)
        for column in range(1, columns):
            np.minimum(
                best[column - 1],
                table[row, column - 1] + omit_right[column - 1],
                out=table[row, column],
            )
    cost = table[left_lengths, right_lengths, np.arange(len(pairs))]
    length = np.maximum(_lengths(left, left_lengths), _lengths(right, right_lengths))
    return np.clip(1.0 - STEEPNESS * cost / np.maximum(length, SHORTEST), 0.0, 1.0)


def _coded(sounds: Sequence[Sounds]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Lay sounds out as columns of codes; Arabic sounds have their codes behind the Latin ones."""
    lengths = np.array([len(sound.phonemes) for sound in sounds], dtype=np.intp)
    codes = np.zeros((int(lengths.max()), len(sounds)), dtype=np.intp)
    for column, sound in enumerate(sounds):
        offset = SIZE if sound.arabic else 0
        codes[: len(sound.phonemes), column] = [CODES[phoneme] + offset for phoneme in sound.phonemes]
    return codes, lengths


def _lengths(codes: NDArray[np.intp], lengths: NDArray[np.intp]) -> NDArray[np.float32]:
    inside = np.arange(codes.shape[0])[:, None] < lengths
    weighed: NDArray[np.float32] = (WEIGHT[codes] * inside).sum(axis=0)
    return weighed
