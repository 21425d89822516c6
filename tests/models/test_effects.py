"""What the database does by itself, however a row was written."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pytest
from django.db.models import F
from django.utils import timezone

from tests import make
from tests.models.guards import changed, run, triggers_of, without
from tests.models.nouns import set_aside
from tracker.models import (
    Identifier,
    Link,
    Person,
    PersonKeys,
    PersonName,
    PublicListing,
    RecordKeys,
    UncomparedPerson,
    UncomparedRecord,
)

pytestmark = pytest.mark.django_db


def keyed(person: Person) -> Person:
    PersonKeys.objects.update_or_create(person=person, defaults={"keys": [1], "profile": "[]", "rules": 1})
    return person


def has_keys(person: Person) -> bool:
    return PersonKeys.objects.filter(person=person).exists()


def rename_in_bulk(person: Person) -> None:
    name = person.names.get()
    name.given, name.version = "نادر", F("version") + 1
    PersonName.objects.bulk_update([name], ["given", "version"])


def add_in_bulk(person: Person) -> None:
    name = PersonName(person=person, written="نادر", script="arabic", source=person.source)
    PersonName.objects.bulk_create([name])


def rename_in_sql(person: Person) -> None:
    run("UPDATE tracker_personname SET given = 'x', version = version + 1 WHERE person_id = %s", person.pk)


CHANGES: dict[str, tuple[type[Any], Callable[[Person], object]]] = {
    "a name is added": (PersonName, lambda p: make.name(p, "نادر")),
    "names are added in bulk": (PersonName, add_in_bulk),
    "a name is corrected in bulk": (PersonName, rename_in_bulk),
    "a name is corrected in SQL": (PersonName, rename_in_sql),
    "a name is withdrawn": (
        PersonName,
        lambda p: changed(
            p.names.get(), withdrawn_at=timezone.now(), withdrawn_by=make.user(), withdrawn_reason="wrong"
        )(),
    ),
    "a number is added": (Identifier, make.identifier),
    "a number is corrected": (Identifier, lambda p: changed(p.identifiers.get(), value="205")()),
    "a birth is corrected": (Person, lambda p: changed(p, birth="1984")()),
    "a place is corrected": (Person, lambda p: changed(p, disappearance_place=make.place())()),
}


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("trigger_stands", [True, False], ids=["with", "without"])
def test_search_keys_are_dropped_when(what: str, trigger_stands: bool):
    model, change = CHANGES[what]
    person = make.person()
    if "number is corrected" in what:
        make.identifier(person)
    keyed(person)
    trigger = triggers_of(model)["person_is_keyed_anew"]
    with nullcontext() if trigger_stands else without(model, trigger):
        change(person)
        assert has_keys(person) is not trigger_stands


@pytest.mark.parametrize("moved", ["name", "number"])
def test_search_keys_of_both_are_dropped_when_something_moves_to_another_person(moved: str):
    one, other = make.person(), make.person("نادر المخترع")
    thing = one.names.get() if moved == "name" else make.identifier(one)
    keyed(one)
    keyed(other)
    changed(thing, person=other)()
    assert not has_keys(one)
    assert not has_keys(other)


def test_search_keys_of_others_are_left_alone():
    bystander = keyed(make.person("نادر المخترع"))
    make.name(make.person(), "سامر")
    assert has_keys(bystander)


def listed() -> Person:
    person = make.public_person()
    PublicListing.objects.create(case_code=person.case_code, keys=[])
    return person


ENDS: dict[str, Callable[[], dict[str, Any]]] = {
    "consent is taken back": lambda: {"consent_withdrawn_on": timezone.localdate()},
    "consent is narrowed": lambda: {"consent_scope": "partners"},
    "the case is withdrawn": lambda: {
        "withdrawn_at": timezone.now(), "withdrawn_by": make.user(), "withdrawn_reason": "twice in the list",
    },
}  # fmt: skip


@pytest.mark.parametrize("what", ENDS)
@pytest.mark.parametrize("trigger_stands", [True, False], ids=["with", "without"])
def test_a_listing_ends_when(what: str, trigger_stands: bool):
    person, bystander = listed(), listed()
    trigger = triggers_of(Person)["listing_ends_with_consent"]
    with nullcontext() if trigger_stands else without(Person, trigger):
        changed(person, **ENDS[what]())()
        left = set(PublicListing.objects.values_list("case_code", flat=True))
        assert left == {bystander.case_code} | (set() if trigger_stands else {person.case_code})


def test_a_listing_ends_by_sql_as_well():
    person = listed()
    run(
        "UPDATE tracker_person SET consent_withdrawn_on = now(), version = version + 1 WHERE id = %s",
        person.pk,
    )
    assert not PublicListing.objects.filter(case_code=person.case_code).exists()


def test_a_listing_outlives_what_does_not_touch_consent():
    person = listed()
    changed(person, circumstances="last seen at the bus station")()
    link = make.link("awaiting_second", person=person)
    changed(link, status="confirmed", seconded_by=make.reviewer())()
    assert PublicListing.objects.filter(case_code=person.case_code).exists(), "a found fate must not show"


@pytest.mark.parametrize("record_says", [True, False], ids=["a death", "no death"])
@pytest.mark.parametrize("in_bulk", [True, False], ids=["in bulk", "alone"])
def test_a_link_speaks_of_death_as_its_record_does(record_says: bool, in_bulk: bool):
    def made() -> bool:
        link = Link(
            person=make.person(), record=make.record(says_death=record_says), says_death=not record_says,
            probability=0.5, bits=1.0,
        )  # fmt: skip
        Link.objects.bulk_create([link]) if in_bulk else link.save()
        link.refresh_from_db()
        return link.says_death

    assert made() is record_says
    with without(Link, triggers_of(Link)["link_of_a_death_says_so"]):
        assert made() is not record_says


def test_who_is_keyed_waits_to_be_compared_and_who_is_keyed_anew_waits_anew():
    person = keyed(make.person())
    first = UncomparedPerson.objects.get(person=person).since
    PersonKeys.objects.all().delete()
    keyed(person)
    assert UncomparedPerson.objects.get(person=person).since > first
    PersonKeys.objects.all().delete()
    UncomparedPerson.objects.all().delete()
    with without(PersonKeys, triggers_of(PersonKeys)["what_is_keyed_is_compared"]):
        keyed(person)
        assert not UncomparedPerson.objects.exists()


def test_a_record_that_is_keyed_waits_to_be_compared():
    record = make.record()
    RecordKeys.objects.create(record=record, keys=[1], profile="[]", rules=1)
    assert UncomparedRecord.objects.get().record == record


@pytest.mark.parametrize("trigger_stands", [True, False], ids=["with", "without"])
def test_a_withdrawn_case_has_no_search_keys(trigger_stands: bool):
    person = make.person()
    changed(
        person, withdrawn_at=timezone.now(), withdrawn_by=make.user(), withdrawn_reason="twice in the list"
    )()
    trigger = triggers_of(PersonKeys)["withdrawn_case_is_not_found"]
    with nullcontext() if trigger_stands else without(PersonKeys, trigger):
        PersonKeys.objects.bulk_create([PersonKeys(person=person, keys=[1], profile="[]", rules=1)])
        assert has_keys(person) is not trigger_stands


@pytest.mark.parametrize("trigger_stands", [True, False], ids=["with", "without"])
@pytest.mark.parametrize("version", ["none", "stored", "undone", "storing"])
def test_a_record_that_is_set_aside_has_no_search_keys(version: str, trigger_stands: bool):
    record = make.record()
    if version == "none":
        set_aside(record=record)
    else:
        undone = {"undone_by": make.volunteer(), "undone_at": timezone.now(), "undone_reason": "wrong file"}
        newer = make.import_file(status=version, revises=record.import_file, **undone)
        set_aside(record=record, kind="gone", revision=newer, reason="")
    trigger = triggers_of(RecordKeys)["record_set_aside_is_not_found"]
    with nullcontext() if trigger_stands else without(RecordKeys, trigger):
        RecordKeys.objects.bulk_create([RecordKeys(record=record, keys=[1], profile="[]", rules=1)])
        refused = trigger_stands and version in ("none", "stored")
        assert RecordKeys.objects.filter(record=record).exists() is not refused
