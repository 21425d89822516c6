"""Every part of every name in one comparison, each once: what it sounds like and how common it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names import Name, fold, likeness_table, units_of
from tracker.names.compounds import FORE_NAMES

from .frequencies import Frequencies
from .weighing import ROLES, Numbers, strengths

MOST_PARTS = 7

Places = NDArray[np.intp]


class Row(NamedTuple):
    """A name as it is laid: its single names with their roles, and each role's whole part, "" if unknown."""

    units: tuple[str, ...]
    roles: tuple[int, ...]
    wholes: tuple[str, str, str, str]


class Padded(NamedTuple):
    """A row as the arrays take it."""

    texts: tuple[str, ...]
    roles: tuple[int, ...]
    length: int


@lru_cache(maxsize=262144)
def row_of(name: Name) -> Row:
    """Return the single names of a name with their roles; a double given name is two."""
    parts = [(ROLES.index(role), unit) for role, part in name.parts() for unit in units_of(part)]
    parts = parts[:MOST_PARTS]
    wholes = (name.given, name.father, name.grandfather, name.family)
    return Row(tuple(unit for _, unit in parts), tuple(role for role, _ in parts), wholes)


@lru_cache(maxsize=262144)
def padded_row(name: Name) -> Padded:
    """Return a name's row, filled up to the length that all have in the arrays."""
    units, roles, wholes = row_of(name)
    empty = MOST_PARTS - len(units)
    return Padded((*units, *("",) * empty, *wholes), (*roles, *(0,) * empty), len(units))


class Lexicon:
    """The parts of our names against the parts of all of theirs. Number 0 is the part that is not known."""

    def __init__(self, frequencies: Frequencies) -> None:
        self.frequencies = frequencies
        self.ours: dict[str, int] = {"": 0}
        self.theirs: dict[str, int] = {"": 0}

    def measure(self) -> None:
        """Measure all that was entered."""
        ours, theirs = list(self.ours), list(self.theirs)
        self._their_texts = theirs
        self.likeness: Numbers = likeness_table(ours, theirs)
        self.strength = strengths(self.likeness)
        self.our_bits, self.their_bits = self._bits(ours), self._bits(theirs)
        self.is_fore_name = np.fromiter(map(is_fore_name, theirs), dtype=bool, count=len(theirs))

    def their_text(self, number: int) -> str:
        """Return a part of theirs as it is written."""
        return self._their_texts[number]

    def _bits(self, parts: Sequence[str]) -> Numbers:
        """Return the bits of every part as a given name and as a surname."""
        return np.array([self.frequencies.bits_of(parts, family=family) for family in (False, True)])


@lru_cache(maxsize=65536)
def is_fore_name(part: str) -> bool:
    """Say whether a name is often put before another and left out: محمد علي is often called علي."""
    return fold(part) in FORE_NAMES


class Rows:
    """Their names as arrays, one column for each name."""

    def __init__(self, rows: Sequence[Padded], lexicon: Lexicon) -> None:
        numbers = lexicon.theirs
        texts = list(chain.from_iterable(row.texts for row in rows))
        for text in dict.fromkeys(texts):
            numbers.setdefault(text, len(numbers))
        height = MOST_PARTS + len(ROLES)
        entered = np.fromiter(map(numbers.__getitem__, texts), dtype=np.intp, count=len(texts))
        table = entered.reshape(-1, height).T
        roles = np.fromiter(chain.from_iterable(row.roles for row in rows), dtype=np.intp)
        self.counts: Places = np.array([row.length for row in rows], dtype=np.intp)
        width = int(self.counts.max())
        self.units: Places = table[:width].copy()
        self.wholes: Places = table[MOST_PARTS:].copy()
        self.roles: Places = roles.reshape(-1, MOST_PARTS).T[:width].copy()
