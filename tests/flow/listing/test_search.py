"""Who is found by a stranger, and who is not."""

from typing import Any

import pytest

from tests import make
from tracker.flow.listing.governorates import GOVERNORATES, governorate_code
from tracker.flow.listing.publish import publish
from tracker.flow.listing.search import NoFact, TooFewNames, TooLittle, search_listings
from tracker.models import Person, Place

pytestmark = pytest.mark.django_db


def shown(*names: str, **fields: Any) -> Person:
    person = make.public_person(*names, **fields)
    publish(person)
    return person


def found(name: str, **facts: Any) -> list[str]:
    return [listing.case_code for listing in search_listings(name, **facts)]


@pytest.fixture
def homs() -> Place:
    return make.place("حمص", "Homs")


def test_three_names_and_a_year_find_a_person_in_any_spelling_and_either_script():
    person = shown("سامر خالد الحلو", birth="1984")
    for name in ("سامر خالد الحلو", "سامر خالد حلو", "Samer Khaled al-Helou", "Samir Khalid Helo"):
        assert found(name, birth_year=1984) == [person.case_code], name


def test_a_compound_name_counts_as_one():
    shown("عبد الرحمن نور الدين البقاعي", birth="1984")
    with pytest.raises(TooFewNames):
        search_listings("عبد الرحمن البقاعي", birth_year=1984)
    assert found("عبدالرحمن نور الدين البقاعى", birth_year=1984)


@pytest.mark.parametrize("name", ["سامر", "سامر الحلو", "أبو خالد", "\u202e \u200f", "1984", "!!! ??? ..."])
def test_fewer_than_three_names_are_too_little(name: str):
    shown("سامر خالد الحلو", birth="1984")
    with pytest.raises(TooFewNames):
        search_listings(name, birth_year=1984)


def test_three_names_alone_are_too_little():
    with pytest.raises(NoFact) as refusal:
        search_listings("سامر خالد الحلو")
    assert isinstance(refusal.value, TooLittle)


def test_a_contradicted_fact_hides_a_person(homs: Place):
    shown("سامر خالد الحلو", birth="1984", disappearance="2013", disappearance_place=homs)
    assert found("سامر خالد الحلو", birth_year=1985)
    assert not found("سامر خالد الحلو", birth_year=1986)
    assert not found("سامر خالد الحلو", disappearance_year=2015)
    assert not found("سامر خالد الحلو", governorate="SY-HL")
    assert not found("سامر خالد الحلو", birth_year=1984, governorate="SY-HL")
    assert found("سامر خالد الحلو", governorate="Hims")


def test_damascus_and_its_countryside_do_not_contradict_each_other():
    shown("سامر خالد الحلو", disappearance_place=make.place("ريف دمشق", "Rif Dimashq"))
    assert found("سامر خالد الحلو", governorate="SY-DI")
    assert not found("سامر خالد الحلو", governorate="SY-HM")


@pytest.mark.parametrize(
    "name", ["ماهر خالد الحلو", "سامر فاروق الحلو", "سامر خالد البيطار", "خالد سامر الحلو"]
)
def test_another_given_fathers_or_family_name_is_another_person(name: str):
    shown("سامر خالد الحلو", birth="1984")
    assert not found(name, birth_year=1984)


def test_where_a_name_is_not_listed_a_fact_must_stand_in_for_it(homs: Place):
    two_names = shown("غضنفر الحلو", birth="1984", disappearance_place=homs)
    assert found("غضنفر خالد الحلو", birth_year=1984) == [two_names.case_code]
    assert not found("غضنفر خالد الحلو", disappearance_year=2013)
    one_name = shown("Mahmoud", disappearance="2012-04-17", disappearance_place=homs)
    assert found("محمود أحمد الخالد", disappearance_year=2012, governorate="SY-HI") == [one_name.case_code]
    assert not found("محمود أحمد الخالد", disappearance_year=2012)


def test_at_most_five_are_shown_the_likeliest_first():
    for _ in range(7):
        shown("سامر خالد الحلو", birth="1984")
    assert len(found("سامر خالد الحلو", birth_year=1984)) == 5
    exact = shown("سامر خالد الحلواني", birth="1984")
    assert found("سامر خالد الحلواني", birth_year=1984)[0] == exact.case_code


def test_the_same_search_is_answered_the_same():
    for _ in range(7):
        shown("سامر خالد الحلو", birth="1984")
    assert found("سامر خالد الحلو", birth_year=1984) == found("Samer Khaled Helou", birth_year=1984)


def test_every_spelling_of_a_governorate_means_one():
    for one in GOVERNORATES:
        for spelling in (one.code, one.ar, one.en, *one.also, f"محافظة {one.ar}", f"{one.en} Governorate"):
            assert governorate_code(spelling) == one.code
    assert len({one.code for one in GOVERNORATES}) == 14
