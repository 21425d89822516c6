"""Missing people: their names, dates, places, numbers, and what their family allows."""

from __future__ import annotations

import re
import secrets
import uuid
from typing import Self

import pghistory
import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tracker.models.base import (
    StandingQuerySet,
    Versioned,
    Withdrawable,
    keyed_anew,
    known_values,
    without_hidden_marks,
)
from tracker.models.families import Family, Relative, consent_from_outside
from tracker.models.fields import FuzzyDateField, in_order
from tracker.models.identities import NameKind
from tracker.models.places import Place
from tracker.models.sources import Source

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0/O, 1/I/L or U: a code is read aloud on bad telephone lines (after Crockford's base 32)."""

CODE_LENGTH = 8
CODE_JOINTS = re.compile(r"[\s-]")


def new_case_code() -> str:
    """Return a random case code such as ``7K3M-9QPT``: one of 30⁸, so that none is guessed by counting."""
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def read_case_code(text: str) -> str | None:
    """Return the case code that a text may be, however it was typed, or None when it is none.

    >>> read_case_code(" 7k3m 9qpt "), read_case_code("Ahmad"), read_case_code("سامر")
    ('7K3M-9QPT', None, None)
    """
    letters = CODE_JOINTS.sub("", text).upper()
    if len(letters) != CODE_LENGTH or set(letters) - set(CODE_LETTERS):
        return None
    return f"{letters[:4]}-{letters[4:]}"


class Sex(models.TextChoices):
    """Sex as papers give it; empty when nobody said."""

    FEMALE = "female", _("female")
    MALE = "male", _("male")


class Consent(models.TextChoices):
    """How far the family lets what it told us go."""

    NONE = "none", _("not asked yet")
    OFFICE = "office", _("this office only")
    PARTNERS = "partners", _("partner organisations")
    PUBLIC = "public", _("the public search")


CONSENT_OF_ANOTHER_FAMILY = _(
    "The consent for this person was given by a relative of their present family. Record the end of that consent "
    "first, then change the family, and ask the new family."
)


class PersonQuerySet(StandingQuerySet):
    """Phrases about missing people."""

    def public(self) -> Self:
        """Return those whose family agreed to the public search and has not taken it back."""
        # No date means the family was never asked: not public.
        return self.standing().filter(
            consent_scope=Consent.PUBLIC, consent_given_on__isnull=False, consent_withdrawn_on__isnull=True
        )


@pghistory.track()
class Person(Versioned, Withdrawable):
    """A missing person: presumed alive, searched for until the family knows."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_code = models.CharField(
        _("case code"), max_length=9, unique=True, default=new_case_code, editable=False
    )
    family = models.ForeignKey(
        Family, models.PROTECT, null=True, blank=True, related_name="missing", verbose_name=_("family")
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="people", verbose_name=_("source"))
    sex = models.CharField(_("sex"), max_length=6, choices=Sex.choices, blank=True)
    birth = FuzzyDateField(_("birth"))
    birth_place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place of birth")
    )
    disappearance = FuzzyDateField(_("disappearance"))
    disappearance_place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place of disappearance"),
    )
    registry_place = models.CharField(_("registry place"), max_length=200, blank=True)
    registry_number = models.CharField(_("registry number"), max_length=50, blank=True)
    circumstances = models.TextField(_("circumstances"), blank=True)
    consent_scope = models.CharField(
        _("consent"), max_length=10, choices=Consent.choices, default=Consent.NONE, editable=False
    )
    consent_given_on = models.DateField(_("consent given on"), null=True, blank=True, editable=False)
    consent_given_by = models.ForeignKey(
        Relative, models.PROTECT, null=True, blank=True, editable=False, related_name="consents",
        verbose_name=_("consent given by"),
    )  # fmt: skip
    consent_withdrawn_on = models.DateField(_("consent withdrawn on"), null=True, blank=True, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("missing person")
        verbose_name_plural = _("missing people")
        ordering = ["case_code"]
        constraints = [
            *Withdrawable.Meta.constraints,
            in_order("birth"),
            in_order("disappearance"),
            without_hidden_marks("registry_place", "registry_number", "circumstances"),
            known_values("person_has_a_known_sex_or_none", "sex", ["", *Sex.values]),
            models.CheckConstraint(
                name="person_consent_names_who_and_when",
                condition=Q(consent_scope=Consent.NONE)
                | Q(consent_given_on__isnull=False, consent_given_by__isnull=False),
            ),
            known_values("person_consent_is_a_known_scope", "consent_scope", Consent),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            keyed_anew("id"),
            pgtrigger.ReadOnly(name="case_code_stays", fields=["case_code"]),
            pgtrigger.Trigger(
                name="consent_is_given_within_the_family",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__consent_given_by__isnull=False),
                func=consent_from_outside("p.id = NEW.id"),
            ),
            pgtrigger.Trigger(
                name="listing_ends_with_consent",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(new__consent_scope=Consent.PUBLIC)
                | pgtrigger.Q(new__consent_withdrawn_on__isnull=False)
                | pgtrigger.Q(new__withdrawn_at__isnull=False),
                func="DELETE FROM tracker_publiclisting WHERE case_code = NEW.case_code; RETURN NULL;",
            ),
        ]

    def __str__(self) -> str:
        return self.name_shown() or self.case_code

    def clean(self) -> None:
        """Refuse in words what the database refuses: another family while consent of this one stands."""
        super().clean()
        allowed_by = self.consent_given_by
        if allowed_by and self.consent_withdrawn_on is None and allowed_by.family_id != self.family_id:
            raise ValidationError(CONSENT_OF_ANOTHER_FAMILY)

    def name_shown(self) -> str:
        """Return the name in the reader's script where there is one, else in the other."""
        own = [name for name in self.names.all() if name.stands and name.kind != NameKind.MOTHER]
        wanted = "latin" if get_language() == "en" else "arabic"
        own.sort(key=lambda name: (name.script != wanted, name.kind != NameKind.PAPERS))
        return own[0].written if own else ""
