"""The page that withdraws."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import make
from tests.admin.pages import signed_in
from tracker.models import PersonName, Role

pytestmark = pytest.mark.django_db


def page_of(thing: object) -> str:
    noun = thing._meta.model_name  # type: ignore[attr-defined]
    return reverse("admin:staff_withdraw", args=[noun, thing.pk])  # type: ignore[attr-defined]


def test_a_name_is_withdrawn_with_its_reason_and_stays_readable_on_the_case():
    person = make.person("سامر خالد الحلو", "Samer Khaled al-Hilu")
    wrong = PersonName.objects.get(written="Samer Khaled al-Hilu")
    answer = signed_in(Role.CASEWORKER).post(
        page_of(wrong), {"reason": "of his brother", "version": 1}, follow=True
    )
    assert answer.redirect_chain[0][0] == reverse("admin:tracker_person_change", args=[person.pk])
    assert "of his brother" in answer.content.decode()
    assert not PersonName.objects.get(pk=wrong.pk).stands


def test_without_a_reason_nothing_is_withdrawn():
    person = make.person()
    assert signed_in(Role.CASEWORKER).post(page_of(person), {"reason": " ", "version": 1}).status_code == 200
    person.refresh_from_db()
    assert person.stands


def test_a_refusal_keeps_what_was_typed():
    link = make.link()
    answer = signed_in(Role.CASEWORKER).post(page_of(link.person), {"reason": "twice here", "version": 1})
    assert "Links to records depend on this case" in answer.content.decode()
    assert "twice here" in answer.content.decode()


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_only_caseworkers_withdraw(role: str):
    person = make.person()
    assert signed_in(role).post(page_of(person), {"reason": "because", "version": 1}).status_code == 403


def test_a_noun_that_is_not_withdrawn_here_is_not_found():
    url = reverse("admin:staff_withdraw", args=["user", make.person().pk])
    assert signed_in(Role.CASEWORKER).get(url).status_code == 404
