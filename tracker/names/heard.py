"""Parts of names as rows of sounds, so that millions can be measured."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from .costs import SIZE, SOUND_CODES, sound_weights
from .hearing import READINGS, hear, hear_shortened, is_fore_name
from .keys import all_keys, part_keys
from .normalise import LONGEST_NAME, fold
from .phonemes import LONGEST, Sounds

WAYS = READINGS + 1
"""The ways of hearing a part, and behind them its short form: قادر for عبد القادر."""
LATIN, ARABIC, OTHER = range(3)
"""Planes of codes: Latin sounds, Arabic sounds behind them, and letters of writings without a table here."""
PLANE_OF_OTHERS = 2 * SIZE
CODES = 256

PART = np.dtype(
    [
        ("codes", np.uint8, (WAYS, LONGEST)),
        ("lengths", np.uint8, WAYS),  # 0: it is not heard that way
        ("weights", np.int16, WAYS),  # in tenths of a consonant
        ("plane", np.uint8),
        ("fore", np.bool_),  # a name that is often put before another and left out
    ]
)
"""How one part may be heard."""
Parts = NDArray[np.void]
Record = Any
"""A row of a structured array: compiled code reads its fields by name, and counts no references to it."""

WEIGHT = sound_weights()


@lru_cache(maxsize=131072)
def coded(part: str) -> tuple[bytes, tuple[int, ...], tuple[int, ...], int]:
    """Return a part as the fields of `PART`."""
    ways = [_sounds(way) for way in hear(part)]
    if not ways:
        return _row([_letters(part)], b"", OTHER)
    short = [_sounds(way) for way in hear_shortened(part)[:1]]
    return _row(ways, short[0] if short else b"", ARABIC if hear(part)[0].arabic else LATIN)


def _row(
    ways: Sequence[bytes], short: bytes, plane: int
) -> tuple[bytes, tuple[int, ...], tuple[int, ...], int]:
    every = [*ways[:READINGS], *(b"",) * (READINGS - len(ways)), short]
    weights = tuple(
        int(sum(10 if code >= PLANE_OF_OTHERS else WEIGHT[code] for code in way)) for way in every
    )
    return b"".join(way.ljust(LONGEST, b"\0") for way in every), tuple(map(len, every)), weights, plane


def _sounds(way: Sounds) -> bytes:
    shift = SIZE if way.arabic else 0
    return bytes(int(SOUND_CODES[ord(sound)]) + shift for sound in way.phonemes[:LONGEST])


def _letters(part: str) -> bytes:
    folded = fold(part[:LONGEST_NAME]).replace(" ", "")[:LONGEST]
    return bytes(PLANE_OF_OTHERS + ord(letter) % (CODES - PLANE_OF_OTHERS) for letter in folded)


def heard(parts: Sequence[str]) -> Parts:
    """Return parts as rows, in their order."""
    rows = np.zeros(len(parts), dtype=PART)
    fields = list(zip(*map(coded, parts), strict=True))
    if fields:
        rows["codes"] = np.frombuffer(b"".join(fields[0]), dtype=np.uint8).reshape(-1, WAYS, LONGEST)
        rows["lengths"], rows["weights"], rows["plane"] = fields[1:]
        rows["fore"] = list(map(is_fore_name, parts))
    return rows


class Heard(NamedTuple):
    """Parts of names with their keys and how each may be heard: worked out when a part is met, and read by
    everybody else who has it from there.
    """

    texts: Sequence[str]
    keys: Sequence[str]
    """The keys of each by which it is counted (`part_keys`), a blank between,"""
    all_keys: Sequence[str]
    """and all by which its bearers are found."""
    rows: Parts

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Return parts as they are heard now."""
        keys, every = ([" ".join(keys_of(text)) for text in texts] for keys_of in (part_keys, all_keys))
        return cls(texts, keys, every, heard(texts))

    def where(self, wanted: Sequence[int]) -> Self:
        """Return some of them, told by their places."""
        texts, keys, every = ([column[n] for n in wanted] for column in self[:3])
        return type(self)(texts, keys, every, self.rows[wanted])
