"""Two colleagues edit one thing at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tracker.models import Person, PersonName, Role

pytestmark = pytest.mark.django_db


def page_of(person: Person) -> str:
    return reverse("admin:tracker_person_change", args=[person.pk])


def test_an_edit_is_saved_as_the_next_version():
    person = make.person(circumstances="before")
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(person)) | {"circumstances": "after"}
    assert client.post(page_of(person), answers).status_code == 302
    stored = Person.objects.get(pk=person.pk)
    assert (stored.circumstances, stored.version) == ("after", 2)


def test_a_save_that_changes_nothing_makes_no_version():
    person = make.person()
    client = signed_in(Role.CASEWORKER)
    client.post(page_of(person), filled_in(client, page_of(person)))
    assert Person.objects.get(pk=person.pk).version == 1


def test_the_second_of_two_sees_both_side_by_side_and_overwrites_nothing():
    person = make.person(circumstances="as it was")
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(person)) | {"circumstances": "what I typed"}
    other = Person.objects.get(pk=person.pk)
    other.circumstances = "what she saved"
    other.save()
    page = client.post(page_of(person), answers)
    shown = page.content.decode()
    assert page.status_code == 200
    assert "what I typed" in shown
    assert "what she saved" in shown
    assert "Someone else saved this" in shown
    assert Person.objects.get(pk=person.pk).circumstances == "what she saved"


def test_after_seeing_both_the_second_may_save():
    person = make.person(circumstances="as it was")
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(person)) | {"circumstances": "what I typed"}
    other = Person.objects.get(pk=person.pk)
    other.circumstances = "what she saved"
    other.save()
    client.post(page_of(person), answers)
    again = answers | {"version": "2", "circumstances": "what we agreed"}
    assert client.post(page_of(person), again).status_code == 302
    assert Person.objects.get(pk=person.pk).circumstances == "what we agreed"


def test_a_field_the_second_left_alone_takes_the_newer_value_over():
    person = make.person(registry_number="1", circumstances="as it was")
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(person)) | {"circumstances": "what I typed"}
    other = Person.objects.get(pk=person.pk)
    other.registry_number = "2"
    other.save()
    page = client.post(page_of(person), answers)
    form = page.context["adminform"].form
    assert form["registry_number"].value() == "2"
    assert form["circumstances"].value() == "what I typed"
    assert "the new value was taken over" in page.content.decode()


def test_a_form_without_its_version_is_not_trusted():
    person = make.person(circumstances="as it was")
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(person)) | {"circumstances": "typed", "version": ""}
    assert client.post(page_of(person), answers).status_code == 200
    assert Person.objects.get(pk=person.pk).circumstances == "as it was"


def test_a_name_below_the_person_carries_its_version_as_well():
    person = make.person("سامر خالد الحلو")
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(person)) | {"names-0-remark": "what I typed"}
    other = PersonName.objects.get(person=person)
    other.remark = "what she saved"
    other.save()
    shown = client.post(page_of(person), answers).content.decode()
    assert "what I typed" in shown
    assert PersonName.objects.get(person=person).remark == "what she saved"


def test_a_name_that_only_a_colleague_touched_does_not_stop_the_person():
    person = make.person("سامر خالد الحلو", circumstances="before")
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(person)) | {"circumstances": "after"}
    other = PersonName.objects.get(person=person)
    other.remark = "what she saved"
    other.save()
    assert client.post(page_of(person), answers).status_code == 302
    assert Person.objects.get(pk=person.pk).circumstances == "after"
    assert PersonName.objects.get(person=person).remark == "what she saved"


def test_consent_given_meanwhile_outlives_an_older_form():
    person = make.person(circumstances="before")
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(person)) | {"circumstances": "after"}
    other = Person.objects.get(pk=person.pk)
    other.consent_scope, other.consent_given_by = "office", make.relative(person.family)
    other.consent_given_on = "2026-01-10"
    other.save()
    client.post(page_of(person), answers)
    assert Person.objects.get(pk=person.pk).consent_scope == "office"
