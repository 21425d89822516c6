"""Numbers bring a person and a record together, with a name or without one."""

from uuid import UUID

import pytest

from tests import make
from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import stored
from tests.flow.linking.lists import missing
from tests.models.guards import changed
from tracker.flow.linking.keys import key_people, key_records
from tracker.flow.linking.meetings import OneByOne
from tracker.flow.linking.offers import Comparison
from tracker.flow.linking.propose import propose_links
from tracker.flow.withdraw import withdraw
from tracker.matching import PROPOSE_FROM
from tracker.matching.side import stable_number
from tracker.models import Link, Person, PersonKeys, PrisonRecord, RecordKeys

pytestmark = pytest.mark.django_db

HEADER = ("الاسم", "الرقم الوطني", "رقم السجين", "رقم الجثة", "مكان الاحتجاز")
PRISON = "سجن مخترع"


def a_record(name: str = "", national: str = "", prisoner: str = "", body: str = "") -> PrisonRecord:
    stored(csv_bytes((HEADER, (name, national, prisoner, body, PRISON))))
    return PrisonRecord.objects.latest("pk")


def someone(kind: str, value: str, issuer: str = PRISON) -> Person:
    person = missing()
    make.identifier(person, value, kind=kind, issuer=issuer)
    return person


def compared_with(record: PrisonRecord) -> set[UUID]:
    key_people()
    return OneByOne(Comparison.begin()).pairs([record.pk])[0][record.pk]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("01020304050", "01020304050"), ("01020304050", "٠١٠٢٠٣٠٤٠٥٠"), ("۰۱۰۲۰۳۰۴۰۵۰", "01020304050")],
)
def test_a_record_without_a_name_is_proposed_by_its_national_number(ours: str, theirs: str):
    person = someone("national", ours, issuer="Civil registry")
    missing()
    record = a_record(national=theirs)
    assert propose_links().links == 1
    link = Link.objects.get()
    assert (link.person, link.record) == (person, record)
    assert link.probability >= PROPOSE_FROM
    assert [finding["aspect"] for finding in link.findings] == ["number"]


@pytest.mark.parametrize("kind", ["prisoner", "body"])
def test_a_record_without_a_name_is_proposed_by_a_number_of_the_same_issuer(kind: str):
    person = someone(kind, "204/ب")
    record = a_record(**{kind: "204/ب"})
    propose_links()
    assert [(link.person, link.record) for link in Link.objects.all()] == [(person, record)]


@pytest.mark.parametrize("kind", ["prisoner", "body"])
def test_the_same_number_of_another_issuer_is_compared_and_not_proposed(kind: str):
    person = someone(kind, "204", issuer="Another prison")
    record = a_record(**{kind: "204"})
    assert propose_links().links == 0
    assert compared_with(record) == {person.pk}


def test_a_record_that_names_someone_else_meets_the_person_of_its_number():
    person = someone("national", "01020304050")
    record = a_record("وسيم جمال الحموي", national="01020304050")
    propose_links()
    assert compared_with(record) == {person.pk}


@pytest.mark.parametrize(
    ("kind", "value"), [("national", "99"), ("prisoner", "204"), ("case", "204"), ("other", "204")]
)
def test_other_numbers_bring_nobody_together(kind: str, value: str):
    someone(kind, value)
    record = a_record(national="204", body="204")
    assert propose_links().records == 1
    assert compared_with(record) == set()


def test_a_number_that_came_later_is_compared_with_the_records_of_before():
    person = missing()
    a_record(national="01020304050")
    assert propose_links().links == 0
    number = make.identifier(person, "777", kind="national")
    assert propose_links().links == 0
    changed(number, value="01020304050")()
    assert propose_links().links == 1


def test_a_withdrawn_number_finds_nobody():
    person = someone("national", "01020304050")
    withdraw(person.identifiers.get(), by=make.caseworker(), reason="another man's")
    a_record(national="01020304050")
    assert propose_links().links == 0
    assert not [key for key in PersonKeys.objects.get().keys if key == stable_number("#national:01020304050")]


def test_what_is_no_number_is_no_key():
    a_record(national="؟؟", prisoner="204")
    key_records()
    assert RecordKeys.objects.get().keys == [stable_number("#prisoner:204")]
