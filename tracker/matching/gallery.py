"""Everyone who is searched for, ready to be compared with any number of records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracker.names import part_keys

from .engine.index import RARE, Index, emit_pairs, emit_refined, emit_singles, index_of
from .engine.linking import LIKELY, MOST_KEPT, Indexes, Meanings, link, number_key, search_room
from .profile import Profile
from .score import PRIOR_BITS, Engine
from .side import Side, side_of

NOTHING = index_of(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32))


class Gallery:
    """All people of one side, with what they are found by. Records are told apart from it by chunks.

    A pair is compared where it shares two parts of a name in any spelling and order; where too many share these
    two, a third part, the year of birth, the mother or the page of the registry is asked for, and then a fourth; or
    one part that hardly anyone bears; or a number from the same body.
    """

    def __init__(self, people: Side, engine: Engine) -> None:
        self.people = people
        self.engine = engine
        self.vocabulary = engine.vocabulary
        self._numbers: dict[str, int] = {}
        self._meant: defaultdict[str, set[int]] = defaultdict(set)
        self.classes = self._classes_of_people()
        self.indexes = self._indexed()
        self._meanings = Meanings(np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int32))

    def _classes_of_people(self) -> NDArray[np.int32]:
        """Give every part of the people's names a class: parts with one first key are one."""
        used = np.unique(np.concatenate([self.people.names["units"].ravel(), self.people.mothers["given"]]))
        classes = np.full(len(self.vocabulary), -1, dtype=np.int32)
        for part in used.tolist():
            keys = part_keys(self.vocabulary.texts[part])
            if keys:
                number = self._numbers.setdefault(keys[0], len(self._numbers))
                classes[part] = number
                for key in keys:
                    self._meant[key].add(number)
        return classes

    def _indexed(self) -> Indexes:
        side, classes = self.people, self.classes
        singles = _rare(_emitted(lambda keys, bearers: emit_singles(side, classes, keys, bearers)))
        pairs = _emitted(lambda keys, bearers: emit_pairs(side, classes, keys, bearers))
        threes = _emitted(lambda keys, bearers: emit_refined(side, classes, pairs, NOTHING, keys, bearers))
        fours = _emitted(lambda keys, bearers: emit_refined(side, classes, pairs, threes, keys, bearers))
        return Indexes(singles, pairs, threes, fours, self._by_number(), NOTHING)

    def _by_number(self) -> Index:
        owners = np.repeat(
            np.arange(self.people.people.size, dtype=np.int32), np.diff(self.people.people["numbers"], axis=1).ravel()
        )
        keys = np.array([number_key(number) for number in self.people.numbers], dtype=np.int64)
        return index_of(keys, owners)

    def meanings(self) -> Meanings:
        """Return what every part of the vocabulary may mean among the people; parts met since are added."""
        known = len(self._meanings.own)
        if known < len(self.vocabulary):
            new = [self._meant_by(text) for text in self.vocabulary.texts[known:]]
            lengths = np.cumsum([0, *map(len, new)])
            old = self._meanings
            self._meanings = Meanings(
                np.concatenate((old.first, old.first[-1] + lengths[1:])),
                np.concatenate((old.classes, np.array([one for many in new for one in many], dtype=np.int32))),
                np.concatenate((old.own, np.array([many[0] if many else -1 for many in new], dtype=np.int32))),
            )
        return self._meanings

    def _meant_by(self, text: str) -> list[int]:
        keys = part_keys(text) if text else ()
        return list(dict.fromkeys(number for key in keys for number in sorted(self._meant.get(key, ()))))

    def likely(self, records: Side, least: float) -> tuple[NDArray[np.void], int]:
        """Return the likely pairs of records with people (`LIKELY`), and how many pairs were compared.

        `least` is in bits, what was held before included. The records' parts stand in the same vocabulary.
        """
        count = records.people.size
        out = np.zeros(count * MOST_KEPT, dtype=LIKELY)
        written, compared = link(
            records, 0, count, self.people, self.meanings(), self.indexes, self.vocabulary.lexicon(),
            self.engine.scale, self.engine.room(), search_room(self.people.people.size), PRIOR_BITS, least, out,
        )  # fmt: skip
        return out[:written].copy(), compared


def gallery_of(profiles: Sequence[Profile], engine: Engine) -> Gallery:
    """Return a gallery of a few profiles."""
    return Gallery(side_of(profiles, engine.vocabulary), engine)


def _emitted(emit: Callable[[Any, Any], int]) -> Index:
    count = emit(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32))
    keys, bearers = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int32)
    emit(keys, bearers)
    return index_of(keys, bearers)


def _rare(index: Index) -> Index:
    """Keep what few bear."""
    lengths = np.diff(index.first)
    owners = np.repeat(np.arange(index.keys.size), lengths)
    kept = lengths[owners] <= RARE
    return index_of(index.keys[owners[kept]], index.bearers[kept])
