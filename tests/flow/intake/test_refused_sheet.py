"""Refused rows come out as a spreadsheet that can be mended and brought in again."""

import io

import openpyxl
import pytest

from tests.flow.intake.files import csv_bytes, xlsx_bytes
from tests.flow.intake.lists import checked, stored, stored_after_check
from tracker.flow.intake.refused_sheet import refused_workbook
from tracker.models import ImportFile

pytestmark = pytest.mark.django_db

HEADER = ("الاسم", "تاريخ الوفاة", "ملاحظات")
GOOD = ("سامر خالد الحلو", "2019", "")
OLD = ("نادر فؤاد المختلق", "3/5/1650", "=HYPERLINK(0)")
NOBODY = ("", "2018", "@SUM(1)")
LIST = csv_bytes((HEADER, OLD, NOBODY, GOOD))


def sheets(imported: ImportFile, language: str = "en") -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(io.BytesIO(refused_workbook(imported, language=language)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


@pytest.mark.parametrize("road", [checked, stored, stored_after_check])
def test_each_refused_row_stands_under_the_lists_own_header_with_its_reason(road: object):
    rows = sheets(road(LIST))["list"]  # type: ignore[operator]
    assert rows[0][:3] == list(HEADER)
    assert [row[:3] for row in rows[1:]] == [list(OLD), [None, *NOBODY[1:]]]
    assert "1650" in str(rows[1][3])
    assert "neither a name nor a number" in str(rows[2][3])
    assert [row[4] for row in rows[1:]] == ["2", "3"]


def test_a_reader_of_arabic_gets_arabic_reasons_from_right_to_left():
    imported = checked(LIST)
    book = openpyxl.load_workbook(io.BytesIO(refused_workbook(imported, language="ar")))
    assert [sheet.sheet_view.rightToLeft for sheet in book] == [True]
    assert "قبل عام 1900" in str(sheets(imported, "ar")["list"][1][3])
    english = openpyxl.load_workbook(io.BytesIO(refused_workbook(imported, language="en")))
    assert not english.worksheets[0].sheet_view.rightToLeft


def test_no_cell_is_a_formula():
    book = openpyxl.load_workbook(io.BytesIO(refused_workbook(checked(LIST), language="en")))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}


def test_each_sheet_of_a_list_has_its_own():
    more = {"Second": ((*HEADER, "سبب الوفاة"), (*OLD, "قلبية"))}
    rows = sheets(checked(xlsx_bytes((HEADER, GOOD, OLD), more=more), filename="list.xlsx"))
    assert len(rows) == 2
    assert [len(row) for row in rows["القائمة"]] == [5, 5]
    assert [len(row) for name, sheet in rows.items() if name != "القائمة" for row in sheet] == [6, 6]


def test_a_list_without_refused_rows_gives_an_empty_sheet():
    assert list(sheets(checked(csv_bytes((HEADER, GOOD)))).values()) == [[]]


def test_mended_rows_come_in_as_an_addition():
    first = stored(LIST)
    book = openpyxl.load_workbook(io.BytesIO(refused_workbook(first, language="ar")))
    sheet = book.worksheets[0]
    sheet["B2"], sheet["A3"] = "3/5/2016", "باسل أنس النجار"
    written = io.BytesIO()
    book.save(written)
    added = stored_after_check(written.getvalue(), filename="mended.xlsx", adds_to=first, source=first.source)
    assert (added.adds_to, added.records_count, added.refused_count) == (first, 2, 0)
    assert list(first.additions.all()) == [added]
