"""A list on its way is paused, goes on, or is cancelled; and how fast it goes."""

from __future__ import annotations

from dataclasses import dataclass

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from tracker.flow.intake.tasks import store_import
from tracker.flow.intake.undo import AlreadyUndone, take_back
from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import ImportFile, ImportStatus, User


class NotBeingStored(Refused):
    """Only what is being stored can be paused."""

    sentence = _("This list is not being stored at the moment, so there is nothing to pause.")


class NotPaused(Refused):
    """Only what was paused goes on."""

    sentence = _("This list is not paused, so there is nothing to go on with.")


class AlreadyStored(Refused):
    """What is stored is taken back for a reason, not cancelled."""

    sentence = _("This list is wholly stored already. Undo the import, and write why, to take it back.")


CANCELLED = _("Cancelled before all of it was stored.")


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a list goes."""

    rows_per_second: float
    seconds_left: float


@transaction.atomic
def pause_import(import_id: int, *, by: User) -> ImportFile:
    """Stop storing a list after the chunk that is being stored; what is stored stays."""
    imported = _locked(import_id, by)
    if imported.status != ImportStatus.STORING:
        raise NotBeingStored
    with pghistory.context(user=by.pk, deed="import:pause"):
        imported.status = ImportStatus.PAUSED
        imported.save()
    return imported


@transaction.atomic
def go_on_with_import(import_id: int, *, by: User) -> ImportFile:
    """Go on with a list that was paused, at the row where it stopped."""
    imported = _locked(import_id, by)
    if imported.status != ImportStatus.PAUSED:
        raise NotPaused
    with pghistory.context(user=by.pk, deed="import:go_on"):
        imported.status = ImportStatus.STORING
        imported.went_on_at, imported.went_on_from = timezone.now(), imported.rows_done
        imported.save()
        store_import.defer(import_id=imported.pk)
    return imported


@transaction.atomic
def cancel_import(import_id: int, *, by: User) -> ImportFile:
    """Give up a list that is not wholly stored: what was stored of it does not count, the original stays."""
    imported = _locked(import_id, by)
    if imported.status == ImportStatus.STORED:
        raise AlreadyStored
    if imported.status == ImportStatus.UNDONE:
        raise AlreadyUndone
    with pghistory.context(user=by.pk, deed="import:cancel"), override(None):
        take_back(imported, by=by, reason=str(CANCELLED))
    return imported


def _locked(import_id: int, by: User) -> ImportFile:
    require(by, "receive_file")
    return ImportFile.objects.select_for_update(of=("self",)).get(pk=import_id)


def pace_of(imported: ImportFile) -> Pace | None:
    """Return how fast a list is checked or stored, or None where nothing can be told yet."""
    checking = imported.status == ImportStatus.CHECKING
    if not checking and imported.status != ImportStatus.STORING:
        return None
    done = imported.rows_checked if checking else imported.rows_done
    since = imported.went_on_at
    rows = done - imported.went_on_from
    seconds = (timezone.now() - since).total_seconds() if since else 0.0
    if rows <= 0 or seconds <= 0:
        return None
    return Pace(rows / seconds, (imported.rows_total - done) * seconds / rows)
