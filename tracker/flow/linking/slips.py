"""What else a name may mean if it was written with slips of the pen, with a blank too few or one too many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    """The keys that a part may mean, with the share of names that bear each, and the slips that each takes."""

    keys: Sequence[str]
    shares: NDArray[np.float64]
    slips: NDArray[np.float64]


class Two(NamedTuple):
    """Two parts of which both must be borne, and the slips that it takes to read the name so."""

    one: Ways
    other: Ways
    slips: int = 0


class Pairs(NamedTuple):
    """Of many pairs about how many people bear both keys, the slips that it takes, and where the keys stand."""

    bearers: NDArray[np.float64]
    slips: NDArray[np.float64]
    reading: NDArray[np.int64]
    one: NDArray[np.int64]
    other: NDArray[np.int64]


def pairs_with_slips(
    parts: Sequence[Sequence[str]], known: KnownKeys, frequencies: Frequencies, held: int
) -> list[str]:
    """Return the keys of pairs of parts that a name with slips may mean, the most promising first.

    Each key asked for takes as long as one more person to compare; what finds the right one most probably for its
    effort is asked for first.
    """
    readings = list(_Readings(known, frequencies).of(parts))
    if not readings:
        return []
    pairs = _all_pairs(readings, held)
    keys = []
    for place in _best(pairs).tolist():
        one, other, _ = readings[pairs.reading[place]]
        keys.append(pair_key((one.keys[pairs.one[place]], other.keys[pairs.other[place]])))
    return list(dict.fromkeys(keys))


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
        lefts = list(filter(self.known.__contains__, (left, left + "h")))
        rights = list(filter(self.known.__contains__, (right, *(letter + right for letter in "awy"))))
        if lefts:
            yield Two(self.weighed(dict.fromkeys(lefts, 0)), self.ways([right], rights), 1)
        if rights:
            yield Two(self.ways([left]), self.weighed(dict.fromkeys(rights, 0)), 1)

    def ways(self, keys: Sequence[str], besides: Sequence[str] = ()) -> Ways:
        """Return these keys and those that are near them."""
        slips = dict.fromkeys((*keys, *besides), 0)
        for key in keys:
            for near, count in self.known.near(key):
                slips[near] = min(count, slips.get(near, count))
        return self.weighed(slips)

    def weighed(self, ways: Mapping[str, int]) -> Ways:
        """Return the likeliest of some keys."""
        keys = list(ways)
        shares = np.array(list(map(self.frequencies.share_of_names, keys)))
        slips = np.array(list(ways.values()), dtype=np.float64)
        order = np.argsort(-shares * 2.0 ** (-BITS_OF_A_SLIP * slips), kind="stable")[:MOST_WAYS]
        return Ways([keys[place] for place in order.tolist()], shares[order], slips[order])


def _all_pairs(readings: Sequence[Two], held: int) -> Pairs:
    columns = []
    for number, (one, other, more) in enumerate(readings):
        slips = np.add.outer(one.slips, other.slips) + more
        new = slips > 0  # without a slip it was looked up before
        bearers = np.multiply.outer(one.shares, other.shares)[new] * max(held, 1)
        columns.append(Pairs(bearers, slips[new], np.full(bearers.size, number), *np.nonzero(new)))
    return Pairs(*map(np.concatenate, zip(*columns, strict=True)))
