"""One engine for one pair and for many: evidence in bits is added up and becomes a probability."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import local
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names import likeness_of_heard

from .damaged import AMONG, BITS_OF_LETTERS, LIKELIEST, likeliest_among_first, share_of_letters
from .engine.family import family_bits
from .engine.kin import KIN
from .engine.pairs import score_pairs
from .engine.room import room
from .frequencies import Frequencies
from .profile import Finding, Match, Profile
from .side import Entry, Side, entry_of, side_of, side_of_entries
from .spelled import SPELLED, as_nearly_spelled, as_spelled, share_written_so
from .telling import Telling
from .vocabulary import Vocabulary
from .weights import Weights
from .written import Written

PRIOR_BITS = -17.0
"""Before anything is compared: one record in about 130,000 is this person's, as many as are missing."""
ABOUT_NOBODY_HELD = 8
"""Of so many records one is about somebody who is held here: more are not, however many are held. Measured with
invented people (`measure_links`, seed 5), of whose records one in nine is: with 20,000 people probabilities were
0.024 off without this, and 0.012 with it. To 250,000 people 59 of 100 offers were right, and probabilities were
0.23 off; with this, and the weights of today for parts left out, 89 of 100 and 0.038."""
PROPOSE_FROM = 0.25
"""A reviewer is asked from here on; below, three in four and more would be strangers."""
SHOW_FROM = 2.0
"""Bits that speak for whom a search lists, as a common given name alone does."""
DEFAULT = Weights()
Places = NDArray[np.int64]
"""Rows of a side, one for each pair."""
LARGEST_VOCABULARY = 400_000
"""Parts kept by an engine that lives long (about 150 bytes each); with more it starts anew."""


class Engine:
    """Weights, name frequencies, and the parts of names met so far; for one process, any number of threads."""

    def __init__(self, frequencies: Frequencies, weights: Weights) -> None:
        self.frequencies = frequencies
        self.weights = weights
        self.scale = weights.scale()
        self.vocabulary = Vocabulary(frequencies)
        self._rooms = local()

    def number_as(self, vocabulary: Vocabulary) -> Vocabulary:
        """Go on with the numbers that parts have elsewhere; each weighs what it does here."""
        self.vocabulary = weighed = vocabulary.weighed_by(self.frequencies)
        return weighed

    def number_anew(self) -> Vocabulary:
        """Go on without the parts met so far. Who laid some of them keeps the vocabulary that they stand in."""
        self.vocabulary = new = Vocabulary(self.frequencies)
        return new

    def room(self, vocabulary: Vocabulary) -> NDArray[np.void]:
        """Return this thread's bench; what it remembers of likenesses holds for one vocabulary."""
        if getattr(self._rooms, "vocabulary", None) is not vocabulary:
            self._rooms.vocabulary, self._rooms.room = vocabulary, room()
        held: NDArray[np.void] = self._rooms.room
        return held

    def score(self, query: Profile, candidates: Sequence[Profile], prior: float) -> Block:
        """Compare one profile with many."""
        return self.score_entries(query, list(map(entry_of, candidates)), candidates.__getitem__, prior)

    def score_entries(
        self, query: Profile, candidates: Sequence[Entry], profile_of: Callable[[int], Profile], prior: float
    ) -> Block:
        """Compare one profile with many read for comparison; whole ones are asked for to tell reasons."""
        return self.score_side(query, lambda known: side_of_entries(candidates, known), profile_of, prior)

    def score_side(
        self,
        query: Profile,
        candidates: Callable[[Vocabulary], Side],
        profile_of: Callable[[int], Profile],
        prior: float,
    ) -> Block:
        """Compare one profile with many that are read into arrays over the vocabulary they are given."""
        vocabulary = self.vocabulary  # another thread may begin a new one meanwhile
        if len(vocabulary) > LARGEST_VOCABULARY:
            vocabulary = self.number_anew()
        left = Told(side_of((query,), vocabulary), lambda _: query)
        right = Told(candidates(vocabulary), profile_of)
        theirs = np.arange(right.side.people.size)
        return Block(self, vocabulary, left, np.zeros_like(theirs), right, theirs, prior)

    def score_pairs(
        self, left: Entries, ours: Sequence[int], right: Entries, theirs: Sequence[int], prior: float
    ) -> Block:
        """Compare the pairs that two rows of places name, among many profiles on either side."""
        vocabulary = self.vocabulary
        return Block(
            self, vocabulary, left.told(vocabulary), np.array(ours, dtype=np.int64),
            right.told(vocabulary), np.array(theirs, dtype=np.int64), prior,
        )  # fmt: skip


