"""Missing people found by a name in any spelling."""

from typing import Any

import pytest
from numba import typeof

from tests import make
from tests.flow.linking.lists import missing
from tests.models.guards import changed
from tracker.dates import UnreadableDate
from tracker.flow.linking import house
from tracker.flow.linking.house import House
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.search import Compared, answers, search_people, search_profile
from tracker.flow.withdraw import withdraw
from tracker.models import Person, PersonKeys

pytestmark = pytest.mark.django_db


def found(name: str, **facts: Any) -> list[Person]:
    return [one.person for one in search_people(name, **facts)]


@pytest.mark.parametrize("name", [
    "نبيل كرم الصفدي", "نبيل الصفدي", "Nabil al-Safadi", "Nabeel Karam Safadi", "NABIL KARAM ALSAFADI",
    "نبيل كرم صفدى", "\u202eنبيل كرم الصفدي\u202c", "al-Safadi, Nabil Karam",
])  # fmt: skip
def test_a_person_is_found_in_any_spelling_of_either_script(name: str):
    person = missing("Nabil Karam al-Safadi")
    missing("Ghassan Tawfiq al-Masri")
    assert found(name)[:1] == [person]


def test_the_best_stands_first_and_says_why():
    namesake = missing("Nabil Jamal al-Safadi")
    person = missing("نبيل كرم الصفدي")
    results = search_people("Nabil Karam al-Safadi")
    assert [one.person for one in results] == [person, namesake]
    assert [one.score for one in results] == sorted((one.score for one in results), reverse=True)
    assert all(0 <= one.score <= 1 for one in results)
    assert {reason.aspect for reason in results[0].reasons} >= {"given", "father", "family"}
    assert all(reason.en and reason.ar for one in results for reason in one.reasons)


@pytest.mark.parametrize(("right", "wrong"), [
    ({"father": "كرم"}, {"father": "محمود"}),
    ({"mother": "سعاد مراد"}, {"mother": "ليلى درويش"}),
    ({"born": "1981"}, {"born": "1950"}),
], ids=["father", "mother", "born"])  # fmt: skip
def test_each_further_fact_counts_for_and_against(right: dict[str, str], wrong: dict[str, str]):
    missing("Nabil Karam al-Safadi")

    def score(facts: dict[str, Any]) -> float:
        results = search_people("نبيل الصفدي", **facts)
        return results[0].score if results else 0.0

    assert score(wrong) < score({}) < score(right)


def test_a_fact_that_fits_brings_the_right_namesake_to_the_front():
    one = missing("نبيل كرم الصفدي", mother="رجاء العلي", birth="1960")
    other = missing("نبيل كرم الصفدي", mother="سعاد مراد", birth="1981")
    assert found("نبيل كرم الصفدي", mother="سعاد مراد")[0] == other
    assert found("نبيل كرم الصفدي", born="1960")[0] == one


def test_a_governorate_brings_the_namesake_who_disappeared_there_to_the_front():
    rif = make.place("ريف دمشق", "Rif Dimashq")
    douma = make.place("دوما", "Douma", kind="town", parent=rif)
    elsewhere = make.place("حلب", "Aleppo")
    there = missing("نبيل كرم الصفدي", disappearance_place=douma)
    other = missing("نبيل كرم الصفدي", disappearance_place=elsewhere)
    for governorate, first in ((rif, there), (elsewhere, other)):
        found = answers("Nabil al-Safadi", governorate=governorate).found
        assert [one.person for one in found] == [first, *({there, other} - {first})]
        assert any(reason.aspect != "given" for reason in found[0].reasons)


def test_the_names_shown_are_the_persons_own():
    missing("نبيل كرم الصفدي", "Nabil Karam al-Safadi")
    (result,) = search_people("نبيل الصفدي")
    assert sorted(result.names) == ["Nabil Karam al-Safadi", "نبيل كرم الصفدي"]


def test_nobody_is_found_by_the_mothers_name_or_a_withdrawn_one():
    person = missing("نبيل كرم الصفدي", "غسان توفيق المصري", mother="سعاد مراد")
    withdraw(person.names.get(written="غسان توفيق المصري"), by=make.caseworker(), reason="another man's")
    assert found("سعاد مراد") == []
    assert found("غسان توفيق المصري") == []


def test_withdrawn_people_are_not_found():
    person = missing()
    assert found("Nabil Karam al-Safadi") == [person]
    keys = PersonKeys.objects.get(person=person)
    withdraw(person, by=make.caseworker(), reason="twice in the list")
    assert found("Nabil Karam al-Safadi") == []
    keys.save(force_insert=True)
    assert found("Nabil Karam al-Safadi") == []


def test_a_corrected_name_is_found_at_once():
    person = missing("Ghassan al-Masri")
    assert found("Nabil al-Safadi") == []
    changed(person.names.get(kind="papers"), written="Nabil al-Safadi", given="Nabil", family="al-Safadi")()
    assert found("Nabil al-Safadi") == [person]


@pytest.mark.parametrize("nothing", ["", "  ", "؟", "123"])
def test_nothing_is_found_by_what_is_no_name(nothing: str):
    missing()
    assert found(nothing) == []


def test_whoever_comes_nearest_to_a_damaged_name_is_listed_though_a_little_speaks_against_them():
    person = missing("Peter Gadet")
    missing("Ghassan Tawfiq al-Masri")
    (near,) = search_people("PETcR GADEf")
    assert near.person == person
    assert not near.may_be_meant


