"""The first page shows what waits, by role."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import make
from tests.admin.pages import signed_in
from tracker.models import LinkStatus, Role, User
from tracker.web.staff.dashboard_sections import Section

pytestmark = pytest.mark.django_db


def sections(user: User | str) -> dict[str, Section]:
    page = signed_in(user).get(reverse("admin:index"))
    return {section.key: section for section in page.context["sections"]}


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        (Role.VOLUNTEER, {"imports"}),
        (Role.CASEWORKER, {"notices", "leads", "imports"}),
        (Role.REVIEWER, {"second", "first"}),
        (Role.AUDITOR, {"history"}),
        (Role.ADMINISTRATOR, {"imports"}),
    ],
)
def test_each_role_sees_its_own_work(role: str, keys: set[str]):
    assert sections(role).keys() == keys


def test_a_reviewer_sees_first_and_second_looks_apart():
    first, second = make.link(), make.link(LinkStatus.AWAITING_SECOND)
    found = sections(Role.REVIEWER)
    assert [entry.url for entry in found["first"].entries] == [reverse("admin:staff_link", args=[first.pk])]
    assert [entry.url for entry in found["second"].entries] == [reverse("admin:staff_link", args=[second.pk])]


def test_what_i_confirmed_first_does_not_wait_for_me():
    me = make.reviewer()
    make.link(LinkStatus.AWAITING_SECOND, confirmed_by=me)
    assert sections(me)["second"].total == 0


def test_the_first_five_are_shown_and_all_are_counted():
    for _number in range(7):
        make.link()
    first = sections(Role.REVIEWER)["first"]
    assert (len(first.entries), first.total) == (5, 7)


def test_a_caseworker_sees_families_to_be_told_and_leads_nobody_took():
    notice, lead = make.notice(), make.lead()
    found = sections(Role.CASEWORKER)
    assert found["notices"].entries[0].url == reverse("admin:staff_notice", args=[notice.pk])
    assert found["leads"].entries[0].url == reverse("admin:staff_lead", args=[lead.pk])


def test_an_empty_queue_says_something_true():
    shown = signed_in(Role.REVIEWER).get(reverse("admin:index")).content.decode()
    assert "Nothing waits to be reviewed" in shown


def test_only_what_a_role_may_begin_is_offered():
    page = signed_in(Role.VOLUNTEER).get(reverse("admin:index"))
    assert [address for _words, address in page.context["page_actions"]] == [
        reverse("admin:staff_import_new")
    ]


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(reverse("admin:index"))["Location"] == "/admin/login/?next=/admin/"
