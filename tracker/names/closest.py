"""All keys that a house has met, and which of them are a slip or two of the pen away from another.

Compared by optimal string alignment: one step for a letter more, less, other, or two neighbours changed round; a
whole word at once in the bits of one number (Hyyrö 2003).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled

LONGEST = 16
"""Letters of a key that are looked at; longer ones are no single names, nor two run together."""
SHORT, SLIPS_IN_SHORT, SLIPS = 3, 1, 2
"""A key of so few letters is still itself with one slip, a longer one with two,"""
SURE = 2
"""if the longer of the two keys has so many letters more than there are slips."""


class Near(NamedTuple):
    """The places of some known keys, and how many slips away each is."""

    places: NDArray[np.int64]
    slips: NDArray[np.int64]


class Letters(NamedTuple):
    """Keys as rows of letters, with their lengths and which letters each one has."""

    rows: NDArray[np.uint8]
    lengths: NDArray[np.int64]
    which: NDArray[np.int64]


class KnownKeys:
    """Keys in the order in which they were met; those met later are added."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self.keys: list[str] = []
        self._place: dict[str, int] = {}
        self._letters = _letters([])
        self.add(keys)

    def __len__(self) -> int:
        return len(self.keys)

    def __contains__(self, key: str) -> bool:
        return key in self._place

    def place(self, key: str) -> int:
        """Return the place of a known key; raise KeyError for another."""
        return self._place[key]

    def add(self, keys: Iterable[str]) -> None:
        """Add the keys that are not known yet. One thread at a time; others may ask meanwhile."""
        new = [key for key in dict.fromkeys(keys) if key not in self._place and 0 < len(key) <= LONGEST]
        if not new:
            return
        self._place.update(zip(new, range(len(self), len(self) + len(new)), strict=True))
        self.keys += new
        old, more = self._letters, _letters(new)
        self._letters = Letters(
            np.concatenate((old.rows, more.rows)),
            np.concatenate((old.lengths, more.lengths)),
            np.concatenate((old.which, more.which)),
        )

    def near(self, key: str) -> Near:
        """Return the known keys that this one is, or differs from by a slip or two.

        >>> known = KnownKeys(["bkr", "bk", "bkrt", "krb", "skr", "nsr"])
        >>> [(known.keys[place], int(slips)) for place, slips in zip(*known.near("bkr"))]
        [('bkr', 0), ('bk', 1), ('bkrt', 1), ('skr', 1)]
        """
        letters, most = self._letters, SLIPS_IN_SHORT if len(key) <= SHORT else SLIPS
        found = np.empty((2, letters.lengths.size), dtype=np.int64)
        count = find_near(letters, _letters([key]), most, found) if 0 < len(key) <= LONGEST else 0
        return Near(found[0, :count], found[1, :count])


def _letters(keys: list[str]) -> Letters:
    text = np.array([key.encode("ascii", "replace") for key in keys], dtype=f"S{LONGEST}")
    rows = text.view(np.uint8).reshape(-1, LONGEST)
    which = np.bitwise_or.reduce(np.where(rows > 0, np.int64(1) << (rows & 31).astype(np.int64), 0), axis=1)
    return Letters(rows, np.char.str_len(text).astype(np.int64), which)


@compiled
def find_near(known: Letters, asked: Letters, most: int, found: NDArray[np.int64]) -> int:
    """Write the place of each key that is so many slips or fewer away, and how many; return the count."""
    length, which, count = asked.lengths[0], asked.which[0], 0
    places = np.zeros(256, dtype=np.int64)
    for place in range(length):
        places[asked.rows[0, place]] |= 1 << place
    for i in range(known.lengths.size):
        # Each slip makes the lengths differ by one at most, and the letters that only one has by two.
        if abs(known.lengths[i] - length) <= most and differ_little(known.which[i] ^ which, 2 * most):
            slips = slips_between(places, length, known.rows[i], known.lengths[i])
            if slips == 0 or slips <= min(most, max(length, known.lengths[i]) - SURE):
                found[0, count], found[1, count] = i, slips
                count += 1
    return count


@compiled
def differ_little(letters: int, most: int) -> bool:
    """Say whether a number has no more than so many bits."""
    for _ in range(most):
        letters &= letters - 1
    return letters == 0


@compiled
def slips_between(places: NDArray[np.int64], length: int, text: NDArray[np.uint8], size: int) -> int:
    """Return how many slips lead from a word, told by the places of each letter, to a text of so many letters."""
    last = 1 << (length - 1)
    more, less, same, before, slips = (1 << length) - 1, 0, 0, 0, length
    for j in range(size):
        here = places[text[j]]
        changed_round = ((~same & here) << 1) & before
        same = (((here & more) + more) ^ more) | here | less | changed_round
        up, down = less | ~(same | more), same & more
        slips += int((up & last) != 0) - int((down & last) != 0)
        up, down = (up << 1) | 1, down << 1
        more, less, before = down | ~(same | up), up & same, here
    return slips
