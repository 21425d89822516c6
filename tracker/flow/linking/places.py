"""Which place a list means, in any spelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from tracker.matching.side import path_numbers, stable_number
from tracker.models import Place, PlaceAlias
from tracker.names import fold

BY_ID = "@"
"""Opens a place that is told by its number; any other text is a place as a list wrote it."""


@dataclass(slots=True)
class Gazetteer:
    """All places by every spelling we know, read once for a run of work."""

    by_spelling: dict[str, Place] = field(default_factory=dict)
    by_id: dict[UUID, Place] = field(default_factory=dict)
    _paths: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _numbers: dict[int, list[int]] = field(default_factory=lambda: {0: path_numbers(())})

    @classmethod
    def load(cls) -> Gazetteer:
        """Read every place with its names and aliases; a spelling two places share means neither."""
        found = cls(by_id={place.pk: place for place in Place.objects.all()})
        shared: set[str] = set()
        spellings = [(p.name_ar, p) for p in found.by_id.values()] + [
            (p.name_en, p) for p in found.by_id.values()
        ]
        spellings += [(alias.name, found.by_id[alias.place_id]) for alias in PlaceAlias.objects.all()]
        for written, place in spellings:
            key = fold(written)
            if found.by_spelling.setdefault(key, place).pk != place.pk:
                shared.add(key)
        for key in shared:
            del found.by_spelling[key]
        for place_id in found.by_id:
            found.path_of_kept(f"{BY_ID}{place_id}")
        return found

    def find(self, written: str) -> Place | None:
        """Return the place that this text names, when exactly one is meant."""
        return self.by_spelling.get(fold(written)) if written else None

    def path(self, place_id: UUID | None) -> tuple[str, ...]:
        """Return the short names of a place and all it lies in, the nearest first."""
        steps: list[str] = []
        here = self.by_id.get(place_id) if place_id else None
        while here is not None:
            steps.append(here.slug)
            here = self.by_id.get(here.parent_id) if here.parent_id else None
        return tuple(steps)

    def path_of_text(self, written: str) -> tuple[str, ...]:
        """Return the path of a named place, or the folded text alone when we do not know it."""
        place = self.find(written)
        if place is not None:
            return self.path(place.pk)
        return (fold(written),) if written else ()

    def path_of_kept(self, kept: str) -> tuple[str, ...]:
        """Return the path of a place as a key table keeps it: by its number, or as a list wrote it."""
        known = self._paths.get(kept)
        if known is None:
            known = self.path(UUID(kept[1:])) if kept.startswith(BY_ID) else self.path_of_text(kept)
            self._paths[kept] = known
            self._numbers[stable_number(kept)] = path_numbers(known)
        return known

    def numbers_of(self, kept: Sequence[int]) -> list[list[int] | None]:
        """Return the paths of places told by the numbers of their texts; None for one not met yet."""
        return list(map(self._numbers.get, kept))
