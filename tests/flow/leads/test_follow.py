"""A lead is followed to an outcome."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import make
from tracker.flow.leads.follow import add_step, assign_lead, close_lead, waiting_leads
from tracker.flow.leads.refusals import (
    CannotFollow,
    DueInThePast,
    LeadIsClosed,
    NoOutcome,
    NotAStep,
    NoText,
)
from tracker.flow.permissions import NotAllowed
from tracker.models import EditConflict, Lead, LeadStatus, Outcome, Role, StepKind

pytestmark = pytest.mark.django_db


def today() -> date:
    return timezone.localdate()


def test_a_given_lead_is_followed_by_that_colleague_until_that_day():
    by, to, lead = make.caseworker(), make.caseworker(full_name="Rima"), make.lead()
    assigned = assign_lead(lead.pk, by=by, to=to, due_on=today())
    assert (assigned.assigned_to, assigned.due_on, assigned.status) == (to, today(), LeadStatus.FOLLOWED)
    step = assigned.steps.get()
    assert (step.kind, step.by) == (StepKind.ASSIGNED, by)
    assert "Rima" in step.text


def test_a_followed_lead_can_be_given_on():
    lead = make.lead()
    assign_lead(lead.pk, by=make.caseworker(), to=make.caseworker(), due_on=today())
    last = make.caseworker()
    assert assign_lead(lead.pk, by=make.caseworker(), to=last, due_on=today()).assigned_to == last


def test_a_lead_is_given_to_a_caseworker_for_a_day_to_come():
    lead, by = make.lead(), make.caseworker()
    with pytest.raises(CannotFollow):
        assign_lead(lead.pk, by=by, to=make.reviewer(), due_on=today())
    with pytest.raises(CannotFollow):
        assign_lead(lead.pk, by=by, to=make.caseworker(is_active=False), due_on=today())
    with pytest.raises(DueInThePast):
        assign_lead(lead.pk, by=by, to=by, due_on=today() - timedelta(days=1))


def test_steps_are_kept_in_order_with_who_did_them():
    lead, by = make.lead(), make.caseworker()
    add_step(lead.pk, by=by, kind=StepKind.CONTACTED, text="Called Huda;\nshe asks for Thursday.")
    add_step(lead.pk, by=by, kind=StepKind.NOTE, text="Thursday 10:00")
    assert [(step.kind, step.text) for step in lead.steps.all()] == [
        (StepKind.CONTACTED, "Called Huda;\nshe asks for Thursday."),
        (StepKind.NOTE, "Thursday 10:00"),
    ]


def test_a_step_says_something_and_is_no_other_deed_in_disguise():
    lead, by = make.lead(), make.caseworker()
    with pytest.raises(NoText):
        add_step(lead.pk, by=by, kind=StepKind.NOTE, text="  \u200f\n ")
    with pytest.raises(NotAStep):
        add_step(lead.pk, by=by, kind=StepKind.CLOSED, text="closed")


def test_a_lead_is_closed_once_with_an_outcome_in_words():
    lead, by = make.lead(), make.caseworker()
    with pytest.raises(NoOutcome):
        close_lead(lead.pk, by=by, outcome="", text="nothing came of it")
    with pytest.raises(NoText):
        close_lead(lead.pk, by=by, outcome=Outcome.NOTHING, text=" ")
    closed = close_lead(lead.pk, by=by, outcome=Outcome.NOTHING, text="The witness died in 2020.")
    assert (closed.status, closed.outcome, closed.closed_by) == (LeadStatus.CLOSED, Outcome.NOTHING, by)
    assert closed.steps.get().text == "The witness died in 2020."
    for again in (
        lambda: close_lead(lead.pk, by=by, outcome=Outcome.FALSE, text="again"),
        lambda: add_step(lead.pk, by=by, kind=StepKind.NOTE, text="more"),
        lambda: assign_lead(lead.pk, by=by, to=by, due_on=today()),
    ):
        with pytest.raises(LeadIsClosed):
            again()


def test_whoever_read_an_older_version_is_told_and_overwrites_nothing():
    lead, first, second = make.lead(), make.caseworker(), make.caseworker()
    assign_lead(lead.pk, by=first, to=first, due_on=today(), version=lead.version)
    with pytest.raises(EditConflict):
        assign_lead(lead.pk, by=second, to=second, due_on=today(), version=lead.version)
    with pytest.raises(EditConflict):
        close_lead(lead.pk, by=second, outcome=Outcome.NOTHING, text="x", version=lead.version)
    with pytest.raises(EditConflict):
        add_step(lead.pk, by=second, kind=StepKind.NOTE, text="x", version=lead.version)
    assert Lead.objects.get().assigned_to == first


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_other_roles_follow_no_leads(role: str):
    lead, by = make.lead(), make.user(role)
    for deed in (
        lambda: assign_lead(lead.pk, by=by, to=make.caseworker(), due_on=today()),
        lambda: add_step(lead.pk, by=by, kind=StepKind.NOTE, text="x"),
        lambda: close_lead(lead.pk, by=by, outcome=Outcome.NOTHING, text="x"),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert not lead.steps.exists()


def test_own_leads_that_are_due_wait_first_then_those_nobody_has_taken():
    me, colleague = make.caseworker(), make.caseworker()
    nobodys = make.lead(due_on=today() - timedelta(days=9))
    nobodys_later = make.lead(due_on=today() + timedelta(days=9))
    overdue = make.lead(assigned_to=me, due_on=today() - timedelta(days=3))
    due = make.lead(assigned_to=me, due_on=today())
    make.lead(assigned_to=me, due_on=today() + timedelta(days=1))
    make.lead(assigned_to=colleague, due_on=today())
    make.lead(status=LeadStatus.CLOSED, outcome=Outcome.FALSE, closed_by=me, assigned_to=me)
    assert list(waiting_leads(me)) == [overdue, due, nobodys, nobodys_later]


def test_leads_wait_for_nobody_who_could_not_log_one():
    make.lead()
    assert waiting_leads(make.reviewer()).count() == 1
    assert not waiting_leads(make.volunteer()).exists()
    assert not waiting_leads(make.auditor()).exists()
