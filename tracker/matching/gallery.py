"""Everyone who is searched for, ready to be compared with any number of records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from copy import copy

import numpy as np
from numpy.typing import NDArray

from tracker.names.neighbours import SHORTEST_DAMAGED, Neighbours

from .engine.finding import number_key
from .engine.index import Index, index_of, indexes_of
from .engine.linking import LIKELY, MOST_KEPT, link
from .engine.sought import Meanings, search_room
from .profile import Profile
from .score import PRIOR_BITS, Engine
from .side import Side, side_of
from .vocabulary import Vocabulary

NO_MEANINGS = ((1, np.int64), (0, np.int32), (0, np.int32), (1, np.int64), (0, np.int32))


class Gallery:
    """All people of one side, with what they are found by. Records are told apart from it by chunks.

    A pair is compared where it shares two parts of a name in any spelling and order; where too many share these
    two, a third part, the year of birth, the mother or the page of the registry is asked for, then a fourth; or
    one part that hardly anyone bears; or a number from the same body.
    """

    def __init__(self, people: Side, engine: Engine, vocabulary: Vocabulary) -> None:
        self.people = people
        self.engine = engine
        self.vocabulary = vocabulary
        self._numbers: dict[str, int] = {}
        self._meant: defaultdict[str, set[int]] = defaultdict(set)
        self.classes = self._classes_of_people()
        self.indexes = indexes_of(people, self.classes, self._by_number())
        self._near_to_key: dict[str, list[int]] = {}
        self._near = Neighbours(self._numbers)
        self._meanings = Meanings(*(np.zeros(size, kind) for size, kind in NO_MEANINGS))  # type: ignore[arg-type]

    def by(self, engine: Engine, vocabulary: Vocabulary) -> Gallery:
        """Return the same people, compared by an engine and a vocabulary with the same numbers as its own."""
        again = copy(self)
        again.engine, again.vocabulary = engine, vocabulary
        return again

    def _classes_of_people(self) -> NDArray[np.int32]:
        """Give every part of the people's names a class: parts with one first key are one.

        Classes are numbered in the order of their keys, not of the people: what is found must not depend on in
        which order these were read.
        """
        used = np.unique(np.concatenate([self.people.names["units"].ravel(), self.people.mothers["given"]]))
        keys_of = {part: keys for part in used.tolist() if (keys := self.vocabulary.all_keys[part].split())}
        for key in sorted({keys[0] for keys in keys_of.values()}):
            self._numbers[key] = len(self._numbers)
        classes = np.full(len(self.vocabulary), -1, dtype=np.int32)
        for part, keys in keys_of.items():
            classes[part] = self._numbers[keys[0]]
            for key in keys:
                self._meant[key].add(self._numbers[keys[0]])
        return classes

    def _by_number(self) -> Index:
        owners = np.repeat(
            np.arange(self.people.people.size, dtype=np.int32),
            np.diff(self.people.people["numbers"], axis=1).ravel(),
        )
        keys = np.array([number_key(number) for number in self.people.numbers], dtype=np.int64)
        return index_of(keys, owners)

    def meanings(self) -> Meanings:
        """Return what every part of the vocabulary may mean among the people; parts met since are added."""
        known = len(self._meanings.own)
        if known < len(self.vocabulary):
            every = list(map(str.split, self.vocabulary.all_keys[known:]))
            old, new = self._meanings, list(map(self._meant_by, every))
            self._meanings = Meanings(
                *_with_lists(old.first, old.classes, new),
                np.concatenate(
                    (old.own, np.array([many[0] if many else -1 for many in new], dtype=np.int32))
                ),
                *_with_lists(old.near_first, old.near, list(map(self._near_to, every))),
            )
        return self._meanings

    def _meant_by(self, keys: Sequence[str]) -> list[int]:
        """Return the classes that a part with these keys may mean, its own first."""
        own = [self._numbers[key] for key in keys if key in self._numbers]
        return list(dict.fromkeys([*own, *(n for key in keys for n in sorted(self._meant.get(key, ())))]))

    def _near_to(self, keys: Sequence[str]) -> list[int]:
        key = keys[0] if keys else ""
        if len(key) < SHORTEST_DAMAGED:
            return []
        if key not in self._near_to_key:
            self._near_to_key[key] = sorted(self._numbers[near] for near in self._near.of(key))
        return self._near_to_key[key]

    def likely(
        self, records: Side, least: float, prior: float = PRIOR_BITS
    ) -> tuple[NDArray[np.void], int, int]:
        """Return the likely pairs of records with people (`LIKELY`), how many were compared, and of how many of
        these the names.

        `least` is in bits, what was held before included. The records' parts stand in the same vocabulary.
        """
        count = records.people.size
        out = np.zeros(count * MOST_KEPT, dtype=LIKELY)
        written, compared, laid = link(
            records, 0, count, self.people, self.meanings(), self.indexes, self.vocabulary.lexicon(),
            self.engine.scale, self.engine.room(self.vocabulary),
            search_room(self.people.people.size, self.indexes), prior, least, out,
        )  # fmt: skip
        return out[:written].copy(), compared, laid


def gallery_of(profiles: Sequence[Profile], engine: Engine) -> Gallery:
    """Return a gallery of a few profiles."""
    vocabulary = engine.vocabulary
    return Gallery(side_of(profiles, vocabulary), engine, vocabulary)


def _with_lists(
    first: NDArray[np.int64], values: NDArray[np.int32], more: Sequence[Sequence[int]]
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return lists laid end to end, with where each begins, and more of them behind."""
    lengths = np.cumsum([0, *map(len, more)])
    return (
        np.concatenate((first, first[-1] + lengths[1:])),
        np.concatenate((values, np.array([one for many in more for one in many], dtype=np.int32))),
    )
