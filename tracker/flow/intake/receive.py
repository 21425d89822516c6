"""A file becomes an import: its original kept, its rows stored verbatim, its columns named."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count, islice

import pghistory
from django.db import IntegrityError, transaction
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.columns import Header, NoHeader, find_header
from tracker.flow.intake.originals import keep_original
from tracker.flow.intake.readers import ListFile, Row, Sheet, read_sheets
from tracker.flow.intake.tasks import store_import
from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import ImportFile, ImportRow, ImportStatus, Source, User
from tracker.names import clean_text

ROWS_AT_ONCE = 2_000
"""Rows sent to the database in one statement."""

LONGEST_SHEET_NAME = 180
"""The sheet of a text file is named after the file, which may be longer than a row's column allows."""


class AlreadyReceived(Refused):
    """The same bytes came in before and stand."""

    sentence = _(
        "This very file was already brought in on %(day)s as import %(number)s, “%(title)s”, by %(who)s. "
        "Nothing was stored twice."
    )

    def __init__(self, earlier: ImportFile) -> None:
        super().__init__(
            day=formats.date_format(earlier.received_at, "DATE_FORMAT"),
            number=earlier.pk,
            title=earlier.document.title,
            who=earlier.received_by,
        )
        self.earlier = earlier


class NoRows(Refused):
    """A header and nothing below it."""

    sentence = _("The list has a header but no rows below it. Check that this is the right file and sheet.")


def receive_file(
    content: bytes,
    *,
    filename: str,
    source: Source,
    by: User,
    mapping: Mapping[str, str] | None = None,
    encoding: str | None = None,
) -> ImportFile:
    """Bring in a list: keep the original and every row as it stands; the worker then stores the records.

    All of it or nothing. Raises NotAllowed, AlreadyReceived, UnreadableFile, NoHeader and its kin, NoRows.
    """
    require(by, "receive_file")
    refuse_what_stands(content)
    read = read_sheets(content, filename=filename, encoding=encoding)
    tables = list(_tables(read, mapping))
    if not any(True for _ in _rows_of(tables)):
        raise NoRows
    with transaction.atomic(), pghistory.context(user=by.pk, deed="import:receive"):
        try:
            with transaction.atomic():
                document = keep_original(
                    content, filename=filename, source=source, media_type=read.media_type, by=by
                )
                imported = ImportFile.objects.create(
                    document=document, source=source, encoding=read.encoding, received_by=by,
                    layout=[_layout(sheet, header) for sheet, header in tables],
                )  # fmt: skip
        except IntegrityError:  # another volunteer brought in the same file while this one was read
            refuse_what_stands(content)
            raise
        imported.rows_total = _keep_rows(imported, tables)
        imported.save()
        store_import.defer(import_id=imported.pk)
    return imported


def refuse_what_stands(content: bytes) -> None:
    """Raise AlreadyReceived when these bytes were brought in before and not undone."""
    standing = ImportFile.objects.exclude(status=ImportStatus.UNDONE).select_related(
        "document", "received_by"
    )
    earlier = standing.filter(document__sha256=hashlib.sha256(content).hexdigest()).first()
    if earlier is not None:
        raise AlreadyReceived(earlier)


def _tables(read: ListFile, mapping: Mapping[str, str] | None) -> Iterator[tuple[Sheet, Header]]:
    """Yield the sheets that are lists; a cover sheet without a header is passed over when another has one."""
    found, refusal = False, None
    names: set[str] = set()
    for sheet in read.sheets:
        try:
            header = find_header(sheet, mapping=mapping)
        except NoHeader as error:
            refusal = refusal or error
            continue
        found = True
        names.add(name := _name_apart(sheet.name, names))
        yield replace(sheet, name=name), header
    if not found and refusal is not None:
        raise refusal


def _name_apart(written: str, taken: Container[str]) -> str:
    """Return a sheet's name that fits and that no other sheet has: rows are told apart by it."""
    name = clean_text(written)[:LONGEST_SHEET_NAME]
    numbered = (f"{name} ({number})" for number in count(2))
    return next(numbered_name for numbered_name in chain([name], numbered) if numbered_name not in taken)


def _layout(sheet: Sheet, header: Header) -> dict[str, object]:
    width = max(len(header.words), max(header.fields, default=-1) + 1)
    words = [*header.words, *[""] * (width - len(header.words))]
    fields = [header.fields.get(place, "") for place in range(width)]
    return {"sheet": sheet.name, "header_row": header.row_number, "header": words, "fields": fields}


def _rows_of(tables: Iterable[tuple[Sheet, Header]]) -> Iterator[tuple[str, Row]]:
    for sheet, header in tables:
        yield from ((sheet.name, row) for row in sheet.rows if row.number > header.row_number)


def _keep_rows(imported: ImportFile, tables: Iterable[tuple[Sheet, Header]]) -> int:
    rows = (
        ImportRow(import_file=imported, sheet=sheet, number=row.number, cells=list(row.cells))
        for sheet, row in _rows_of(tables)
    )
    kept = 0
    while chunk := list(islice(rows, ROWS_AT_ONCE)):
        ImportRow.objects.bulk_create(chunk)
        kept += len(chunk)
    return kept
