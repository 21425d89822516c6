"""A caseworker records what a family allows."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import make
from tests.admin.pages import signed_in
from tracker.models import Person, PublicListing, Role

pytestmark = pytest.mark.django_db


def page_of(person: Person) -> str:
    return reverse("admin:staff_consent", args=[person.pk])


def yes(person: Person, **answers: object) -> dict[str, object]:
    today = timezone.localdate().isoformat()
    given_by = make.relative(person.family)
    return {"given_by": given_by.pk, "scope": "public", "on": today, "version": person.version} | answers


def test_a_family_agrees_and_the_person_can_be_found():
    person = make.person("سامر خالد الحلو")
    assert signed_in(Role.CASEWORKER).post(page_of(person), yes(person)).status_code == 302
    assert PublicListing.objects.filter(case_code=person.case_code).exists()


def test_a_family_takes_it_back_and_the_person_is_gone():
    person, client = make.person("سامر خالد الحلو"), signed_in(Role.CASEWORKER)
    client.post(page_of(person), yes(person))
    answers = {"take_back": "1", "on": timezone.localdate().isoformat(), "version": 2}
    assert client.post(page_of(person), answers).status_code == 302
    assert not PublicListing.objects.exists()


def test_a_stranger_to_the_family_cannot_agree():
    person = make.person()
    answer = signed_in(Role.CASEWORKER).post(page_of(person), yes(person, given_by=make.relative().pk))
    assert answer.context["give"].errors["given_by"]
    assert Person.objects.get(pk=person.pk).consent_given_on is None


def test_a_day_that_has_not_come_is_refused_in_a_sentence():
    person = make.person()
    answer = signed_in(Role.CASEWORKER).post(page_of(person), yes(person, on="2999-01-01"))
    assert "Choose today or an earlier day." in answer.content.decode()


def test_a_page_opened_before_a_colleague_recorded_something_else_is_refused():
    person = make.person()
    answer = signed_in(Role.CASEWORKER).post(page_of(person), yes(person, version=7))
    assert answer.context["give"].non_field_errors()
    assert Person.objects.get(pk=person.pk).consent_given_on is None


def test_only_caseworkers_record_consent():
    person = make.person()
    for role in (Role.VOLUNTEER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR):
        assert signed_in(role).post(page_of(person), yes(person)).status_code == 403
