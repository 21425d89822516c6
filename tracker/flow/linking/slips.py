"""What else a name may mean if it was written with slips of the pen, with a blank too few or one too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from math import log2
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.matching import Frequencies
from tracker.names import (
    KnownParts,
    Name,
    all_keys,
    glued,
    keyed_units,
    lines_apart,
    pair_key,
    read_name,
    undotted,
    whole_key,
)
from tracker.names.known_parts import BITS_OF_A_SLIP, May


class Effort(NamedTuple):
    """How hard it is thought of what slips may mean."""

    all_in_all: float
    """How much is looked at: keys that are asked for, and people who bear them by our estimate."""
    bearers: float
    """People who may bear one pair of these; with more it would leave no room for the others."""
    ways: int
    """Ways of one part that are tried, the likeliest of them."""


USUAL = Effort(800.0, 400.0, 128)
"""Measured on real and damaged spellings among 65,000 names: with 400 bearers one damaged name in fifty is found
less, with 4,000 hardly one more."""
HARD = Effort(3_000.0, 4_000.0, 512)
"""Where nobody resembles what was asked for, it is thought of again.

Of 1,566 damaged names among 65,000 (R@1/R@10) 0.929/0.975 are found without, 0.934/0.982 with it, and as many
with 8,000 in all; with 1,600 0.933/0.981. Such a search takes some 40 ms instead of 15.
"""
SHOWN_FIRST = 10.0
"""Of so many bearers each is as likely to be the one who is meant; of more only so many come to be seen first.

Of 2,279 spellings in the writing of the 65,000 names held, R@1/R@10 are 0.961/0.985 where each of more counts as
much, 0.962/0.986 with 30 and 0.963/0.987 with 10; damaged names are found as often, and fewer with 3.
"""
SHORTEST_RUN, SHORTEST_HALF = 5, 2
"""Letters of a key from which on it may be two parts run together, and that each of them then has."""


class Slips(NamedTuple):
    """What slips of the pen are thought of by: all parts of names known here, and how hard it is tried."""

    known: KnownParts
    effort: Effort = USUAL


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


def keys_with_slips(name: Name, slips: Slips, frequencies: Frequencies, held: int) -> list[str]:
    """Return the keys that a name with slips may have, the most promising first: of pairs of its parts.

    Of a name of one part they are also keys of this part, and of those who bear it and nothing else.

    Each key asked for takes as long as one more person to compare; what finds the right one most probably for its
    effort is asked for first.
    """
    parts = [Part(all_keys(unit), unit) for unit in keyed_units(name)]
    asking = _Asking(_readings_of(slips.known, frequencies), slips.effort, max(held, 1))
    alone = asking.alone(*parts[0]) if len(parts) == 1 else ()
    return list(dict.fromkeys((*alone, *asking.pairs(parts))))


def names_apart(name: Name, known: KnownParts, frequencies: Frequencies) -> list[Name]:
    """Return the names that one may be whose blanks were lost: احمدالبقاعي, AHMADBEQAI."""
    bits_of = _readings_of(known, frequencies).bits_of
    return list(map(read_name, lines_apart(name.written, bits_of)))


class _Asking(NamedTuple):
    """Chooses what is asked for among so many who are held, with some effort."""

    readings: _Readings
    effort: Effort
    held: int

    def alone(self, keys: Sequence[str], written: str) -> Iterator[str]:
        """Yield the keys of what a part may be, and of those who bear nothing else, however many bear it."""
        ways = self.readings.ways_of_last(keys, written, self.effort.ways)
        other, known = np.flatnonzero(ways.doubts), self.readings.known.keys
        best = other[self._best(ways.shares[other] * self.held, ways.doubts[other])]
        yield from (known[place] for place in ways.places[best].tolist())
        yield from (whole_key([known[place]]) for place in ways.places[other].tolist())

    def pairs(self, parts: Sequence[Part]) -> Iterator[str]:
        """Yield the keys of two parts that a name may have."""
        two = list(map(self._pairs, self.readings.of(parts, self.effort.ways)))
        if two:
            pairs, known = Pairs(*map(np.concatenate, zip(*two, strict=True))), self.readings.known.keys
            best = self._best(pairs.bearers, pairs.doubts)
            for one, other in zip(pairs.one[best].tolist(), pairs.other[best].tolist(), strict=True):
                yield pair_key((known[one], known[other]))

    def _pairs(self, two: Two) -> Pairs:
        doubts = np.add.outer(two.one.doubts, two.other.doubts) + two.doubt
        bearers = np.multiply.outer(two.one.shares, two.other.shares) * self.held
        # Without a slip it was looked up before.
        one, other = np.nonzero((doubts > 0) & (bearers <= self.effort.bearers))
        return Pairs(two.one.places[one], two.other.places[other], bearers[one, other], doubts[one, other])

    def _best(self, bearers: NDArray[np.float64], doubts: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return the places of what is worth its effort, the best first."""
        effort, most = 1.0 + bearers, self.effort.all_in_all
        worth = effort / np.minimum(bearers, SHOWN_FIRST) * 2.0**doubts
        best = np.arange(worth.size)
        if worth.size > most:
            best = np.argpartition(worth, int(most))[: int(most)]
        best = best[np.argsort(worth[best], kind="stable")]
        return best[np.cumsum(effort[best]) <= most]


