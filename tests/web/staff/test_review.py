"""The queue and the page on which a link is decided."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tracker.models import Link, LinkDecision, LinkStatus, Notice, User

pytestmark = pytest.mark.django_db

FOR: dict[str, Any] = {
    "aspect": "given",
    "weight": 5.5,
    "en": "The given name agrees.",
    "ar": "الاسم الأول متطابق.",
}
AGAINST: dict[str, Any] = {
    "aspect": "birth",
    "weight": -7.25,
    "en": "The birth years differ.",
    "ar": "سنتا الولادة مختلفتان.",
}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def decide(user: User, link: Link, deed: str = "confirm", **answers: Any) -> Any:
    sent = {"deed": deed, "reason": "Mother and registry agree.", "version": link.version} | answers
    return signed_in(user).post(reverse("admin:staff_link_decide", args=[link.pk]), sent)


def shown(user: User, link: Link) -> str:
    return signed_in(user).get(reverse("admin:staff_link", args=[link.pk])).content.decode()


def test_the_queue_shows_person_record_and_reasons_in_the_readers_language():
    make.link(findings=[FOR, AGAINST], probability=0.94)
    arabic = signed_in(make.reviewer(language="ar")).get(reverse("admin:staff_review")).content.decode()
    english = signed_in(make.reviewer(language="en")).get(reverse("admin:staff_review")).content.decode()
    assert f"<bdi>{make.NAME}</bdi>" in arabic
    assert AGAINST["ar"] in arabic
    assert AGAINST["en"] in english
    assert "94%" in english


def test_a_comparison_is_never_shown_as_certain():
    make.link(probability=1.0)
    body = signed_in(make.reviewer(language="en")).get(reverse("admin:staff_review")).content.decode()
    assert "99%" in body
    assert "100%" not in body


def test_the_queue_costs_the_same_number_of_queries_for_fifty_links(django_assert_num_queries):
    reader = make.reviewer()
    client, address = signed_in(reader), reverse("admin:staff_review")
    brought = make.import_file()
    make.link(record=make.record(import_file=brought))
    client.get(address)
    with_few = count_queries(client, address)
    for _ in range(49):
        make.link(record=make.record(import_file=brought))
    with django_assert_num_queries(with_few):
        client.get(address)


def count_queries(client: Client, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"likeness": "0.9"}, {"likely"}),
        ({"stage": "awaiting_second"}, {"begun"}),
        ({"death": "no"}, {"alive"}),
        ({}, {"likely", "begun", "alive"}),
    ],
)
def test_the_queue_can_be_narrowed(asked, expected):
    links = {
        "likely": make.link(probability=0.95),
        "begun": make.link(LinkStatus.AWAITING_SECOND, probability=0.6),
        "alive": make.link(record=make.record(says_death=False), probability=0.6),
    }
    answer = signed_in(make.reviewer()).get(reverse("admin:staff_review"), asked)
    found = {link.pk for link in answer.context["page_obj"]}
    assert found == {links[name].pk for name in expected}


def test_the_queue_finds_people_by_the_governorate_of_a_town_in_it():
    governorate = make.place()
    town = make.place("تدمر", "Palmyra", parent=governorate, kind="town")
    here = make.link(person=make.person(disappearance_place=town))
    make.link()
    answer = signed_in(make.reviewer()).get(
        reverse("admin:staff_review"), {"governorate": str(governorate.pk)}
    )
    assert [link.pk for link in answer.context["page_obj"]] == [here.pk]


def test_findings_are_sorted_by_weight_and_say_which_way_they_speak():
    body = shown(make.reviewer(language="en"), make.link(findings=[FOR, AGAINST]))
    assert body.index(AGAINST["en"]) < body.index(FOR["en"])
    assert "speaks against" in body
    assert "−7.2" in body


def test_the_page_shows_the_original_cells_with_the_words_over_them():
    brought = make.import_file(
        layout=[{"sheet": "ورقة1", "header_row": 1, "header": ["الاسم", "رقم الملف"], "fields": ["name", ""]}]
    )
    row = make.import_row(brought, sheet="ورقة1", number=17, cells=[make.NAME, "ملف-٩"])
    body = shown(make.reviewer(language="en"), make.link(record=make.record(row=row)))
    assert "رقم الملف" in body
    assert "ملف-٩" in body
    assert brought.document.sha256 in body
    assert "17" in body


def test_the_page_names_the_other_candidates_of_both_sides():
    link = make.link()
    other_person = make.link(record=link.record, person=make.person("وسيم الغريب"), probability=0.41)
    other_record = make.link(person=link.person, record=make.record("سامر الحلبي"), probability=0.52)
    body = shown(make.reviewer(language="en"), link)
    assert "وسيم الغريب" in body
    assert "سامر الحلبي" in body
    assert reverse("admin:staff_link", args=[other_person.pk]) in body
    assert reverse("admin:staff_link", args=[other_record.pk]) in body


def test_two_different_reviewers_confirm_a_death():
    first, second, link = make.reviewer(language="en"), make.reviewer(language="en"), make.link()
    decide(first, link)
    link.refresh_from_db()
    assert link.status == LinkStatus.AWAITING_SECOND
    assert "Confirm as second person" in shown(second, link)
    decide(second, link)
    link.refresh_from_db()
    assert link.status == LinkStatus.CONFIRMED
    assert Notice.objects.filter(link=link).exists()


def test_the_first_reviewer_reads_why_they_cannot_confirm_again():
    first = make.reviewer(language="en")
    link = make.link(LinkStatus.AWAITING_SECOND, confirmed_by=first)
    assert "A second, different person must confirm it" in shown(first, link)
    answer = decide(first, link, reason="I am still sure of this.")
    assert "needs a second, different person" in answer.content.decode()
    assert "I am still sure of this." in answer.content.decode()
    link.refresh_from_db()
    assert link.status == LinkStatus.AWAITING_SECOND


def test_a_decision_without_a_reason_is_not_taken():
    link = make.link()
    answer = decide(make.reviewer(language="en"), link, reason=" \u200f ")
    assert "Write the reason" in answer.content.decode()
    assert not LinkDecision.objects.exists()


def test_a_decision_about_an_older_state_is_refused_and_what_was_typed_is_kept():
    link = make.link()
    decide(make.reviewer(), link, "reject")
    answer = decide(make.reviewer(language="en"), link, reason="A reason of three lines")
    assert "decided this link in the meantime" in answer.content.decode()
    assert "A reason of three lines" in answer.content.decode()


def test_a_score_that_changed_while_a_reviewer_was_reading_is_read_again_first():
    link = make.link()
    read = link.version
    link.probability = 0.4
    link.save()
    answer = decide(make.reviewer(language="en"), link, version=read)
    assert "Someone else changed this" in answer.content.decode()
    assert not LinkDecision.objects.exists()


def test_after_a_decision_the_next_waiting_link_opens():
    decided, following = make.link(probability=0.99), make.link(probability=0.8)
    answer = decide(make.reviewer(), decided, "reject")
    assert answer.url == reverse("admin:staff_link", args=[following.pk])
    assert decide(make.reviewer(), following, "reject").url == reverse("admin:staff_review")


def test_withdrawing_stays_on_the_link():
    link = make.link(LinkStatus.CONFIRMED)
    answer = decide(make.reviewer(), link, "withdraw")
    assert answer.url == reverse("admin:staff_link", args=[link.pk])
    link.refresh_from_db()
    assert link.status == LinkStatus.WITHDRAWN


@pytest.mark.parametrize("role", ["caseworker", "auditor", "administrator"])
def test_those_who_do_not_review_may_look_and_find_no_button(role):
    link = make.link()
    user = make.user(role, language="en")
    body = shown(user, link)
    assert "Reviewers decide about links." in body
    assert 'name="deed"' not in body
    assert decide(user, link).status_code == 403
    assert not LinkDecision.objects.exists()


def test_volunteers_see_neither_queue_nor_link():
    client, link = signed_in(make.volunteer()), make.link()
    assert client.get(reverse("admin:staff_review")).status_code == 403
    assert client.get(reverse("admin:staff_link", args=[link.pk])).status_code == 403


def test_a_name_that_is_a_script_is_shown_as_text():
    link = make.link(person=make.person("<script>alert(1)</script>"))
    assert "<script>alert" not in shown(make.reviewer(), link)
