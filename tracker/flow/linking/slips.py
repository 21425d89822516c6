"""What else a name may mean if it was written with slips of the pen, with a blank too few or one too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.matching import Frequencies
from tracker.names import KnownParts, Name, all_keys, glued, keyed_units, pair_key, undotted
from tracker.names.known_parts import BITS_OF_A_SLIP

EFFORT = 800.0
"""How much is looked at in all: keys that are asked for, and people who bear them by our estimate."""
MOST_BEARERS = 400.0
"""People who may bear one pair of these; with more it would leave no room for the others.

Measured on real and damaged spellings among 65,000 names: 400 finds one damaged name in fifty less, 4,000 hardly
one more.
"""
MOST_WAYS = 128
"""Ways of one part that are tried, the likeliest of them."""
SHORTEST_RUN, SHORTEST_HALF = 5, 2
"""Letters of a key from which on it may be two parts run together, and that each of them then has."""


class Part(NamedTuple):
    """One part of a name: its keys, and as it is written."""

    keys: tuple[str, ...]
    written: str


class Ways(NamedTuple):
    """What a part may mean: places of known keys, the share of names that bear each, and the bits against it."""

    places: NDArray[np.int64]
    shares: NDArray[np.float64]
    doubts: NDArray[np.float64]


class Two(NamedTuple):
    """Two parts of which both must be borne, and the bits against reading the name so."""

    one: Ways
    other: Ways
    doubt: float = 0.0


class Pairs(NamedTuple):
    """The places of two keys each, about how many people bear both, and the bits against it."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    bearers: NDArray[np.float64]
    doubts: NDArray[np.float64]


def pairs_with_slips(name: Name, known: KnownParts, frequencies: Frequencies, held: int) -> list[str]:
    """Return the keys of pairs of parts that a name with slips may mean, the most promising first.

    Each key asked for takes as long as one more person to compare; what finds the right one most probably for its
    effort is asked for first.
    """
    parts = [Part(all_keys(unit), unit) for unit in keyed_units(name)]
    readings = list(_readings_of(known, frequencies).of(parts))
    if not readings:
        return []
    pairs = Pairs(*map(np.concatenate, zip(*(_pairs(two, held) for two in readings), strict=True)))
    best, keys = _best(pairs), known.keys
    chosen = zip(pairs.one[best].tolist(), pairs.other[best].tolist(), strict=True)
    return list(dict.fromkeys(pair_key((keys[one], keys[other])) for one, other in chosen))


def _pairs(two: Two, held: int) -> Pairs:
    doubts = np.add.outer(two.one.doubts, two.other.doubts) + two.doubt
    bearers = np.multiply.outer(two.one.shares, two.other.shares) * max(held, 1)
    one, other = np.nonzero(
        (doubts > 0) & (bearers <= MOST_BEARERS)
    )  # without a slip it was looked up before
    return Pairs(two.one.places[one], two.other.places[other], bearers[one, other], doubts[one, other])


def _best(pairs: Pairs) -> NDArray[np.int64]:
    """Return the places of the pairs that are worth their effort, the best first."""
    effort = 1.0 + pairs.bearers
    # Of everyone who bears a pair each is as likely to be the one who is meant.
    worth = effort / pairs.bearers * 2.0**pairs.doubts
    best = np.arange(worth.size)
    if worth.size > EFFORT:
        best = np.argpartition(worth, int(EFFORT))[: int(EFFORT)]
    best = best[np.argsort(worth[best], kind="stable")]
    return best[np.cumsum(effort[best]) <= EFFORT]


class _Readings:
    """The ways to read a name, among names of which the keys and the shares are known."""

    def __init__(self, known: KnownParts, frequencies: Frequencies) -> None:
        self.known = known
        self.frequencies = frequencies
        self._shares = np.zeros(0)

    def of(self, parts: Sequence[Part]) -> Iterator[Two]:
        ways = [self.ways(*part) for part in parts]
        yield from (Two(*two) for two in combinations(ways, 2))
        for place, (left, right) in enumerate(pairwise(parts)):
            rest = (*ways[:place], *ways[place + 2 :])
            if rest:
                together = self.ways(sorted(glued((left.keys, right.keys))), left.written + right.written)
                yield from (Two(together, other, BITS_OF_A_SLIP) for other in rest)
        for key in dict.fromkeys(part.keys[0] for part in parts if len(part.keys[0]) >= SHORTEST_RUN):
            for cut in range(SHORTEST_HALF, len(key) - SHORTEST_HALF + 1):
                yield from self.apart(key[:cut], key[cut:])

    def apart(self, left: str, right: str) -> Iterator[Two]:
        """Yield what was run together as two parts, of which one at least is known as it stands."""
        # At the end of a word there may be a letter, and at its beginning a vowel, that leave none within one.
        lefts, rights = (left, left + "h"), (right, *(letter + right for letter in "awy"))
        if any(key in self.known for key in lefts):
            yield Two(self.as_it_stands(lefts), self.ways((right,)), BITS_OF_A_SLIP)
        if any(key in self.known for key in rights):
            yield Two(self.ways((left,)), self.as_it_stands(rights), BITS_OF_A_SLIP)

    def ways(self, keys: Sequence[str], written: str = "") -> Ways:
        """Return what is known and may be meant by a part with these keys, or written so, the likeliest first."""
        places, doubts = self.known.may_be(keys, undotted(written))
        shares = self.shares()[places]
        order = np.argsort(-shares * 2.0**-doubts, kind="stable")
        _, first = np.unique(places[order], return_index=True)
        order = order[np.sort(first)[:MOST_WAYS]]
        return Ways(places[order], shares[order], doubts[order])

    def as_it_stands(self, keys: Sequence[str]) -> Ways:
        """Return those of these keys that are known."""
        places = np.array([self.known.place(key) for key in keys if key in self.known])
        return Ways(places, self.shares()[places], np.zeros(places.size))

    def shares(self) -> NDArray[np.float64]:
        """Return which share of names bears each known key."""
        shares, keys = self._shares, self.known.keys
        if shares.size < len(keys):
            more = map(self.frequencies.share_of_names, keys[shares.size :])
            shares = self._shares = np.concatenate((shares, list(more)))
        return shares


@lru_cache(maxsize=4)
def _readings_of(known: KnownParts, frequencies: Frequencies) -> _Readings:
    return _Readings(known, frequencies)