class _Readings:
    """The ways to read a name, among names of which the keys and the shares are known."""

    def __init__(self, known: KnownParts, frequencies: Frequencies) -> None:
        self.known = known
        self.frequencies = frequencies
        self._shares = np.zeros(0)

    def of(self, parts: Sequence[Part], most: int) -> Iterator[Two]:
        """Yield two parts that a name may have, with so many ways of each at most."""
        ways = [*(self.ways(*part, most) for part in parts[:-1]), self.ways_of_last(*parts[-1], most)]
        yield from (Two(*two) for two in combinations(ways, 2))
        for place, (left, right) in enumerate(pairwise(parts)):
            rest = (*ways[:place], *ways[place + 2 :])
            if rest:
                together = self.ways(
                    sorted(glued((left.keys, right.keys))), left.written + right.written, most
                )
                yield from (Two(together, other, BITS_OF_A_SLIP) for other in rest)
        for key in dict.fromkeys(part.keys[0] for part in parts if len(part.keys[0]) >= SHORTEST_RUN):
            for cut in range(SHORTEST_HALF, len(key) - SHORTEST_HALF + 1):
                yield from self.apart(key[:cut], key[cut:], most)

    def apart(self, left: str, right: str, most: int) -> Iterator[Two]:
        """Yield what was run together as two parts, of which one at least is known as it stands."""
        # At the end of a word there may be a letter, and at its beginning a vowel, that leave none within one.
        lefts, rights = (left, left + "h"), (right, *(letter + right for letter in "awy"))
        if any(key in self.known for key in lefts):
            yield Two(self.as_it_stands(lefts), self.ways((right,), "", most), BITS_OF_A_SLIP)
        if any(key in self.known for key in rights):
            yield Two(self.ways((left,), "", most), self.as_it_stands(rights), BITS_OF_A_SLIP)

    def ways(self, keys: Sequence[str], written: str, most: int) -> Ways:
        """Return what a part with these keys, or written so, may mean: so many known ones, the likeliest."""
        return self._likeliest(self.known.may_be(keys, undotted(written)), most)

    def ways_of_last(self, keys: Sequence[str], written: str, most: int) -> Ways:
        """Return the same of the last part of a name, whose end may be cut off."""
        seen = undotted(written)
        may, begins = self.known.may_be(keys, seen), self.known.may_begin(keys, seen)
        places, doubts = (np.concatenate(two) for two in zip(may, begins, strict=True))
        return self._likeliest(May(places, doubts), most)

    def _likeliest(self, may: May, most: int) -> Ways:
        places, doubts = may
        shares = self.shares()[places]
        order = np.argsort(-shares * 2.0**-doubts, kind="stable")
        _, first = np.unique(places[order], return_index=True)
        order = order[np.sort(first)[:most]]
        return Ways(places[order], shares[order], doubts[order])

    def as_it_stands(self, keys: Sequence[str]) -> Ways:
        """Return those of these keys that are known."""
        places = np.array([self.known.place(key) for key in keys if key in self.known])
        return Ways(places, self.shares()[places], np.zeros(places.size))

    def bits_of(self, written: str) -> float | None:
        """Return what a part tells that is written so, in bits; None where nobody bears it."""
        places = list(self.known.written_so(written))
        return -log2(self.shares()[places].max()) if places else None

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
