"""Tables of weights that people adopted for comparison."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Unaltered, without_hidden_marks


@pghistory.track(pghistory.InsertEvent())
class AdoptedWeights(Unaltered):
    """A table of weights that somebody looked at and adopted; the newest is in force, and links name its version.

    `figures` is what the calibration said of it: reliability, and what would change.
    """

    version = models.CharField(_("version"), max_length=40)
    weights = models.TextField(_("weights"))
    figures = models.JSONField(_("figures"), default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("adopted by")
    )
    at = models.DateTimeField(_("adopted at"), auto_now_add=True)
    reason = models.TextField(_("reason"))

    class Meta(Unaltered.Meta):
        verbose_name = _("adopted weights")
        verbose_name_plural = _("adopted weights")
        ordering = ["-id"]
        get_latest_by = "id"
        constraints = [
            without_hidden_marks("version", "weights", "reason"),
            models.CheckConstraint(name="weights_have_a_version", condition=~Q(version="")),
            models.CheckConstraint(name="adoption_has_a_reason", condition=~Q(reason__regex=r"^\s*$")),
        ]

    def __str__(self) -> str:
        return self.version
