"""Rows become records, chunk by chunk, and a run that was killed goes on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.db.models import Model

from tests import make
from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import checked, receive, stored, stored_after_check
from tests.models.guards import changed, run
from tests.racing import race
from tracker.flow.intake import store
from tracker.flow.intake.copying import copy_in
from tracker.flow.intake.receive import bring_in
from tracker.flow.intake.store import NotChecked, ReadsOtherwise, begin_storing, store_rows
from tracker.flow.intake.tasks import store_import
from tracker.flow.linking.keys import key_records
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
    done = imported.rows.count()
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

    def fail(model: type[Model], lines: object) -> None:
        if model is PrisonRecord:
            raise DatabaseError("the disk is full")
        copy_in(model, lines)  # type: ignore[arg-type]

    with monkeypatch.context() as broken:
        broken.setattr(store, "copy_in", fail)
        with pytest.raises(DatabaseError):
            store_rows(imported.pk)
    imported.refresh_from_db()
    assert imported.rows_done == PrisonRecord.objects.count() == imported.rows.count() == 2
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
def test_records_are_found_once_the_linker_has_keyed_them():
    imported = stored(LIST)
    assert key_records() == 7
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
    assert ImportRow.objects.count() == 9


@pytest.mark.django_db
def test_a_row_that_says_what_another_said_makes_no_second_record():
    again = ("1", *GOOD[0]), ("2", *GOOD[1]), ("3", *GOOD[0]), ("4", *GOOD[0])
    imported = stored(csv_bytes((("م", *HEADER), *again)))
    assert (imported.records_count, imported.repeated_count) == (2, 2)
    first = imported.rows.get(number=2)
    assert [(row.number, row.same_as) for row in imported.rows.filter(status="repeated").order_by("id")] == [
        (4, first), (5, first),
    ]  # fmt: skip
    assert not PrisonRecord.objects.filter(row__status="repeated").exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("small_chunks")
def test_a_row_that_repeats_one_of_an_earlier_chunk_is_known_after_a_crash_too():
    imported = receive(csv_bytes((HEADER, *GOOD[:5], GOOD[0])))
    run_until_killed(imported, 2)
    finished = store_rows(imported.pk)
    assert (finished.records_count, finished.repeated_count) == (5, 1)
    assert finished.rows.get(number=7).same_as == finished.rows.get(number=2)


@pytest.mark.django_db
@pytest.mark.usefixtures("small_chunks")
def test_a_row_that_repeats_one_another_worker_stored_meanwhile_makes_no_second_record():
    imported = receive(csv_bytes((HEADER, *GOOD[:5], GOOD[2])))
    others = iter([1])

    def another_worker_stores_some(_done: int, _total: int) -> None:
        if chunks := next(others, 0):
            run_until_killed(imported, chunks)

    finished = store_rows(imported.pk, progress=another_worker_stores_some)
    assert (finished.status, finished.records_count, finished.repeated_count) == ("stored", 5, 1)
    assert finished.rows.get(number=7).same_as == finished.rows.get(number=4)


@pytest.mark.django_db
def test_what_is_stored_is_in_the_history_under_the_deed():
    imported = stored(LIST)
    for table, count in (("importrow", 9), ("prisonrecord", 7)):
        sql = f"""
            SELECT e.id FROM tracker_{table}event e JOIN pghistory_context c ON c.id = e.pgh_context_id
             WHERE e.import_file_id = %s AND c.metadata->>'deed' = 'import:store'
               AND (c.metadata->>'user')::int = %s
        """
        assert run(sql, imported.pk, imported.received_by.pk) == count


@pytest.mark.django_db
def test_marks_of_the_road_into_the_database_are_kept_as_they_stand():
    cells = ("سامر خالد \\N الحلو", "2019", "a\\tb \\\\ “c”", '{"x": 1}', "\\.")
    header = (*HEADER, "ملاحظات", "سبب الوفاة", "رقم الجثة")
    imported = stored("\r\n".join("\t".join(row) for row in (header, cells)).encode())
    assert [tuple(row.cells) for row in imported.rows.all()] == [cells]
    record = PrisonRecord.objects.get()
    assert record.notes_written == cells[2]
    assert (record.death_cause_written, record.body_number) == (cells[3], cells[4])


@pytest.mark.django_db
def test_storing_begins_from_a_check():
    imported = stored(LIST)
    with pytest.raises(NotChecked):
        begin_storing(imported.pk, by=imported.received_by)
    brought = bring_in(
        csv_bytes((HEADER, *GOOD)), filename="b.csv", source=make.source(), by=make.volunteer()
    )
    with pytest.raises(NotChecked):
        begin_storing(brought.pk, by=brought.received_by)


@pytest.mark.django_db
def test_what_the_check_kept_is_dropped_once_all_is_stored():
    imported = checked(LIST)
    assert imported.checked.exists()
    begin_storing(imported.pk, by=imported.received_by)
    assert not store_rows(imported.pk).checked.exists()


@pytest.mark.django_db
def test_an_original_that_reads_otherwise_is_not_stored_for_ever(originals_folder: Path):
    imported = receive(LIST)
    changed(imported, rows_total=10)()
    with pytest.raises(ReadsOtherwise):
        store_rows(imported.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("leave_out", [True, False])
def test_people_whom_another_list_of_the_source_holds_are_left_out_when_asked(leave_out: bool):
    source, header = make.source(), ("رقم السجين", "الاسم", "السجن", "ملاحظات")
    first = stored(csv_bytes((header, ("7/أ", "سامر خالد الحلو", "سجن مخترع", ""))), source=source)
    more = csv_bytes(
        (header, ("7 أ", "سامر الحلو", "السجن المخترع", "نُقل"), ("7 أ", "سامر", "سجن مخترع", "نُقل"))
    )
    second = stored_after_check(more, source=source, leave_out_held=leave_out)
    assert (second.records_count, second.repeated_count) == ((1, 1) if leave_out else (2, 0))
    if leave_out:
        assert second.rows.get(status="repeated").same_as == first.rows.get()


@pytest.mark.django_db
def test_of_a_person_held_already_two_rows_alike_lead_to_the_record_of_the_other_list():
    source, header = make.source(), ("رقم السجين", "الاسم", "السجن")
    first = stored(csv_bytes((header, ("7/أ", "سامر خالد الحلو", "سجن مخترع"))), source=source)
    alike = ("7 أ", "سامر الحلو", "سجن مخترع")
    second = stored_after_check(csv_bytes((header, alike, alike)), source=source, leave_out_held=True)
    assert [row.same_as for row in second.rows.all()] == [first.rows.get()] * 2


@pytest.mark.django_db
def test_the_row_that_counts_a_list_has_room_beside_itself():
    # What is cleared when hangs on whoever else looks at that moment, so the pages themselves are not counted.
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE oid = 'tracker_importfile'::regclass")
        assert cursor.fetchone() == (["fillfactor=50"],)
