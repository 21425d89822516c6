"""Who says so: news agencies, organisations, lists, registers, witnesses."""

from __future__ import annotations

import uuid

import pghistory
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Versioned, known_values, without_hidden_marks


class Reliability(models.TextChoices):
    """How far a source has been right before (Admiralty code, NATO AJP-2.1)."""

    A = "A", _("A: completely reliable")
    B = "B", _("B: usually reliable")
    C = "C", _("C: fairly reliable")
    D = "D", _("D: not usually reliable")
    E = "E", _("E: unreliable")
    F = "F", _("F: cannot be judged")


class SourceKind(models.TextChoices):
    """What sort of voice a source is."""

    NEWS = "news", _("news agency or report")
    STATE = "state", _("state body")
    ORGANISATION = "organisation", _("organisation")
    LIST = "list", _("list or register")
    WITNESS = "witness", _("witness")
    RELATIVE = "relative", _("relative")
    PROJECT = "project", _("this project")
    DEMONSTRATION = "demonstration", _("invented for the demonstration")


@pghistory.track()
class Source(Versioned):
    """Someone or something that says so; every fact names one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(_("short name"), unique=True)
    name_ar = models.CharField(_("Arabic name"), max_length=300)
    name_en = models.CharField(_("English name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind.choices)
    reliability = models.CharField(
        _("reliability"), max_length=1, choices=Reliability.choices, default=Reliability.F
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    reported_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name=_("known through"),
        help_text=_("The source that tells us of this one, when we have not seen it ourselves."),
    )
    about = models.TextField(_("what is known of it"), blank=True)

    class Meta(Versioned.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name_en"]
        constraints = [
            known_values("source_has_a_known_kind", "kind", SourceKind),
            known_values("source_is_graded_by_the_admiralty_code", "reliability", Reliability),
            without_hidden_marks("slug", "name_ar", "name_en", "about"),
        ]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_ar

    @property
    def is_invented(self) -> bool:
        """Whether all it says was made up to show how the site works."""
        return self.kind == SourceKind.DEMONSTRATION
