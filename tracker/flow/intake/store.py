"""Rows become records, chunk by chunk; a killed run goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.flow.collecting import collecting_put_off
from tracker.flow.intake.ahead import ReadRow, read_ahead, rows_read
from tracker.flow.intake.copying import (
    copy_in,
    line_of_record,
    line_of_row,
    new_ids,
    record_says,
    row_says,
)
from tracker.flow.intake.held import SaidInThisList, earlier_versions, held_already, said_before
from tracker.flow.intake.revisions import set_aside_what_changed
from tracker.flow.intake.seen import Seen
from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import (
    CustodyEvent,
    CustodyKind,
    ImportFile,
    ImportRow,
    ImportStatus,
    PrisonRecord,
    RowStatus,
    User,
)

CHUNK = 4_000
"""Rows stored in one transaction: the most that is done again after a crash."""

Progress = Callable[[int, int], None]


class NotChecked(Refused):
    """Storing begins from a check."""

    sentence = _("This list was not checked yet, or is being stored already. Check it first, then store it.")


class ReadsOtherwise(RuntimeError):
    """The original no longer gives the rows that were counted: it, or how it is read, is not what it was."""


class ToldRow(NamedTuple):
    """A row ready to be written: the numbers that its fate hangs on, and its lines but for what that decides."""

    is_refused: bool
    says_key: int
    whom_key: int | None
    row: str
    record: str


class Fate(NamedTuple):
    """What becomes of a row, and the row that has the record where it has none of its own."""

    status: RowStatus
    same_as: int | None = None


@transaction.atomic
def begin_storing(import_id: int, *, by: User, leave_out_held: bool = False) -> ImportFile:
    """Let the worker store a list that was checked.

    ``leave_out_held``: rows about someone whom another list of the same source holds make no record. Raises
    NotAllowed, NotChecked.
    """
    from tracker.flow.intake.tasks import store_import  # the task runs store_rows

    require(by, "receive_file")
    imported = ImportFile.objects.select_for_update(of=("self",)).get(pk=import_id)
    if imported.status != ImportStatus.CHECKED:
        raise NotChecked
    with pghistory.context(user=by.pk, deed="import:store"):
        imported.status, imported.leaves_out_held = ImportStatus.STORING, leave_out_held
        imported.went_on_at, imported.went_on_from = timezone.now(), 0
        imported.save()
        store_import.defer(import_id=imported.pk)
    return imported


def store_rows(import_id: int, *, progress: Progress | None = None) -> ImportFile:
    """Store what is left of a list; rows that cannot become records are kept with the reasons.

    Ends when all is stored, or at the next chunk after someone paused or cancelled it.
    """
    imported = ImportFile.objects.select_related("document").get(pk=import_id)
    if imported.status != ImportStatus.STORING:
        return imported
    place, said = imported.rows_done, SaidInThisList()
    with closing(read_ahead(_told(rows_read(imported, place)), CHUNK)) as chunks:
        for chunk in chunks:
            with collecting_put_off():
                imported, stored = _store_chunk(imported, place, chunk, said)
            place += len(chunk)
            if progress and stored:
                progress(imported.rows_done, imported.rows_total)
            if imported.status != ImportStatus.STORING:
                return imported
    imported.refresh_from_db()
    if imported.status == ImportStatus.STORING:
        raise ReadsOtherwise(imported.pk)
    return imported


def _told(rows: Iterable[ReadRow]) -> Iterator[ToldRow]:
    return (
        ToldRow(
            bool(read.refusals), read.says_key, read.whom_key,
            row_says(sheet, row.number, row.cells, read), "" if read.refusals else record_says(read),
        )
        for sheet, row, read in rows
    )  # fmt: skip


@transaction.atomic
def _store_chunk(
    read: ImportFile, place: int, chunk: Sequence[ToldRow], said: SaidInThisList
) -> tuple[ImportFile, bool]:
    """Store rows and cursor together, unless someone paused the list or another worker was quicker."""
    imported = ImportFile.objects.select_for_update(of=("self",)).get(pk=read.pk)
    # What another worker stored meanwhile is passed over.
    chunk = chunk[max(0, imported.rows_done - place) :]
    if imported.status != ImportStatus.STORING or imported.rows_done < place or not chunk:
        return imported, False
    with pghistory.context(user=imported.received_by_id, deed="import:store"):
        fates = _fates(imported, chunk, said.of(imported))
        imported.rows_done += len(chunk)
        said.rows_known = imported.rows_done
        told = [fate.status for fate, _ in fates]
        imported.records_count += told.count(RowStatus.STORED)
        imported.refused_count += told.count(RowStatus.REFUSED)
        imported.repeated_count += told.count(RowStatus.REPEATED)
        imported.unchanged_count += told.count(RowStatus.UNCHANGED)
        imported.save()  # first: what is copied below takes its place in the history from this statement
        _copy(imported, chunk, fates)
        if imported.rows_done == imported.rows_total:
            _finish(imported)
    return imported, True


def _fates(imported: ImportFile, chunk: Sequence[ToldRow], seen: Seen) -> list[tuple[Fate, int]]:
    """Return what becomes of each row, with the number that it gets."""
    earlier = earlier_versions(imported)
    before = said_before(earlier, [row.says_key for row in chunk])
    held: Mapping[int | None, int] = {}
    if imported.leaves_out_held:
        held = held_already(imported, [row.whom_key for row in chunk], but=earlier).same_source
    numbers = new_ids(ImportRow, len(chunk))
    alone = [_fate(row, before, held) for row in chunk]
    # A row that says what a refused one says is refused as well.
    first = seen.look_up([
        (row.says_key, fate.same_as or pk)
        for row, fate, pk in zip(chunk, alone, numbers, strict=True)
    ])  # fmt: skip
    fates = (
        fate if same is None or fate.status == RowStatus.REFUSED else Fate(RowStatus.REPEATED, same)
        for fate, same in zip(alone, first, strict=True)
    )
    return list(zip(fates, numbers, strict=True))


def _fate(row: ToldRow, before: Mapping[int, int], held: Mapping[int | None, int]) -> Fate:
    """Return what becomes of a row, whatever the rows above it say."""
    if row.is_refused:
        return Fate(RowStatus.REFUSED)
    if row.says_key in before:
        return Fate(RowStatus.UNCHANGED, before[row.says_key])
    if row.whom_key in held:
        return Fate(RowStatus.REPEATED, held[row.whom_key])
    return Fate(RowStatus.STORED)


def _copy(imported: ImportFile, chunk: Sequence[ToldRow], fates: Sequence[tuple[Fate, int]]) -> None:
    of, zipped = imported.pk, list(zip(chunk, fates, strict=True))
    made = [(pk, row.record) for row, (fate, pk) in zipped if fate.status == RowStatus.STORED]
    copy_in(
        ImportRow,
        (line_of_row(pk, of, fate.status.value, fate.same_as, row.row) for row, (fate, pk) in zipped),
    )
    records = zip(new_ids(PrisonRecord, len(made)), made, strict=True)
    copy_in(PrisonRecord, (line_of_record(pk, row, of, says) for pk, (row, says) in records))


def _finish(imported: ImportFile) -> None:
    imported.status = ImportStatus.STORED
    imported.save()
    set_aside_what_changed(imported)
    imported.checked.all().delete()
    note = f"{imported.records_count} / {imported.rows_total}"
    CustodyEvent.objects.create(
        document=imported.document, kind=CustodyKind.IMPORTED, by=imported.received_by, note=note
    )
