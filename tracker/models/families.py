"""Families, the relatives who ask, and how it is safe to reach them."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pghistory
import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import (
    StandingQuerySet,
    Unaltered,
    Versioned,
    Withdrawable,
    known_values,
    without_hidden_marks,
)
from tracker.models.sources import Source

if TYPE_CHECKING:
    from tracker.models.people import Person


class Kin(models.TextChoices):
    """How the one who asks is related to the one who is missing."""

    WIFE = "wife", _("wife")
    HUSBAND = "husband", _("husband")
    MOTHER = "mother", _("mother")
    FATHER = "father", _("father")
    DAUGHTER = "daughter", _("daughter")
    SON = "son", _("son")
    SISTER = "sister", _("sister")
    BROTHER = "brother", _("brother")
    OTHER = "other", _("another relative")
    FRIEND = "friend", _("friend")


class Channel(models.TextChoices):
    """A way to reach someone."""

    PHONE = "phone", _("telephone")
    MESSAGES = "messages", _("messaging app")
    EMAIL = "email", _("e-mail")
    VISIT = "visit", _("visit")
    ORGANISATION = "organisation", _("through an organisation")


SPOKEN_LANGUAGES = [
    ("ar", _("Arabic")), ("ku", _("Kurdish")), ("en", _("English")), ("tr", _("Turkish")), ("de", _("German")),
    ("fr", _("French")),
]  # fmt: skip
"""What a relative is spoken to in: the office's own languages, and those of exile."""


def consent_from_outside(whose: str) -> str:
    """Return what refuses, once all is written, a consent that stands and came from outside the family.

    A consent that was taken back stays as it was given, so that a person may then move to another family.
    """
    standing = f"""
        FROM tracker_person p JOIN tracker_relative r ON r.id = p.consent_given_by_id
        WHERE {whose} AND p.consent_withdrawn_on IS NULL"""
    # Locked first: of a consent and a move at one moment, neither would see the other.
    return f"""
        PERFORM 1 {standing} FOR SHARE;
        IF EXISTS (SELECT 1 {standing} AND r.family_id IS DISTINCT FROM p.family_id) THEN
            RAISE EXCEPTION 'consent is given by a relative of the missing person''s own family'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """  # noqa: S608  the condition is one of ours, never someone's input


@pghistory.track()
class Family(Versioned, Withdrawable):
    """People who wait together; one family may miss several people."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    label = models.CharField(_("name of the family file"), max_length=200)
    notes = models.TextField(_("notes"), blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="families", verbose_name=_("source"))

    objects = StandingQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("family")
        verbose_name_plural = _("families")
        ordering = ["label"]
        constraints = [*Withdrawable.Meta.constraints, without_hidden_marks("label", "notes")]

    def __str__(self) -> str:
        return self.label


CONSENT_FOR_THEIR_FAMILY = _(
    "This relative gave the consent that a case of their present family rests on. Record a new consent, or its "
    "end, before you move them to another family."
)


@pghistory.track()
class Relative(Versioned, Withdrawable):
    """Someone of a family who asks, or who is to be told."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    family = models.ForeignKey(Family, models.PROTECT, related_name="relatives", verbose_name=_("family"))
    name_ar = models.CharField(_("name in Arabic"), max_length=200, blank=True)
    name_latin = models.CharField(_("name in Latin letters"), max_length=200, blank=True)
    language = models.CharField(
        _("language"),
        max_length=3,
        default="ar",
        choices=SPOKEN_LANGUAGES,
    )
    is_told_first = models.BooleanField(
        _("is told first"),
        default=False,
        help_text=_("The one whom the family chose to hear news before the others."),
    )
    notes = models.TextField(_("notes"), blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="relatives", verbose_name=_("source"))

    objects = StandingQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("relative")
        verbose_name_plural = _("relatives")
        constraints = [
            *Withdrawable.Meta.constraints,
            without_hidden_marks("name_ar", "name_latin", "notes"),
            known_values(
                "relative_speaks_a_known_language", "language", [code for code, _name in SPOKEN_LANGUAGES]
            ),
            models.CheckConstraint(name="relative_has_a_name", condition=~Q(name_ar="", name_latin="")),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.Trigger(
                name="who_gave_consent_stays_in_the_family",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.AnyChange("family"),
                func=consent_from_outside("p.consent_given_by_id = NEW.id"),
            ),
        ]

    def __str__(self) -> str:
        return self.name_ar or self.name_latin

    def clean(self) -> None:
        """Refuse in words what the database refuses: leaving the family for which they gave consent."""
        super().clean()
        standing = self.consents.filter(consent_withdrawn_on__isnull=True)
        if standing.exclude(family=self.family_id).exists():
            raise ValidationError(CONSENT_FOR_THEIR_FAMILY)


@pghistory.track()
class Kinship(Versioned, Withdrawable):
    """How one relative is related to one missing person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    relative = models.ForeignKey(
        Relative, models.PROTECT, related_name="kinships", verbose_name=_("relative")
    )
    person: models.ForeignKey[Person] = models.ForeignKey(
        "tracker.Person", models.PROTECT, related_name="kinships", verbose_name=_("missing person")
    )
    kin = models.CharField(_("relation"), max_length=10, choices=Kin.choices)

    objects = StandingQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("kinship")
        verbose_name_plural = _("kinships")
        constraints = [
            *Withdrawable.Meta.constraints,
            models.UniqueConstraint(fields=["relative", "person"], name="kinship_is_written_once"),
            known_values("kinship_is_a_known_relation", "kin", Kin),
        ]

    def __str__(self) -> str:
        return self.get_kin_display()


@pghistory.track()
class Contact(Versioned, Withdrawable):
    """One way to reach a relative, and when and how it is safe to use it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    relative = models.ForeignKey(
        Relative, models.PROTECT, related_name="contacts", verbose_name=_("relative")
    )
    channel = models.CharField(_("way"), max_length=20, choices=Channel.choices)
    value = models.CharField(_("number or address"), max_length=300)
    safe_way = models.CharField(
        _("safe way"),
        max_length=300,
        blank=True,
        help_text=_("For example: calls only, never messages; the telephone is shared."),
    )
    safe_time = models.CharField(_("safe time"), max_length=300, blank=True)

    objects = StandingQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("way to reach a relative")
        verbose_name_plural = _("ways to reach relatives")
        constraints = [
            *Withdrawable.Meta.constraints,
            known_values("contact_uses_a_known_channel", "channel", Channel),
            without_hidden_marks("value", "safe_way", "safe_time"),
        ]

    def __str__(self) -> str:
        return self.get_channel_display()


@pghistory.track()
class ContactReveal(Unaltered):
    """Someone looked at one contact, and wrote why."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="reveals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=500)

    class Meta(Unaltered.Meta):
        verbose_name = _("look at a contact")
        verbose_name_plural = _("looks at contacts")
        constraints = [
            models.CheckConstraint(name="reveal_has_a_reason", condition=~Q(reason="")),
            without_hidden_marks("reason"),
        ]

    def __str__(self) -> str:
        return self.reason
