"""Claims: what one source says of a person. Claims may contradict each other, and all stay."""

from __future__ import annotations

import uuid
from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import (
    StandingQuerySet,
    Versioned,
    Withdrawable,
    known_values,
    set_once,
    without_hidden_marks,
)
from tracker.models.documents import Document
from tracker.models.fields import FuzzyDateField, in_order
from tracker.models.links import Link
from tracker.models.people import Person
from tracker.models.places import Place
from tracker.models.sources import Source


class ClaimKind(models.TextChoices):
    """What is said of the person."""

    LAST_SEEN = "last_seen", _("last seen")
    ARRESTED = "arrested", _("arrested")
    DETAINED = "detained", _("detained")
    HELD = "held", _("held at")
    DIED = "died", _("died")
    BURIED = "buried", _("buried")
    REMAINS_IDENTIFIED = "remains_identified", _("remains identified")
    FOUND_ALIVE = "found_alive", _("found alive")


FATES = (ClaimKind.DIED, ClaimKind.BURIED, ClaimKind.REMAINS_IDENTIFIED, ClaimKind.FOUND_ALIVE)
"""Claims that end a search: they need two people before they count."""


class Credibility(models.TextChoices):
    """How far one statement fits what else is known (Admiralty code, judged apart from the source)."""

    CONFIRMED = "1", _("1: confirmed by other sources")
    PROBABLE = "2", _("2: probably true")
    POSSIBLE = "3", _("3: possibly true")
    DOUBTFUL = "4", _("4: doubtful")
    IMPROBABLE = "5", _("5: improbable")
    UNKNOWN = "6", _("6: cannot be judged")


class ClaimQuerySet(StandingQuerySet):
    """Phrases about claims."""

    def of_a_confirmed_fate(self) -> Self:
        """Return standing claims of a fate that two people confirmed."""
        return self.standing().filter(kind__in=FATES, confirmed_by__isnull=False, seconded_by__isnull=False)


@pghistory.track()
class Claim(Versioned, Withdrawable):
    """What one source says: arrested on, held at, died on. Two people make a claimed fate count."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="claims", verbose_name=_("missing person")
    )
    kind = models.CharField(_("what is said"), max_length=20, choices=ClaimKind.choices)
    source = models.ForeignKey(Source, models.PROTECT, related_name="claims", verbose_name=_("source"))
    credibility = models.CharField(
        _("credibility"), max_length=1, choices=Credibility.choices, default=Credibility.UNKNOWN
    )
    date = FuzzyDateField(_("date"))
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("place")
    )
    text_ar = models.TextField(_("in Arabic"), blank=True)
    text_en = models.TextField(_("in English"), blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("document")
    )
    link = models.ForeignKey(
        Link,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="claims",
        verbose_name=_("link"),
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("confirmed by"),
    )  # fmt: skip
    seconded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("seconded by"),
    )  # fmt: skip

    objects = ClaimQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [
            *Withdrawable.Meta.constraints,
            in_order("date"),
            without_hidden_marks("text_ar", "text_en"),
            known_values("claim_is_of_a_known_kind", "kind", ClaimKind),
            known_values("claim_is_graded_by_the_admiralty_code", "credibility", Credibility),
            models.CheckConstraint(
                name="claim_is_seconded_by_someone_else", condition=~Q(confirmed_by=models.F("seconded_by"))
            ),
            models.CheckConstraint(
                name="claim_is_seconded_after_it_was_confirmed",
                condition=Q(seconded_by__isnull=True) | Q(confirmed_by__isnull=False),
            ),
            models.UniqueConstraint(fields=["link", "kind"], name="link_makes_one_claim_of_a_kind"),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.Trigger(
                name="claim_from_a_link_names_its_confirmers",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__link__isnull=False),
                # FOR SHARE: a link that is withdrawn at this moment either is seen here, or waits and then
                # finds this claim standing.
                func="""
                    IF TG_OP = 'UPDATE' AND NEW.link_id = OLD.link_id
                        AND NEW.person_id = OLD.person_id
                        AND NEW.confirmed_by_id IS NOT DISTINCT FROM OLD.confirmed_by_id
                        AND NEW.seconded_by_id IS NOT DISTINCT FROM OLD.seconded_by_id
                        AND (NEW.withdrawn_at IS NOT NULL OR OLD.withdrawn_at IS NULL)
                    THEN
                        RETURN NEW;
                    END IF;
                    PERFORM 1 FROM tracker_link l
                        WHERE l.id = NEW.link_id AND l.person_id = NEW.person_id
                          AND (l.status = 'confirmed'
                               OR l.status = 'withdrawn' AND NEW.withdrawn_at IS NOT NULL)
                          AND l.confirmed_by_id IS NOT DISTINCT FROM NEW.confirmed_by_id
                          AND l.seconded_by_id IS NOT DISTINCT FROM NEW.seconded_by_id
                        FOR SHARE;
                    IF NOT FOUND THEN
                        RAISE EXCEPTION 'a claim from a link needs that link confirmed, by the same people'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            set_once("claim_keeps_its_confirmers", "confirmed_by", "seconded_by"),
            pgtrigger.Protect(
                name="what_was_confirmed_is_not_reworded",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__confirmed_by__isnull=False)
                & (
                    pgtrigger.Q(old__person__df=pgtrigger.F("new__person"))
                    | pgtrigger.Q(old__kind__df=pgtrigger.F("new__kind"))
                    | pgtrigger.Q(old__link__df=pgtrigger.F("new__link"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
