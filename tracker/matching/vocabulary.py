"""Every single name met, once: what it sounds like and how common it is."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from tracker.names.heard import PART, Heard

from .frequencies import USES, Frequencies
from .side import stable_number

FIRST_ROOM = 4096


LEXEME = np.dtype([*PART.descr, ("bits", np.float64, len(USES))])
"""A part as it is heard, and its rarity in each use."""
Lexicon = NDArray[np.void]
"""Lexemes by their number; number 0 is the part that is not known."""


class Vocabulary:
    """Parts of names with their numbers. It only grows; what was numbered keeps its number."""

    def __init__(self, frequencies: Frequencies) -> None:
        self.frequencies = frequencies
        self.texts: list[str] = []
        self.keys: list[str] = []
        """The keys of each part by which it is counted, a blank between,"""
        self.all_keys: list[str] = []
        """and all by which its bearers are found."""
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
            self.enter(Heard.of([part for part in dict.fromkeys(parts) if part not in known]))
            return [known[part] for part in parts]

    def of_stable(self, stable: NDArray[np.int64]) -> NDArray[np.int32]:
        """Return the numbers of parts told by their `stable_number`, in the same shape; -1 of one not met."""
        known, numbers = self._by_stable, np.zeros(stable.size, dtype=np.int32)
        told = np.flatnonzero(stable)  # most of what is laid of a name is nothing
        numbers[told] = [known.get(one, -1) for one in stable.ravel()[told].tolist()]
        return numbers.reshape(stable.shape)

    def lexicon(self) -> Lexicon:
        """Return all parts numbered so far."""
        return self._room[: len(self.texts)]

    def enter(self, heard: Heard) -> None:
        """Enter those parts that are new here."""
        with self._lock:
            new = heard.where([n for n, text in enumerate(heard.texts) if text not in self._numbers])
            first, last = len(self.texts), len(self.texts) + len(new.texts)
            if last > self._room.size:
                larger = np.zeros(max(last, 2 * self._room.size), dtype=LEXEME)
                larger[:first] = self._room[:first]
                self._room = larger
            rows = self._room[first:last]
            for name in PART.names or ():
                rows[name] = new.rows[name]
            rows["bits"] = self._bits(new.keys)
            self.keys += new.keys
            self.all_keys += new.all_keys
            self.texts += new.texts
            self._numbers.update(zip(new.texts, range(first, last), strict=True))
            self._by_stable.update(zip(map(stable_number, new.texts), range(first, last), strict=True))

    def _bits(self, keys: Sequence[str]) -> NDArray[np.float64]:
        """Return how rare each part is in each use."""
        of_parts, bits_of = list(map(str.split, keys)), self.frequencies.bits_of
        every = [[bits_of(of_part, use) for of_part in of_parts] for use in range(len(USES))]
        return np.array(every, dtype=np.float64).T

    def weighed_by(self, frequencies: Frequencies) -> Vocabulary:
        """Return the same parts under the same numbers, as rare as other frequencies say."""
        if frequencies is self.frequencies:
            return self
        again = Vocabulary(frequencies)
        with self._lock:
            again.texts, again.keys, again.all_keys = list(self.texts), list(self.keys), list(self.all_keys)
            again._numbers, again._by_stable = dict(self._numbers), dict(self._by_stable)
            again._room = self._room.copy()
        again.lexicon()["bits"] = again._bits(again.keys)
        return again
