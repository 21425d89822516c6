"""Questions about keys are planned once for a connection, and found by the index."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from tests.flow.linking.lists import missing
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.planned import found_by_index
from tracker.models import PersonKeys

BY_ANY = "SELECT keys.person_id FROM tracker_personkeys keys WHERE keys.keys && %s"
BY_ANY_OR_ALL = f"{BY_ANY} OR keys.keys @> %s"
KEPT = "SELECT statement, generic_plans, custom_plans FROM pg_prepared_statements"


@pytest.fixture
def keys(transactional_db: None) -> Iterator[list[int]]:
    """The keys of the one person here; what other tests left in the connection is gone with it."""
    missing("نبيل كرم الصفدي")
    missing("غسان توفيق المصري")
    key_people()
    connection.close()
    yield list(PersonKeys.objects.order_by("pk")[0].keys)
    connection.close()


def kept() -> list[tuple[str, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(KEPT)
        return list(cursor.fetchall())


def test_a_question_is_planned_once_for_all_names(keys: list[int]):
    assert len(found_by_index(BY_ANY, [keys])) == 1
    assert found_by_index(BY_ANY, [[2**60, 2**61]]) == []
    ((statement, generic, custom),) = kept()
    assert "keys.keys && $1" in statement
    assert (generic, custom) == (2, 0)


def test_one_about_more_lists_is_another(keys: list[int]):
    found_by_index(BY_ANY, [keys])
    assert len(found_by_index(BY_ANY_OR_ALL, [[2**60], keys[:2]])) == 1
    assert found_by_index(BY_ANY_OR_ALL, [[2**60], [keys[0], 2**60]]) == []
    assert len(kept()) == 2


def test_it_is_found_by_the_index_and_nobody_is_called_to_help(keys: list[int]):
    with connection.cursor() as cursor:
        cursor.execute(
            "SET debug_parallel_query = on"
        )  # as many as may help are called, however few rows there are
        found_by_index(BY_ANY, [keys])
        cursor.execute("SET plan_cache_mode = force_generic_plan")
        cursor.execute("EXPLAIN EXECUTE athar_0 ('{1}')")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Bitmap Index Scan on person_keys" in plan
    assert "Gather" not in plan


def test_a_new_connection_plans_it_anew(keys: list[int]):
    found_by_index(BY_ANY, [keys])
    connection.close()
    assert len(found_by_index(BY_ANY, [keys])) == 1
    assert len(kept()) == 1


def test_what_was_planned_in_a_transaction_that_is_given_up_is_asked_again(keys: list[int]):
    with transaction.atomic():
        found_by_index(BY_ANY, [keys])
        transaction.set_rollback(True)
    assert len(found_by_index(BY_ANY, [keys])) == 1


def test_a_table_that_changed_since_is_read_as_it_is(keys: list[int]):
    found_by_index(BY_ANY, [keys])
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE tracker_personkeys ADD COLUMN more int")
    try:
        assert len(found_by_index(BY_ANY, [keys])) == 1
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE tracker_personkeys DROP COLUMN more")


def test_where_connections_are_handed_around_nothing_is_left_in_them(
    keys: list[int], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    assert len(found_by_index(BY_ANY_OR_ALL, [[2**60], keys[:2]])) == 1
    assert not kept()
