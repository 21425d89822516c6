"""Rows become records, chunk by chunk, and a run that was killed goes on."""

import re
from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection

from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import receive, stored
from tests.racing import race
from tracker.flow.intake import store
from tracker.flow.intake.store import store_rows
from tracker.flow.intake.tasks import store_import
from tracker.models import ImportFile, ImportRow, PrisonRecord, RecordKeys, UncomparedRecord

HEADER = ("الاسم", "تاريخ الوفاة")
GOOD = [(f"سامر خالد الحلو {letter}", "2019") for letter in "ابتثجحخ"]
BAD = [("نادر فؤاد المختلق", "3/5/1650"), ("", "2019")]
LIST = csv_bytes((HEADER, *GOOD[:4], BAD[0], *GOOD[4:], BAD[1]))
CELLS = [*GOOD[:4], BAD[0], *GOOD[4:], BAD[1]]


class Killed(BaseException):
    """What a test raises where a process would die."""


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "CHUNK", 2)


def kill_after(chunks: int) -> "Iterator[None]":
    for _ in range(chunks - 1):
        yield
    raise Killed


def run_until_killed(imported: ImportFile, chunks: int) -> None:
    count = kill_after(chunks)
    with pytest.raises(Killed):
        store_rows(imported.pk, progress=lambda done, total: next(count))


def records_of(imported: ImportFile) -> list[tuple[int, str, str]]:
    found = PrisonRecord.objects.filter(import_file=imported).order_by("row__number")
    return [
        (record.row.number, record.name_written, record.died.edtf) for record in found.select_related("row")
    ]


@pytest.mark.django_db
def test_each_row_becomes_a_record_or_is_kept_with_the_reasons():
    imported = stored(LIST)
    assert (imported.status, imported.rows_total, imported.rows_done) == ("stored", 9, 9)
    assert (imported.records_count, imported.refused_count) == (7, 2)
    assert [row.status for row in imported.rows.all()] == ["stored"] * 4 + ["refused"] + ["stored"] * 3 + [
        "refused"
    ]
    assert [tuple(row.cells) for row in imported.rows.all()] == CELLS


@pytest.mark.django_db
def test_a_refusal_is_a_sentence_in_both_languages():
    refused = stored(LIST).rows.filter(status="refused")
    for row in refused:
        assert row.refusals
        for sentence in row.refusals:
            assert set(sentence) == {"en", "ar"}
            assert all(sentence.values())
    too_old = refused.earliest("id").refusals[0]
    assert "1650" in too_old["en"]
    assert re.search("[ء-ي]{3}", too_old["ar"])


@pytest.mark.django_db
def test_the_chain_of_custody_says_how_many_rows_became_records():
    event = stored(LIST).document.custody.get(kind="imported")
    assert event.note == "7 / 9"


@pytest.mark.django_db
@pytest.mark.parametrize("chunks", [1, 2, 3, 4])
@pytest.mark.usefixtures("small_chunks")
def test_a_killed_run_goes_on_where_it_stopped(chunks: int):
    imported = receive(LIST)
    run_until_killed(imported, chunks)
    imported.refresh_from_db()
    done = imported.rows.exclude(status="waiting").count()
    assert (imported.status, imported.rows_done) == ("storing", done)
    assert done == 2 * chunks
    assert (
        imported.records_count
        == PrisonRecord.objects.count()
        == imported.rows.filter(status="stored").count()
    )
    finished = store_rows(imported.pk)
    assert (finished.status, finished.records_count, finished.refused_count) == ("stored", 7, 2)
    assert records_of(finished) == [
        (number, name, "2019") for number, (name, _) in enumerate(CELLS, start=2) if (name, _) in GOOD
    ]
    assert finished.document.custody.filter(kind="imported").count() == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("small_chunks")
def test_a_chunk_that_fails_leaves_nothing_of_itself(monkeypatch: pytest.MonkeyPatch):
    imported = receive(LIST)
    run_until_killed(imported, 1)

    def fail(rows: object) -> None:
        raise DatabaseError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(RecordKeys.objects, "bulk_create", fail)
        with pytest.raises(DatabaseError):
            store_rows(imported.pk)
    imported.refresh_from_db()
    assert imported.rows_done == PrisonRecord.objects.count() == 2
    assert imported.rows.filter(status="waiting").count() == 7
    assert store_rows(imported.pk).records_count == 7


@pytest.mark.django_db
def test_storing_what_is_stored_changes_nothing():
    imported = stored(LIST)
    assert store_rows(imported.pk).version == imported.version
    assert PrisonRecord.objects.count() == 7


@pytest.mark.django_db
def test_an_import_that_was_undone_meanwhile_is_left_alone():
    from tracker.flow.intake.undo import undo_import

    imported = receive(LIST)
    undo_import(imported.pk, by=imported.received_by, reason="wrong file")
    assert store_rows(imported.pk).status == "undone"
    assert not PrisonRecord.objects.exists()


@pytest.mark.django_db
def test_records_can_be_found_at_once():
    imported = stored(LIST)
    keys = RecordKeys.objects.filter(record__import_file=imported)
    assert keys.count() == 7
    assert all(row.keys and row.profile for row in keys)
    assert UncomparedRecord.objects.count() == len(keys)


@pytest.mark.django_db
def test_the_worker_stores_a_list_and_then_asks_for_its_comparison():
    imported = receive(LIST)
    store_import.func(import_id=imported.pk)
    imported.refresh_from_db()
    assert imported.status == "stored"
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name FROM procrastinate_jobs ORDER BY id DESC LIMIT 1")
        assert cursor.fetchone() == ("propose_links",)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("small_chunks")
def test_two_workers_on_one_list_double_nothing():
    imported = receive(LIST)
    ends = race(*[lambda: store_rows(imported.pk)] * 2)
    assert [type(end) for end in ends] == [ImportFile, ImportFile], ends
    imported.refresh_from_db()
    assert (imported.status, imported.rows_done, imported.records_count) == ("stored", 9, 7)
    assert PrisonRecord.objects.count() == 7
    assert not ImportRow.objects.filter(status="waiting").exists()
