"""A list is read to its end: how many rows it has, what its dates show, where totals follow, where it breaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

import pghistory
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.date_order import DATE_FIELDS
from tracker.flow.intake.layouts import count_of_rows, propose_layout, with_date_orders
from tracker.flow.intake.originals import read_original
from tracker.flow.intake.readers import ListFile
from tracker.flow.intake.readers.limits import AT_ONCE_BYTES
from tracker.flow.intake.readers.unreadable import UnreadableFile
from tracker.flow.permissions import NotAllowed
from tracker.flow.refusals import Refused
from tracker.models import ImportFile, ImportStatus, SheetLayout, Source, User

ROWS_AT_ONCE = 30_000
"""Rows of a small file that are read while somebody waits for the page: about a second's work."""

ROWS_OF_BEGINNING = 300
"""Rows of each sheet of a larger file: a proposal looks at no more."""


class NoRows(Refused):
    """A header and nothing below it."""

    sentence = _("The list has a header but no rows below it. Check that this is the right file and sheet.")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a list is read. ``rows`` counts them once all were seen; until then ``whole`` is False."""

    layout: Sequence[SheetLayout]
    encoding: str
    rows: int
    whole: bool
    proposed: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether sheets are taken, and no row of them."""
        return self.whole and not self.rows and any(part.taken for part in self.layout)


def rows_at_once(size: int) -> int:
    """Return how many rows of a file of so many bytes are read while somebody waits."""
    return ROWS_AT_ONCE if size <= AT_ONCE_BYTES else ROWS_OF_BEGINNING


def reading_of(
    read: ListFile, *, layout: Sequence[SheetLayout] | None = None, source: Source | None = None
) -> Reading:
    """Return how a list is read, by this layout or as is proposed, with what all of its rows tell.

    Where only the first of them were read, the rest is told by `read_to_the_end`.
    """
    proposed = layout is None
    told = propose_layout(read, source=source) if layout is None else with_date_orders(read, layout)
    return Reading(told, read.encoding, count_of_rows(read, told) if read.whole else 0, read.whole, proposed)


def read_already(imported: ImportFile, layout: Sequence[SheetLayout]) -> Reading | None:
    """Return the reading by another layout that asks nothing new of all rows, or None where it does."""
    known = imported.status != ImportStatus.READING and what_stops(imported) is None
    if not known or list(map(_asked_of_all, layout)) != list(map(_asked_of_all, imported.sheets)):
        return None
    told = [
        replace(part, date_orders=before.date_orders)
        for part, before in zip(layout, imported.sheets, strict=True)
    ]
    return Reading(told, imported.encoding, imported.rows_total, whole=True)


def _asked_of_all(part: SheetLayout) -> tuple[object, ...]:
    """What of a layout only all rows can answer: how many there are, and the order of day and month."""
    dates = [(place, field) for place, field in enumerate(part.fields) if field in DATE_FIELDS]
    return part.sheet, part.taken, part.header_row, part.header_rows, part.header, part.last_row, dates


def as_kept(reading: Reading, told: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return what a list keeps of how it is read; of a whole reading with what else was told."""
    return {
        "status": ImportStatus.RECEIVED if reading.whole else ImportStatus.READING,
        "encoding": reading.encoding,
        "rows_total": reading.rows,
        "layout": [asdict(part) for part in reading.layout],
        "report": dict(told or {}) if reading.whole else {"proposed": reading.proposed},
    }


def take_over(imported: ImportFile, reading: Reading, told: Mapping[str, Any] | None = None) -> None:
    """Let a list that was brought in be read so; nothing of it is checked then."""
    for name, value in as_kept(reading, told).items():
        setattr(imported, name, value)
    imported.rows_checked = 0
    imported.save()
    leave_the_rest(imported)


def leave_the_rest(imported: ImportFile) -> None:
    """Let the worker tell what is still to be told by all rows of a list."""
    from tracker.flow.intake.tasks import read_import  # the task runs read_to_the_end

    if imported.status == ImportStatus.READING:
        read_import.defer(import_id=imported.pk)


def read_to_the_end(import_id: int) -> ImportFile:
    """Read all of a list that waits for it; a reading that was killed is done anew.

    What the first rows let propose is proposed once more: nobody could change it meanwhile, and all rows tell
    more. A file that breaks off further down is kept with its sentence.
    """
    imported = ImportFile.objects.select_related("document", "source").get(pk=import_id)
    if imported.status != ImportStatus.READING:
        return imported
    layout = None if imported.report.get("proposed") else imported.sheets
    try:
        read = read_original(imported, encoding=imported.encoding)
    except UnreadableFile as refusal:
        told = {"unreadable": [refusal.code, refusal.details]}
        return _ended(imported, Reading(imported.sheets, imported.encoding, 0, whole=True), told)
    return _ended(imported, reading_of(read, layout=layout, source=imported.source))


@transaction.atomic
def _ended(read: ImportFile, reading: Reading, told: Mapping[str, Any] | None = None) -> ImportFile:
    """Keep what was told, unless the list is now read otherwise; check it if somebody asked for that."""
    from tracker.flow.intake.check import begin_check

    imported = ImportFile.objects.select_for_update(of=("self",)).get(pk=read.pk)
    as_it_was = (imported.layout, imported.encoding) == (read.layout, read.encoding)
    if imported.status != ImportStatus.READING or not as_it_was:
        return imported
    asked_by = imported.report.get("check_for")
    with pghistory.context(user=imported.received_by_id, deed="import:read"):
        take_over(imported, reading, told)
    if asked_by:
        # What is refused now waits for somebody, with its sentence; all was read nevertheless.
        with suppress(Refused, NotAllowed):
            return begin_check(imported.pk, by=User.objects.get(pk=asked_by))
    return imported


def what_stops(imported: ImportFile) -> Refused | None:
    """Return why a list cannot be checked as it is read: its file breaks off, or no row is left of it."""
    if "unreadable" in imported.report:
        code, details = imported.report["unreadable"]
        return UnreadableFile(code, **details)
    taken = any(part.taken for part in imported.sheets)
    return NoRows() if taken and not imported.rows_total else None
