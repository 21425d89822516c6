"""Links: this record is about this person. Proposed by comparison, decided by people."""

from __future__ import annotations

from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Unaltered, Versioned, known_values, set_once, without_hidden_marks
from tracker.models.people import Person
from tracker.models.records import PrisonRecord


class LinkStatus(models.TextChoices):
    """How far a link has come on its way from likeness to knowledge."""

    PROPOSED = "proposed", _("proposed")
    AWAITING_SECOND = "awaiting_second", _("waiting for a second person")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")


LINKS_THAT_HOLD = (LinkStatus.PROPOSED, LinkStatus.AWAITING_SECOND, LinkStatus.CONFIRMED)
"""Whoever was rejected or withdrawn is not whom the record is about."""

REOPENED = pgtrigger.Q(
    old__status="withdrawn",
    new__status="proposed",
    old__confirmed_by__isnull=True,
    new__closed_by__isnull=True,
)
"""A proposal that a newer version of a list had withdrawn is offered again once that version is undone."""


class LinkQuerySet(models.QuerySet["Link"]):
    """Phrases about links."""

    def undecided(self) -> Self:
        """Return links that wait for a first or a second person."""
        return self.filter(status__in=[LinkStatus.PROPOSED, LinkStatus.AWAITING_SECOND])


@pghistory.track()
class Link(Versioned):
    """This record is about this person: an opinion of the comparison until people decide."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="links", verbose_name=_("missing person"))
    record = models.ForeignKey(
        PrisonRecord, models.PROTECT, related_name="links", verbose_name=_("prison record")
    )
    status = models.CharField(
        _("status"), max_length=16, choices=LinkStatus.choices, default=LinkStatus.PROPOSED
    )
    says_death = models.BooleanField(_("speaks of death"), default=True, editable=False)
    probability = models.FloatField(_("probability"))
    bits = models.FloatField(_("weight of evidence in bits"))
    findings = models.JSONField(_("reasons"), default=list)
    rules_version = models.CharField(_("version of the rules"), max_length=40)
    proposed_at = models.DateTimeField(_("proposed at"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("confirmed by")
    )
    seconded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("seconded by")
    )
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("closed by")
    )

    objects = LinkQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["-probability"]
        constraints = [
            models.UniqueConstraint(fields=["person", "record"], name="pair_is_proposed_once"),
            models.UniqueConstraint(
                fields=["record"], condition=Q(status="confirmed"), name="record_is_about_one_person_at_most"
            ),
            known_values("link_has_a_known_status", "status", LinkStatus),
            models.CheckConstraint(
                name="link_probability_is_between_0_and_1",
                condition=Q(probability__gte=0, probability__lte=1),
            ),
            models.CheckConstraint(
                name="link_is_decided_by_a_person",
                condition=Q(status="proposed", confirmed_by__isnull=True, seconded_by__isnull=True)
                | Q(status__in=["awaiting_second", "confirmed"], confirmed_by__isnull=False)
                | Q(status__in=["rejected", "withdrawn"], closed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="link_of_a_death_is_confirmed_by_two_people",
                condition=~Q(status="confirmed", says_death=True) | Q(seconded_by__isnull=False),
            ),
            models.CheckConstraint(
                name="link_is_seconded_by_someone_else", condition=~Q(confirmed_by=models.F("seconded_by"))
            ),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.ReadOnly(name="link_keeps_its_pair", fields=["person", "record", "says_death"]),
            pgtrigger.FSM(
                name="link_is_decided_once",
                field="status",
                transitions=[
                    ("proposed", "awaiting_second"),
                    ("proposed", "confirmed"),
                    ("proposed", "rejected"),
                    ("awaiting_second", "confirmed"),
                    ("awaiting_second", "rejected"),
                    ("confirmed", "withdrawn"),
                    ("proposed", "withdrawn"),
                    ("withdrawn", "proposed"),  # never one that someone had confirmed: see the constraint
                ],
            ),
            pgtrigger.Trigger(
                name="link_of_a_death_says_so",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    SELECT says_death INTO NEW.says_death FROM tracker_prisonrecord WHERE id = NEW.record_id;
                    RETURN NEW;
                """,
            ),
            set_once(
                "confirmers_are_not_swapped", "confirmed_by", "seconded_by", "closed_by", unless=REOPENED
            ),
            pgtrigger.Trigger(
                name="withdrawn_link_leaves_no_claim",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__status="withdrawn"),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM tracker_claim WHERE link_id = NEW.id AND withdrawn_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'with a link its claims are withdrawn'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.record}"


class Verdict(models.TextChoices):
    """What someone decided about a link."""

    CONFIRM = "confirm", _("confirmed")
    SECOND = "second", _("confirmed as second person")
    REJECT = "reject", _("rejected")
    WITHDRAW = "withdraw", _("withdrawn")


@pghistory.track(pghistory.InsertEvent())
class LinkDecision(Unaltered):
    """What one person decided about a link, and why."""

    link = models.ForeignKey(Link, models.PROTECT, related_name="decisions", verbose_name=_("link"))
    verdict = models.CharField(_("decision"), max_length=10, choices=Verdict.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    reason = models.TextField(_("reason"))

    class Meta(Unaltered.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["at"]
        constraints = [
            known_values("decision_is_a_known_verdict", "verdict", Verdict),
            without_hidden_marks("reason"),
            models.CheckConstraint(name="decision_has_a_reason", condition=~Q(reason__regex=r"^\s*$")),
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()