def test_of_those_whom_a_damaged_name_may_mean_the_one_with_its_letters_comes_first():
    missing("Abu Musab Mohammed")
    person = missing("Muhammad al-Hindi")
    results = search_people("Muhammad AL-HsNDIt")
    assert results[0].person == person
    assert results[0].score < results[1].score
    assert results[0].may_be_meant, "whoever stands before somebody who may be meant may be meant"


@pytest.mark.parametrize("title", ["Sayyed", "الشيخ", "Haj"])
def test_a_title_before_a_surname_does_not_speak_against_whoever_is_held_without_it(title: str):
    person = missing("نبيل كرم الصفدي")
    titled, bare = search_people(f"{title} al-Safadi"), search_people("al-Safadi")
    assert [one.person for one in titled] == [person]
    assert titled[0].score == pytest.approx(bare[0].score)


def test_whoever_bears_a_title_as_a_name_comes_first():
    missing("Nabil Karam al-Safadi")
    person = missing("سيد الصفدي")
    assert found("Sayyed al-Safadi")[:1] == [person]


def test_where_somebody_answers_surely_nobody_else_is_listed_as_nearest():
    missing("نبيل كرم الصفدي")
    missing("نبيل محمود الصقر")
    results = search_people("نبيل كرم الصفدي")
    assert all(one.may_be_meant for one in results)


def test_no_more_are_listed_than_asked_for():
    for _ in range(4):
        missing()
    assert len(search_people("Nabil Karam al-Safadi", limit=3)) == 3


def test_a_birth_that_is_no_date_is_refused():
    with pytest.raises(UnreadableDate):
        search_people("Nabil", born="long ago")


def test_whoever_is_changed_before_the_reasons_are_told_is_listed_without():
    missing("Nabil Karam al-Safadi")
    listed = answers("Nabil al-Safadi").found
    PersonKeys.objects.all().delete()
    assert [one.reasons for one in listed] == [[]]


def test_what_changed_since_the_last_search_is_reckoned_with(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(house, "COUNTED_UNDER", -1)
    missing("Nabil Karam al-Safadi", disappearance_place=make.place())
    key_people()
    before = House.now()
    assert House.last() is before
    elsewhere = make.place()
    (found,) = answers("Nabil Karam al-Safadi", governorate=elsewhere).found
    assert "place" in {reason.aspect for reason in found.reasons}
    assert House.last() is not before


def test_nothing_is_compiled_anew_for_those_who_were_looked_up():
    missing("Nabil Karam al-Safadi")
    key_people()
    block = Compared(search_profile("Nabil al-Safadi", mother="Souad"), House.now(), 20).block
    assert list(map(typeof, block.right.side)) == list(map(typeof, block.left.side))


def test_the_house_is_asked_for_in_the_same_breath(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
):
    monkeypatch.setattr(house, "COUNTED_UNDER", -1)
    missing("Nabil Karam al-Safadi")
    answers("Nabil Karam al-Safadi")
    with django_assert_num_queries(2):  # the other ends a setting, as a test is one transaction
        assert len(answers("Nabil Karam al-Safadi").found) == 1


def test_a_name_that_a_form_cut_in_two_finds_its_bearer():
    person = missing("Abdul Aziz Nuristani")
    assert [one.person for one in answers("Aziz Abdul").found] == [person]


def test_whoever_has_nearly_all_letters_is_listed_though_much_speaks_against_them():
    person = missing("Benjamin TORRES SOSA")
    missing("Benjamin Paul Mendes")
    (found,) = answers("Benjamiu TORRESSOSo").found
    assert (found.person, found.may_be_meant) == (person, False)


@pytest.mark.parametrize("asked", ["نبيل كرم الص", "Nabil Karam al-Saf"])
def test_whoever_searches_before_the_name_is_typed_to_its_end_finds_its_bearer(asked: str):
    person = missing("نبيل كرم الصفدي")
    missing("نبيل كامل المصري")
    assert found(asked)[0] == person


def test_a_name_cut_off_comes_before_those_who_sound_like_what_is_left():
    missing("Majid Eddie Andrey")
    person = missing("Majid Dehghan")
    assert found("Majid DEH")[0] == person


@pytest.mark.parametrize("asked", ["نبيلكرمأحمدالصفدي", "NABILKARAMAHMADALSAFADI", "نبيل كرمأحمدالصفدي"])
def test_a_name_without_its_blanks_finds_its_bearer_and_says_why(asked: str):
    person = missing("نبيل كرم أحمد الصفدي", "Nabil Karam Ahmad al-Safadi")
    missing("Ghassan Tawfiq al-Masri")
    (result,) = answers(asked).found
    assert (result.person, result.may_be_meant) == (person, True)
    assert {reason.aspect for reason in result.reasons} >= {"given", "father", "family"}


@pytest.mark.parametrize(("asked", "is_sure"), [
    ("Ali Kari", True), ("Ali KARAI", False), ("علي الكرعي", False), ("Nabil al-Sefedi", True),
])  # fmt: skip
def test_of_a_short_name_it_is_seen_how_it_is_written_and_not_heard_alone(asked: str, is_sure: bool):
    missing("Ali KARI")
    missing("Nabil al-Safadi")
    key_people()
    compared = Compared(search_profile(asked), House.now(), 20)
    assert compared.is_sure
    assert compared.is_enough == is_sure


@pytest.mark.parametrize("asked", ["أبو سلمان", "Abu Salman", "ABOU SALMANE"])
def test_whoever_is_known_by_a_kunya_alone_is_found_by_it(asked: str):
    person = missing("أبو سلمان")
    missing("سلمان الصفدي")
    (found,) = answers(asked).found
    assert found.person == person
    assert found.reasons[0].en.startswith("Both are known by a kunya alone, and these agree")
