"""A list is looked at row by row before anything is stored: what is ready, doubtful, refused, held already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.ahead import ReadRow, read_ahead, rows_read
from tracker.flow.intake.copying import copy_in, line_of_check
from tracker.flow.intake.doubts import Doubt, Sentence
from tracker.flow.intake.earlier import EarlierVersion
from tracker.flow.intake.held import Held, earlier_versions, held_already
from tracker.flow.intake.layouts import refuse_unusable
from tracker.flow.intake.seen import Seen
from tracker.flow.intake.whole import what_stops
from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import CheckedRow, ImportFile, ImportStatus, User

CHUNK = 2_500
"""Rows looked at between two reports of progress; three times as many are in memory at once."""

COUNTED = (
    "ready", "doubtful", "refused", "repeated", "held_same_source", "held_elsewhere", "unchanged", "changed",
    "new", "gone",
)  # fmt: skip
"""Every row is ready, doubtful, refused, repeated or unchanged; the rest is told besides."""

Progress = Callable[[int, int], None]


class NothingToCheck(Refused):
    """A list that is being stored, or was stored or undone."""

    sentence = _("This list is being stored, was stored already, or was undone: there is nothing to check.")


@dataclass(slots=True)
class Found:
    """What a check has found so far."""

    counts: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    seen: Seen = field(default_factory=Seen)

    def report(self, rows: int) -> dict[str, object]:
        """Return it as it is kept with the list."""
        return {
            "rows": rows,
            **{counted: self.counts[counted] for counted in COUNTED},
            "kinds": {kind: count for kind, count in self.kinds.most_common() if count},
        }


@transaction.atomic
def begin_check(import_id: int, *, by: User) -> ImportFile:
    """Let the worker look at every row of a list. What an earlier check found of it is dropped.

    A list that is still being read is checked once that is done. Raises NotAllowed, NothingToCheck, NoRows,
    UnreadableFile, and what `refuse_unusable` raises.
    """
    from tracker.flow.intake.tasks import check_import  # the task runs check_rows

    require(by, "receive_file")
    imported = ImportFile.objects.select_for_update(of=("self",)).get(pk=import_id)
    if imported.status not in (ImportStatus.READING, ImportStatus.RECEIVED, ImportStatus.CHECKED):
        raise NothingToCheck
    refuse_unusable(imported.sheets)
    with pghistory.context(user=by.pk, deed="import:check"):
        if imported.status == ImportStatus.READING:
            imported.report["check_for"] = by.pk
            imported.save()
            return imported
        if refusal := what_stops(imported):
            raise refusal
        read_at = imported.report.get("read_at_version", imported.version)
        imported.status, imported.report = ImportStatus.CHECKING, {"read_at_version": read_at}
        _from_the_start(imported)
        check_import.defer(import_id=imported.pk)
    return imported


def check_rows(import_id: int, *, progress: Progress | None = None) -> ImportFile:
    """Look at every row of a list that waits for it; ends early when someone changed how it is read.

    A check that was killed is done anew: it takes seconds, and nothing rests on it.
    """
    imported = _begun(import_id)
    if imported.status != ImportStatus.CHECKING:
        return imported
    begun_at, found = imported.went_on_at, Found()
    earlier = EarlierVersion.read(earlier_versions(imported))
    with closing(read_ahead(_looked_at(rows_read(imported)), CHUNK)) as chunks:
        for chunk in chunks:
            lines = list(_lines(imported, chunk, found, earlier))
            if not _still(imported, begun_at, lines, rows=len(chunk)):
                return imported
            if progress:
                progress(imported.rows_checked, imported.rows_total)
    _tell_new_from_changed(imported, found, earlier)
    _still(imported, begun_at, earlier.gone_lines(imported, found.counts, found.kinds), found=found)
    return imported


class LookedAt(NamedTuple):
    """What a check needs of a row."""

    sheet: str
    number: int
    cells: Sequence[str]
    says_key: int
    whom_key: int | None
    refusals: Sequence[Sentence]
    doubts: Sequence[Doubt]


def _looked_at(rows: Iterable[ReadRow]) -> Iterator[LookedAt]:
    return (
        LookedAt(
            sheet, row.number, row.cells, read.says_key, read.whom_key, read.refusals, read.doubts
        )
        for sheet, row, read in rows
    )  # fmt: skip


@transaction.atomic
def _begun(import_id: int) -> ImportFile:
    imported = ImportFile.objects.select_for_update(of=("self",)).get(pk=import_id)
    if imported.status == ImportStatus.CHECKING:
        with pghistory.context(user=imported.received_by_id, deed="import:check"):
            _from_the_start(imported)
    return imported


def _from_the_start(imported: ImportFile) -> None:
    """Drop what was found before. The time tells a run from another that looks at the same list."""
    imported.rows_checked, imported.went_on_at, imported.went_on_from = 0, timezone.now(), 0
    imported.save()
    imported.checked.all()._raw_delete(imported.checked.db)


@transaction.atomic
def _still(
    imported: ImportFile,
    begun_at: datetime | None,
    lines: Sequence[str],
    *,
    rows: int = 0,
    found: Found | None = None,
) -> bool:
    """Keep what was found, unless the list is now read otherwise or another run looks at it."""
    stands = ImportFile.objects.select_for_update(of=("self",)).get(pk=imported.pk)
    if stands.status != ImportStatus.CHECKING or stands.went_on_at != begun_at:
        imported.status, imported.version = stands.status, stands.version
        return False
    with pghistory.context(user=imported.received_by_id, deed="import:check"):
        imported.rows_checked += rows
        if found:
            imported.status = ImportStatus.CHECKED
            imported.report = imported.report | found.report(imported.rows_checked)
        imported.save()
        if lines:
            copy_in(CheckedRow, lines)
    return True


def _tell_new_from_changed(imported: ImportFile, found: Found, earlier: EarlierVersion) -> None:
    """A row beside one that stays as it is changes nothing: it is new. That shows once all rows were seen."""
    changed = imported.checked.filter(kinds__contains=["changed"]).values_list("pk", "other").iterator()
    new = [pk for pk, other in changed if other and earlier.stays(other)]
    for row in imported.checked.filter(pk__in=new):
        row.kinds = ["new" if kind == "changed" else kind for kind in row.kinds]
        row.save()
    for counted in (found.counts, found.kinds):
        counted.update({"new": len(new), "changed": -len(new)} if new else {})


class Told(NamedTuple):
    """What is told of a row: its kinds, its sentences, and the row beside which it is shown."""

    kinds: Sequence[str]
    doubts: Sequence[Doubt] = ()
    other: int | None = None
    other_number: int | None = None


def _lines(
    imported: ImportFile, chunk: Sequence[LookedAt], found: Found, earlier: EarlierVersion
) -> Iterator[str]:
    """Count what becomes of each row; yield what is kept of those that are not plainly ready."""
    repeated = found.seen.look_up([None if row.refusals else (row.says_key, row.number) for row in chunk])
    held = held_already(imported, [row.whom_key for row in chunk], but=earlier.lists)
    for row, first in zip(chunk, repeated, strict=True):
        told = _told(row, first, held, earlier)
        if "unchanged" not in told.kinds and not row.refusals and first is None:
            found.counts["doubtful" if told.doubts else "ready"] += 1
        if not told.kinds and not told.doubts:
            continue
        found.counts.update(told.kinds)
        if "unchanged" not in told.kinds:
            found.kinds.update(list(dict.fromkeys([*told.kinds, *(kind for kind, _ in told.doubts)])))
            yield line_of_check(imported.pk, row.sheet, row.number, row.cells, **told._asdict())


def _told(row: LookedAt, first: int | None, held: Held, earlier: EarlierVersion) -> Told:
    if row.refusals:
        earlier.note(row.whom_key)
        return Told(["refused"], [("refused", sentence) for sentence in row.refusals])
    if first is not None:
        return Told(["repeated"], other_number=first)
    if earlier.lists and earlier.says(row.says_key):
        return Told(["unchanged"])
    kinds, other = _beside(row.whom_key, held, earlier)
    return Told(kinds, row.doubts, other)


def _beside(whom_key: int | None, held: Held, earlier: EarlierVersion) -> tuple[list[str], int | None]:
    """Return what else is told of a row that will be stored, and the row beside which it is shown."""
    kinds, other = [], None
    for kind, rows in (("held_elsewhere", held.elsewhere), ("held_same_source", held.same_source)):
        if whom_key is not None and whom_key in rows:
            kinds.append(kind)
            other = rows[whom_key]
    if earlier.lists:
        before = earlier.about(whom_key)
        kinds.append("new" if before is None else "changed")
        other = before or other
        earlier.note(whom_key)
    return kinds, other
