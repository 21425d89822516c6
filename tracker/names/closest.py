"""Texts of which one is a slip or two of the pen away from another.

Compared by optimal string alignment: one step for a letter more, less, other, or two neighbours changed round; a
whole word at once in the bits of one number (Hyyrö 2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled

LONGEST = 24
"""Letters of a text that are looked at; longer ones are no single names, nor two run together."""
SHORT, SLIPS_IN_SHORT, SLIPS = 3, 1, 2
"""A text of so few letters is still itself with one slip, a longer one with two,"""
SURE = 2
"""if the longer of the two has so many letters more than there are slips."""


class Near(NamedTuple):
    """The places of some texts, and how many slips away each is."""

    places: NDArray[np.int64]
    slips: NDArray[np.int64]


class Texts(NamedTuple):
    """Texts as rows of letters, with their lengths and which letters each one has."""

    rows: NDArray[np.uint8]
    lengths: NDArray[np.int64]
    which: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Return texts as rows; what is behind `LONGEST` letters is cut off."""
        text = np.array([text.encode("ascii", "replace") for text in texts], dtype=f"S{LONGEST}")
        rows = text.view(np.uint8).reshape(-1, LONGEST)
        each = np.where(rows > 0, np.int64(1) << (rows & 31).astype(np.int64), 0)
        return cls(rows, np.char.str_len(text).astype(np.int64), np.bitwise_or.reduce(each, axis=1))

    def and_of(self, texts: Sequence[str]) -> Self:
        """Return these with more behind them."""
        more = type(self).of(texts)
        return type(self)(
            np.concatenate((self.rows, more.rows)),
            np.concatenate((self.lengths, more.lengths)),
            np.concatenate((self.which, more.which)),
        )

    def near(self, text: str) -> Near:
        """Return those that are this text, or differ from it by a slip or two.

        >>> Texts.of(["bkr", "bk", "bkrt", "krb", "skr", "nsr"]).near("bkr").places.tolist()
        [0, 1, 2, 4]
        """
        most = SLIPS_IN_SHORT if len(text) <= SHORT else SLIPS
        found = np.empty((2, self.lengths.size), dtype=np.int64)
        count = find_near(self, type(self).of([text]), most, found) if 0 < len(text) <= LONGEST else 0
        return Near(found[0, :count], found[1, :count])


@compiled
def find_near(known: Texts, asked: Texts, most: int, found: NDArray[np.int64]) -> int:
    """Write the place of each text that is so many slips or fewer away, and how many; return the count."""
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
