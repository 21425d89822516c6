"""A colleague writes down something to be followed."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from tracker.flow.leads.inquiries import ANSWERED_WITHIN
from tracker.flow.leads.refusals import CannotFollow, DueInThePast, NoSummary
from tracker.flow.leads.wording import clean_lines, working_days_after
from tracker.flow.permissions import require
from tracker.models import Family, Lead, LeadStatus, LeadStep, Person, StepKind, User
from tracker.names import clean_text


@transaction.atomic
def log_lead(
    *,
    by: User,
    kind: str,
    summary: str,
    details: str = "",
    person: Person | None = None,
    family: Family | None = None,
    assigned_to: User | None = None,
    due_on: date | None = None,
) -> Lead:
    """Write down a lead; it belongs to the family of its person, and to whoever it is given to."""
    require(by, "log_lead")
    if not clean_text(summary):
        raise NoSummary
    today = timezone.localdate()
    check_plan(assigned_to, due_on or today, today)
    lead = Lead.objects.create(
        kind=kind,
        status=LeadStatus.FOLLOWED if assigned_to else LeadStatus.OPEN,
        summary=clean_text(summary),
        details=clean_lines(details),
        person=person,
        family=family or (person.family if person else None),
        logged_by=by,
        assigned_to=assigned_to,
        due_on=due_on or working_days_after(today, ANSWERED_WITHIN),
    )
    LeadStep.objects.create(lead=lead, kind=StepKind.LOGGED, by=by)
    if assigned_to:
        LeadStep.objects.create(lead=lead, kind=StepKind.ASSIGNED, by=by, text=plan_in_words(lead))
    return lead


def check_plan(to: User | None, due_on: date, today: date) -> None:
    """Refuse a plan that nobody could keep."""
    if to is not None and not to.has_perm("tracker.follow_lead"):
        raise CannotFollow(name=str(to))
    if due_on < today:
        raise DueInThePast


def plan_in_words(lead: Lead) -> str:
    """Return to whom a lead was given and until when, the same in every language."""
    return f"{lead.assigned_to} · {lead.due_on}"
