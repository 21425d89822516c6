"""Files as they came, and everyone through whose hands they went."""

from __future__ import annotations

import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Unaltered, Versioned, Withdrawable, known_values, without_hidden_marks
from tracker.models.sources import Source


class Authenticity(models.TextChoices):
    """What is thought of a document's origin."""

    OFFICIAL = "official", _("official")
    LEAKED = "leaked", _("leaked")
    CIRCULATING = "circulating", _("circulating, origin unknown")
    SUSPECTED_FORGED = "suspected_forged", _("suspected forged")


def originals() -> FileSystemStorage:
    """Return the folder of untouched originals, outside everything that is served."""
    return FileSystemStorage(location=settings.DOCUMENT_ROOT, base_url=None, file_permissions_mode=0o600)


@pghistory.track()
class Document(Versioned, Withdrawable):
    """A file as it was received: a scan, a list, a photograph. The original is never touched."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(_("title"), max_length=300)
    file = models.FileField(_("file"), storage=originals, max_length=200, editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, editable=False)
    media_type = models.CharField(_("media type"), max_length=100, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    authenticity = models.CharField(
        _("authenticity"), max_length=20, choices=Authenticity.choices, default=Authenticity.CIRCULATING
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="documents", verbose_name=_("source"))
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("received by"),
    )
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)

    class Meta(Versioned.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-received_at"]
        constraints = [
            *Withdrawable.Meta.constraints,
            models.CheckConstraint(
                name="document_is_named_by_its_sha256", condition=Q(sha256__regex="^[0-9a-f]{64}$")
            ),
            known_values("document_has_a_known_authenticity", "authenticity", Authenticity),
            without_hidden_marks("title"),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.ReadOnly(
                name="original_is_never_replaced", fields=["file", "sha256", "media_type", "size"]
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CustodyKind(models.TextChoices):
    """What was done with a document."""

    RECEIVED = "received", _("received")
    IMPORTED = "imported", _("read into records")
    UNDONE = "undone", _("import undone")
    OPENED = "opened", _("opened")
    HANDED_ON = "handed_on", _("handed on")
    JUDGED = "judged", _("authenticity judged")


@pghistory.track()
class CustodyEvent(Unaltered):
    """One step in a document's chain of custody (Berkeley Protocol, 2020)."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="custody", verbose_name=_("document"))
    kind = models.CharField(_("what was done"), max_length=20, choices=CustodyKind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    note = models.TextField(_("note"), blank=True)

    class Meta(Unaltered.Meta):
        verbose_name = _("custody event")
        verbose_name_plural = _("custody events")
        ordering = ["at"]
        constraints = [
            known_values("custody_event_is_of_a_known_kind", "kind", CustodyKind),
            without_hidden_marks("note"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