class Told(NamedTuple):
    """One side of a comparison, and the whole profile of each of its rows, for the reasons."""

    side: Side
    profile_of: Callable[[int], Profile]


class Entries(NamedTuple):
    """Profiles read for comparison, and the whole profile of each, asked for to tell reasons."""

    entries: Sequence[Entry]
    profile_of: Callable[[int], Profile]

    def told(self, vocabulary: Vocabulary) -> Told:
        """Return them as a side over a vocabulary."""
        return Told(side_of_entries(self.entries, vocabulary), self.profile_of)


class Block:
    """Pairs of profiles, scored; keeps what the findings are told from."""

    def __init__(
        self, engine: Engine, vocabulary: Vocabulary, left: Told, ours: Places, right: Told, theirs: Places,
        prior: float,
    ) -> None:  # fmt: skip
        self.engine, self.prior, self.vocabulary = engine, prior, vocabulary
        self.left, self.ours, self.right, self.theirs = left, ours, right, theirs
        self.bits, self.kin = score_pairs(
            left.side, ours, right.side, theirs,
            vocabulary.lexicon(), engine.scale, engine.room(vocabulary), prior,
        )  # fmt: skip

    def family_bits(self, place: int) -> float:
        """Return how much speaks for one family, where one of a pair looks like a relative of the other."""
        left, right = self.left.side, self.right.side
        return family_bits(
            left.people[self.ours[place]], right.people[self.theirs[place]], left, right,
            int(self.kin[place]), self.vocabulary.lexicon(), self.engine.scale[0],
            self.engine.room(self.vocabulary)[0], self.prior,
        )  # fmt: skip

    def beside_itself(self) -> float:
        """Return the bits that the profile compared with all others has beside itself."""
        ours, itself = self.left.side, np.zeros(1, dtype=np.int64)
        bits, _ = score_pairs(
            ours, itself, ours, itself,
            self.vocabulary.lexicon(), self.engine.scale, self.engine.room(self.vocabulary), self.prior,
        )  # fmt: skip
        return float(bits[0])

    def match(self, place: int) -> Match:
        """Return how likely the two of a pair are one person."""
        bits = float(self.bits[place])
        return Match(probability_of(bits), bits, self, KIN[self.kin[place]], place)

    def matches(self) -> list[Match]:
        """Return the match of each pair, in their order."""
        return list(map(self.match, range(len(self.bits))))

    def best(self, most: int) -> list[int]:
        """Return the places of the pairs, the likeliest first; of some as likely, whoever is spelled as ours."""
        order = self._likeliest(max(most, SPELLED))
        among = order[:SPELLED]
        among = as_spelled(among, self.bits[among], self._asked().parts, self._written(among))
        return [*among.tolist(), *order[SPELLED:].tolist()][:most]

    def nearest(self, most: int) -> list[tuple[int, float]]:
        """Return places as `best` does, for a name of ours that may be damaged, and how alike their letters are.

        That is from 0 to 1, and 0 where it was not looked at.
        """
        order = self._likeliest(max(most, AMONG))
        among, asked = order[:AMONG], self._asked()
        written = self._written(among)
        letters = share_of_letters(asked.parts, written, self._sound(asked, written))
        typed = (*asked.parts, *(name.written for name in self.left.profile_of(0).names[:1]))
        first = as_nearly_spelled(among, self.bits[among] + BITS_OF_LETTERS * letters, typed, written)
        first = likeliest_among_first(first, order[:LIKELIEST])
        share = dict(zip(among.tolist(), letters.tolist(), strict=True))
        return [(place, share.get(place, 0.0)) for place in (*first.tolist(), *order[AMONG:].tolist())][:most]

    def is_written_so(self, place: int) -> bool:
        """Whether the second of a pair is written, part by part, as the name that is compared with all others."""
        return bool(share_written_so(self._asked().parts, self._written(np.array([place])))[0] == 1.0)

    def _likeliest(self, most: int) -> Places:
        return np.argsort(-self.bits, kind="stable")[:most]

    def _asked(self) -> Written:
        """Return how the name is written that is compared with all others: the first of ours."""
        ours = np.zeros(1, dtype=np.int64)
        return Written.of_side(self.left.side, ours, self.vocabulary.texts).first()

    def _written(self, places: Places) -> Written:
        """Return how the second of each pair is written."""
        return Written.of_side(self.right.side, self.theirs[places], self.vocabulary.texts)

    def _sound(self, ours: Written, theirs: Written) -> NDArray[np.float64]:
        """Return how alike each of our parts sounds to each of theirs."""
        lexicon = self.vocabulary.lexicon()
        return likeness_of_heard(lexicon[ours.numbers], lexicon[theirs.numbers])

    def findings(self, place: int) -> tuple[Finding, ...]:
        """Tell the reasons of one match; its weights are those that were added up."""
        i, j = int(self.ours[place]), int(self.theirs[place])
        telling = Telling(
            self.left.side, i, self.right.side, j, self.left.profile_of(i), self.right.profile_of(j),
            self.vocabulary, self.engine.scale[0], self.engine.room(self.vocabulary)[0], self.prior,
        )  # fmt: skip
        return telling.findings()


