"""Who is who in an invented population: what a measurement holds its findings against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .described import Batch, Listed

LEFT_OUT = frozenset({"father missing", "mother missing", "birth missing"})
"""Damage of which none is done to a full record: it gives father, mother and year of birth."""


@dataclass(slots=True)
class Truth:
    """Which record is about whom, who is like its subject, how it is damaged, and which records are full."""

    people: int = 0
    records: int = 0
    about: dict[int, int] = field(default_factory=dict)
    kin: dict[int, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    damage: dict[int, tuple[str, ...]] = field(default_factory=dict)
    full: bytearray = field(default_factory=bytearray)

    def learn(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """Hand batches on, remembering what is true of them."""
        for batch in batches:
            self.people += len(batch.people)
            for listed in batch.records:
                self._note(listed)
            yield batch

    def _note(self, listed: Listed) -> None:
        number = listed.record.number
        self.records += 1
        self.full.append(LEFT_OUT.isdisjoint(listed.damage))
        if listed.person is not None:
            self.about[number] = listed.person
            self.damage[number] = listed.damage
        if listed.kin:
            self.kin[number] = listed.kin

    def is_full(self, record: int) -> bool:
        """Say whether a record gives father, mother and year of birth."""
        return bool(self.full[record])

    def absent(self) -> set[int]:
        """Return the missing people who stand in no record."""
        return set(range(self.people)).difference(self.about.values())
