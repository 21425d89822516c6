"""An import is taken back, unless people's decisions rest on it."""

from __future__ import annotations

import pghistory
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import CustodyEvent, CustodyKind, ImportFile, ImportStatus, Link, LinkStatus, User


class ImportIsUsed(Refused):
    """People decided about records of this list."""

    sentence = _(
        "This import cannot be undone: colleagues have confirmed links of its records (%(count)s). "
        "Withdraw or reject those links first."
    )


class AlreadyUndone(Refused):
    """Someone undid it before."""

    sentence = _("This import was already undone.")


class NoReasonToUndo(Refused):
    """An undo without its reason."""

    sentence = _("Please write why this import is undone. The reason stays with the file.")


def what_depends_on(imported: ImportFile) -> QuerySet[Link]:
    """Return the links of this list's records that someone has confirmed, once or twice."""
    confirmed = [LinkStatus.AWAITING_SECOND, LinkStatus.CONFIRMED]
    return Link.objects.filter(record__import_file=imported, status__in=confirmed)


@transaction.atomic
def undo_import(import_id: int, *, by: User, reason: str) -> ImportFile:
    """Take an import back: its records no longer count, undecided links are withdrawn, the original stays.

    Raises NotAllowed, NoReasonToUndo, AlreadyUndone, ImportIsUsed.
    """
    require(by, "undo_import")
    if not reason.strip():
        raise NoReasonToUndo
    imported = ImportFile.objects.select_for_update(of=("self",)).get(pk=import_id)
    if imported.status == ImportStatus.UNDONE:
        raise AlreadyUndone
    links = Link.objects.filter(record__import_file=imported)
    list(links.select_for_update(of=("self",)))  # a decision made at this moment waits, and is then refused
    if count := what_depends_on(imported).count():
        raise ImportIsUsed(count=count)
    with pghistory.context(user=by.pk, deed="import:undo"):
        links.filter(status=LinkStatus.PROPOSED).update(
            status=LinkStatus.WITHDRAWN, closed_by=by, version=F("version") + 1
        )
        imported.status, imported.undone_by, imported.undone_at = ImportStatus.UNDONE, by, timezone.now()
        imported.undone_reason = reason.strip()
        imported.save()
        CustodyEvent.objects.create(
            document=imported.document, kind=CustodyKind.UNDONE, by=by, note=reason.strip()
        )
    return imported
