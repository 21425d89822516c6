"""Sound lists of every kind become the rows that a person sees."""

import io
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from django.utils import translation

from tests.flow.intake import files
from tracker.flow.intake.readers import ListFile, Row, UnreadableFile, read_sheets

ROWS = (
    Row(1, ("م", "الاسم", "اسم الأب", "الكنية", "تاريخ الوفاة")),
    Row(2, ("1", "سليم", "رامي", "التجريبي", "22/10/2019")),
    Row(3, ("2", "نادر", "فؤاد", "المختلق", "٢٠١٨/٣/٥")),
)


def rows_of(content: bytes, **choices: Any) -> tuple[Row, ...]:
    return tuple(read_sheets(content, filename="list", **choices).sheets[0].rows)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (files.csv_bytes(), "csv"),
        (files.csv_bytes(encoding="utf-8-sig"), "csv"),
        (files.csv_bytes(encoding="utf-16", delimiter="\t"), "csv"),
        (files.csv_bytes(encoding="utf-16-le", delimiter="\t"), "csv"),
        (files.csv_bytes(delimiter=";"), "csv"),
        (files.xlsx_bytes(), "xlsx"),
        (files.xls_bytes(), "xls"),
        (files.ods_bytes(), "ods"),
    ],
)
def test_every_format_gives_the_same_rows(content: bytes, kind: str):
    read = read_sheets(content, filename="whatever.pdf")
    assert (read.kind, tuple(read.sheets[0].rows)) == (kind, ROWS)


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_an_old_arabic_encoding_is_recognised(encoding: str):
    table = [row[:4] for row in files.TABLE]
    read = read_sheets(files.csv_bytes(table, encoding), filename="ledger.csv")
    assert read.encoding == encoding
    assert tuple(read.sheets[0].rows) == tuple(Row(row.number, row.cells[:4]) for row in ROWS)


def test_the_encoding_that_a_person_chose_is_the_one_used():
    content = "الاسم,الأب".encode("windows-1256")
    read = read_sheets(content, filename="list.csv", encoding="windows-1252")
    assert (read.encoding, read.sheets[0].rows[0].cells[0]) == ("windows-1252", "ÇáÇÓã")


def test_a_sheet_of_a_text_file_is_named_after_the_file():
    assert read_sheets(b"name,born\nA B,1984", filename="/tmp/قائمة.csv").sheets[0].name == "قائمة"


def test_text_cells_are_verbatim():
    cells = ("\u202eعلي\u202c", "  محسن ", "=1+1", "ـعـ\u0651", "00123", "a\nb", "TRUE", "1.0")
    for content in (files.xlsx_bytes([cells]), files.xls_bytes([cells])):
        # openpyxl and xlwt keep "=…" as a formula without a result, which a person sees as empty.
        assert rows_of(content)[0].cells[:2] == cells[:2]
        assert rows_of(content)[0].cells[3:] == cells[3:]
    quoted = ",".join(f'"{cell}"' for cell in cells).encode()
    assert rows_of(quoted)[0].cells == cells


def test_values_read_as_a_person_reads_them():
    values = (
        12.0,
        12.5,
        1234567890123,
        True,
        date(2019, 10, 22),
        datetime.fromisoformat("2019-10-22T14:30"),
        0.1 + 0.2,
    )
    seen = ("12", "12.5", "1234567890123", "TRUE", "2019-10-22", "2019-10-22 14:30:00", "0.3")
    assert rows_of(files.xlsx_bytes([("x", *values)]))[0].cells == ("x", *seen)


@pytest.mark.parametrize("make", [files.xlsx_bytes, files.xls_bytes, files.ods_bytes])
def test_a_date_cell_is_read_as_an_iso_date(make):
    assert rows_of(make([("علي", date(2019, 10, 22))]))[0].cells == ("علي", "2019-10-22")


@pytest.mark.parametrize("make", [files.xlsx_bytes, files.xls_bytes, files.ods_bytes, files.csv_bytes])
def test_empty_rows_are_passed_over_and_the_others_keep_their_numbers(make):
    rows = rows_of(make([("",), ("", "عنوان", ""), ("", " "), ("", "", "علي")]))
    assert rows == (Row(2, ("", "عنوان")), Row(4, ("", "", "علي")))


