"""What the page of an import shows: columns as they were read, records, refused rows, doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.control import pace_of
from tracker.flow.intake.revisions import decisions_to_look_at
from tracker.flow.intake.undo import what_depends_on
from tracker.models import (
    AsideKind,
    ImportFile,
    ImportRow,
    ImportStatus,
    PrisonRecord,
    RowStatus,
    SetAside,
    User,
)
from tracker.web.staff.showing import day, figure, span_of, told

FIRST_RECORDS = 10
DOUBTS_SHOWN = 25

FIELD_NAMES: Mapping[str, Promise] = {
    "name": _("name"),
    "name_family_first": _("name, the family name first"),
    "given": _("given name"),
    "father": _("father's name"),
    "grandfather": _("grandfather's name"),
    "family": _("family name"),
    "mother": _("mother's name"),
    "sex": _("sex"),
    "birth": _("birth"),
    "birth_place": _("place of birth"),
    "birth_place_and_date": _("place and date of birth"),
    "registry_place": _("registry place"),
    "registry_number": _("registry number"),
    "registry": _("registry place and number"),
    "national_number": _("national number"),
    "prisoner_number": _("prisoner number"),
    "body_number": _("body number"),
    "facility": _("place of detention"),
    "arrested": _("arrest"),
    "entered": _("entry"),
    "died": _("death"),
    "death_cause": _("cause of death as written"),
    "body_order": _("order about the body as written"),
    "notes": _("remarks as written"),
    "row_number": _("number of the row"),
}
"""The fields of flow/intake/header_words.py in the reader's language."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with the words over its column, and the field that the column was read as."""

    column: str
    text: str
    field: str | Promise = ""


@dataclass(frozen=True, slots=True)
class SheetShown:
    """One sheet and how its columns were read."""

    name: str
    header_row: int
    columns: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class RecordShown:
    """One stored record in a line."""

    pk: int
    number: int
    name: str
    mother: str
    birth: str
    facility: str
    died: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row with its cells and what is to be said of it."""

    sheet: str
    number: int
    cells: Sequence[Cell]
    sentences: Sequence[str]


def cells_under(brought: ImportFile, sheet: str, cells: Sequence[str]) -> list[Cell]:
    """Return the cells of a row as they stood, each under its header cell; empty ones are left out."""
    layout = next((layout for layout in brought.sheets if layout.sheet == sheet), None)
    header, fields = (layout.header, layout.fields) if layout else ([], [])
    places = zip_longest(header, cells, fields, fillvalue="")
    return [Cell(column, text, FIELD_NAMES.get(field, "")) for column, text, field in places if text]


def cells_of(row: ImportRow, brought: ImportFile) -> list[Cell]:
    """Return the cells of a stored row as they stood."""
    return cells_under(brought, row.sheet, row.cells)


def sheets_of(brought: ImportFile) -> list[SheetShown]:
    """Return each sheet that was taken, with its header cells and the field that each was read as."""
    return [
        SheetShown(
            sheet.sheet,
            sheet.header_row,
            [
                Cell(column, "", FIELD_NAMES.get(field, ""))
                for column, field in sheet.columns
                if column or field
            ],
        )
        for sheet in brought.sheets
        if sheet.taken
    ]


def first_records(brought: ImportFile) -> Iterator[RecordShown]:
    """Yield the first records of a list."""
    records = PrisonRecord.objects.filter(import_file=brought).select_related("row", "facility")
    for record in records.order_by("row_id")[:FIRST_RECORDS]:
        yield RecordShown(
            record.pk,
            record.row.number,
            str(record),
            record.mother_written,
            day(record.birth),
            str(record.facility or record.facility_written),
            day(record.died),
        )


def refused_of(brought: ImportFile) -> QuerySet[ImportRow]:
    """Return the refused rows of a list, in its own order."""
    return brought.rows.filter(status=RowStatus.REFUSED).order_by("id")


def rows_shown(brought: ImportFile, rows: Iterable[ImportRow]) -> list[RowShown]:
    """Return refused rows with every reason."""
    return [
        RowShown(
            row.sheet,
            row.number,
            cells_of(row, brought),
            [told(why) for why in row.refusals],
        )
        for row in rows
    ]


def doubtful_records(brought: ImportFile) -> list[RowShown]:
    """Return the first records that could not be read for certain, with what is doubtful."""
    records = brought.records.exclude(doubts=[]).select_related("row").order_by("row_id")[:DOUBTS_SHOWN]
    return [
        RowShown(
            record.row.sheet,
            record.row.number,
            [Cell("", str(record))],
            [told(doubt) for doubt in record.doubts],
        )
        for record in records
    ]


def parts_taken_back(brought: ImportFile) -> list[dict[str, Any]]:
    """Return each part that was taken back: how many records, by whom, when and why."""
    aside = SetAside.objects.filter(record__import_file=brought, kind=AsideKind.UNDONE)
    parts = aside.values("by__username", "by__full_name", "reason", "at__date").annotate(count=Count("pk"))
    return [
        {**part, "who": part["by__full_name"] or part["by__username"], "shown": figure(part["count"])}
        for part in parts.order_by("at__date")
    ]


def dependence(brought: ImportFile, reader: User, part: dict[str, Any]) -> dict[str, Any]:
    """Return the decisions that rest on a list, or on a part of it.

    Only those who may see links are told which: a volunteer learns how many there are.
    """
    links = what_depends_on(brought, **part).select_related("record").prefetch_related("person__names")
    return {
        "holding_count": links.count(),
        "holding": links[:DOUBTS_SHOWN] if reader.has_perm("tracker.view_link") else [],
    }


def counts_of(brought: ImportFile) -> dict[str, str]:
    """Return the counts of a list as the reader writes numbers."""
    names = (
        "rows_total",
        "rows_done",
        "records_count",
        "refused_count",
        "repeated_count",
        "unchanged_count",
    )
    return {name: figure(getattr(brought, name)) for name in names}


def pace_shown(brought: ImportFile) -> dict[str, str]:
    """Return how fast a list is checked or stored and how long that will take, once it can be told."""
    if (pace := pace_of(brought)) is None:
        return {}
    return {
        "rows_per_second": figure(max(1, round(pace.rows_per_second))),
        "time_left": span_of(pace.seconds_left),
    }


def facts_of_import(brought: ImportFile, reader: User) -> dict[str, Any]:
    """Return what the page of an import shows beside its refused rows."""
    stands = brought.status == ImportStatus.STORED
    sees_links = reader.has_perm("tracker.view_link")
    # Counted at the check; over a million records counting again would take a second.
    counted = brought.report.get("doubtful")
    doubts = brought.records.exclude(doubts=[]).count() if counted is None else counted
    to_look_at = decisions_to_look_at(brought).select_related("record").prefetch_related("person__names")
    return {
        "stands": stands,
        "may_undo": stands and reader.has_perm("tracker.undo_import"),
        "counts": counts_of(brought),
        "sheets": sheets_of(brought),
        "records": list(first_records(brought)),
        "doubts": doubtful_records(brought) if doubts else [],
        "doubts_count": doubts,
        "to_look_at": to_look_at[:DOUBTS_SHOWN] if stands and sees_links else [],
        "parts_taken_back": parts_taken_back(brought),
        "additions": brought.additions.select_related("document"),
        "revisions": brought.revisions.select_related("document"),
        "custody": brought.document.custody.select_related("by"),
    }