@lru_cache(maxsize=4)
def _engine(frequencies: Frequencies, weights: str) -> Engine:
    return Engine(frequencies, Weights.from_json(weights))


def engine_for(frequencies: Frequencies, weights: Weights | None = None) -> Engine:
    """Return the process's engine for these frequencies and weights."""
    return _engine(frequencies, (weights or DEFAULT).to_json())


def compare(
    a: Profile,
    b: Profile,
    frequencies: Frequencies,
    *,
    prior: float = PRIOR_BITS,
    weights: Weights | None = None,
) -> Match:
    """Compare two profiles."""
    return score_many(a, (b,), frequencies, prior=prior, weights=weights)[0]


def score_many(
    query: Profile,
    candidates: Sequence[Profile],
    frequencies: Frequencies,
    *,
    prior: float = PRIOR_BITS,
    weights: Weights | None = None,
) -> list[Match]:
    """Compare one profile with many, in their order, by the same arithmetic as one with one."""
    return engine_for(frequencies, weights).score(query, candidates, prior).matches()


def prior_of_a_link(held: int) -> float:
    """Return the log2 odds, before any evidence, that a record is about a certain one of so many who are held.

    From some 16,000 on it is less likely than `PRIOR_BITS` says: then there are more whom it may be about, and as
    many more strangers who look like them. In whole bits, so that few new cases leave what was offered as it is.

    >>> prior_of_a_link(100), prior_of_a_link(16_384), prior_of_a_link(16_385), prior_of_a_link(250_000)
    (-17.0, -17.0, -18.0, -21.0)
    """
    return min(PRIOR_BITS, -float((ABOUT_NOBODY_HELD * max(held, 1) - 1).bit_length()))


def probability_of(bits: float) -> float:
    """Return the probability that a weight of evidence means."""
    return float(1.0 / (1.0 + 2.0 ** -max(bits, -1000.0)))
