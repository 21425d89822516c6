"""A list comes in wholly or not at all."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.utils import translation

from tests import make
from tests.flow.intake.files import Cell, csv_bytes, xlsx_bytes
from tests.flow.intake.lists import CONTENT, HEADER, ROWS, all_that_is_kept, jobs, receive
from tracker.flow.intake.columns import NobodyMapped, NoHeader, UnknownColumn, UnknownField
from tracker.flow.intake.readers import UnreadableFile
from tracker.flow.intake.receive import AlreadyReceived
from tracker.flow.intake.store import store_rows
from tracker.flow.intake.tasks import store_import
from tracker.flow.intake.undo import undo_import
from tracker.flow.intake.whole import NoRows
from tracker.flow.refusals import Refused
from tracker.models import CustodyEvent, Document, ImportFile, ImportRow

pytestmark = pytest.mark.django_db


def test_a_list_is_kept_row_by_row_and_cell_by_cell(originals_folder: Path):
    volunteer, source = make.volunteer(), make.source()
    received = receive(by=volunteer, source=source, filename="list.csv")
    assert (received.status, received.rows_total, received.rows_done) == ("storing", 2, 0)
    assert (received.received_by, received.source, received.encoding) == (volunteer, source, "utf-8")
    assert [(row.number, tuple(row.cells), row.status) for row in rows_of(received)] == [
        (2, ROWS[0], "stored"), (3, ROWS[1], "stored"),
    ]  # fmt: skip
    sheet = received.columns_of("list")
    assert sheet.columns == [("الاسم", "name"), ("تاريخ الوفاة", "died"), ("السجن", "facility")]


def test_the_original_is_kept_with_its_checksum_and_a_chain_of_custody(originals_folder: Path):
    received = receive()
    document = received.document
    assert document.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (originals_folder / document.sha256[:2] / document.sha256).read_bytes() == CONTENT
    assert (document.size, document.media_type, document.title) == (len(CONTENT), "text/csv", "list.csv")
    assert [(event.kind, event.by) for event in document.custody.all()] == [
        ("received", received.received_by)
    ]


def rows_of(received: ImportFile) -> QuerySet[ImportRow]:
    return store_rows(received.pk).rows.order_by("id")


REFUSED: dict[str, tuple[Callable[[], object], type[Refused]]] = {
    "an empty file": (lambda: receive(b""), UnreadableFile),
    "a wrong type": (lambda: receive(b"%PDF-1.7 \n%\xe2\xe3", filename="list.pdf"), UnreadableFile),
    "a truncated workbook": (lambda: receive(xlsx_bytes()[:-300], filename="list.xlsx"), UnreadableFile),
    "ten megabytes of one cell": (
        lambda: receive(csv_bytes((HEADER, ("س" * 5_000_000, "", "")))),
        UnreadableFile,
    ),
    "no header": (lambda: receive(csv_bytes(ROWS)), NoHeader),
    "a header alone": (lambda: receive(csv_bytes((HEADER,))), NoRows),
    "an unknown encoding": (lambda: receive(encoding="ebcdic"), UnreadableFile),
    "a mapping of an unknown column": (lambda: receive(mapping={"Z": "name"}), UnknownColumn),
    "a mapping to an unknown field": (lambda: receive(mapping={"A": "fate"}), UnknownField),
    "a mapping that leaves nobody": (lambda: receive(mapping={"A": "ignore"}), NobodyMapped),
}


@pytest.mark.parametrize("what", REFUSED)
def test_nothing_is_half_stored_of(what: str, originals_folder: Path):
    deed, refusal = REFUSED[what]
    before = all_that_is_kept(originals_folder)
    with pytest.raises(refusal) as refused:
        deed()
    assert all_that_is_kept(originals_folder) == before
    assert str(refused.value).endswith("."), "a sentence that says what to do"
    assert "%(" not in str(refused.value)


def test_the_same_bytes_are_refused_by_name_of_the_earlier_import(originals_folder: Path):
    first = receive(filename="first name.csv", by=make.volunteer(full_name="Rima al-Khatib"))
    before = all_that_is_kept(originals_folder)
    with translation.override("en"), pytest.raises(AlreadyReceived) as refused:
        receive(filename="another name.csv")
    assert refused.value.earlier == first
    for told in (str(first.pk), "first name.csv", "Rima al-Khatib"):
        assert told in str(refused.value)
    assert all_that_is_kept(originals_folder) == before


def test_another_byte_is_another_list():
    receive()
    assert receive(CONTENT + b"\r\n").pk


def test_bytes_whose_import_was_undone_may_come_in_again(originals_folder: Path):
    first = receive()
    undo_import(first.pk, by=first.received_by, reason="wrong source")
    again = receive(filename="again.csv")
    assert again.pk != first.pk
    assert again.document == first.document
    assert [event.kind for event in again.document.custody.all()] == ["received", "undone", "received"]
    assert len(list(originals_folder.rglob("*/*"))) == 1
    with pytest.raises(AlreadyReceived):
        receive()


def test_a_fault_at_the_very_end_leaves_nothing_behind(
    originals_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(**arguments: object) -> None:
        raise DatabaseError("the disk is full")

    before = all_that_is_kept(originals_folder)
    monkeypatch.setattr(store_import, "defer", fail)
    with pytest.raises(DatabaseError):
        receive()
    # The original alone may stay in its folder: the next receipt of the same bytes takes it up.
    assert {**all_that_is_kept(originals_folder), "files": []} == before


def test_storing_is_asked_for_in_the_same_transaction():
    before = jobs()
    with transaction.atomic():
        received = receive()
        assert jobs() == before + 1
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT task_name, args->>'import_id' FROM procrastinate_jobs ORDER BY id DESC LIMIT 1"
            )
            assert cursor.fetchone() == ("store_import", str(received.pk))
        transaction.set_rollback(True)
    assert jobs() == before
    assert not ImportFile.objects.exists()


def test_names_that_run_from_right_to_left_stand_as_written():
    rows = (("عبد الرحمن \u200fالحلو", "٢٢/١٠/٢٠١٩", "سجن"), ("\u202eسامر\u202c", "", "سجن"))
    received = receive(csv_bytes((HEADER, *rows)))
    assert [tuple(row.cells) for row in rows_of(received)] == list(rows), "cells are kept with their marks"


def test_a_list_in_windows_1256_reads_as_the_same_list():
    received = receive(csv_bytes((HEADER, *ROWS), encoding="windows-1256"))
    assert received.encoding == "windows-1256"
    assert [tuple(row.cells) for row in rows_of(received)] == list(ROWS)


def test_a_workbook_of_two_lists_comes_in_as_two_lists_and_its_cover_is_passed_over():
    more: dict[str, list[tuple[Cell, ...]]] = {
        "غلاف": [("قائمة مخترعة",)],
        "Second": [("Name", "Died"), ("Samer Khaled al-Helou", "2019")],
    }
    received = receive(xlsx_bytes((HEADER, *ROWS), more=more), filename="list.xlsx")
    assert [sheet.sheet for sheet in received.sheets if sheet.taken] == ["القائمة", "Second"]
    assert [(row.sheet, row.number) for row in rows_of(received)] == [
        ("القائمة", 2), ("القائمة", 3), ("Second", 2),
    ]  # fmt: skip
    assert received.columns_of("Second").columns == [("Name", "name"), ("Died", "died")]


def test_two_sheets_that_look_alike_are_told_apart():
    more = {f"القائمة{mark}": (HEADER, *ROWS) for mark in ("\u200f", "\u200e")}
    received = receive(xlsx_bytes((HEADER, *ROWS), more=more), filename="list.xlsx")
    assert [sheet.sheet for sheet in received.sheets] == ["القائمة", "القائمة (2)", "القائمة (3)"]
    assert received.rows_total == 6


def test_a_file_with_a_very_long_name_comes_in():
    received = receive(filename="قائمة" * 48 + ".csv")
    assert received.rows_total == 2
    assert rows_of(received).get(number=2).labelled_cells[0] == ("الاسم", ROWS[0][0])


def test_a_file_is_known_by_its_name_alone_whatever_folder_it_came_from():
    assert receive(filename="../../etc/\u202elist.csv").document.title == "list.csv"


def test_a_mapping_overrules_what_was_guessed():
    received = receive(mapping={"السجن": "notes", "B": "ignore"})
    assert [field for _, field in received.columns_of("list").columns] == ["name", "", "notes"]


def test_a_list_without_a_header_is_read_by_the_letters_of_its_columns():
    received = receive(csv_bytes(ROWS), mapping={"A": "name", "B": "died"})
    assert received.columns_of("list").header_row == 0
    assert received.rows_total == 2


def test_bytes_that_were_kept_as_a_document_may_be_read_as_a_list(originals_folder: Path):
    document = make.document(sha256=hashlib.sha256(CONTENT).hexdigest())
    assert receive().document == document
    assert Document.objects.count() == 1
    assert CustodyEvent.objects.get(document=document).kind == "received"
