"""Everybody is indexed once, kept from one list to the next, and always as they are now."""

from collections.abc import Iterator
from random import Random
from time import monotonic
from typing import Any
from uuid import UUID

import pytest

from tests import make
from tests.flow.linking.lists import a_list, missing
from tracker.flow.linking import indexed as module
from tracker.flow.linking.adopted import adopt
from tracker.flow.linking.frequencies import learn_names
from tracker.flow.linking.house import House
from tracker.flow.linking.indexed import KEPT_FOR, Indexed, everybody, give_back, indexed
from tracker.flow.linking.keys import key_people, key_records
from tracker.flow.linking.meetings import AllAtOnce
from tracker.flow.linking.offers import Comparison
from tracker.flow.linking.reading import people_side
from tracker.flow.linking.tasks import notice_changed_people
from tracker.flow.withdraw import withdraw
from tracker.matching import Weights
from tracker.matching.frequencies import FAMILY
from tracker.models import Person, PersonKeys, PrisonRecord
from tracker.models.places import PlaceAlias

pytestmark = pytest.mark.django_db

GIVEN = (  # noqa: SIM905  One name to a line would fill the page.
    "نبيل وسيم طارق فادي سامر غسان رامي كرم أنور منير ماهر سليم زياد باسل عدنان هيثم مروان أيمن جهاد خليل "
    "شادي نزار وليد ياسر فراس لؤي معن هاني عصام بشار إياد رائد قصي ناصر مازن حازم نضال صفوان بلال أديب "
).split()
FAMILIES = (  # noqa: SIM905
    "الصفدي الحموي الإدلبي الشامي البقاعي المصري الديري الحلبي الحمصي النابلسي الكردي الزعبي العلي "
    "الخطيب النجار الحداد السباعي القاضي الرفاعي الجابي "
).split()


