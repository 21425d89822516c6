"""Everyone who is searched for, indexed in this process's memory, and kept there from one list to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from time import monotonic
from typing import NamedTuple
from uuid import UUID

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from tracker.flow.linking.house import House
from tracker.flow.linking.laid import Owners
from tracker.flow.linking.places import Gazetteer
from tracker.flow.linking.reading import people_now, people_side
from tracker.matching import Engine
from tracker.matching.gallery import Gallery
from tracker.matching.vocabulary import Vocabulary

CHANGED = 1 / 20
"""Everybody is indexed anew once more than this share has changed; till then these have an index of their own."""
STRANGE_PARTS = 2
"""Likewise once so many times the parts of names are known that were known then: the rest are from lists."""
KEPT_FOR = 3600.0
"""Seconds without a list after which the memory is given back: some three kilobytes for each person."""


Rows = NDArray[np.bytes_]
"""People as they stand, in their order: who, and as what."""


class Indexed(NamedTuple):
    """Some people, ready to be compared with whole lists."""

    people: Owners[UUID]
    gallery: Gallery
    stand: NDArray[np.bool_]
    """Who of them still stands as they were indexed."""

    def by(self, engine: Engine, vocabulary: Vocabulary) -> Indexed:
        """Return them as `Gallery.by` does."""
        return self._replace(gallery=self.gallery.by(engine, vocabulary))


@dataclass(frozen=True, slots=True)
class Held:
    """Everybody as they were indexed once, and those who were changed since."""

    whole: Indexed
    changed: Indexed | None
    places: Gazetteer
    parts: int
    """Parts of names that were known when everybody was indexed."""
    used: float

    def serves(self, house: House, new: int) -> bool:
        """Say whether it is worth keeping where so many are new."""
        known = len(self.whole.gallery.vocabulary)
        return (
            self.places is house.places
            and known <= STRANGE_PARTS * self.parts
            and new <= CHANGED * len(self.whole.people)
        )


def everybody(house: House) -> Sequence[Indexed]:
    """Return indexes in which everybody stands once, as they are now.

    Whoever was changed since they were indexed is read anew; all others are kept.
    """
    with _one_at_a_time:
        held = _held.get(connection.alias)
        _held[connection.alias] = held = (held and _brought_up(held, house)) or _made(house)
        return [some for some in (held.whole, held.changed) if some]


def indexed(house: House, vocabulary: Vocabulary, among: Iterable[UUID] | None = None) -> Indexed:
    """Index all who stand, or some, their parts of names numbered by a vocabulary of the house's engine."""
    people, side = people_side(vocabulary, house.places, among)
    gallery = Gallery(side, house.engine, vocabulary)
    gallery.meanings()  # before the work is shared: else each process works them out
    return Indexed(people, gallery, np.ones(len(people), dtype=np.bool_))


def give_back(unused_for: float = KEPT_FOR) -> None:
    """Give back the memory of indexes that nobody has used for so many seconds."""
    with _one_at_a_time:
        for alias in [alias for alias, held in _held.items() if monotonic() - held.used >= unused_for]:
            del _held[alias]


def _made(house: House) -> Held:
    vocabulary = house.engine.number_anew()
    return Held(indexed(house, vocabulary), None, house.places, len(vocabulary), monotonic())


def _brought_up(held: Held, house: House) -> Held | None:
    """Bring what is held up to this moment; None where it is better made anew."""
    people = people_now()
    now, before = _rows(people), _rows(held.whole.people)
    new = now[~np.isin(now, before)]
    if not held.serves(house, new.size):
        return None
    vocabulary = house.engine.number_as(held.whole.gallery.vocabulary)
    changed = held.changed
    if changed is None or not np.array_equal(new, _rows(changed.people)):
        changed = indexed(house, vocabulary, Owners(people.kept, new.tobytes())) if new.size else None
    whole = held.whole.by(house.engine, vocabulary)._replace(stand=np.isin(before, now))
    return replace(
        held, whole=whole, changed=changed and changed.by(house.engine, vocabulary), used=monotonic()
    )


def _rows(people: Owners[UUID]) -> Rows:
    return np.frombuffer(people.sent, dtype=f"S{people.kept.width}")


_one_at_a_time = Lock()
_held: dict[str, Held] = {}
