"""Leads are logged, given to someone, followed and closed."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import make
from tracker.models import Lead, LeadKind, LeadStatus, LeadStep, Outcome, StepKind, User

pytestmark = pytest.mark.django_db

TOMORROW = timezone.localdate() + timedelta(days=1)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def log(user: User, **answers: Any) -> Any:
    sent = {"kind": "call", "summary": "Seen in a hospital", "about": "person"} | answers
    return signed_in(user).post(reverse("admin:staff_lead_new"), sent)


def send(user: User, lead: Lead, deed: str, **answers: Any) -> Any:
    sent = {"deed": deed, "version": lead.version} | answers
    return signed_in(user).post(reverse("admin:staff_lead", args=[lead.pk]), sent)


def page(user: User, lead: Lead) -> str:
    return signed_in(user).get(reverse("admin:staff_lead", args=[lead.pk])).content.decode()


def found(user: User, **asked: str) -> set[int]:
    answer = signed_in(user).get(reverse("admin:staff_leads"), asked)
    return {lead.pk for lead in answer.context["page_obj"]}


def test_a_lead_is_logged_about_a_person_found_by_name():
    person, caseworker = make.person(), make.caseworker(language="en")
    searched = log(
        caseworker, find="1", summary="", person_name="Samer Khaled al-Helou", details="He wore a blue coat."
    )
    body = searched.content.decode()
    assert str(person.pk) in body
    assert "He wore a blue coat." in body
    assert "Write in one line" not in body
    assert not Lead.objects.exists()
    answer = log(caseworker, person=str(person.pk), to_me="on", due_on=TOMORROW.isoformat())
    lead = Lead.objects.get()
    assert answer.url == reverse("admin:staff_lead", args=[lead.pk])
    assert (lead.person, lead.family, lead.assigned_to, lead.due_on) == (
        person,
        person.family,
        caseworker,
        TOMORROW,
    )


def test_a_person_chosen_before_is_kept_while_searching_on():
    chosen = make.person("وسيم نادر الغريب")
    body = log(make.caseworker(), find="1", person_name="xyz", person=str(chosen.pk)).content.decode()
    assert re.search(rf'value="{chosen.pk}"\s+checked', body)


def test_a_lead_can_be_begun_from_a_persons_page():
    person = make.person()
    begun = signed_in(make.caseworker()).get(reverse("admin:staff_lead_new"), {"person": str(person.pk)})
    assert re.search(rf'value="{person.pk}"\s+checked', begun.content.decode())
    broken = signed_in(make.caseworker()).get(reverse("admin:staff_lead_new"), {"person": "nobody"})
    assert broken.status_code == 200


def test_a_lead_can_be_about_the_whole_family_of_a_person():
    person = make.person()
    log(make.caseworker(), person=str(person.pk), about="family")
    lead = Lead.objects.get()
    assert (lead.person, lead.family) == (None, person.family)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"summary": "\u202e "}, "Write in one line what was heard"),
        ({"about": "family"}, "Find and choose a person of the family first."),
        ({"kind": "inquiry"}, "Select a valid choice"),
        ({"due_on": "2020-01-01"}, "Choose today or a later day"),
    ],
)
def test_a_lead_that_cannot_be_followed_is_not_logged(answers, sentence):
    assert sentence in log(make.caseworker(language="en"), **answers).content.decode()
    assert not Lead.objects.exists()


def test_hidden_marks_do_not_enter_a_lead():
    log(make.caseworker(), summary="Seen \u202eat home", details="first\n\u200fsecond")
    lead = Lead.objects.get()
    assert (lead.summary, lead.details) == ("Seen at home", "first\nsecond")


def test_a_reviewer_logs_a_lead_but_does_not_follow_it():
    reviewer = make.reviewer(language="en")
    log(reviewer, to_me="on")
    lead = Lead.objects.get()
    assert lead.assigned_to is None
    assert "Caseworkers follow leads." in page(reviewer, lead)
    assert send(reviewer, lead, "step", kind="note", text="I called").status_code == 403
    assert not lead.steps.filter(kind=StepKind.NOTE).exists()


def test_a_lead_is_given_followed_and_closed():
    caseworker, lead = make.caseworker(language="en"), make.lead()
    send(caseworker, lead, "assign", to=caseworker.pk, due_on=TOMORROW.isoformat())
    lead.refresh_from_db()
    assert (lead.status, lead.assigned_to) == (LeadStatus.FOLLOWED, caseworker)
    send(caseworker, lead, "step", kind="contacted", text="The neighbour answered.")
    send(caseworker, lead, "close", outcome=Outcome.NOTHING, text="It was someone else.")
    lead.refresh_from_db()
    assert (lead.status, lead.outcome) == (LeadStatus.CLOSED, Outcome.NOTHING)
    body = page(caseworker, lead)
    assert "The neighbour answered." in body
    assert "This lead is closed." in body
    assert 'name="deed"' not in body


def test_a_step_without_words_is_refused_and_the_other_forms_stay():
    caseworker, lead = make.caseworker(language="en"), make.lead()
    body = send(caseworker, lead, "step", kind="note", text=" ").content.decode()
    assert "Write what was done or learned." in body
    assert "Close this lead" in body
    assert not LeadStep.objects.exists()


def test_a_lead_that_a_colleague_changed_meanwhile_is_not_overwritten():
    caseworker, lead = make.caseworker(language="en"), make.lead()
    send(make.caseworker(), lead, "assign", to=caseworker.pk, due_on=TOMORROW.isoformat())
    refused = send(caseworker, lead, "close", outcome=Outcome.NOTHING, text="My words")
    assert "Someone else changed this" in refused.content.decode()
    assert "My words" in refused.content.decode()


def test_only_caseworkers_read_what_a_family_wrote():
    inquiry = make.inquiry(message="Please call my sister.")
    lead = make.lead(inquiry=inquiry, kind=LeadKind.INQUIRY)
    to_caseworker = page(make.caseworker(), lead)
    assert "Please call my sister." in to_caseworker
    assert inquiry.contact in to_caseworker
    for role in ("reviewer", "auditor", "administrator"):
        body = page(make.user(role, language="en"), lead)
        assert "Please call my sister." not in body
        assert inquiry.contact not in body
        assert "read by caseworkers only" in body


def test_the_list_shows_unclosed_leads_until_asked_otherwise():
    lead = make.lead()
    closed = make.lead(status="closed", outcome="nothing", closed_by=make.caseworker())
    reader = make.caseworker()
    assert found(reader) == {lead.pk}
    assert found(reader, status="closed") == {closed.pk}


def test_the_list_can_be_narrowed():
    reader = make.caseworker()
    mine = make.lead(assigned_to=reader, due_on=TOMORROW)
    nobodys = make.lead(kind=LeadKind.WITNESS, summary="A letter from Homs")
    assert found(reader, whose="me") == {mine.pk}
    assert found(reader, whose="nobody") == {nobodys.pk}
    assert found(reader, due="past") == {nobodys.pk}
    assert found(reader, kind="witness") == {nobodys.pk}
    assert found(reader, text="letter  from") == {nobodys.pk}


def test_words_of_an_inquiry_cannot_be_guessed_through_the_search():
    make.lead(inquiry=make.inquiry(message="the secret word"), kind=LeadKind.INQUIRY)
    assert found(make.reviewer(), text="secret") == set()


def test_an_auditor_reads_and_logs_nothing():
    auditor = make.auditor(language="en")
    assert (
        reverse("admin:staff_lead_new")
        not in signed_in(auditor).get(reverse("admin:staff_leads")).content.decode()
    )
    assert signed_in(auditor).get(reverse("admin:staff_lead_new")).status_code == 403
    assert log(auditor).status_code == 403
    assert not Lead.objects.exists()


def test_volunteers_see_no_lead():
    volunteer, lead = make.volunteer(), make.lead()
    assert signed_in(volunteer).get(reverse("admin:staff_leads")).status_code == 403
    assert signed_in(volunteer).get(reverse("admin:staff_lead", args=[lead.pk])).status_code == 403


def test_the_list_costs_the_same_number_of_queries_for_fifty_leads():
    client, address = signed_in(make.caseworker()), reverse("admin:staff_leads")
    make.lead(person=make.person())
    client.get(address)
    with CaptureQueriesContext(connection) as with_one:
        client.get(address)
    for _ in range(49):
        make.lead(person=make.person(), assigned_to=make.caseworker())
    with CaptureQueriesContext(connection) as with_fifty:
        client.get(address)
    assert len(with_fifty) == len(with_one)
