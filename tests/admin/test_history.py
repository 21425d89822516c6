"""History on the pages of the registers."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tracker.models import HistoryEntry, Person, Role
from tracker.web.staff.noted import tables_by_noun

pytestmark = pytest.mark.django_db


def test_a_change_is_shown_with_who_and_from_what_to_what():
    samar = make.caseworker(full_name="Samar", language="en")
    person = make.person(sex="male", circumstances="before")
    client = signed_in(samar)
    url = reverse("admin:tracker_person_change", args=[person.pk])
    client.post(url, filled_in(client, url) | {"circumstances": "after", "sex": "female"})
    shown = client.get(reverse("admin:tracker_person_history", args=[person.pk])).content.decode()
    assert "Samar" in shown
    assert "before" in shown
    assert "after" in shown
    assert "female" in shown


def test_an_auditor_sees_what_belongs_to_a_case_and_a_caseworker_the_case_alone():
    person = make.person("سامر خالد الحلو")
    url = reverse("admin:tracker_person_history", args=[person.pk])
    assert "Name: written" in signed_in(Role.AUDITOR).get(url).content.decode()
    assert "Name: written" not in signed_in(Role.CASEWORKER).get(url).content.decode()


def test_a_role_that_may_not_open_a_thing_may_not_open_its_history():
    url = reverse("admin:tracker_person_history", args=[make.person().pk])
    assert signed_in(Role.VOLUNTEER).get(url).status_code == 403


def test_the_history_of_a_thing_that_does_not_exist_is_not_found():
    url = reverse("admin:tracker_person_history", args=["00000000-0000-0000-0000-000000000000"])
    assert signed_in(Role.CASEWORKER).get(url).status_code == 404


def test_the_whole_history_leaves_rows_of_lists_out_until_they_are_asked_for():
    make.record()
    client = signed_in(Role.AUDITOR)
    register = reverse("admin:tracker_historyentry_changelist")
    nouns = {entry.pgh_obj_model for entry in client.get(register).context["cl"].result_list}
    assert "tracker.Document" in nouns
    assert "tracker.PrisonRecord" not in nouns
    asked = client.get(register, {"noun": "prisonrecord"}).context["cl"].result_list
    assert {entry.pgh_obj_model for entry in asked} == {"tracker.PrisonRecord"}


def test_only_auditors_open_the_whole_history():
    make.person()
    table = tables_by_noun()["person"]
    slug = HistoryEntry.objects.across(table).first().pgh_slug
    for name, args in [("changelist", []), ("change", [slug])]:
        url = reverse(f"admin:tracker_historyentry_{name}", args=args)
        assert signed_in(Role.AUDITOR).get(url).status_code == 200
        assert signed_in(Role.ADMINISTRATOR).get(url).status_code == 403


def test_a_value_of_a_noun_that_the_reader_may_not_see_stays_unsaid():
    inquiry = make.inquiry(message="what the sister wrote")
    table = tables_by_noun()["inquiry"]
    slug = HistoryEntry.objects.across(table).get(pgh_obj_id=str(inquiry.pk)).pgh_slug
    url = reverse("admin:tracker_historyentry_change", args=[slug])
    assert "what the sister wrote" not in signed_in(Role.AUDITOR).get(url).content.decode()


def test_nobody_changes_the_history_through_its_register():
    assert Person.objects.count() == 0
    url = reverse("admin:tracker_historyentry_add")
    assert signed_in(Role.AUDITOR).post(url).status_code == 403
