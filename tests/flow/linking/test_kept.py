"""What is kept beside the keys is the profile itself: nothing is lost between the two."""

import pytest

from tests import make
from tests.flow.linking.lists import a_list, missing
from tracker.flow.linking.cases import people_as_cases
from tracker.flow.linking.kept import case_of_record, entry_reader, read_profile
from tracker.flow.linking.places import Gazetteer
from tracker.flow.linking.profiles import profile_of_person, profile_of_record
from tracker.matching.side import entry_of
from tracker.models import Person, PrisonRecord

pytestmark = pytest.mark.django_db


def someone() -> Person:
    person = missing("Nabil Karam al-Safadi", "نبيل كرم الصفدي", birth="1981", sex="male")
    make.identifier(person, "01020304050", kind="national", issuer="Civil registry")
    person.birth_place = make.place()
    person.registry_place, person.registry_number = "Invented", "12 / 34"
    person.save()
    found: Person = Person.objects.prefetch_related("names", "identifiers").get(pk=person.pk)
    return found


def test_a_person_is_kept_whole():
    person, places = someone(), Gazetteer.load()
    kept = people_as_cases([person.pk])[person.pk].kept()
    told = profile_of_person(person, places)
    read = read_profile(kept, places)
    assert sorted(read.names, key=str) == sorted(told.names, key=str)
    for fact in (
        "mothers",
        "sex",
        "birth",
        "birth_place",
        "disappeared",
        "registry_place",
        "registry_number",
    ):
        assert getattr(read, fact) == getattr(told, fact), fact
    assert read.identifiers == told.identifiers


def test_a_record_is_kept_whole():
    a_list()
    for record in PrisonRecord.objects.all():
        places = Gazetteer.load()
        assert read_profile(case_of_record(record).kept(), places) == profile_of_record(record, places)


def test_comparison_reads_what_the_profile_says():
    places = Gazetteer.load()
    a_list()
    for record in PrisonRecord.objects.all():
        kept = case_of_record(record).kept()
        entry, told = entry_reader(places)(kept), entry_of(read_profile(kept, places))
        assert (list(entry.names), list(entry.mothers)) == (list(told.names), list(told.mothers))
        assert [tuple(one) for one in entry.numbers] == list(told.numbers)
        assert (entry.sex, list(entry.days), tuple(entry.places)) == (told.sex, list(told.days), told.places)