@pytest.fixture(autouse=True)
def _nothing_is_held() -> Iterator[None]:
    give_back(unused_for=0)
    yield
    give_back(unused_for=0)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many people were read, each time."""
    counts: list[int] = []

    def counting(*asked: Any) -> Any:
        people, side = people_side(*asked)
        counts.append(len(people))
        return people, side

    monkeypatch.setattr(module, "people_side", counting)
    return counts


def some(count: int, seed: int = 1) -> list[Person]:
    chance = Random(seed)
    people = [
        missing(" ".join((*chance.sample(GIVEN, 3), chance.choice(FAMILIES))), mother="سعاد مراد")
        for _ in range(count)
    ]
    key_people()
    return people


def now() -> list[Indexed]:
    return list(everybody(House.now()))


def standing() -> list[UUID]:
    return sorted(part.people[place] for part in now() for place in part.stand.nonzero()[0].tolist())


def keyed() -> list[UUID]:
    people = PersonKeys.objects.filter(person__withdrawn_at__isnull=True)
    return sorted(people.values_list("person_id", flat=True))


def listed(*names: str) -> list[int]:
    a_list(*((name, "سعاد مراد", "1981", "2/2019", "22/10/2019") for name in names))
    key_records()
    records = PrisonRecord.objects.order_by("-pk")[: len(names)]
    return sorted(records.values_list("pk", flat=True))


def met(records: list[int]) -> dict[int, set[UUID]]:
    return dict(AllAtOnce(Comparison.begin()).pairs(records)[0])


def met_anew(records: list[int]) -> dict[int, set[UUID]]:
    give_back(unused_for=0)
    return met(records)


def rename(person: Person, written: str) -> None:
    name = person.names.standing().exclude(kind="mother").get()
    make.name(person, written)
    withdraw(name, by=make.caseworker(), reason="another name was meant")


def test_for_the_next_list_nobody_is_read_again(read: list[int]):
    some(4)
    first, second = now(), now()
    assert read == [4]
    assert first[0].people is second[0].people
    assert standing() == keyed()


def test_whoever_was_changed_came_or_went_since_is_as_they_are_now(read: list[int]):
    renamed, gone, *_ = some(60)
    assert standing() == keyed()
    rename(renamed, "ماهر سليم الديري")
    withdraw(gone, by=make.caseworker(), reason="entered twice")
    missing("زياد ماهر الحلبي")
    key_people()
    whole, changed = now()
    assert whole.stand.tolist().count(False) == 2
    assert changed.stand.all()
    assert standing() == keyed()
    assert read == [60, 2]
    missing("باسل ماهر الحلبي")
    key_people()
    assert standing() == keyed()
    assert read == [60, 2, 3]


def test_whoever_waits_to_be_keyed_is_left_out_until_then(read: list[int]):
    person, *_ = some(30)
    now()
    rename(person, "ماهر سليم الديري")
    assert person.pk not in standing()
    key_people()
    assert person.pk in standing()


def test_a_corrected_person_is_found_under_the_new_name_alone():
    person, *_ = some(40)
    old, new = listed(str(person), "ماهر سليم الديري")
    assert person.pk in met([old])[old]
    assert person.pk not in met([new])[new]
    rename(person, "ماهر سليم الديري")
    key_people()
    assert person.pk in met([new])[new]
    assert person.pk not in met([old])[old]


@pytest.mark.parametrize("seed", range(4))
def test_an_index_that_was_kept_finds_whom_a_new_one_finds(seed: int):
    chance, people = Random(seed), some(80, seed)
    records = listed(*(str(person) for person in people[::3]), "ماهر سليم الديري", "زياد ماهر الحلبي")
    for _ in range(3):
        met(records)
        for person in chance.sample(people, 2):
            people.remove(person)
            if chance.random() < 1 / 2:
                withdraw(person, by=make.caseworker(), reason="entered twice")
            else:
                rename(person, chance.choice(("ماهر سليم الديري", "زياد ماهر الحلبي")))
                people.append(person)
        people.append(missing(f"{chance.choice(GIVEN)} ماهر الحلبي"))
        key_people()
        # Those who were changed are looked for among few, and so less strictly.
        kept, anew = met(records), met_anew(records)
        assert all(anew[record] <= kept[record] for record in records)
        assert sum(map(len, kept.values())) < 1.2 * sum(map(len, anew.values()))
    assert sum(map(len, met(records).values())) >= len(records)


def test_when_names_are_counted_anew_nobody_is_read_again_and_each_weighs_what_it_does_now(read: list[int]):
    people = some(40)
    learn_names()
    first = now()[0].gallery.engine
    records = listed(*map(str, people[::2]), "أدهم تامر العجلوني")  # half as many names again
    assert learn_names()
    gallery, house = now()[0].gallery, House.now()
    assert read == [40]
    assert gallery.engine is house.engine is not first
    assert gallery.vocabulary is house.engine.vocabulary
    learned = house.engine.frequencies
    rows = zip(gallery.vocabulary.texts, gallery.vocabulary.lexicon(), strict=True)
    assert all(row["bits"][FAMILY] == learned.bits(text, FAMILY) for text, row in rows if text)
    assert met(records) == met_anew(records)


def test_adopted_weights_are_gone_by_at_once(read: list[int]):
    some(4)
    now()
    heavier = Weights(left_out=0.4)
    adopt(heavier, by=make.reviewer(), reason="calibrated on our decisions", figures={})
    assert now()[0].gallery.engine.weights == heavier
    assert read == [4]


def test_where_many_were_changed_everybody_is_indexed_anew(read: list[int]):
    some(20)
    now()
    some(2, seed=2)
    (everyone,) = now()
    assert read == [20, 22]
    assert everyone.stand.all()


def test_where_places_were_changed_everybody_is_indexed_anew(read: list[int]):
    some(4)
    now()
    PlaceAlias.objects.create(place=make.place(), name="Hims the invented")
    now()
    assert read == [4, 4]


def test_names_of_lists_do_not_fill_the_memory_for_ever(read: list[int]):
    some(4)
    vocabulary = now()[0].gallery.vocabulary
    vocabulary.numbers([f"invented {number}" for number in range(len(vocabulary) + 1)])
    now()
    assert read == [4, 4]
    assert len(now()[0].gallery.vocabulary) < len(vocabulary)


def test_memory_that_no_list_needs_is_given_back_and_what_is_used_stays(
    read: list[int], monkeypatch: pytest.MonkeyPatch
):
    some(4)
    now()
    notice_changed_people.func(timestamp=0)
    now()
    assert read == [4]
    monkeypatch.setattr(module, "monotonic", lambda: monotonic() + KEPT_FOR)
    notice_changed_people.func(timestamp=0)
    now()
    assert read == [4, 4]


def test_people_who_are_named_are_indexed_alone():
    one, other, *_ = some(5)
    house = House.now()
    part = indexed(house, house.engine.vocabulary, [one.pk, other.pk])
    assert sorted(part.people) == sorted((one.pk, other.pk))
    assert part.stand.all()


def test_parts_numbered_anew_by_another_thread_do_not_mix_up_the_names():
    people = some(40)
    records = listed(*map(str, people[::4]))
    run = Comparison.begin()
    meeting = AllAtOnce(run)
    before = dict(meeting.pairs(records)[0])
    run.house.engine.number_anew().numbers(["زياد", "ماهر", "الحلبي"])
    assert dict(meeting.pairs(records)[0]) == before
    assert all(before.values())
