"""Tables to measure on: the product's own, apart from the office's, and gone afterwards."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from tests import make
from tracker.management.measuring import scratch
from tracker.models import Person, PersonName

pytestmark = pytest.mark.django_db

THE_DATABASE = """
    SELECT nspname, relname, relfilenode::text FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
     WHERE nspname NOT LIKE 'pg\\_%%'
     UNION ALL
    SELECT nspname, proname, prosrc FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace
     WHERE nspname NOT IN ('pg_catalog', 'information_schema')
"""


def the_database() -> set[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(THE_DATABASE, [])
        return set(cursor.fetchall())


def schemas() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(scratch.SCRATCH_SCHEMAS, [scratch.PREFIX])
        return [name for (name,) in cursor.fetchall()]


@pytest.fixture
def other_session() -> Iterator[BaseDatabaseWrapper]:
    other = connection.copy()
    yield other
    other.close()


def test_what_is_measured_and_what_the_office_holds_never_meet():
    make.person("نبيل كرم الصفدي")
    office = connections["default"]
    with scratch.scratch_tables():
        assert Person.objects.count() == 0
        make.person("Ghassan al-Masri")
        make.person("Salma al-Khatib")
        assert Person.objects.count() == 2
    assert connections["default"] is office
    assert [name.written for name in PersonName.objects.all()] == ["نبيل كرم الصفدي"]


def interrupted_run(before: set[tuple[str, str, str]]) -> None:
    with scratch.scratch_tables() as name:
        assert {schema for schema, _, _ in the_database() - before} == {name}
        raise KeyboardInterrupt


def test_nothing_is_left_behind_by_a_run_that_was_interrupted():
    before, settings_before = the_database(), dict(connections.settings["default"])
    with pytest.raises(KeyboardInterrupt):
        interrupted_run(before)
    assert the_database() == before
    assert connections.settings["default"] == settings_before


@pytest.mark.parametrize("as_a_replica", [True, False])
def test_rows_come_in_without_history_and_afterwards_history_is_written_again(monkeypatch, as_a_replica):
    monkeypatch.setattr(scratch, "_may_act_as_a_replica", lambda: as_a_replica)
    with scratch.triggers_off():
        quiet = make.person("نبيل كرم الصفدي")
    loud = make.person("Ghassan al-Masri")
    history = apps.get_model("tracker", "PersonEvent").objects
    assert not history.filter(pgh_obj=quiet.pk).exists()
    assert history.filter(pgh_obj=loud.pk).exists()


def test_the_leftovers_of_a_killed_run_go_and_those_of_a_living_one_stay(other_session):
    killed, living = scratch.PREFIX + "0killed", scratch.PREFIX + "1living"
    with other_session.cursor() as cursor:
        cursor.execute(scratch.LOCK, [living])
        cursor.execute(f"CREATE SCHEMA {killed}")
        cursor.execute(f"CREATE SCHEMA {living}")
    assert scratch.remove_leftovers() == [killed]
    assert schemas() == [living]
    other_session.close()
    assert scratch.remove_leftovers() == [living]


def test_a_database_that_refuses_is_named_in_a_sentence(monkeypatch):
    monkeypatch.setattr(scratch, "PREFIX", "pg_no_schema_may_begin_so_")
    with pytest.raises(scratch.NoScratchTables, match="CREATE on the database"), scratch.scratch_tables():
        pass
