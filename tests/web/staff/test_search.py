"""Colleagues search for a person by name."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.admin.pages import signed_in
from tracker.models import Role

pytestmark = pytest.mark.django_db
SEARCH = reverse("admin:staff_search")


def test_a_name_in_latin_letters_finds_the_person_written_in_arabic():
    samer = make.person("سامر خالد الحلو", birth="1984")
    make.person("فادي نبيل عيسى")
    page = signed_in(Role.CASEWORKER).get(SEARCH, {"name": "Samer Khaled al-Hilou"})
    assert [match["person"] for match in page.context["found"]] == [samer]
    assert page.context["found"][0]["reasons"]


def test_a_birth_that_is_no_date_is_refused_in_a_sentence():
    make.person()
    page = signed_in(Role.CASEWORKER).get(SEARCH, {"name": make.NAME, "born": "soon"})
    assert page.context["form"].errors["born"]
    assert page.context["found"] == []


def test_the_governorate_brings_the_namesake_of_that_place_to_the_front():
    rif, aleppo = make.place("ريف دمشق", "Rif Dimashq"), make.place("حلب", "Aleppo")
    people = {place: make.person("سامر خالد الحلو", disappearance_place=place) for place in (rif, aleppo)}
    for place, person in people.items():
        page = signed_in(Role.CASEWORKER).get(
            SEARCH, {"name": "Samer al-Hilou", "governorate": str(place.pk)}
        )
        assert page.context["found"][0]["person"] == person


def test_a_name_that_nobody_bears_is_answered_with_what_to_do():
    shown = signed_in(Role.CASEWORKER).get(SEARCH, {"name": "Zzyzx"}).content.decode()
    assert "Nobody of this name is in the register" in shown


def test_who_comes_nearest_to_a_damaged_name_is_shown_as_such():
    peter = make.person("Peter Gadet")
    page = signed_in(Role.CASEWORKER).get(SEARCH, {"name": "PETcR GADEf"})
    assert page.context["found"] == []
    assert [match["person"] for match in page.context["nearest"]] == [peter]
    shown = page.content.decode()
    assert "Nobody is written quite like this" in shown
    assert "Nobody of this name is in the register" not in shown


def test_an_empty_form_asks_nothing():
    page = signed_in(Role.CASEWORKER).get(SEARCH)
    assert not page.context["asked"]
    assert "Nobody of this name" not in page.content.decode()


def test_a_withdrawn_case_is_not_found():
    caseworker = make.caseworker()
    person = make.person("سامر خالد الحلو")
    person.withdrawn_at, person.withdrawn_by, person.withdrawn_reason = (
        "2026-01-10T00:00Z",
        caseworker,
        "twice",
    )
    person.save()
    page = signed_in(caseworker).get(SEARCH, {"name": "سامر خالد الحلو"})
    assert page.context["found"] == []


def test_a_volunteer_does_not_search():
    assert signed_in(Role.VOLUNTEER).get(SEARCH, {"name": make.NAME}).status_code == 403


def test_who_asks_for_names_that_thousands_share_reads_what_finds_more(monkeypatch):
    make.person("محمد أحمد العلي")
    monkeypatch.setattr("tracker.flow.linking.lookup.MANY", 0.0)
    client = signed_in(Role.CASEWORKER)
    shown = client.get(SEARCH, {"name": "محمد أحمد العلي"})
    assert shown.context["left_out"]
    assert "not all of them were compared" in shown.content.decode()
    alone = client.get(SEARCH, {"name": "قصي هيثم البغدادي"}).content.decode()
    assert "Nobody was found by these names alone" in alone
    assert "Nobody of this name is in the register" not in alone


def test_who_asks_for_a_rare_name_reads_nothing_of_thousands():
    make.person("سامر خالد الحلو")
    shown = signed_in(Role.CASEWORKER).get(SEARCH, {"name": "سامر خالد الحلو"})
    assert not shown.context["left_out"]
    assert "not all of them were compared" not in shown.content.decode()


def test_a_stranger_signs_in_before_searching():
    assert Client().get(SEARCH, {"name": make.NAME})["Location"].startswith(reverse("admin:login"))
