"""Keys are made of everyone who has none, whoever shares the work and whoever is held meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from tests.flow.linking.lists import missing
from tracker.flow.linking import keys
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.search import answers
from tracker.models import KnownPart, Person, PersonKeys

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def little_is_worth_sharing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "WORTH_SHARING", 3)
    monkeypatch.setattr(keys, "CHUNK", 2)


def test_several_processes_key_everyone_once():
    for name in ("نبيل الصفدي", "غسان المصري", "سامر قباني", "Bashir Nasr", "هاني العلي", "مروان حداد"):
        missing(name)
    assert key_people(processes=2) == 6
    assert PersonKeys.objects.count() == 6
    assert {"nbl", "msr", "bcr"} <= set(KnownPart.objects.values_list("key", flat=True))
    assert key_people(processes=2) == 0


def test_a_search_does_not_wait_for_thousands_to_be_keyed():
    person = missing("نبيل الصفدي")
    assert [one.person for one in answers("نبيل الصفدي").found] == [person]
    for name in ("غسان المصري", "سامر قباني", "هاني العلي"):
        missing(name)
    assert not answers("غسان المصري").found
    assert [one.person for one in answers("نبيل الصفدي").found] == [person]
    assert key_people() == 3
    assert answers("غسان المصري").found


def test_who_is_held_by_an_editor_is_waited_for():
    people = [missing(f"نبيل {family}") for family in ("الصفدي", "المصري", "الحلو", "قباني", "نصر")]
    held, go_on = Event(), Event()

    def edit() -> None:
        try:
            with transaction.atomic():
                Person.objects.select_for_update().get(pk=people[0].pk)
                held.set()
                go_on.wait(20)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as others:
        editing = others.submit(edit)
        held.wait(20)
        keying = others.submit(_key_with_a_connection_of_its_own)
        with pytest.raises(TimeoutError):
            keying.result(3)
        go_on.set()
        editing.result()
        assert keying.result() == len(people)
    assert PersonKeys.objects.count() == len(people)


def _key_with_a_connection_of_its_own() -> int:
    try:
        return key_people(processes=2)
    finally:
        connection.close()
