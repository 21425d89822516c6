"""What else a name may mean if it was written with slips of the pen, with a blank too few or one too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.matching import Frequencies
from tracker.names import KnownKeys, glued, pair_key

BITS_OF_A_SLIP = 6.0
"""How much less likely each further slip is, in bits,"""
EFFORT = 800.0
"""and how much is looked at in all: keys that are asked for, and people who bear them by our estimate.

Measured on real and damaged spellings among 65,000 names: 400 finds one damaged name in fifty less, 4,000 hardly
one more.
"""
MOST_WAYS = 128
"""Ways of one part that are tried, the likeliest of them."""
SHORTEST_RUN, SHORTEST_HALF = 5, 2
"""Letters of a key from which on it may be two parts run together, and that each of them then has."""


class Ways(NamedTuple):
    """What a part may mean: places of known keys, the share of names that bear each, the slips that it takes."""

    places: NDArray[np.int64]
    shares: NDArray[np.float64]
    slips: NDArray[np.int64]


class Two(NamedTuple):
    """Two parts of which both must be borne, and the slips that it takes to read the name so."""

    one: Ways
    other: Ways
    slips: int = 0


class Pairs(NamedTuple):
    """The places of two keys each, about how many people bear both, and the slips that it takes."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    bearers: NDArray[np.float64]
    slips: NDArray[np.int64]


def pairs_with_slips(
    parts: Sequence[Sequence[str]], known: KnownKeys, frequencies: Frequencies, held: int
) -> list[str]:
    """Return the keys of pairs of parts that a name with slips may mean, the most promising first.

    Each key asked for takes as long as one more person to compare; what finds the right one most probably for its
    effort is asked for first.
    """
    readings = list(_readings_of(known, frequencies).of(parts))
    if not readings:
        return []
    pairs = Pairs(*map(np.concatenate, zip(*(_pairs(two, held) for two in readings), strict=True)))
    best, keys = _best(pairs), known.keys
    chosen = zip(pairs.one[best].tolist(), pairs.other[best].tolist(), strict=True)
    return list(dict.fromkeys(pair_key((keys[one], keys[other])) for one, other in chosen))


def _pairs(two: Two, held: int) -> Pairs:
    slips = np.add.outer(two.one.slips, two.other.slips) + two.slips
    one, other = np.nonzero(slips)  # without a slip it was looked up before
    bearers = two.one.shares[one] * two.other.shares[other] * max(held, 1)
    return Pairs(two.one.places[one], two.other.places[other], bearers, slips[one, other])


def _best(pairs: Pairs) -> NDArray[np.int64]:
    """Return the places of the pairs that are worth their effort, the best first."""
    effort = 1.0 + pairs.bearers
    # Of everyone who bears a pair each is as likely to be the one who is meant.
    worth = effort / pairs.bearers * 2.0 ** (BITS_OF_A_SLIP * pairs.slips)
    best = np.arange(worth.size)
    if worth.size > EFFORT:
        best = np.argpartition(worth, int(EFFORT))[: int(EFFORT)]
    best = best[np.argsort(worth[best], kind="stable")]
    return best[np.cumsum(effort[best]) <= EFFORT]


class _Readings:
    """The ways to read a name, among names of which the keys and the shares are known."""

    def __init__(self, known: KnownKeys, frequencies: Frequencies) -> None:
        self.known = known
        self.frequencies = frequencies
        self._shares = np.zeros(0)

    def of(self, parts: Sequence[Sequence[str]]) -> Iterator[Two]:
        ways = [self.ways(keys) for keys in parts]
        yield from (Two(*two) for two in combinations(ways, 2))
        for place, (left, right) in enumerate(pairwise(parts)):
            rest = (*ways[:place], *ways[place + 2 :])
            if rest:
                together = self.ways(sorted(glued((tuple(left), tuple(right)))))
                yield from (Two(together, other, 1) for other in rest)
        for key in dict.fromkeys(keys[0] for keys in parts if len(keys[0]) >= SHORTEST_RUN):
            for cut in range(SHORTEST_HALF, len(key) - SHORTEST_HALF + 1):
                yield from self.apart(key[:cut], key[cut:])

    def apart(self, left: str, right: str) -> Iterator[Two]:
        """Yield what was run together as two parts, of which one at least is known as it stands."""
        # At the end of a word there may be a letter, and at its beginning a vowel, that leave none within one.
        lefts, rights = (left, left + "h"), (right, *(letter + right for letter in "awy"))
        if any(key in self.known for key in lefts):
            yield Two(self.as_it_stands(lefts), self.ways((right,)), 1)
        if any(key in self.known for key in rights):
            yield Two(self.ways((left,)), self.as_it_stands(rights), 1)

    def ways(self, keys: Sequence[str]) -> Ways:
        """Return what is known and is one of these keys or near one, the likeliest first."""
        near = [self.known.near(key) for key in keys]
        places, slips = (np.concatenate(column) for column in zip(*near, strict=True))
        shares = self.shares()[places]
        order = np.argsort(-shares * 2.0 ** (-BITS_OF_A_SLIP * slips), kind="stable")
        _, first = np.unique(places[order], return_index=True)
        order = order[np.sort(first)[:MOST_WAYS]]
        return Ways(places[order], shares[order], slips[order])

    def as_it_stands(self, keys: Sequence[str]) -> Ways:
        """Return those of these keys that are known."""
        places = np.array([self.known.place(key) for key in keys if key in self.known])
        return Ways(places, self.shares()[places], np.zeros(places.size, dtype=np.int64))

    def shares(self) -> NDArray[np.float64]:
        """Return which share of names bears each known key."""
        shares, keys = self._shares, self.known.keys
        if shares.size < len(keys):
            more = map(self.frequencies.share_of_names, keys[shares.size :])
            shares = self._shares = np.concatenate((shares, list(more)))
        return shares


@lru_cache(maxsize=4)
def _readings_of(known: KnownKeys, frequencies: Frequencies) -> _Readings:
    return _Readings(known, frequencies)
