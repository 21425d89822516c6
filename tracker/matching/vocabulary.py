"""Every single name met, once: what it sounds like and how common it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from tracker.names.heard import PART, heard
from tracker.names.hearing import is_fore_name

from .frequencies import USES, Frequencies
from .side import stable_number

FIRST_ROOM = 4096


LEXEME = np.dtype([*PART.descr, ("bits", np.float64, len(USES)), ("fore", np.bool_)])
"""A part as it is heard, its rarity in each use, and whether it is a fore name."""
Lexicon = NDArray[np.void]
"""Lexemes by their number; number 0 is the part that is not known."""


class Vocabulary:
    """Parts of names with their numbers. It only grows; what was numbered keeps its number."""

    def __init__(self, frequencies: Frequencies) -> None:
        self.frequencies = frequencies
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}
        self._by_stable: dict[int, int] = {0: 0}
        self._lock = Lock()
        self._room: Lexicon = np.zeros(FIRST_ROOM, dtype=LEXEME)
        self.numbers([""])

    def __len__(self) -> int:
        return len(self.texts)

    def numbers(self, parts: Sequence[str]) -> list[int]:
        """Return the number of each part; new parts are entered."""
        known = self._numbers
        try:
            return [known[part] for part in parts]
        except KeyError:
            self._enter(parts)
            return [known[part] for part in parts]

    def of_stable(self, stable: NDArray[np.int64]) -> NDArray[np.int32]:
        """Return the numbers of parts told by their `stable_number`, in the same shape; -1 of one not met."""
        different, where = np.unique(stable, return_inverse=True)
        known = self._by_stable
        numbers = np.array([known.get(one, -1) for one in different.tolist()], dtype=np.int32)
        return numbers[where.reshape(stable.shape)]

    def lexicon(self) -> Lexicon:
        """Return all parts numbered so far."""
        return self._room[: len(self.texts)]

    def _enter(self, parts: Iterable[str]) -> None:
        with self._lock:
            new = [part for part in dict.fromkeys(parts) if part not in self._numbers]
            first, last = len(self.texts), len(self.texts) + len(new)
            if last > self._room.size:
                larger = np.zeros(max(last, 2 * self._room.size), dtype=LEXEME)
                larger[:first] = self._room[:first]
                self._room = larger
            rows = self._room[first:last]
            sounds = heard(new)
            for name in PART.names or ():
                rows[name] = sounds[name]
            for use in range(len(USES)):
                rows["bits"][:, use] = self.frequencies.bits_of(new, use)
            rows["fore"] = list(map(is_fore_name, new))
            self.texts += new
            self._numbers.update(zip(new, range(first, last), strict=True))
            self._by_stable.update(zip(map(stable_number, new), range(first, last), strict=True))
