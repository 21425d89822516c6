"""People and records read for comparison, by the hundred thousand: from the key tables straight into arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from tracker.flow.linking.kept import entry_reader
from tracker.flow.linking.places import Gazetteer
from tracker.matching import Engine
from tracker.matching.side import Side, joined, side_of_entries
from tracker.models import PersonKeys, RecordKeys

READ_AT_ONCE = 5_000


def people_side(
    engine: Engine, places: Gazetteer, among: Iterable[UUID] | None = None
) -> tuple[list[UUID], Side]:
    """Return all standing people, or some, as one side of a comparison, and whose case each row is."""
    keys = PersonKeys.objects.filter(person__withdrawn_at__isnull=True)
    if among is not None:
        keys = keys.filter(person__in=list(among))
    rows = keys.order_by("person_id").values_list("person_id", "profile").iterator(READ_AT_ONCE)
    ids: list[UUID] = []
    sides = list(_sides(rows, ids, engine, places))
    return ids, joined(sides)


def records_side(records: Sequence[int], engine: Engine, places: Gazetteer) -> tuple[list[int], Side]:
    """Return some records as one side of a comparison, and which record each row is."""
    rows = (
        RecordKeys.objects.filter(record__in=records)
        .order_by("record_id")
        .values_list("record_id", "profile")
    )
    ids: list[int] = []
    return ids, joined(list(_sides(rows.iterator(READ_AT_ONCE), ids, engine, places)))


def _sides(
    rows: Iterable[tuple[Any, str]], ids: list[Any], engine: Engine, places: Gazetteer
) -> Iterator[Side]:
    read, rows = entry_reader(places), iter(rows)
    while chunk := list(islice(rows, READ_AT_ONCE)):
        ids += [number for number, _ in chunk]
        yield side_of_entries([read(profile) for _, profile in chunk], engine.vocabulary)
    if not ids:
        yield side_of_entries([], engine.vocabulary)
