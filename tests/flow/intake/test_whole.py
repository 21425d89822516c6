"""Long lists: their beginning is seen at once, and the worker reads them to their end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils.translation import override

from tests import make
from tests.flow.intake.files import csv_bytes, xlsx_bytes
from tests.flow.intake.lists import all_that_is_kept
from tests.journeys.work import let_the_worker_work
from tests.racing import race
from tracker.flow.intake import whole
from tracker.flow.intake.check import begin_check, check_rows
from tracker.flow.intake.control import cancel_import
from tracker.flow.intake.layouts import with_fields
from tracker.flow.intake.originals import read_original
from tracker.flow.intake.preview import preview_of
from tracker.flow.intake.readers import UnreadableFile, read_sheets
from tracker.flow.intake.receive import AlreadyReceived, bring_in, read_otherwise
from tracker.flow.intake.tasks import go_on_with_lists, read_import
from tracker.flow.intake.whole import NoRows, read_to_the_end, what_stops
from tracker.models import EditConflict, ImportFile, ImportStatus

HEADER = ("الاسم", "اسم الأم", "تاريخ الولادة", "تاريخ الوفاة")
OPEN_DAY = ("سامر خالد الحلو", "هدى", "03/04/1980", "03/04/2013")
ROWS = (OPEN_DAY, ("وسيم نادر الغريب", "رنا", "05/06/1981", "05/06/2014"),
        ("قيس فؤاد النحاس", "سلوى", "07/08/1982", "10/22/2015"), ("المجموع", "3"))  # fmt: skip
LONG = csv_bytes((HEADER, *ROWS))

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lists_count_as_long_from_three_rows_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "ROWS_AT_ONCE", 3)
    monkeypatch.setattr(whole, "ROWS_OF_BEGINNING", 3)


def brought(content: bytes = LONG, **told: Any) -> ImportFile:
    return bring_in(content, filename="list.csv", source=make.source(), by=make.volunteer(), **told)


def read(content: bytes = LONG, **told: Any) -> ImportFile:
    return read_to_the_end(brought(content, **told).pk)


def read_at_once(content: bytes = LONG) -> ImportFile:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "ROWS_AT_ONCE", 30_000)
        return brought(content)


def jobs_of(task: str, imported: ImportFile) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs"
            " WHERE task_name = %s AND status = 'todo' AND (args ->> 'import_id')::bigint = %s",
            [task, imported.pk],
        )
        found: int = cursor.fetchone()[0]
    return found


def test_the_beginning_of_a_long_list_is_proposed_at_once_and_the_rest_is_left_to_the_worker():
    imported = brought()
    assert (imported.status, imported.rows_total) == ("reading", 0)
    [part] = imported.sheets
    assert part.fields == ["name", "mother", "birth", "died"]
    assert (part.last_row, part.foot, part.date_orders) == (0, [], {})
    assert [row.number for row in preview_of(imported)[0].rows] == [1, 2, 3, 4, 5]
    assert jobs_of("read_import", imported) == 1


@pytest.mark.parametrize("content", [LONG, xlsx_bytes((HEADER, *ROWS))], ids=["csv", "xlsx"])
def test_a_list_read_in_two_parts_is_read_as_one_that_was_read_at_once(content: bytes):
    in_parts = read(content)
    cancel_import(in_parts.pk, by=in_parts.received_by)
    at_once = read_at_once(content)
    assert in_parts.layout == at_once.layout
    assert (in_parts.rows_total, at_once.rows_total) == (3, 3)
    assert in_parts.sheets[0].date_orders == {"died": "month_first"}
    assert in_parts.sheets[0].last_row == 4


def test_a_short_list_waits_for_nobody():
    imported = read_at_once()
    assert (imported.status, imported.rows_total, jobs_of("read_import", imported)) == ("received", 3, 0)


def test_a_large_file_is_never_read_whole_while_somebody_waits(monkeypatch: pytest.MonkeyPatch):
    asked: list[int | None] = []

    def watched(*args: Any, first_rows: int | None = None, **told: Any) -> Any:
        asked.append(first_rows)
        return read_sheets(*args, first_rows=first_rows, **told)

    monkeypatch.setattr("tracker.flow.intake.receive.read_sheets", watched)
    monkeypatch.setattr(whole, "AT_ONCE_BYTES", 10)
    brought()
    assert asked == [whole.ROWS_OF_BEGINNING]


def test_the_same_bytes_are_refused_while_they_are_read():
    earlier = brought()
    with pytest.raises(AlreadyReceived) as told:
        brought()
    assert told.value.earlier == earlier


def test_a_header_with_nothing_below_is_still_refused_at_once(originals_folder: Path):
    before = all_that_is_kept(originals_folder)
    with pytest.raises(NoRows):
        brought(csv_bytes((HEADER,)))
    assert all_that_is_kept(originals_folder) == before


def test_a_file_that_breaks_off_further_down_is_kept_with_its_sentence():
    imported = read(LONG + 'سالم,"هدى\r\n'.encode())
    assert (imported.status, imported.rows_total) == ("received", 0)
    with override("en"):
        assert str(what_stops(imported)).startswith("A quotation mark in or before row")
    with override("ar"):
        assert "A quotation" not in str(what_stops(imported))
    with pytest.raises(UnreadableFile):
        begin_check(imported.pk, by=imported.received_by)


def test_letters_that_cannot_be_read_further_down_are_read_in_another_encoding():
    beyond_what_is_decoded_at_once = csv_bytes([("س" * 15_000, "هدى")] * 90)
    imported = read(LONG + beyond_what_is_decoded_at_once + b"\xff\xfe,x\r\n", encoding="utf-8")
    assert isinstance(what_stops(imported), UnreadableFile)
    again = read_otherwise(
        imported.pk, by=imported.received_by, version=imported.version, encoding="windows-1256"
    )
    assert (again.status, again.encoding, what_stops(read_to_the_end(again.pk))) == (
        "reading", "windows-1256", None,
    )  # fmt: skip


def test_a_list_of_which_no_row_is_left_says_so():
    imported = read()
    layout = [replace(imported.sheets[0], header_row=4)]
    begun = read_otherwise(imported.pk, by=imported.received_by, version=imported.version, layout=layout)
    begin_check(begun.pk, by=begun.received_by)
    ended = read_to_the_end(begun.pk)
    assert (ended.status, type(what_stops(ended))) == ("received", NoRows)
    with pytest.raises(NoRows):
        begin_check(ended.pk, by=ended.received_by)


def test_other_columns_of_dates_are_looked_through_by_the_worker_and_others_at_once():
    imported = read()
    by = imported.received_by
    dates = with_fields(imported.sheets, "list", ["name", "mother", "", "birth"])
    reread = read_otherwise(imported.pk, by=by, version=imported.version, layout=dates)
    assert (reread.status, reread.rows_total) == ("reading", 0)
    ended = read_to_the_end(reread.pk)
    assert (ended.sheets[0].date_orders, ended.rows_total) == ({"birth": "month_first"}, 3)
    names = with_fields(ended.sheets, "list", ["name", "", "", "birth"])
    at_once = read_otherwise(ended.pk, by=by, version=ended.version, layout=names)
    assert (at_once.status, at_once.rows_total) == ("received", 3)
    assert at_once.sheets[0].date_orders == {"birth": "month_first"}


def test_a_check_that_is_asked_for_meanwhile_begins_when_all_is_read():
    imported = read()
    by = imported.received_by
    layout = with_fields(imported.sheets, "list", ["name", "mother", "", "birth"])
    begun = read_otherwise(imported.pk, by=by, version=imported.version, layout=layout)
    assert begin_check(begun.pk, by=by).status == "reading"
    assert read_to_the_end(begun.pk).status == "checking"
    assert jobs_of("check_import", imported) == 1
    assert check_rows(begun.pk).report["rows"] == 3


def test_a_check_asked_for_by_someone_who_may_no_longer_leaves_the_list_waiting():
    imported, colleague = brought(), make.volunteer()
    begin_check(imported.pk, by=colleague)
    colleague.is_active = False
    colleague.save()
    ended = read_to_the_end(imported.pk)
    assert (ended.status, ended.rows_total) == ("received", 3)


def test_a_list_that_is_read_otherwise_meanwhile_is_not_overwritten():
    imported = brought()

    def change_then_read(*args: Any, **told: Any) -> Any:
        patch.undo()
        layout = with_fields(imported.sheets, "list", ["name", "", "", "died"])
        read_otherwise(imported.pk, by=imported.received_by, version=imported.version, layout=layout)
        return read_original(*args, **told)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracker.flow.intake.whole.read_original", change_then_read)
        assert read_to_the_end(imported.pk).status == "reading"
    assert read_to_the_end(imported.pk).sheets[0].fields == ["name", "", "", "died"]


def test_a_page_from_before_the_end_was_read_overwrites_nothing():
    imported = brought()
    read_to_the_end(imported.pk)
    with pytest.raises(EditConflict):
        read_otherwise(imported.pk, by=imported.received_by, version=imported.version, layout=imported.sheets)


def test_a_list_given_up_meanwhile_stays_given_up():
    imported = brought()
    cancel_import(imported.pk, by=imported.received_by)
    assert read_to_the_end(imported.pk).status == "undone"


def test_a_list_whose_reading_gave_up_is_taken_up_again():
    imported = brought()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    go_on_with_lists.func(timestamp=0)
    assert jobs_of("read_import", imported) == 1
    read_import.func(import_id=imported.pk)
    imported.refresh_from_db()
    assert imported.status == ImportStatus.RECEIVED


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_and_then_checks_what_is_asked_for():
    imported = brought()
    begin_check(imported.pk, by=imported.received_by)
    let_the_worker_work()
    imported.refresh_from_db()
    assert (imported.status, imported.report["rows"]) == ("checked", 3)


@pytest.mark.django_db(transaction=True)
def test_a_reading_that_is_killed_in_the_middle_is_taken_up_again(monkeypatch: pytest.MonkeyPatch):
    imported = brought()
    reads = whole.reading_of

    def killed(*args: Any, **told: Any) -> None:
        monkeypatch.setattr(whole, "reading_of", reads)
        raise SystemExit

    monkeypatch.setattr(whole, "reading_of", killed)
    with pytest.raises(SystemExit):
        read_to_the_end(imported.pk)
    imported.refresh_from_db()
    assert (imported.status, imported.rows_total) == ("reading", 0)
    let_the_worker_work()
    imported.refresh_from_db()
    assert (imported.status, imported.rows_total) == ("received", 3)


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_read_one_list_begin_one_check():
    imported = brought()
    begin_check(imported.pk, by=imported.received_by)
    ends = race(*[lambda: read_to_the_end(imported.pk)] * 2)
    assert [type(end) for end in ends] == [ImportFile, ImportFile], ends
    assert jobs_of("check_import", imported) == 1
