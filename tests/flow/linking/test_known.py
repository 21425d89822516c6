"""The parts of names that are held here: every one of them, and each read once."""

from typing import Any

import pytest
from django.db import OperationalError, transaction

from tests.flow.linking.lists import missing
from tests.models.guards import changed
from tests.racing import elsewhere
from tracker.flow.linking import known
from tracker.flow.linking.house import House
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.search import answers
from tracker.models import KnownPart
from tracker.names import read_name, undotted

pytestmark = pytest.mark.django_db


def keys(*, of_people: bool = True) -> set[str]:
    return set(KnownPart.objects.filter(of_people=of_people).values_list("key", flat=True))


def test_every_part_of_a_persons_name_is_known_once():
    missing("نبيل كرم الصفدي")
    missing("Nabil al-Masri")
    key_people()
    assert keys() == {"nbl", "krm", "sfd", "msr"}
    met = KnownPart.objects.values_list("key", "written")
    assert set(met) > {("nbl", undotted("نبيل")), ("nbl", "nabil"), ("msr", "almasri")}
    assert len(set(met)) == KnownPart.objects.count() == 5
    assert keys(of_people=False) == set()


def test_a_name_that_came_in_a_moment_ago_is_found_with_a_slip():
    missing("غسان توفيق المصري")
    assert not answers("نبيل الصقدي").found
    person = missing("نبيل الصفدي")
    assert [one.person for one in answers("نبيل الصقدي").found] == [person]


def test_a_corrected_name_is_found_with_a_slip():
    person = missing("غسان توفيق المصري")
    answers("غسان المصري")
    changed(
        person.names.get(kind="papers"), written="نبيل الصفدي", given="نبيل", father="", family="الصفدي"
    )()
    assert [one.person for one in answers("نبيل الصقدي").found] == [person]


def test_what_was_read_is_not_read_again(django_assert_num_queries: Any):
    missing("نبيل كرم الصفدي")
    key_people()
    house = House.now()
    first = house.known(of_people=True)
    with django_assert_num_queries(0):
        assert house.known(of_people=True) is first
    missing("Nabil al-Masri")
    key_people()
    house = House.now()
    with django_assert_num_queries(1):
        assert house.known(of_people=True) is first
    assert "msr" in [first.keys[place] for place in first.may_be(["msrr"], "").keys]


def test_a_table_of_another_schema_is_read_anew():
    one = known.known_parts(1, 0, of_people=True)
    assert known.known_parts(2, 0, of_people=True) is not one
    assert known.known_parts(1, 0, of_people=False) is not one


@pytest.mark.django_db(transaction=True)
def test_a_number_is_seen_only_once_all_smaller_ones_are():
    def another() -> None:
        known.remember([read_name("Ghassan al-Masri")], of_people=True)

    with transaction.atomic():
        known.remember([read_name("نبيل الصفدي")], of_people=True)
        with pytest.raises(OperationalError, match="lock timeout"):
            elsewhere(another)
    elsewhere(another)
    assert list(KnownPart.objects.order_by("pk").values_list("key", flat=True))[:2] == ["nbl", "sfd"]
