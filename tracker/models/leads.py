"""Leads: unproven pointers that someone must follow; and the inquiries that families write."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models.accounts import Language
from tracker.models.base import Unaltered, Versioned, known_values, without_hidden_marks
from tracker.models.families import Channel, Family
from tracker.models.people import Person


@pghistory.track(pghistory.InsertEvent())
class Inquiry(Unaltered):
    """What a family wrote in the private form, word for word."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.UUIDField(
        unique=True, help_text=_("Made with the form: the same form sent twice is kept once.")
    )
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    missing_name = models.CharField(_("name of the missing person"), max_length=300)
    mother_name = models.CharField(_("mother's name"), max_length=200, blank=True)
    birth_written = models.CharField(_("birth"), max_length=100, blank=True)
    disappearance_written = models.CharField(_("when and where they disappeared"), max_length=500, blank=True)
    asker_name = models.CharField(_("name of the one who asks"), max_length=200)
    relation = models.CharField(_("relation"), max_length=100, blank=True)
    channel = models.CharField(_("way"), max_length=20, choices=Channel.choices)
    contact = models.CharField(_("number or address"), max_length=300)
    safe_way = models.CharField(_("safe way and time"), max_length=500, blank=True)
    message = models.TextField(_("message"), blank=True)

    class Meta(Unaltered.Meta):
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        ordering = ["received_at"]
        constraints = [
            without_hidden_marks(
                "missing_name",
                "mother_name",
                "birth_written",
                "disappearance_written",
                "asker_name",
                "relation",
                "contact",
                "safe_way",
                "message",
            ),
            known_values("inquiry_names_a_known_channel", "channel", Channel),
            known_values("inquiry_is_in_a_known_language", "language", Language),
            models.CheckConstraint(
                name="inquiry_says_whom_and_how_to_answer",
                condition=~Q(missing_name="") & ~Q(asker_name="") & ~Q(contact=""),
            ),
        ]

    def __str__(self) -> str:
        return self.missing_name


class LeadKind(models.TextChoices):
    """Where a lead came from."""

    INQUIRY = "inquiry", _("inquiry of a family")
    CALL = "call", _("telephone call")
    WITNESS = "witness", _("witness")
    DOCUMENT = "document", _("document or picture")
    KIN = "kin", _("perhaps a relative in a list")
    OTHER = "other", _("other")


class LeadStatus(models.TextChoices):
    """Whether someone follows it."""

    OPEN = "open", _("open")
    FOLLOWED = "followed", _("being followed")
    CLOSED = "closed", _("closed")


class Outcome(models.TextChoices):
    """What came of it."""

    CASE_OPENED = "case_opened", _("a case was opened")
    ADDED_TO_CASE = "added_to_case", _("added to a case")
    RECORD_FOUND = "record_found", _("a record was found")
    PASSED_ON = "passed_on", _("passed on to another organisation")
    NOTHING = "nothing", _("nothing was found")
    FALSE = "false", _("it was false")


class LeadQuerySet(models.QuerySet["Lead"]):
    """Phrases about leads."""

    def unclosed(self) -> Self:
        """Return leads that still want something done."""
        return self.exclude(status=LeadStatus.CLOSED)

    def due(self, today: date) -> Self:
        """Return unclosed leads whose day has come, or that nobody has taken."""
        return self.unclosed().filter(Q(due_on__lte=today) | Q(assigned_to__isnull=True))


@pghistory.track()
class Lead(Versioned):
    """An unproven pointer to be followed by someone, by a day, to an outcome."""

    kind = models.CharField(_("kind"), max_length=10, choices=LeadKind.choices)
    status = models.CharField(_("status"), max_length=10, choices=LeadStatus.choices, default=LeadStatus.OPEN)
    summary = models.CharField(_("in one line"), max_length=300)
    details = models.TextField(_("details"), blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("missing person")
    )
    family = models.ForeignKey(
        Family, models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("family")
    )
    inquiry = models.OneToOneField(
        Inquiry, models.PROTECT, null=True, blank=True, related_name="lead", verbose_name=_("inquiry")
    )
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("logged by")
    )
    logged_at = models.DateTimeField(_("logged at"), auto_now_add=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="leads",
        verbose_name=_("followed by"),
    )  # fmt: skip
    due_on = models.DateField(_("due on"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("closed by")
    )

    objects = LeadQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name = _("lead")
        verbose_name_plural = _("leads")
        ordering = ["due_on", "logged_at"]
        constraints = [
            without_hidden_marks("summary", "details"),
            known_values("lead_has_a_known_kind", "kind", LeadKind),
            known_values("lead_has_a_known_status", "status", LeadStatus),
            models.CheckConstraint(
                name="closed_lead_has_an_outcome",
                condition=Q(status__in=["open", "followed"], outcome="", closed_by__isnull=True)
                | Q(status="closed", outcome__in=Outcome.values, closed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="lead_was_logged_by_someone_or_written_by_a_family",
                condition=Q(logged_by__isnull=False) | Q(inquiry__isnull=False),
            ),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.FSM(
                name="closed_lead_stays_closed",
                field="status",
                transitions=[
                    ("open", "followed"),
                    ("open", "closed"),
                    ("followed", "open"),
                    ("followed", "closed"),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.summary


class StepKind(models.TextChoices):
    """What was done about a lead."""

    LOGGED = "logged", _("logged")
    ASSIGNED = "assigned", _("given to someone")
    NOTE = "note", _("note")
    CONTACTED = "contacted", _("someone was contacted")
    CLOSED = "closed", _("closed")


@pghistory.track(pghistory.InsertEvent())
class LeadStep(Unaltered):
    """One thing done about a lead."""

    lead = models.ForeignKey(Lead, models.PROTECT, related_name="steps", verbose_name=_("lead"))
    kind = models.CharField(_("what was done"), max_length=10, choices=StepKind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    text = models.TextField(_("text"), blank=True)

    class Meta(Unaltered.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["at", "id"]
        constraints = [
            known_values("step_is_of_a_known_kind", "kind", StepKind),
            without_hidden_marks("text"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
