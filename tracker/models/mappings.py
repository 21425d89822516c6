"""How the lists of a source are read, kept so that its next list is read the same way."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Unaltered, without_hidden_marks
from tracker.models.sources import Source


@pghistory.track(pghistory.InsertEvent(), level=pgtrigger.Statement)
class SavedMapping(Unaltered):
    """Which column of a source's lists holds what, as somebody set it; the newest one counts.

    ``header_key`` is what two spellings of one header share; ``columns`` are pairs of the words over a column
    and the field it holds ("" for none).
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="mappings", verbose_name=_("source"))
    header_key = models.TextField(_("header"))
    columns = models.JSONField(_("columns"))
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("saved by")
    )
    saved_at = models.DateTimeField(_("saved at"), auto_now_add=True)

    class Meta(Unaltered.Meta):
        verbose_name = _("saved columns")
        verbose_name_plural = _("saved columns")
        ordering = ["-saved_at"]
        indexes = [models.Index(fields=["source", "header_key"], name="mapping_by_source_and_header")]
        constraints = [without_hidden_marks("header_key")]

    def __str__(self) -> str:
        return ", ".join(words for words, field in self.columns if field)
