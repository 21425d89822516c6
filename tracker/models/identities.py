"""What tells one missing person from another: names in every script, and numbers with their issuers."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import (
    StandingQuerySet,
    Versioned,
    Withdrawable,
    keyed_anew,
    known_values,
    without_hidden_marks,
)
from tracker.models.sources import Source
from tracker.names import clean_text, read_name

if TYPE_CHECKING:
    from tracker.models.people import Person


class NameKind(models.TextChoices):
    """Which name it is."""

    PAPERS = "papers", _("name on papers")
    ALIAS = "alias", _("other name or spelling")
    MOTHER = "mother", _("mother's name")


class Standing(models.TextChoices):
    """How the source supports it."""

    STATED = "stated", _("stated by the source")
    INFERRED = "inferred", _("inferred by the project")
    ADDED = "added", _("spelling added by the project")


class NameScript(models.TextChoices):
    """Which letters it is written in."""

    ARABIC = "arabic", _("Arabic letters")
    LATIN = "latin", _("Latin letters")
    OTHER = "other", _("other letters")


NAME_PARTS = ("given", "father", "grandfather", "family", "nickname")


@pghistory.track()
class PersonName(Versioned, Withdrawable):
    """One name of a missing person in one script, with its parts and who says so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person: models.ForeignKey[Person] = models.ForeignKey(
        "tracker.Person", models.PROTECT, related_name="names", verbose_name=_("missing person")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NameKind.choices, default=NameKind.PAPERS)
    script = models.CharField(_("script"), max_length=10, choices=NameScript.choices, editable=False)
    written = models.CharField(_("name as written"), max_length=300)
    given = models.CharField(_("given name"), max_length=100, blank=True)
    father = models.CharField(_("father's name"), max_length=100, blank=True)
    grandfather = models.CharField(_("grandfather's name"), max_length=100, blank=True)
    family = models.CharField(_("family name"), max_length=100, blank=True)
    nickname = models.CharField(_("nickname"), max_length=100, blank=True)
    standing = models.CharField(
        _("standing"), max_length=10, choices=Standing.choices, default=Standing.STATED
    )
    remark = models.CharField(_("remark"), max_length=500, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="names", verbose_name=_("source"))

    objects = StandingQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            *Withdrawable.Meta.constraints,
            without_hidden_marks("written", *NAME_PARTS, "remark"),
            models.CheckConstraint(name="name_is_written", condition=~Q(written="")),
            known_values("name_has_a_known_kind", "kind", NameKind),
            known_values("name_has_a_known_script", "script", NameScript),
            known_values("name_has_a_known_standing", "standing", Standing),
            models.UniqueConstraint(
                fields=["person", "kind", "written"],
                condition=Q(withdrawn_at__isnull=True),
                name="name_stands_once_per_person",
            ),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            keyed_anew("person_id"),
        ]

    def __str__(self) -> str:
        return self.written

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Strip what cannot be seen, note the script, and read the parts when nobody gave them."""
        self.written = clean_text(self.written)
        for part in NAME_PARTS:
            setattr(self, part, clean_text(getattr(self, part)))
        read = read_name(self.written)
        self.script = read.script.value
        if not any(getattr(self, part) for part in NAME_PARTS):
            for part in NAME_PARTS:
                setattr(self, part, getattr(read, part))
        super().save(*args, **kwargs)


class IdentifierKind(models.TextChoices):
    """What a number is."""

    NATIONAL = "national", _("national number")
    PRISONER = "prisoner", _("prisoner number")
    BODY = "body", _("body number")
    CASE = "case", _("case number elsewhere")
    OTHER = "other", _("another number")


@pghistory.track()
class Identifier(Versioned, Withdrawable):
    """A number given to a missing person, with the body that issued it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person: models.ForeignKey[Person] = models.ForeignKey(
        "tracker.Person", models.PROTECT, related_name="identifiers", verbose_name=_("missing person")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=IdentifierKind.choices)
    issuer = models.CharField(_("issued by"), max_length=200)
    value = models.CharField(_("number"), max_length=100)
    source = models.ForeignKey(Source, models.PROTECT, related_name="identifiers", verbose_name=_("source"))

    objects = StandingQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("number")
        verbose_name_plural = _("numbers")
        constraints = [
            *Withdrawable.Meta.constraints,
            without_hidden_marks("issuer", "value"),
            known_values("identifier_is_of_a_known_kind", "kind", IdentifierKind),
            models.CheckConstraint(name="identifier_names_its_issuer", condition=~Q(issuer="")),
            models.UniqueConstraint(
                fields=["person", "kind", "issuer", "value"],
                condition=Q(withdrawn_at__isnull=True),
                name="identifier_stands_once_per_person",
            ),
        ]
        triggers = [*Versioned.Meta.triggers, keyed_anew("person_id")]

    def __str__(self) -> str:
        return self.value
