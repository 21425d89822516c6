"""What of a case is shown, and what never is."""

from collections.abc import Mapping

import pytest
from django.conf import settings
from procrastinate.contrib.django import app

from tests import make
from tests.models.guards import triggers_of, without
from tracker.flow.listing.publish import publish, publish_all, publish_by_new_rules
from tracker.flow.listing.search import search_listings
from tracker.flow.listing.tasks import notice_new_rules
from tracker.models import (
    ClaimKind,
    IdentifierKind,
    LinkStatus,
    NameKind,
    Person,
    PlaceKind,
    PublicListing,
    Standing,
)

pytestmark = pytest.mark.django_db


def listing_of(person: Person) -> PublicListing:
    publish(person)
    return PublicListing.objects.get(case_code=person.case_code)


def facts_of(person: Person) -> Mapping[str, object]:
    publish(person)
    return PublicListing.objects.values().get(case_code=person.case_code)


def test_a_listing_shows_three_names_in_both_scripts_and_the_years_and_the_governorate():
    homs = make.place("حمص", "Homs")
    town = make.place("الرستن", "Rastan", kind=PlaceKind.TOWN, parent=homs)
    person = make.public_person(
        "سامر خالد محمود الحلو",
        "Samer Khaled al-Helou",
        birth="1984-03-02",
        disappearance="2013-05",
        disappearance_place=town,
    )
    row = listing_of(person)
    assert (row.given_ar, row.father_ar, row.family_ar) == ("سامر", "خالد", "الحلو")
    assert (row.given_latin, row.father_latin, row.family_latin) == ("Samer", "Khaled", "al-Helou")
    assert (row.birth_year, row.disappearance_year) == (1984, 2013)
    assert (row.governorate_ar, row.governorate_en) == ("حمص", "Homs")


def test_a_copy_of_the_table_tells_no_more_than_the_page():
    prison = make.place("سجن", "Prison", kind=PlaceKind.PRISON, parent=make.place("حلب", "Aleppo"))
    person = make.public_person(
        "سامر خالد عبدالغفور الحلو",
        mother="فريهان الزنبقي",
        disappearance_place=prison,
        circumstances="seen by a neighbour",
        registry_number="7781",
    )
    make.name(person, "أبو الغضب", kind=NameKind.ALIAS)
    make.identifier(person, "204", kind=IdentifierKind.BODY)
    row = listing_of(person)
    everything = " ".join(str(value) for value in vars(row).values())
    for secret in ("فريهان", "الزنبقي", "عبدالغفور", "الغضب", "سجن", "neighbour", "7781", "204"):
        assert secret not in everything
    without = make.public_person("سامر خالد الحلو", disappearance_place=prison)
    assert sorted(row.keys) == sorted(listing_of(without).keys)


def test_a_date_that_spans_years_shows_no_year():
    row = listing_of(make.public_person(birth="1980/1985", disappearance=None))
    assert (row.birth_year, row.disappearance_year, row.governorate_ar) == (None, None, "")


def test_the_name_on_papers_comes_before_other_spellings_and_stated_before_added():
    person = make.public_person("Samer Khaled al-Helou")
    make.name(person, "Samir Khalid Hilu", kind=NameKind.ALIAS)
    make.name(person, "سامر الحلوي", standing=Standing.ADDED)
    make.name(person, "سامر خالد الحلو")
    row = listing_of(person)
    assert (row.family_latin, row.family_ar) == ("al-Helou", "الحلو")


def test_a_corrected_name_is_shown_and_found_anew():
    person = make.public_person("سامر خالد الحلو")
    before = listing_of(person).keys
    name = person.names.get()
    name.written, name.given = "ماهر خالد الحلو", "ماهر"
    name.save()
    after = listing_of(person)
    assert after.given_ar == "ماهر"
    assert after.keys != before


def test_nobody_without_consent_is_listed():
    person = make.person()
    publish(person)
    assert not PublicListing.objects.exists()


def test_nobody_is_listed_by_a_mothers_name_alone():
    person = make.public_person("الحلو", mother="سعاد الزنبقي")
    name = person.names.get(kind=NameKind.PAPERS)
    name.given, name.family = "", "الحلو"
    name.save()
    publish(person)
    assert not PublicListing.objects.exists()


def test_a_fate_that_was_found_changes_no_byte_of_a_listing():
    person = make.public_person(birth="1984")
    before = facts_of(person)
    link = make.link(LinkStatus.CONFIRMED, person=person)
    make.claim(
        person, ClaimKind.DIED, link=link, confirmed_by=link.confirmed_by, seconded_by=link.seconded_by
    )
    make.notice(link)
    assert facts_of(person) == before


def test_publish_all_makes_the_listing_agree_with_consent():
    shown, hidden = make.public_person(), make.person("ماهر خالد الحلو")
    with without(PublicListing, triggers_of(PublicListing)["listing_is_of_someone_whose_family_agreed"]):
        PublicListing.objects.create(case_code=hidden.case_code, given_ar="ماهر", keys=["mhr"])
        PublicListing.objects.create(case_code="2222-2222", given_ar="x", keys=["x"])
        assert publish_all() == 1
        assert PublicListing.objects.get().case_code == shown.case_code


def test_what_older_rules_made_findable_is_written_anew_by_the_worker():
    person = make.public_person("ماهر أحمد التجريبي", birth="1980")
    listed, untouched = listing_of(person), listing_of(make.public_person("سامر خالد الحلو"))
    PublicListing.objects.filter(pk=listed.pk).update(
        keys=["as it was", "heard once"], rules=listed.rules - 1
    )
    assert search_listings("Maher Ahmad al-Tajribi", birth_year=1980) == []
    notice_new_rules(0)
    assert search_listings("Maher Ahmad al-Tajribi", birth_year=1980) == [listed]
    assert set(PublicListing.objects.values_list("rules", flat=True)) == {listed.rules}
    assert PublicListing.objects.get(pk=untouched.pk).keys == untouched.keys
    assert publish_by_new_rules() == 0


def test_listings_that_were_there_before_rules_were_noted_are_written_anew():
    person = make.public_person("ماهر أحمد التجريبي")
    PublicListing.objects.create(case_code=person.case_code, given_ar="ماهر", keys=["x"])
    assert publish_by_new_rules() == 1
    assert PublicListing.objects.get().keys != ["x"]


def test_the_worker_knows_of_it():
    assert notice_new_rules.name in app.tasks
    assert notice_new_rules.__module__ in settings.PROCRASTINATE_IMPORT_PATHS
