"""The register of missing people."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import make
from tests.admin.pages import filled_in, signed_in
from tracker.flow.listing.publish import publish
from tracker.models import LinkStatus, Person, PublicListing, Role

pytestmark = pytest.mark.django_db
REGISTER = reverse("admin:tracker_person_changelist")


def found(**asked: str) -> set[Person]:
    page = signed_in(Role.CASEWORKER).get(REGISTER, asked)
    assert page.status_code == 200, page
    return set(page.context["cl"].result_list)


def test_a_search_finds_a_name_in_another_spelling_and_script():
    samer = make.person("سامر خالد الحلو")
    make.person("فادي نبيل عيسى")
    assert found(q="Samer Khaled al-Hilou") == {samer}


def test_whoever_merely_comes_nearest_is_listed_only_where_nobody_is_meant():
    peter, nabil = make.person("Peter Gadet"), make.person("نبيل كرم الصفدي")
    for other in ("كرم الصفدي", "نادر كرم الصفدي", "غسان نبيل الصفدي"):
        make.person(other)
    assert found(q="PETcR GADEf") == {peter}
    assert found(q="Nabl Karm Saqdai") == {nabil}


def test_a_search_finds_a_case_code():
    samer = make.person()
    make.person("فادي نبيل عيسى")
    assert found(q=samer.case_code.lower()) == {samer}


def test_a_case_code_that_sounds_like_a_name_finds_the_case_alone():
    samer = make.person(case_code="FAD2-HASN")
    make.person("فادي نبيل حسن")
    for typed in ("FAD2-HASN", "fad2-hasn", "fad2hasn", " FAD2 HASN "):
        assert found(q=typed) == {samer}


def test_the_bar_narrows_by_governorate_down_to_its_towns():
    rif = make.place("ريف دمشق", "Rif Dimashq")
    douma = make.place("دوما", "Douma", kind="town", parent=rif)
    there = make.person(disappearance_place=douma)
    make.person(disappearance_place=make.place())
    assert found(governorate=str(rif.pk)) == {there}


def test_the_bar_narrows_by_the_year_in_which_someone_may_have_disappeared():
    summer, between = make.person(disappearance="2013-07"), make.person(disappearance="2012-11/2013-02")
    make.person(disappearance="2014")
    assert found(year="2013") == {summer, between}


def test_the_bar_narrows_by_waiting_links():
    waiting = make.link().person
    make.link(LinkStatus.REJECTED)
    nobody = make.person()
    assert found(links="waiting") == {waiting}
    assert nobody in found(links="none")
    assert waiting not in found(links="none")


def test_a_corrected_name_is_corrected_in_the_public_listing():
    person = make.public_person("سامر خالد الحلو")
    publish(person)
    client = signed_in(Role.CASEWORKER)
    url = reverse("admin:tracker_person_change", args=[person.pk])
    answers = filled_in(client, url) | {"names-0-given": "ماهر"}
    assert client.post(url, answers).status_code == 302
    assert PublicListing.objects.get(case_code=person.case_code).given_ar == "ماهر"


def test_an_invented_case_says_so():
    page = signed_in(Role.CASEWORKER).get(reverse("admin:tracker_person_change", args=[make.person().pk]))
    assert "Invented for the demonstration" in page.content.decode()


def test_a_case_shows_its_candidate_links_and_its_standing():
    link = make.link()
    url = reverse("admin:tracker_person_change", args=[link.person.pk])
    shown = signed_in(Role.REVIEWER).get(url).content.decode()
    assert reverse("admin:staff_link", args=[link.pk]) in shown
    assert ">missing<" in shown


def test_a_reviewer_reads_a_case_and_saves_nothing():
    person = make.person(circumstances="before")
    client = signed_in(Role.REVIEWER)
    url = reverse("admin:tracker_person_change", args=[person.pk])
    assert client.get(url).status_code == 200
    assert client.post(url, {"circumstances": "after", "version": "1"}).status_code == 403
    assert Person.objects.get(pk=person.pk).circumstances == "before"


def test_a_date_reads_as_a_person_writes_it():
    person = make.person(birth="1984-03")
    url = reverse("admin:tracker_person_change", args=[person.pk])
    assert "March 1984" in signed_in(Role.REVIEWER).get(url).content.decode()
