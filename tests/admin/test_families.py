"""Ways to reach a relative go in, and do not come out."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tracker.models import Contact, Role

pytestmark = pytest.mark.django_db
NUMBER = "+963 944 123 412"


def page_of(contact: Contact) -> str:
    return reverse("admin:tracker_relative_change", args=[contact.relative.pk])


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_no_role_reads_a_number_on_the_page_of_a_relative(role: str):
    contact = make.contact(value=NUMBER)
    shown = signed_in(role).get(page_of(contact)).content.decode()
    assert NUMBER not in shown
    assert ("•••• 12" in shown) == (role == Role.CASEWORKER)


def test_a_number_left_alone_stays_as_it_was():
    contact = make.contact(value=NUMBER)
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(contact)) | {"contacts-0-safe_time": "evenings"}
    assert client.post(page_of(contact), answers).status_code == 302
    stored = Contact.objects.get(pk=contact.pk)
    assert (stored.value, stored.safe_time) == (NUMBER, "evenings")


def test_a_new_number_takes_the_place_of_the_old():
    contact = make.contact(value=NUMBER)
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(contact)) | {"contacts-0-value": "+963 955 000 001"}
    assert client.post(page_of(contact), answers).status_code == 302
    assert Contact.objects.get(pk=contact.pk).value == "+963 955 000 001"


def test_a_conflict_about_a_number_shows_neither_of_the_two():
    contact = make.contact(value=NUMBER)
    client = signed_in(Role.CASEWORKER)
    answers = filled_in(client, page_of(contact)) | {"contacts-0-safe_way": "visits only"}
    other = Contact.objects.get(pk=contact.pk)
    other.value = "+963 999 777 733"
    other.save()
    page = client.post(page_of(contact), answers)
    assert page.status_code == 200
    assert NUMBER not in page.content.decode()
    assert "+963 999 777 733" not in page.content.decode()


def test_the_history_of_a_relative_does_not_show_a_number():
    contact = make.contact(value=NUMBER)
    url = reverse("admin:tracker_relative_history", args=[contact.relative.pk])
    shown = signed_in(Role.AUDITOR).get(url).content.decode()
    assert "not shown here" in shown
    assert NUMBER not in shown
