"""A file becomes an import: its original is kept, its columns are named; what it says is read when needed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import pghistory
from django.db import IntegrityError, transaction
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.layouts import layout_by_words
from tracker.flow.intake.originals import keep_original, read_original
from tracker.flow.intake.readers import read_sheets
from tracker.flow.intake.tasks import store_import
from tracker.flow.intake.whole import (
    NoRows,
    Reading,
    as_kept,
    leave_the_rest,
    read_already,
    reading_of,
    rows_at_once,
    take_over,
)
from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import EditConflict, ImportFile, ImportStatus, SheetLayout, Source, User


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


class NotStored(Refused):
    """A list that is not wholly stored, or was undone, can neither be added to nor replaced."""

    sentence = _(
        "Import %(number)s is not stored, or was undone: rows can be added to it, or a newer version of it "
        "brought in, only once it is stored."
    )


class NewerVersionThere(Refused):
    """A newer version of the same list was brought in before."""

    sentence = _(
        "A newer version of this list was already brought in as import %(number)s. Bring this file in as a "
        "newer version of that one, or undo that one first."
    )


class ReadingIsOver(Refused):
    """Rows were stored as they were read: how they are read can no longer be changed."""

    sentence = _(
        "This list is being stored or was stored already; how it is read can no longer be changed. Undo the "
        "import and bring the file in again to read it otherwise."
    )


READ_OTHERWISE = (
    ImportStatus.READING,
    ImportStatus.RECEIVED,
    ImportStatus.CHECKING,
    ImportStatus.CHECKED,
)
"""Statuses in which no row is stored yet."""


def bring_in(
    content: bytes,
    *,
    filename: str,
    source: Source,
    by: User,
    came_from: str = "",
    adds_to: ImportFile | None = None,
    revises: ImportFile | None = None,
    encoding: str | None = None,
) -> ImportFile:
    """Keep a list and propose how it is read; nothing is stored of it until someone has looked at that.

    Of a large file only the beginning is looked at here; the worker reads it to its end. ``came_from`` says
    where and from whom the file came, and stays with it. Raises NotAllowed, AlreadyReceived, UnreadableFile,
    NoRows, NotStored, NewerVersionThere.
    """
    require(by, "receive_file")
    refuse_what_stands(content)
    first_rows = rows_at_once(len(content))
    read = read_sheets(content, filename=filename, encoding=encoding, first_rows=first_rows)
    reading = reading_of(read, source=source)
    if reading.is_empty:
        raise NoRows
    with transaction.atomic(), pghistory.context(user=by.pk, deed="import:receive"):
        imported = _keep(
            content, reading, read.media_type, filename=filename, source=source, by=by, came_from=came_from,
            adds_to=_stored(adds_to), revises=_newest(revises),
        )  # fmt: skip
        leave_the_rest(imported)
        return imported


def receive_file(
    content: bytes,
    *,
    filename: str,
    source: Source,
    by: User,
    mapping: Mapping[str, str] | None = None,
    encoding: str | None = None,
) -> ImportFile:
    """Bring in a list in one step, as its header (or a mapping) says; the worker then stores it.

    All of it or nothing. Raises NotAllowed, AlreadyReceived, UnreadableFile, NoHeader and its kin, NoRows.
    """
    require(by, "receive_file")
    refuse_what_stands(content)
    read = read_sheets(content, filename=filename, encoding=encoding)
    reading = reading_of(read, layout=layout_by_words(read, mapping=mapping))
    if not reading.rows:
        raise NoRows
    with transaction.atomic(), pghistory.context(user=by.pk, deed="import:receive"):
        imported = _keep(content, reading, read.media_type, filename=filename, source=source, by=by)
        imported.status, imported.went_on_at = ImportStatus.STORING, timezone.now()
        imported.save()
        store_import.defer(import_id=imported.pk)
    return imported


def read_otherwise(
    import_id: int,
    *,
    by: User,
    version: int,
    encoding: str | None = None,
    layout: Sequence[SheetLayout] | None = None,
) -> ImportFile:
    """Read a list in another encoding or with other columns; what a check found of it no longer counts.

    Raises NotAllowed, ReadingIsOver, EditConflict, UnreadableFile.
    """
    require(by, "receive_file")
    imported = ImportFile.objects.select_related("document", "source").get(pk=import_id)
    reading = _read_anew(imported, encoding or imported.encoding, layout)
    with transaction.atomic(), pghistory.context(user=by.pk, deed="import:read"):
        imported = ImportFile.objects.select_for_update(of=("self",)).get(pk=import_id)
        _refuse_if_read_on(imported, version)
        take_over(imported, reading)
        imported.checked.all().delete()
    return imported


def _read_anew(imported: ImportFile, encoding: str, layout: Sequence[SheetLayout] | None) -> Reading:
    """Read a list as it is now wanted, a large one at its beginning; not at all where nothing new is asked."""
    if encoding == imported.encoding:
        layout = imported.sheets if layout is None else layout
        if reading := read_already(imported, layout):
            return reading
    read = read_original(imported, encoding=encoding, first_rows=rows_at_once(imported.document.size))
    return reading_of(read, layout=layout, source=imported.source)


def _refuse_if_read_on(imported: ImportFile, version: int) -> None:
    """Refuse what can no longer be read otherwise; a check that only went on meanwhile changed no reading."""
    if imported.status not in READ_OTHERWISE:
        raise ReadingIsOver
    read_at = imported.report.get("read_at_version", imported.version)
    if not read_at <= version <= imported.version:
        raise EditConflict


def refuse_what_stands(content: bytes) -> None:
    """Raise AlreadyReceived when these bytes were brought in before and not undone."""
    standing = ImportFile.objects.exclude(status=ImportStatus.UNDONE).select_related(
        "document", "received_by"
    )
    earlier = standing.filter(document__sha256=hashlib.sha256(content).hexdigest()).first()
    if earlier is not None:
        raise AlreadyReceived(earlier)


def _stored(earlier: ImportFile | None) -> ImportFile | None:
    """Return the list that is added to or replaced; whoever undoes it at this moment waits, and is refused."""
    if earlier is None:
        return None
    held = ImportFile.objects.select_for_update(of=("self",), no_key=True).get(pk=earlier.pk)
    if held.status != ImportStatus.STORED:
        raise NotStored(number=earlier.pk)
    return held


def _newest(earlier: ImportFile | None) -> ImportFile | None:
    held = _stored(earlier)
    newer = held and held.revisions.exclude(status=ImportStatus.UNDONE).first()
    if newer:
        raise NewerVersionThere(number=newer.pk)
    return held


def _keep(
    content: bytes,
    reading: Reading,
    media_type: str,
    *,
    filename: str,
    source: Source,
    by: User,
    came_from: str = "",
    **earlier: ImportFile | None,
) -> ImportFile:
    try:
        with transaction.atomic():
            document = keep_original(
                content,
                filename=filename,
                source=source,
                media_type=media_type,
                by=by,
                came_from=came_from,
            )
            return ImportFile.objects.create(
                document=document, source=source, received_by=by, **as_kept(reading), **earlier
            )  # fmt: skip
    except IntegrityError:  # another volunteer brought in the same file while this one was read
        refuse_what_stands(content)
        raise
