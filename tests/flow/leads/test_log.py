"""A colleague writes a lead down."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import make
from tracker.flow.leads.log import log_lead
from tracker.flow.leads.refusals import CannotFollow, DueInThePast, NoSummary
from tracker.flow.permissions import NotAllowed
from tracker.models import Lead, LeadStatus, Role, StepKind

pytestmark = pytest.mark.django_db


def test_a_lead_says_who_logged_it_and_belongs_to_the_family_of_its_person():
    by, person = make.caseworker(), make.person()
    lead = log_lead(by=by, kind="call", summary="He was seen\u202e in Hama", person=person)
    assert (lead.logged_by, lead.family, lead.status) == (by, person.family, LeadStatus.OPEN)
    assert lead.summary == "He was seen in Hama"
    assert lead.due_on is not None
    assert [(step.kind, step.by) for step in lead.steps.all()] == [(StepKind.LOGGED, by)]


def test_a_lead_given_to_someone_at_once_is_being_followed():
    by, to = make.reviewer(), make.caseworker()
    lead = log_lead(by=by, kind="witness", summary="A witness", assigned_to=to)
    assert (lead.status, lead.assigned_to) == (LeadStatus.FOLLOWED, to)
    assert [step.kind for step in lead.steps.all()] == [StepKind.LOGGED, StepKind.ASSIGNED]


def test_a_lead_without_a_line_is_refused():
    with pytest.raises(NoSummary):
        log_lead(by=make.caseworker(), kind="call", summary=" \u202e ")


def test_a_lead_due_yesterday_is_refused():
    with pytest.raises(DueInThePast):
        log_lead(
            by=make.caseworker(), kind="call", summary="x", due_on=timezone.localdate() - timedelta(days=1)
        )


def test_a_volunteer_cannot_be_given_a_lead():
    volunteer = make.volunteer(full_name="Nour")
    with pytest.raises(CannotFollow, match="Nour"):
        log_lead(by=make.caseworker(), kind="call", summary="x", assigned_to=volunteer)


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_other_roles_log_no_leads(role: str):
    with pytest.raises(NotAllowed):
        log_lead(by=make.user(role), kind="call", summary="x")
    assert not Lead.objects.exists()
