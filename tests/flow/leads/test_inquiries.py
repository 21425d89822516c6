"""A family's words become an inquiry and a lead, once."""

import threading
import uuid
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection

from tracker.flow.leads.inquiries import InquiryAnswers, receive_inquiry
from tracker.flow.leads.wording import working_days_after
from tracker.models import Inquiry, Lead, LeadKind, LeadStatus, StepKind


def answers(**fields: Any) -> InquiryAnswers:
    given: dict[str, Any] = {
        "token": uuid.uuid4(),
        "missing_name": "سامر خالد الحلو",
        "asker_name": "هدى",
        "channel": "phone",
        "contact": "+963 900 000 000",
    }
    return InquiryAnswers(**given | fields)


@pytest.mark.django_db
def test_an_inquiry_becomes_a_lead_that_nobody_has_taken_yet():
    receive_inquiry(answers(mother_name="سعاد", message="first\nsecond"), language="ar")
    lead = Lead.objects.get()
    assert (lead.kind, lead.status, lead.summary) == (LeadKind.INQUIRY, LeadStatus.OPEN, "سامر خالد الحلو")
    assert lead.logged_by is None
    assert lead.assigned_to is None
    assert lead.inquiry is not None
    assert lead.inquiry.message == "first\nsecond"
    assert lead.inquiry.language == "ar"
    assert [step.kind for step in lead.steps.all()] == [StepKind.LOGGED]


@pytest.mark.django_db
def test_a_mothers_name_stays_out_of_the_lead_which_more_colleagues_read():
    receive_inquiry(answers(mother_name="سعاد", contact="+963 911", message="سعاد"), language="ar")
    lead = Lead.objects.get()
    assert "سعاد" not in lead.summary + lead.details
    assert "911" not in lead.summary + lead.details


@pytest.mark.django_db
def test_the_same_form_sent_twice_is_kept_once():
    once = answers()
    receive_inquiry(once, language="ar")
    receive_inquiry(once, language="ar")
    assert (Inquiry.objects.count(), Lead.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_a_form_corrected_and_sent_again_is_not_dropped():
    token = uuid.uuid4()
    receive_inquiry(answers(token=token, contact="+963 900"), language="ar")
    receive_inquiry(answers(token=token, contact="+963 901"), language="ar")
    assert set(Inquiry.objects.values_list("contact", flat=True)) == {"+963 900", "+963 901"}


@pytest.mark.django_db
def test_two_families_with_the_same_words_are_two_inquiries():
    receive_inquiry(answers(), language="ar")
    receive_inquiry(answers(), language="ar")
    assert Lead.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_five_thumbs_at_once_make_one_lead():
    same = answers()

    def send() -> None:
        try:
            receive_inquiry(same, language="ar")
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (Inquiry.objects.count(), Lead.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_hidden_marks_never_reach_the_database():
    receive_inquiry(
        answers(missing_name="\u202eسامر\u200f", contact="\u2066+963", safe_way="\x00a"), language="ar"
    )
    inquiry = Inquiry.objects.get()
    assert (inquiry.missing_name, inquiry.contact, inquiry.safe_way) == ("سامر", "+963", "a")


@pytest.mark.django_db
@time_machine.travel("2026-11-19T10:00:00+03:00")
def test_an_inquiry_of_a_thursday_is_due_on_monday():
    receive_inquiry(answers(), language="ar")
    assert Lead.objects.get().due_on == date(2026, 11, 23)


def test_friday_and_saturday_are_no_working_days():
    assert working_days_after(date(2026, 11, 19), 1) == date(2026, 11, 22)
    assert working_days_after(date(2026, 11, 22), 2) == date(2026, 11, 24)
