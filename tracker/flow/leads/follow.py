"""A lead is followed: given to someone, step by step, to an outcome."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from tracker.flow.leads.log import check_plan, plan_in_words
from tracker.flow.leads.refusals import LeadIsClosed, NoOutcome, NotAStep, NoText
from tracker.flow.leads.wording import clean_lines
from tracker.flow.permissions import require
from tracker.models import EditConflict, Lead, LeadStatus, LeadStep, Outcome, StepKind, User

WRITTEN_BY_HAND = (StepKind.NOTE, StepKind.CONTACTED)


def waiting_leads(user: User) -> QuerySet[Lead]:
    """Return what waits for this colleague: their own that are due, then those that nobody has taken."""
    leads = Lead.objects.due(timezone.localdate()).select_related("person", "family", "assigned_to")
    if not user.has_perm("tracker.log_lead"):
        return leads.none()
    own_first = Case(When(assigned_to=user, then=Value(0)), default=Value(1), output_field=IntegerField())
    mine_or_nobodys = leads.filter(Q(assigned_to=user) | Q(assigned_to__isnull=True))
    return mine_or_nobodys.alias(own_first=own_first).order_by("own_first", "due_on", "logged_at", "pk")


@transaction.atomic
def assign_lead(lead_id: int, *, by: User, to: User, due_on: date, version: int | None = None) -> Lead:
    """Give a lead to a caseworker, until a day."""
    require(by, "follow_lead")
    lead = _unclosed(lead_id, version)
    check_plan(to, due_on, timezone.localdate())
    lead.assigned_to, lead.due_on, lead.status = to, due_on, LeadStatus.FOLLOWED
    lead.save()
    LeadStep.objects.create(lead=lead, kind=StepKind.ASSIGNED, by=by, text=plan_in_words(lead))
    return lead


@transaction.atomic
def add_step(lead_id: int, *, by: User, kind: str, text: str, version: int | None = None) -> LeadStep:
    """Write down what was done about a lead, or what was noticed."""
    require(by, "follow_lead")
    lead = _unclosed(lead_id, version)
    if kind not in WRITTEN_BY_HAND:
        raise NotAStep
    return LeadStep.objects.create(lead=lead, kind=kind, by=by, text=_said(text))


@transaction.atomic
def close_lead(lead_id: int, *, by: User, outcome: str, text: str, version: int | None = None) -> Lead:
    """Bring a lead to its outcome, in words too. It stays closed."""
    require(by, "follow_lead")
    lead = _unclosed(lead_id, version)
    if outcome not in Outcome.values:
        raise NoOutcome
    said = _said(text)
    lead.status, lead.outcome, lead.closed_by = LeadStatus.CLOSED, outcome, by
    lead.save()
    LeadStep.objects.create(lead=lead, kind=StepKind.CLOSED, by=by, text=said)
    return lead


def _unclosed(lead_id: int, version: int | None) -> Lead:
    lead = Lead.objects.select_for_update().get(pk=lead_id)
    if lead.status == LeadStatus.CLOSED:
        raise LeadIsClosed
    if version is not None and lead.version != version:
        raise EditConflict
    return lead


def _said(text: str) -> str:
    said = clean_lines(text)
    if not said:
        raise NoText
    return said
