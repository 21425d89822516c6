"""A record of a brother is no link, and no dead end: it is offered as a lead for his family."""

import pytest

from tests.flow.linking.lists import a_list, missing
from tracker.flow.linking.propose import propose_links
from tracker.flow.linking.relatives import records_of_relatives, relatives_in_a_record
from tracker.models import Link, Person, PrisonRecord

pytestmark = pytest.mark.django_db


def a_record_of(name: str) -> PrisonRecord:
    a_list((name, "", "", "", ""))
    return PrisonRecord.objects.latest("pk")


def compared(*people: Person) -> None:
    propose_links()


@pytest.mark.parametrize(
    ("written", "of_the_record", "of_the_person"),
    [
        ("سمير كرم الصفدي", "brother", "brother"),
        ("كرم سليم الصفدي", "son", "father"),
        ("وليد نبيل الصفدي", "father", "son"),
    ],
)
def test_a_record_of_a_relative_is_a_lead_and_no_link(written: str, of_the_record: str, of_the_person: str):
    person = missing("نبيل كرم الصفدي", mother="")
    record = a_record_of(written)
    compared(person)
    assert not Link.objects.exists()
    (found,) = relatives_in_a_record(record)
    assert (found.person, found.kin) == (person, of_the_record)
    assert found.reason.en.endswith(".")
    (record_found,) = records_of_relatives(person)
    assert (record_found.record, record_found.kin) == (record, of_the_person)


def test_the_man_himself_and_strangers_are_no_relatives():
    person = missing("نبيل كرم الصفدي", mother="")
    same, stranger = a_record_of("Nabil Karam al-Safadi"), a_record_of("غسان توفيق المصري")
    compared(person)
    assert relatives_in_a_record(same) == relatives_in_a_record(stranger) == []
    assert records_of_relatives(person) == []


def test_who_was_not_compared_yet_has_no_relatives_and_no_error():
    assert records_of_relatives(missing("نبيل كرم الصفدي", mother="")) == []


def test_two_common_names_make_no_family():
    missing("خالد محمد العلي", mother="")
    record = a_record_of("عمر محمد العلي")
    for name in ("سامر محمد العلي", "زياد محمد العلي", "فادي محمد العلي", "ماهر محمد العلي"):
        missing(name, mother="")
    compared()
    assert relatives_in_a_record(record) == []


def test_a_sister_born_ten_years_later_is_of_the_family():
    person = missing("نبيل كرم الصفدي", mother="", birth="1981", sex="male")
    a_list(("سميرة كرم الصفدي", "", "1991", "", ""))
    compared(person)
    record = PrisonRecord.objects.latest("pk")
    assert [found.person for found in relatives_in_a_record(record)] == [person]
