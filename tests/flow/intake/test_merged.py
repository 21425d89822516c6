"""A cell merged down over several rows is read for each of them, and said to be; names are not multiplied."""

import io

import openpyxl
import pytest

from tests.flow.intake.lists import stored
from tests.flow.intake.sheets import list_of, sheet_of
from tracker.flow.intake.header_words import FIELDS
from tracker.flow.intake.layouts import rows_to_take
from tracker.flow.intake.merged import OF_ONE_ALONE, spread
from tracker.flow.intake.readers.list_file import Merge
from tracker.models import ImportRow, PrisonRecord, SheetLayout

HEADER = ("الاسم", "السجن", "تاريخ الوفاة", "ملاحظات")
FIELDS_OF_IT = ["name", "facility", "died", ""]
ROWS = (
    HEADER,
    ("سليم رامي الحلو", "سجن مخترع", "2014", "أ"),
    ("نادر فؤاد المختلق", "", "", ""),
    ("وسيم جمال الحموي", "", "2015", ""),
    ("طارق أنور الإدلبي", "سجن آخر", "", ""),
    ("فادي منير الشامي", "", "", ""),
)


def spanning(
    *merged: Merge, last_row: int = 0, header_row: int = 1
) -> dict[int, tuple[tuple[int, str], ...]]:
    layout = SheetLayout("القائمة", header_row, list(HEADER), FIELDS_OF_IT, last_row=last_row)
    rows = rows_to_take(list_of(sheet_of(*ROWS, merged=merged)), [layout])
    return {row.number: row.spanning for _, row in rows if row.spanning}


def test_every_row_under_a_merged_cell_is_told_what_it_says():
    assert spanning((2, 1, 4, 1), (5, 1, 6, 1)) == {
        3: ((1, "سجن مخترع"),), 4: ((1, "سجن مخترع"),), 6: ((1, "سجن آخر"),),
    }  # fmt: skip


def test_several_merged_cells_span_one_row_and_what_stands_in_its_own_cell_is_its_own():
    assert spanning((2, 1, 4, 1), (2, 2, 4, 2)) == {
        3: ((1, "سجن مخترع"), (2, "2014")), 4: ((1, "سجن مخترع"),),
    }  # fmt: skip


def test_a_cell_that_tells_who_someone_is_is_not_read_for_another_row():
    assert spanning((2, 0, 3, 0)) == {}


def test_one_person_on_several_lines_does_not_become_several_people():
    rows = (HEADER, ("سليم رامي الحلو", "سجن مخترع", "2014", ""), ("", "", "", "شقيق فلان"))
    merged = ((2, 0, 3, 0), (2, 1, 3, 1))
    layout = SheetLayout("القائمة", 1, list(HEADER), FIELDS_OF_IT)
    _, (_, second) = rows_to_take(list_of(sheet_of(*rows, merged=merged)), [layout])
    assert second.spanning == ((1, "سجن مخترع"),)


def test_titles_headers_and_columns_kept_as_they_are_span_nothing():
    assert spanning((1, 1, 3, 1)) == {}
    assert spanning((2, 1, 4, 1), header_row=2) == {}
    assert spanning((2, 3, 4, 3)) == {}


def test_a_cell_merged_across_columns_alone_spans_no_row():
    assert spanning((2, 1, 2, 3)) == {}


def test_rows_behind_the_last_one_are_not_reached():
    assert spanning((2, 1, 6, 1), last_row=3) == {3: ((1, "سجن مخترع"),)}


def test_every_field_that_is_held_apart_exists():
    assert set(FIELDS) >= OF_ONE_ALONE


def test_what_spans_a_row_takes_its_place_even_behind_its_last_cell():
    assert spread(("204", ""), [(1, "a"), (3, "b")]) == ["204", "a", "", "b"]


@pytest.mark.django_db
def test_records_of_a_workbook_say_it_and_their_rows_stay_as_they_came():
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (("الاسم", "السجن", "تاريخ الوفاة"), *[row[:3] for row in ROWS[1:]]):
        sheet.append([cell or None for cell in row])
    sheet.merge_cells("B2:B4")
    content = io.BytesIO()
    workbook.save(content)
    stored(content.getvalue(), filename="list.xlsx")
    records = PrisonRecord.objects.order_by("pk")
    assert list(records.values_list("facility_written", flat=True)) == [
        "سجن مخترع", "سجن مخترع", "سجن مخترع", "سجن آخر", "",
    ]  # fmt: skip
    told = [
        [one["en"] for one in doubts if "merged" in one["en"]]
        for doubts in records.values_list("doubts", flat=True)
    ]
    assert [len(each) for each in told] == [0, 1, 1, 0, 0]
    assert "سجن مخترع" in told[1][0]
    second = ImportRow.objects.order_by("pk")[1]
    assert second.cells == ["نادر فؤاد المختلق"]
