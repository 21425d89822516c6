"""All parts of names that a house has met, and which of them a damaged one may have been."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .closest import LONGEST, Texts

BITS_OF_A_SLIP = 6.0
"""How much less likely each slip makes it that a part was meant, in bits, where its consonants are compared,"""
BITS_OF_A_LETTER = 4.0
"""and where its letters are, which a slip changes less;"""
BITS_OF_LETTERS = 2.0
"""there it is less likely from the beginning: dots may be wrong, and other consonants heard.

Measured on 1,566 damaged names among 65,000 (R@1/R@10): by consonants alone 0.857/0.921, with letters
0.891/0.960, and with 6 bits instead of 4 0.889/0.957.
"""

BITS_OF_AN_END, BITS_OF_AN_END_HEARD = 4.0, 6.0
"""How much less likely it is that a part was cut off behind the letters that are written, and the consonants.

Of 200 names among 65,000 without the last three letters in ten (R@1/R@10) 0.795/0.915 are found where nobody
thinks of it, 0.845/0.950 with it; with 2 bits less as many, with 3 more one in five hundred fewer.
"""
FEWEST_SEEN, FEWEST_HEARD = 2, 2
"""Letters, and consonants, from which on a part may be told by its beginning: too many begin with fewer."""
NOWHERE = np.zeros(0, dtype=np.int64)

Met = tuple[str, str]
"""A key of a part, and how the part is written (`undotted`)."""


class May(NamedTuple):
    """The places of keys that a part may have had, and by how many bits each is the less likely for it."""

    keys: NDArray[np.int64]
    doubts: NDArray[np.float64]


class Written(NamedTuple):
    """How parts are written, and the place of a key of each."""

    letters: Texts
    keys: NDArray[np.int64]


class KnownParts:
    """Parts of names in the order in which they were met; those met later are added."""

    def __init__(self, met: Iterable[Met] = ()) -> None:
        self.keys: list[str] = []
        self._place: dict[str, int] = {}
        self._as_written: dict[str, tuple[int, ...]] = {}
        self._consonants = Texts.of([])
        self._written = Written(Texts.of([]), np.zeros(0, dtype=np.int64))
        self.add(met)

    def __len__(self) -> int:
        return len(self.keys)

    def __contains__(self, key: str) -> bool:
        return key in self._place

    def place(self, key: str) -> int:
        """Return the place of a known key; raise KeyError for another."""
        return self._place[key]

    def written_so(self, written: str) -> tuple[int, ...]:
        """Return the places of the keys of a part that is written so (`undotted`)."""
        return self._as_written.get(written, ())

    def add(self, met: Iterable[Met]) -> None:
        """Add the parts that are not known yet. One thread at a time; others may ask meanwhile."""
        new = [one for one in dict.fromkeys(met) if 0 < len(one[0]) <= LONGEST and not self._has(*one)]
        if not new:
            return
        keys = [key for key in dict.fromkeys(key for key, _ in new) if key not in self._place]
        self._place.update(zip(keys, range(len(self), len(self) + len(keys)), strict=True))
        self.keys += keys
        self._consonants = self._consonants.and_of(keys)
        places = np.array([self._place[key] for key, _ in new])
        for (_, written), place in zip(new, places.tolist(), strict=True):
            self._as_written[written] = (*self.written_so(written), place)
        letters, known = self._written
        # At once: a thread that asks meanwhile takes both or neither.
        self._written = Written(
            letters.and_of([written for _, written in new]), np.concatenate((known, places))
        )

    def _has(self, key: str, written: str) -> bool:
        return key in self._place and self._place[key] in self.written_so(written)

    def may_be(self, keys: Sequence[str], written: str) -> May:
        """Return what a part with these keys may have been if it was written so with a slip or two.

        >>> known = KnownParts([("bcr", "BSBR"), ("nsm", "BSBM"), ("skr", "SFR")])
        >>> [(known.keys[place], float(doubt)) for place, doubt in zip(*known.may_be(["nsr"], "BSBR"))]
        [('nsm', 6.0), ('bcr', 2.0), ('nsm', 6.0), ('skr', 10.0)]
        """
        heard = [self._consonants.near(key) for key in keys]
        seen, keys_seen = self._written
        places, slips = seen.near(written)
        return May(
            np.concatenate([*(near.places for near in heard), keys_seen[places]]),
            np.concatenate([
                *(near.slips * BITS_OF_A_SLIP for near in heard),
                BITS_OF_LETTERS + BITS_OF_A_LETTER * slips,
            ]),
        )  # fmt: skip

    def may_begin(self, keys: Sequence[str], written: str) -> May:
        """Return what a part with these keys may have been if it was written so and cut off.

        >>> known = KnownParts([("dhgn", "dehghan"), ("dhr", "dahir"), ("sm", "sami")])
        >>> [(known.keys[place], float(doubt)) for place, doubt in zip(*known.may_begin(["dh"], "deh"))]
        [('dhgn', 6.0), ('dhr', 6.0), ('dhgn', 4.0)]
        """
        heard = [self._consonants.beginning(key) for key in keys if len(key) >= FEWEST_HEARD]
        letters, keys_seen = self._written
        seen = letters.beginning(written) if len(written) >= FEWEST_SEEN else NOWHERE
        return May(
            np.concatenate([*heard, keys_seen[seen]]),
            np.concatenate([
                *(np.full(places.size, BITS_OF_AN_END_HEARD) for places in heard),
                np.full(seen.size, BITS_OF_AN_END),
            ]),
        )  # fmt: skip
