"""An import, or a part of one, is taken back, unless people's decisions or other lists rest on it."""

from __future__ import annotations

import pghistory
from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.held import NOT_SET_ASIDE
from tracker.flow.intake.revisions import DECIDED, forget_what_is_set_aside, lock_lists, offer_again
from tracker.flow.linking.tasks import propose_what_is_new
from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import (
    CustodyEvent,
    CustodyKind,
    ImportFile,
    ImportRow,
    ImportStatus,
    Link,
    LinkStatus,
    PrisonRecord,
    RowStatus,
    User,
)


class ImportIsUsed(Refused):
    """People decided about records of this list."""

    sentence = _(
        "This import cannot be undone: colleagues have confirmed links of its records (%(count)s). "
        "Withdraw or reject those links first."
    )


class NewerVersionStands(Refused):
    """A newer version of this list leaves some of its records as they are."""

    sentence = _(
        "This import cannot be undone: import %(number)s is a newer version of the same list and rests on it. "
        "Undo that one first."
    )


class OthersRestOnIt(Refused):
    """Rows of another list made no record of their own because this list holds whom they are about."""

    sentence = _(
        "This import cannot be undone: import %(number)s left out rows (%(count)s) because this one holds the "
        "same people. Undo that one first, and bring it in again afterwards."
    )


class AlreadyUndone(Refused):
    """Someone undid it before."""

    sentence = _("This import was already undone.")


class NoReasonToUndo(Refused):
    """An undo without its reason."""

    sentence = _("Please write why this import is undone. The reason stays with the file.")


class NothingThere(Refused):
    """No record that counts comes from this part of the list."""

    sentence = _(
        "No record that still counts comes from these rows. Check the sheet and the numbers of the rows."
    )


# What a row left as an earlier version had it rests on that version's record: that is what is taken back.
SET_PART_ASIDE = f"""
    INSERT INTO tracker_setaside (record_id, kind, by_id, at, reason)
    SELECT DISTINCT record.id, 'undone', %s, now(), %s
      FROM tracker_importrow told
      JOIN tracker_prisonrecord record ON record.row_id = COALESCE(told.same_as_id, told.id)
     WHERE told.import_file_id = %s AND told.sheet = %s AND told.number BETWEEN %s AND %s
       AND told.status IN ('stored', 'unchanged') AND {NOT_SET_ASIDE}
    RETURNING record_id
"""  # noqa: S608 -- put together of our own words


def what_depends_on(
    imported: ImportFile, sheet: str | None = None, first_row: int | None = None, last_row: int | None = None
) -> QuerySet[Link]:
    """Return the links of this list's records, or of a part's, that someone has confirmed, once or twice."""
    links = Link.objects.filter(status__in=DECIDED)
    if sheet is None:
        return links.filter(record__import_file=imported)
    rows = ImportRow.objects.filter(import_file=imported, sheet=sheet)
    if first_row is not None:
        rows = rows.filter(number__gte=first_row)
    if last_row is not None:
        rows = rows.filter(number__lte=last_row)
    own = rows.filter(status=RowStatus.STORED).values("pk")
    kept = rows.filter(status=RowStatus.UNCHANGED).values("same_as")
    return links.filter(Q(record__row__in=own) | Q(record__row__in=kept))


@transaction.atomic
def undo_import(import_id: int, *, by: User, reason: str) -> ImportFile:
    """Take an import back: its records no longer count, undecided links are withdrawn, the original stays.

    Raises NotAllowed, NoReasonToUndo, AlreadyUndone, NewerVersionStands, OthersRestOnIt, ImportIsUsed.
    """
    imported = _locked(import_id, by, reason)
    _refuse_what_lists_rest_on(imported)
    links = Link.objects.filter(record__import_file=imported)
    list(links.select_for_update(of=("self",)))  # a decision made at this moment waits, and is then refused
    if count := what_depends_on(imported).count():
        raise ImportIsUsed(count=count)
    with pghistory.context(user=by.pk, deed="import:undo"):
        links.filter(status=LinkStatus.PROPOSED).update(
            status=LinkStatus.WITHDRAWN, closed_by=by, version=F("version") + 1
        )
        take_back(imported, by=by, reason=reason)
        offer_again(imported)
    if imported.sets_aside.exists():
        propose_what_is_new.defer()  # what this version had set aside counts again, and is looked up again
    return imported


def take_back(imported: ImportFile, *, by: User, reason: str) -> None:
    """Mark a list as undone and say so in its chain of custody."""
    imported.status, imported.undone_by, imported.undone_at = ImportStatus.UNDONE, by, timezone.now()
    imported.undone_reason = reason.strip()
    imported.save()
    imported.checked.all().delete()
    CustodyEvent.objects.create(
        document=imported.document, kind=CustodyKind.UNDONE, by=by, note=imported.undone_reason
    )


@transaction.atomic
def undo_part(
    import_id: int, *, by: User, reason: str, sheet: str, first_row: int, last_row: int
) -> ImportFile:
    """Take the records of some rows back, as undo_import does for all; the rows stay readable.

    Raises NotAllowed, NoReasonToUndo, AlreadyUndone, NewerVersionStands, ImportIsUsed, NothingThere.
    """
    imported = _locked(import_id, by, reason)
    _refuse_newer_version(imported)
    links = what_depends_on(imported, sheet, first_row, last_row)
    with pghistory.context(user=by.pk, deed="import:undo_part"):
        imported.save()  # a run of comparison that holds the list now looks again at what stands
        records = _set_part_aside(imported, by, reason.strip(), sheet, first_row, last_row)
        list(Link.objects.filter(record__in=records).select_for_update(of=("self",)))
        if count := links.count():
            raise ImportIsUsed(count=count)
        forget_what_is_set_aside(records, by=by)
        note = f"{sheet} {first_row}–{last_row}: {reason.strip()}".strip()
        CustodyEvent.objects.create(document=imported.document, kind=CustodyKind.UNDONE, by=by, note=note)
    return imported


def _locked(import_id: int, by: User, reason: str) -> ImportFile:
    require(by, "undo_import")
    if not reason.strip():
        raise NoReasonToUndo
    imported = ImportFile.objects.select_for_update(of=("self",)).get(pk=import_id)
    if imported.status == ImportStatus.UNDONE:
        raise AlreadyUndone
    return imported


def _set_part_aside(
    imported: ImportFile, by: User, reason: str, sheet: str, first_row: int, last_row: int
) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(SET_PART_ASIDE, [by.pk, reason, imported.pk, sheet, first_row, last_row])
        records = [record for (record,) in cursor.fetchall()]
    if not records:
        raise NothingThere
    lists = PrisonRecord.objects.filter(pk__in=records).values_list("import_file", flat=True)
    lock_lists([*set(lists.distinct())])
    return records


def _refuse_newer_version(imported: ImportFile) -> None:
    newer = imported.revisions.exclude(status=ImportStatus.UNDONE).first()
    if newer is not None:
        raise NewerVersionStands(number=newer.pk)


def _refuse_what_lists_rest_on(imported: ImportFile) -> None:
    _refuse_newer_version(imported)
    leaving_out = ImportFile.objects.filter(leaves_out_held=True, source=imported.source)
    for other in leaving_out.exclude(status=ImportStatus.UNDONE).exclude(pk=imported.pk):
        if count := other.rows.filter(status=RowStatus.REPEATED, same_as__import_file=imported).count():
            raise OthersRestOnIt(number=other.pk, count=count)