def test_a_quoted_line_break_does_not_begin_a_new_row():
    assert rows_of(b'name,notes\n"A","one\ntwo"\nB,three\n') == (
        Row(1, ("name", "notes")),
        Row(2, ("A", "one\ntwo")),
        Row(3, ("B", "three")),
    )


def test_semicolons_are_chosen_although_commas_stand_in_the_cells():
    assert rows_of(b"name;notes\nA;x, y\nB;z, w, v\n")[1].cells == ("A", "x, y")


def test_every_sheet_is_read_and_hidden_ones_say_so():
    workbook = openpyxl.load_workbook(io.BytesIO(files.xlsx_bytes(more={"ملحق": [("الاسم",), ("علي",)]})))
    workbook["ملحق"].sheet_state = "hidden"
    content = io.BytesIO()
    workbook.save(content)
    sheets = read_sheets(content.getvalue(), filename="two.xlsx").sheets
    assert [(sheet.name, sheet.hidden, len(sheet.rows)) for sheet in sheets] == [
        ("القائمة", False, 3),
        ("ملحق", True, 2),
    ]


def test_rows_on_disk_behave_like_a_tuple():
    rows = read_sheets(files.csv_bytes(), filename="list.csv").sheets[0].rows
    assert (len(rows), rows[0], rows[-1], rows[1:]) == (3, ROWS[0], ROWS[2], ROWS[1:])
    with pytest.raises(IndexError):
        rows[3]
    assert list(rows) == list(rows)


def test_rows_longer_than_a_block_and_many_rows_are_read_alike_by_place_and_in_turn():
    long = "ع" * 30_000
    table = [
        ("name", *[f"c{number}" for number in range(60)]),
        *[("علي", *[long] * 60)] * 2,
        *[("سليم",)] * 40_000,
    ]
    rows = read_sheets(files.csv_bytes(table), filename="list.csv").sheets[0].rows
    seen = list(rows)
    assert len(seen) == len(rows) == 40_003
    assert seen[1] == rows[1] == Row(2, ("علي", *[long] * 60))
    assert (seen[3], seen[-1]) == (rows[3], rows[-1]) == (Row(4, ("سليم",)), Row(40_003, ("سليم",)))


def test_rows_can_still_be_read_when_the_list_file_itself_is_gone():
    def only_the_rows(read: ListFile):
        return read.sheets[0].rows

    assert tuple(only_the_rows(read_sheets(files.csv_bytes(), filename="list.csv"))) == ROWS


def test_a_macro_workbook_is_read_and_its_macros_are_not_looked_at():
    assert rows_of(files.with_parts(files.xlsx_bytes(), {"xl/vbaProject.bin": b"\xff" * 500})) == ROWS


def test_a_list_of_two_hundred_rows_is_read_quickly():
    table = [files.HEADER, *((number, "سليم", "رامي", "التجريبي", "2019") for number in range(200))]
    content = files.xlsx_bytes(table)
    began = time.perf_counter()
    assert len(rows_of(content)) == 201
    assert time.perf_counter() - began < 10


def test_the_child_sees_no_secret_of_the_server(monkeypatch):
    start: Callable[..., object] = subprocess.Popen
    seen: list[set[str]] = []

    def watched(command: list[str], **choices: Any) -> object:
        seen.append(set(choices["env"]))
        return start(command, **choices)

    monkeypatch.setenv("DATABASE_URL", "postgres://a-secret")
    monkeypatch.setattr(subprocess, "Popen", watched)
    read_sheets(files.csv_bytes(), filename="list.csv")
    assert seen == [{"PYTHONPATH", "PYTHONUTF8"}]


def test_the_child_comes_up_without_django():
    program = "import sys, tracker.flow.intake.readers.child; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_refusal_speaks_the_language_of_the_reader():
    with pytest.raises(UnreadableFile) as refusal, translation.override("en"):
        read_sheets(b"", filename="list.csv")
    with translation.override("en"):
        assert str(refusal.value).startswith("The file is empty. ")
