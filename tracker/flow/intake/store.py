"""Rows become records, chunk by chunk; a killed run goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable

import pghistory
from django.db import transaction

from tracker.flow.intake.records import RowRefused, record_from_row
from tracker.flow.linking.keys import keys_of_records
from tracker.flow.linking.places import Gazetteer
from tracker.models import (
    CustodyEvent,
    CustodyKind,
    ImportFile,
    ImportRow,
    ImportStatus,
    PrisonRecord,
    RecordKeys,
    RowStatus,
)

CHUNK = 1_000
"""Rows stored in one transaction: the most that is done again after a crash."""

Progress = Callable[[int, int], None]


def store_rows(import_id: int, *, progress: Progress | None = None) -> ImportFile:
    """Store all waiting rows of a list as records; rows that cannot be are kept with the reasons."""
    places = Gazetteer.load()
    while True:
        with transaction.atomic():
            imported = ImportFile.objects.select_for_update(of=("self",)).get(pk=import_id)
            if imported.status in (ImportStatus.STORED, ImportStatus.UNDONE):
                return imported
            with pghistory.context(user=imported.received_by_id, deed="import:store"):
                _store_chunk(imported, places)
        if progress:
            progress(imported.rows_done, imported.rows_total)


def _store_chunk(imported: ImportFile, places: Gazetteer) -> None:
    rows = list(imported.rows.filter(status=RowStatus.WAITING).order_by("id")[:CHUNK])
    for row in rows:
        row.import_file = imported
    records: list[PrisonRecord] = []
    for row in rows:
        try:
            records.append(record_from_row(row, places))
            row.status = RowStatus.STORED
        except RowRefused as refusal:
            row.status, row.refusals = RowStatus.REFUSED, refusal.sentences
        row.version += 1
    _save(rows, records)
    imported.rows_done += len(rows)
    imported.records_count += len(records)
    imported.refused_count += len(rows) - len(records)
    _go_forward(imported)


def _save(rows: list[ImportRow], records: list[PrisonRecord]) -> None:
    ImportRow.objects.bulk_update(rows, ["status", "refusals", "version"])
    stored = PrisonRecord.objects.bulk_create(records)
    RecordKeys.objects.bulk_create(keys_of_records(stored))


def _go_forward(imported: ImportFile) -> None:
    if imported.status == ImportStatus.RECEIVED:
        imported.status = ImportStatus.STORING
        imported.save()
    if imported.rows_done == imported.rows_total:
        imported.status = ImportStatus.STORED
        note = f"{imported.records_count} / {imported.rows_total}"
        CustodyEvent.objects.create(
            document=imported.document, kind=CustodyKind.IMPORTED, by=imported.received_by, note=note
        )
    imported.save()
