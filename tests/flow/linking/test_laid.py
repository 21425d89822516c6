"""What is laid ready is the profile itself: comparison reads the same from both."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests import make
from tests.flow.linking.lists import a_list, missing
from tracker.flow.linking.kept import entry_reader
from tracker.flow.linking.keys import key_people, key_records
from tracker.flow.linking.laid import PEOPLE, RECORDS, Kept
from tracker.flow.linking.places import Gazetteer
from tracker.flow.linking.reading import people_side, records_side
from tracker.flow.linking.search import answers
from tracker.matching import Engine, Frequencies, Weights
from tracker.matching.side import Side, side_of_entries
from tracker.models import HeardPart, Person, PersonKeys, PrisonRecord, RecordKeys

pytestmark = pytest.mark.django_db


def someone(name: str, other: str, year: str) -> Person:
    person = missing(name, other, birth=year, sex="male")
    make.identifier(person, "01020304050", kind="national", issuer="Civil registry")
    make.name(person, "Mariam al-Masri", kind="mother")
    person.birth_place = make.place()
    person.registry_place, person.registry_number = "Invented", "12 / 34"
    person.save()
    return person


def same(one: Side, other: Side) -> bool:
    pairs: list[tuple[NDArray[Any], NDArray[Any]]] = list(zip(one, other, strict=True))
    return all(np.array_equal(left, right) for left, right in pairs)


def read_from_profiles(kept: Kept[Any], owners: Sequence[Any], engine: Engine, places: Gazetteer) -> Side:
    profiles = kept.profiles(owners)
    return side_of_entries([entry_reader(places)(profiles[one]) for one in owners], engine.vocabulary)


def test_people_laid_ready_are_what_their_profiles_say():
    someone("Nabil Karam al-Safadi", "نبيل كرم الصفدي", "1981")
    someone("عبد الرحمن محمد علي", "Abdul Rahman M. Ali", "1979-03-02")
    missing("غسان")
    key_people()
    engine = Engine(Frequencies(), Weights())
    ids, side = people_side(engine.vocabulary, Gazetteer.load())
    assert side.people.size == 3
    assert side.names.size == 5
    assert side.mothers.size == 5  # each of the three has one, two have another
    assert side.numbers.size == 2
    assert np.count_nonzero(side.people["places"])
    assert same(side, read_from_profiles(PEOPLE, ids, engine, Gazetteer.load()))


def test_records_laid_ready_are_what_their_profiles_say():
    a_list()
    RecordKeys.objects.all().delete()
    key_records()
    engine = Engine(Frequencies(), Weights())
    ids, side = records_side(
        list(PrisonRecord.objects.values_list("pk", flat=True)), engine.vocabulary, Gazetteer.load()
    )
    assert len(ids) == PrisonRecord.objects.count() > 1
    assert same(side, read_from_profiles(RECORDS, ids, engine, Gazetteer.load()))


def test_a_side_is_read_in_pieces_and_is_one(monkeypatch: pytest.MonkeyPatch):
    for number in range(5):
        missing(f"Nabil Karam al-Safadi {number}", birth=f"19{70 + number}")
    key_people()
    engine = Engine(Frequencies(), Weights())
    whole, side = people_side(engine.vocabulary, Gazetteer.load())
    monkeypatch.setattr("tracker.flow.linking.reading.READ_AT_ONCE", 2)
    ids, pieces = people_side(engine.vocabulary, Gazetteer.load())
    assert list(ids) == list(whole) == sorted(PersonKeys.objects.values_list("person_id", flat=True))
    assert same(side, pieces)


def test_nobody_is_read_where_nobody_stands():
    engine = Engine(Frequencies(), Weights())
    ids, side = people_side(engine.vocabulary, Gazetteer.load())
    assert list(ids) == []
    assert side.people.size == 0


def test_whoever_is_changed_between_the_two_questions_is_read_as_unknown(monkeypatch: pytest.MonkeyPatch):
    someone("Nabil Karam al-Safadi", "نبيل كرم الصفدي", "1981")
    key_people()
    HeardPart.objects.all().delete()
    monkeypatch.setattr(Kept, "profiles", lambda self, owners: {})
    engine = Engine(Frequencies(), Weights())
    ids, side = people_side(engine.vocabulary, Gazetteer.load())
    assert len(ids) == 1
    assert not np.count_nonzero(side.names["units"])
    born_at, _, registered_at = side.people["places"][0]
    assert np.count_nonzero(born_at)  # told by the number of a place, which the house knows
    assert not np.count_nonzero(registered_at)
    (found,) = answers("Nabil Karam al-Safadi").found
    assert found.reasons == []
