"""A process that answers searches has read beforehand what every search goes by."""

import importlib
from typing import Any

import pytest
from django.db import OperationalError

from tests.flow.linking.lists import missing
from tracker import serving
from tracker.flow.linking import heard, ready
from tracker.flow.linking.house import House
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.known import known_parts
from tracker.flow.linking.search import answers


@pytest.fixture
def a_house() -> None:
    missing("Nabil Karam al-Safadi")
    key_people()
    House.now().engine.number_anew()  # as in a process that has met nobody


@pytest.mark.django_db
def test_who_is_ready_asks_no_more_how_those_compared_are_heard(
    a_house: None, monkeypatch: pytest.MonkeyPatch
):
    ready.get_ready()

    def refuse(*_: Any) -> Any:
        raise AssertionError("it was asked how a part is heard")

    monkeypatch.setattr(heard, "_told", refuse)
    assert [one.names for one in answers("نبيل الصفدي").found] == [["Nabil Karam al-Safadi"]]


@pytest.mark.django_db
def test_who_is_ready_knows_what_slips_may_be_meant_for(a_house: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tracker.flow.linking.known._read", {})
    ready.get_ready()
    told = House.now().told
    assert "sfd" in known_parts(told.parts, 0, of_people=True)


@pytest.mark.django_db
def test_no_more_is_read_beforehand_than_there_is_room_for(a_house: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ready, "MOST_PARTS", 2)
    before = len(House.now().engine.vocabulary)
    ready.get_ready()
    assert len(House.now().engine.vocabulary) == before + 2


@pytest.mark.django_db(transaction=True)
def test_pages_are_served_although_the_database_does_not_answer_yet(monkeypatch: pytest.MonkeyPatch):
    read: list[bool] = []

    def refuse() -> None:
        read.append(True)
        raise OperationalError

    monkeypatch.setattr(ready, "get_ready", refuse)
    serving.post_worker_init(object())
    assert read


def test_gunicorn_calls_it_by_that_name():
    known = importlib.import_module("gunicorn.config").KNOWN_SETTINGS
    assert serving.post_worker_init.__name__ in {one.name for one in known}
