"""Texts of which one is a slip or two of the pen away from another.

Compared by optimal string alignment: one step for a letter more, less, other, or two neighbours changed round; a
whole word at once in the bits of one number (Hyyrö 2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled, inlined

LONGEST = 24
"""Letters of a text that are looked at; longer ones are no single names, nor two run together."""
SHORT, SLIPS_IN_SHORT, SLIPS = 3, 1, 2
"""A text of so few letters is still itself with one slip, a longer one with two,"""
SURE = 2
"""if the longer of the two has so many letters more than there are slips."""
TWICE = 32
"""From which bit on a number tells which letters a text has twice or more; those it has once stand below."""


class Near(NamedTuple):
    """The places of some texts, and how many slips away each is."""

    places: NDArray[np.int64]
    slips: NDArray[np.int64]


class Texts(NamedTuple):
    """Texts as rows of letters, with their lengths and which letters each one has, once and twice."""

    rows: NDArray[np.uint8]
    lengths: NDArray[np.int64]
    which: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Return texts as rows; what is behind `LONGEST` letters is cut off."""
        text = np.array([text.encode("ascii", "replace") for text in texts], dtype=f"S{LONGEST}")
        rows = text.view(np.uint8).reshape(-1, LONGEST)
        lengths, which = np.zeros((2, len(rows)), dtype=np.int64)
        note_letters(rows, lengths, which)
        return cls(rows, lengths, which)

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

    def beginning(self, text: str) -> NDArray[np.int64]:
        """Return the places of those that begin with this text, and go on.

        >>> Texts.of(["bkr", "bk", "bkrt", "krb"]).beginning("bk").tolist()
        [0, 2]
        """
        asked = np.frombuffer(text[:LONGEST].encode("ascii", "replace"), dtype=np.uint8)
        begin_so = (self.rows[:, : asked.size] == asked).all(axis=1)
        return np.flatnonzero(begin_so & (self.lengths > asked.size))


@compiled
def note_letters(rows: NDArray[np.uint8], lengths: NDArray[np.int64], which: NDArray[np.int64]) -> None:
    """Write of each row how many letters it has, and which."""
    for i in range(len(rows)):
        once, twice = 0, 0
        while lengths[i] < LONGEST and rows[i, lengths[i]] != 0:
            letter = 1 << (rows[i, lengths[i]] & TWICE - 1)
            once, twice = once | letter, twice | once & letter
            lengths[i] += 1
        which[i] = once | twice << TWICE


@compiled
def find_near(known: Texts, asked: Texts, most: int, found: NDArray[np.int64]) -> int:
    """Write the place of each text that is so many slips or fewer away, and how many; return the count."""
    length, which, count = asked.lengths[0], asked.which[0], 0
    rows, lengths = known.rows, known.lengths
    places = np.zeros(256, dtype=np.int64)
    for place in range(length):
        places[asked.rows[0, place]] |= 1 << place
    for i in range(lengths.size):
        # A letter more or less makes one letter differ, another letter two, and two changed round none.
        longer = abs(lengths[i] - length)
        if longer <= most and bits_in(known.which[i] ^ which) <= 2 * most - longer:
            slips = slips_between(places, length, rows, i, lengths[i], most)
            if slips == 0 or slips <= min(most, max(length, lengths[i]) - SURE):
                found[0, count], found[1, count] = i, slips
                count += 1
    return count


@inlined
def bits_in(number: int) -> int:
    """Return how many bits a number of 64 has, by adding neighbours (Knuth, TAOCP 7.1.3)."""
    number -= (number >> 1) & 0x5555555555555555
    number = (number & 0x3333333333333333) + ((number >> 2) & 0x3333333333333333)
    number = (number + (number >> 4)) & 0x0F0F0F0F0F0F0F0F
    return ((number * 0x0101010101010101) >> 56) & 0xFF


@inlined
def slips_between(
    places: NDArray[np.int64], length: int, rows: NDArray[np.uint8], row: int, size: int, most: int
) -> int:
    """Return how many slips lead from a word, told by the places of each letter, to the text of a row.

    More than `most` where that is so: how many more is not worked out.
    """
    last = 1 << (length - 1)
    more, less, same, before, slips = (1 << length) - 1, 0, 0, 0, length
    for j in range(size):
        here = places[rows[row, j]]
        changed_round = ((~same & here) << 1) & before
        same = (((here & more) + more) ^ more) | here | less | changed_round
        up, down = less | ~(same | more), same & more
        slips += int((up & last) != 0) - int((down & last) != 0)
        if slips - (size - 1 - j) > most:  # each letter left takes back one at most
            return slips
        up, down = (up << 1) | 1, down << 1
        more, less, before = down | ~(same | up), up & same, here
    return slips
