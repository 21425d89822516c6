"""Families are told by a person, and it is written down how."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import make
from tracker.flow.review.decide import withdraw_link
from tracker.models import ContactReveal, Kin, Notice, NoticeKind, NoticeStatus, Person, Relative, User

pytestmark = pytest.mark.django_db

NUMBER = "+963 944 123 456"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def owed() -> tuple[Notice, Relative]:
    """A notice owed to a family of which one relative can be reached."""
    notice = make.notice()
    relative = make.relative(notice.person.family, name_ar="هدى الحلو", is_told_first=True)
    make.kinship(relative, notice.person, Kin.SISTER)
    make.contact(relative, value=NUMBER, safe_way="calls only", safe_time="after nine")
    return notice, relative


def tell(user: User, notice: Notice, relative: Relative, **answers: Any) -> Any:
    sent = {
        "told_to": str(relative.pk),
        "told_on": timezone.localdate().isoformat(),
        "way": "in_person",
        "account": "Her brother was with her.",
        "version": notice.version,
    }
    return signed_in(user).post(reverse("admin:staff_notice", args=[notice.pk]), sent | answers)


def page(user: User, notice: Notice) -> str:
    return signed_in(user).get(reverse("admin:staff_notice", args=[notice.pk])).content.decode()


def reveal(user: User, notice: Notice, relative: Relative, why: str = "I call her at nine.") -> Any:
    contact = relative.contacts.get()
    return signed_in(user).post(
        reverse("admin:staff_contact_reveal", args=[notice.pk, contact.pk]), {"why": why}
    )


def listed(user: User, **asked: str) -> list[int]:
    answer = signed_in(user).get(reverse("admin:staff_telling"), asked)
    return [notice.pk for notice in answer.context["page_obj"]]


def test_owed_notices_stand_first_to_last_as_long_as_they_are_owed():
    first, second = make.notice(), make.notice()
    told, relative = owed()
    tell(make.caseworker(), told, relative)
    assert listed(make.caseworker()) == [first.pk, second.pk]
    assert listed(make.caseworker(), status="told") == [told.pk]


def test_the_page_says_whom_to_tell_and_how_it_is_safe_but_no_number():
    notice, _ = owed()
    body = page(make.caseworker(language="en"), notice)
    for words in ("هدى الحلو", "sister", "is told first", "calls only", "after nine", "Never by a message"):
        assert words in body
    assert NUMBER not in body


def test_the_page_says_what_the_record_says_and_how_far_its_source_is_relied_on():
    record = make.record(died="22/10/2019", death_cause_written="توقف نبض وتنفس")
    notice = make.notice(make.link("confirmed", record=record))
    body = page(make.caseworker(language="en"), notice)
    assert "22 October 2019" in body
    assert "توقف نبض وتنفس" in body
    assert "F: cannot be judged" in body


def test_a_number_is_shown_once_to_someone_who_wrote_why():
    notice, relative = owed()
    caseworker = make.caseworker(language="en")
    answer = reveal(caseworker, notice, relative)
    assert NUMBER in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    kept = ContactReveal.objects.get()
    assert (kept.by, kept.reason) == (caseworker, "I call her at nine.")
    assert NUMBER not in page(caseworker, notice)


def test_a_number_is_not_shown_without_a_reason():
    notice, relative = owed()
    answer = reveal(make.caseworker(language="en"), notice, relative, " \u200e")
    assert NUMBER not in answer.content.decode()
    assert "Write why you need this number now." in answer.content.decode()
    assert not ContactReveal.objects.exists()


def test_the_number_of_another_family_is_not_shown_through_this_notice():
    notice, _ = owed()
    _, stranger = owed()
    assert reveal(make.caseworker(), notice, stranger).status_code == 404
    assert not ContactReveal.objects.exists()


@pytest.mark.parametrize("role", ["reviewer", "auditor", "administrator"])
def test_those_who_do_not_tell_see_no_way_to_reach_a_family(role):
    notice, relative = owed()
    user = make.user(role, language="en")
    body = page(user, notice)
    assert "calls only" not in body
    assert "Caseworkers tell families." in body
    assert reveal(user, notice, relative).status_code == 403
    assert tell(user, notice, relative).status_code == 403
    assert not ContactReveal.objects.exists()
    notice.refresh_from_db()
    assert notice.status == NoticeStatus.OWED


def test_a_caseworker_writes_down_how_the_family_was_told():
    notice, relative = owed()
    caseworker = make.caseworker(language="en")
    tell(caseworker, notice, relative)
    notice.refresh_from_db()
    assert (notice.status, notice.told_to, notice.told_by) == (NoticeStatus.TOLD, relative, caseworker)
    body = page(caseworker, notice)
    assert "Her brother was with her." in body
    assert "<textarea" not in body


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"account": " "}, "Write in a few words how it went"),
        ({"told_to": ""}, "Choose the relative who was told."),
        ({"way": "message"}, "Select a valid choice"),
        ({"told_on": (timezone.localdate() + timedelta(days=3)).isoformat()}, "must be today or earlier"),
        ({"version": 7}, "Someone else changed this"),
    ],
)
def test_a_telling_that_cannot_be_is_refused_and_what_was_typed_is_kept(answers, sentence):
    notice, relative = owed()
    sent = {"account": "A long account of an hour."} | answers
    body = tell(make.caseworker(language="en"), notice, relative, **sent).content.decode()
    assert sentence in body
    assert sent["account"] in body
    notice.refresh_from_db()
    assert notice.status == NoticeStatus.OWED


def test_a_relative_of_another_family_cannot_be_chosen():
    notice, _ = owed()
    answer = tell(make.caseworker(), notice, make.relative())
    assert answer.status_code == 200
    notice.refresh_from_db()
    assert notice.status == NoticeStatus.OWED


def test_a_correction_says_what_was_told_by_whom_and_why_it_was_wrong():
    notice, relative = owed()
    tell(make.caseworker(full_name="Nour"), notice, relative)
    withdraw_link(
        notice.link_id, by=make.reviewer(full_name="Salim"), reason="The mother's name was misread."
    )
    correction = Notice.objects.get(kind=NoticeKind.CORRECTION)
    body = page(make.caseworker(language="en"), correction)
    for words in ("Nour", "Her brother was with her.", "Salim", "The mother&#x27;s name was misread."):
        assert words in body
    assert "that the mistake was ours" in body
    for either in (correction, notice):
        assert "what it says is not about this person" in page(make.caseworker(language="en"), either)


def test_news_that_is_no_longer_owed_warns_and_offers_no_form():
    notice, _ = owed()
    withdraw_link(notice.link_id, by=make.reviewer(), reason="Misread.")
    body = page(make.caseworker(language="en"), notice)
    assert "Do not tell the family" in body
    assert "<textarea" not in body


def test_a_person_without_family_says_what_to_do():
    notice = make.notice(make.link("confirmed", person=make.person(family=None)))
    assert Person.objects.get(pk=notice.person_id).family is None
    body = page(make.caseworker(language="en"), notice)
    assert "No relative is on file." in body
    assert "<textarea" not in body


def test_volunteers_see_no_notice():
    notice, _ = owed()
    client = signed_in(make.volunteer())
    assert client.get(reverse("admin:staff_telling")).status_code == 403
    assert client.get(reverse("admin:staff_notice", args=[notice.pk])).status_code == 403


def test_the_list_costs_the_same_number_of_queries_for_fifty_notices():
    client, address = signed_in(make.caseworker()), reverse("admin:staff_telling")
    make.notice()
    client.get(address)
    with CaptureQueriesContext(connection) as with_one:
        client.get(address)
    for _ in range(49):
        make.notice()
    with CaptureQueriesContext(connection) as with_fifty:
        client.get(address)
    assert len(with_fifty) == len(with_one)
