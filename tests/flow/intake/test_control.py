"""A list on its way is paused, goes on, is cancelled; two volunteers do not get in each other's way."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tests import make
from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import checked, receive, stored
from tests.racing import race
from tracker.flow.intake import store
from tracker.flow.intake.control import (
    AlreadyStored,
    NotBeingStored,
    NotPaused,
    cancel_import,
    go_on_with_import,
    pace_of,
    pause_import,
)
from tracker.flow.intake.receive import AlreadyReceived, bring_in
from tracker.flow.intake.store import begin_storing, store_rows
from tracker.flow.intake.tasks import go_on_with_lists, store_import
from tracker.flow.intake.undo import AlreadyUndone
from tracker.flow.permissions import NotAllowed
from tracker.models import ImportFile, ImportRow, PrisonRecord

HEADER = ("الاسم", "تاريخ الوفاة")
ROWS = [(f"سامر خالد الحلو {letter}", "2019") for letter in "ابتثجحخد"]
LIST = csv_bytes((HEADER, *ROWS))


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "CHUNK", 2)


def stop_after(chunks: int, deed: Callable[[], object]) -> Callable[[int, int], None]:
    def progress(done: int, total: int) -> None:
        if done == 2 * chunks:
            deed()

    return progress


@pytest.mark.django_db
@pytest.mark.parametrize("chunks", [1, 2, 3])
def test_a_list_that_is_paused_stops_at_the_next_chunk_and_goes_on_there(chunks: int):
    imported, by = receive(LIST), make.volunteer()
    paused = store_rows(imported.pk, progress=stop_after(chunks, lambda: pause_import(imported.pk, by=by)))
    assert (paused.status, paused.rows_done) == ("paused", 2 * chunks)
    assert store_rows(imported.pk).rows_done == 2 * chunks, "a worker leaves what is paused alone"
    went_on = go_on_with_import(imported.pk, by=by)
    assert (went_on.status, went_on.went_on_from) == ("storing", 2 * chunks)
    finished = store_rows(imported.pk)
    assert (finished.status, finished.records_count) == ("stored", 8)
    assert [row.number for row in finished.rows.order_by("id")] == list(range(2, 10))


@pytest.mark.django_db
@pytest.mark.parametrize("chunks", [1, 3])
def test_a_list_that_is_cancelled_stops_and_none_of_it_counts(chunks: int):
    imported, by = receive(LIST), make.volunteer()
    ended = store_rows(imported.pk, progress=stop_after(chunks, lambda: cancel_import(imported.pk, by=by)))
    assert (ended.status, ended.undone_by, ended.rows_done) == ("undone", by, 2 * chunks)
    assert ended.undone_reason
    assert not PrisonRecord.objects.standing().exists()
    assert PrisonRecord.objects.count() == ImportRow.objects.count() == 2 * chunks, (
        "what was stored stays readable"
    )
    assert imported.document.custody.latest("id").kind == "undone"
    assert receive(LIST).pk, "and the file may come in again"


@pytest.mark.django_db
def test_a_check_is_cancelled_with_all_it_found():
    imported = checked(csv_bytes((HEADER, ROWS[0], ROWS[0])))
    assert cancel_import(imported.pk, by=imported.received_by).status == "undone"
    assert not imported.checked.exists()


@pytest.mark.django_db
def test_what_cannot_be_paused_continued_or_cancelled_is_refused():
    imported = stored(LIST)
    by = imported.received_by
    for deed, refusal in (
        (pause_import, NotBeingStored),
        (go_on_with_import, NotPaused),
        (cancel_import, AlreadyStored),
    ):
        with pytest.raises(refusal) as refused:
            deed(imported.pk, by=by)
        assert str(refused.value).endswith(".")
    waiting = receive(LIST + b"\r\n")
    cancel_import(waiting.pk, by=by)
    with pytest.raises(AlreadyUndone):
        cancel_import(waiting.pk, by=by)


@pytest.mark.django_db
@pytest.mark.parametrize("deed", [pause_import, go_on_with_import, cancel_import])
def test_who_may_not_bring_lists_in_may_not_stop_them(deed: Callable[..., object]):
    imported = receive(LIST)
    with pytest.raises(NotAllowed):
        deed(imported.pk, by=make.auditor())


@pytest.mark.django_db
def test_what_goes_on_is_given_to_the_worker_and_what_is_paused_is_not():
    imported = receive(LIST)
    pause_import(imported.pk, by=imported.received_by)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        go_on_with_lists.func(timestamp=0)
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)
        go_on_with_import(imported.pk, by=imported.received_by)
        cursor.execute("SELECT task_name FROM procrastinate_jobs")
        assert cursor.fetchall() == [("store_import",)]
        cursor.execute("DELETE FROM procrastinate_jobs")
        go_on_with_lists.func(timestamp=0)
        cursor.execute("SELECT task_name FROM procrastinate_jobs")
        assert cursor.fetchall() == [("store_import",)], "nor is one forgotten whose job gave up"


@pytest.mark.django_db
def test_a_paused_list_is_not_compared():
    imported = receive(LIST)
    pause_import(imported.pk, by=imported.received_by)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        store_import.func(import_id=imported.pk)
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize(("done", "began_from", "seconds", "pace"), [
    (300, 100, 10, (20.0, 35.0)), (100, 100, 10, None), (0, 0, 10, None),
])  # fmt: skip
def test_the_pace_is_told_from_where_storing_began_or_went_on(
    done: int, began_from: int, seconds: int, pace: tuple[float, float] | None
):
    began = timezone.now() - timedelta(seconds=seconds)
    imported = ImportFile(
        status="storing", rows_total=1000, rows_done=done, went_on_at=began, went_on_from=began_from
    )
    told = pace_of(imported)
    if pace is None:
        assert told is None
    else:
        assert told is not None
        assert (told.rows_per_second, told.seconds_left) == pytest.approx(pace, rel=0.05)


@pytest.mark.parametrize("status", ["received", "checked", "paused", "stored", "undone"])
def test_what_stands_still_has_no_pace(status: str):
    assert pace_of(ImportFile(status=status, rows_total=10, rows_done=5, went_on_at=timezone.now())) is None


@pytest.mark.django_db(transaction=True)
def test_two_volunteers_store_two_lists_at_once():
    source = make.source()
    lists = [checked(csv_bytes((HEADER, *ROWS, (name, "2019"))), source=source) for name in ("نادر", "باسل")]
    for one in lists:
        begin_storing(one.pk, by=one.received_by)
    ends = race(*(lambda one=one: store_rows(one.pk) for one in lists))
    assert [end.status for end in ends] == ["stored", "stored"], ends
    assert [end.records_count for end in ends] == [9, 9]


@pytest.mark.django_db(transaction=True)
def test_of_two_volunteers_who_bring_in_one_file_at_once_one_is_told():
    source, people = make.source(), [make.volunteer(), make.volunteer()]
    ends = race(*(
        lambda by=by: bring_in(LIST, filename="list.csv", source=source, by=by) for by in people
    ))  # fmt: skip
    assert sorted(type(end).__name__ for end in ends) == ["AlreadyReceived", "ImportFile"], ends
    lost = next(end for end in ends if isinstance(end, AlreadyReceived))
    assert lost.earlier == ImportFile.objects.get()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("deed", [pause_import, cancel_import])
def test_a_list_stopped_at_any_moment_holds_whole_chunks(deed: Callable[..., object]):
    imported = receive(LIST)
    stored_end, _ = race(lambda: store_rows(imported.pk), lambda: deed(imported.pk, by=imported.received_by))
    assert isinstance(stored_end, ImportFile), stored_end
    imported.refresh_from_db()
    assert imported.rows_done == imported.rows.count() == imported.records.count()
    if imported.status == "paused":
        go_on_with_import(imported.pk, by=imported.received_by)
        assert store_rows(imported.pk).records_count == 8
