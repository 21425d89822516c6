"""Rows are asked for by thousands of numbers as one parameter."""

from typing import Any

import pytest
from django.db.models import QuerySet

from tests import make
from tracker.models import Person, PersonName, UnkeyedPerson

pytestmark = pytest.mark.django_db


def parameters(rows: QuerySet[Any]) -> tuple[Any, ...]:
    return tuple(rows.query.sql_with_params()[1])


def test_whoever_is_among_many_is_found_by_one_parameter():
    here, there, elsewhere = (make.person(name) for name in ("نبيل الصفدي", "وسيم الحموي", "طارق الإدلبي"))
    wanted = {here.pk, there.pk}
    found = Person.objects.order_by().filter(pk__among=wanted)
    assert set(found) == {here, there}
    assert [set(one) for one in parameters(found)] == [wanted]
    names = PersonName.objects.order_by().filter(person__among=wanted)
    assert set(names.values_list("person_id", flat=True)) == wanted
    assert elsewhere not in found


def test_among_nobody_there_is_nobody():
    make.person("نبيل الصفدي")
    assert not Person.objects.filter(pk__among=()).exists()


def test_rows_among_many_can_be_left_out_and_deleted():
    here, there = make.person("نبيل الصفدي"), make.person("وسيم الحموي")
    assert list(Person.objects.exclude(pk__among=[here.pk])) == [there]
    UnkeyedPerson.objects.filter(person__among=[here.pk]).delete()
    assert list(UnkeyedPerson.objects.values_list("pk", flat=True)) == [there.pk]
