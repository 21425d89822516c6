"""What a volunteer sees of a list before anything of it is kept."""

from dataclasses import asdict, replace

import pytest
from django.utils import translation

from tests import make
from tests.flow.intake import files
from tests.flow.intake.sheets import sheet_of
from tracker.flow.intake.layouts import propose_layout, read_sheet_otherwise, with_fields
from tracker.flow.intake.preview import PreviewRow, SheetPreview, first_rows_of, preview_of, sheet_preview
from tracker.flow.intake.receive import bring_in
from tracker.flow.intake.whole import read_to_the_end
from tracker.models import ImportFile, SheetLayout
from tracker.web.staff.imports_reading_facts import sheet_seen

PEOPLE = [(str(number), "سليم رامي الحلو", "دوما 1984", "دوما / 12", "2014") for number in range(1, 41)]
TABLE = [
    ("قائمة مخترعة",),
    ("م", "الاسم", "محل وتاريخ الولادة", "القيد", "تاريخ الوفاة"),
    *PEOPLE,
    (),
    ("", "المجموع", "40"),
]


def roles(preview: SheetPreview) -> list[tuple[int, str]]:
    return [(row.number, row.role) for row in preview.rows]


@pytest.fixture
def imported(db: None) -> ImportFile:
    return bring_in(files.csv_bytes(TABLE), filename="list.csv", source=make.source(), by=make.volunteer())


def test_titles_header_rows_and_totals_are_told_apart(imported: ImportFile):
    [preview] = preview_of(imported, rows=3)
    assert roles(preview)[:5] == [(1, "before"), (2, "header"), (3, "row"), (4, "row"), (5, "row")]
    assert roles(preview)[-2:] == [(42, "row"), (44, "after")]
    assert preview.rows[-1] == PreviewRow(44, ("", "المجموع", "40"), "after")


def test_the_preview_follows_what_a_person_changes(imported: ImportFile):
    read = first_rows_of(imported, rows=50)
    layout = read_sheet_otherwise(read, imported.sheets, "list", header_row=0)
    imported.layout = [asdict(part) for part in layout]
    [preview] = preview_of(imported, rows=2)
    assert roles(preview)[:2] == [(1, "row"), (2, "row")]
    assert (44, "row") in roles(preview)


def test_another_encoding_is_seen_at_once(db: None):
    content = files.csv_bytes(TABLE, "windows-1256")
    imported = bring_in(content, filename="list.csv", source=make.source(), by=make.volunteer())
    assert imported.encoding == "windows-1256"
    imported.encoding = "windows-1252"
    assert preview_of(imported)[0].rows[0].cells == ("ÞÇÆãÉ ãÎÊÑÚÉ",)


def test_cells_that_hold_several_things_are_shown_taken_apart(imported: ImportFile):
    [preview] = preview_of(imported)
    first = {split.column: split.parts for split in preview.splits if split.number == 3}
    assert first == {
        1: [("given", "سليم"), ("father", "رامي"), ("family", "الحلو")],
        2: [("birth_place", "دوما"), ("birth", "1984")],
        3: [("registry_place", "دوما"), ("registry_number", "12")],
    }
    assert {split.number for split in preview.splits} == {3, 4, 5, 6, 7}
    imported.layout = [asdict(p) for p in with_fields(imported.sheets, "list", ["", "name"])]
    assert {split.column for split in preview_of(imported)[0].splits} == {1}


def test_hidden_rows_and_columns_are_told_and_shown():
    sheet = replace(
        sheet_of(("الاسم", "السجن"), ("سليم رامي الحلو", "سجن"), ("نادر فؤاد المختلق", "")),
        hidden_rows=frozenset({3}),
        hidden_columns=frozenset({1}),
        right_to_left=True,
    )
    preview = sheet_preview(sheet, SheetLayout("القائمة", 1, ["الاسم", "السجن"], ["name", "facility"]))
    assert roles(preview) == [(1, "header"), (2, "row"), (3, "hidden")]
    assert (preview.hidden_rows, preview.hidden_columns, preview.right_to_left) == (1, (1,), True)


@pytest.mark.parametrize("tells_all", [True, False])
def test_where_it_is_not_known_what_is_hidden_the_page_says_so(tells_all: bool):
    sheet = replace(sheet_of(("الاسم",), ("سليم رامي الحلو",)), tells_all=tells_all)
    with translation.override("en"):
        seen = sheet_seen(sheet_preview(sheet, SheetLayout("القائمة", 1, ["الاسم"], ["name"])))
        assert len([note for note in seen.notes if "not known" in note]) == (0 if tells_all else 1)


def test_a_header_of_two_lines_and_one_that_stands_again_are_headers():
    sheet = sheet_of(("الاسم",), ("(الثلاثي)",), ("سليم رامي الحلو",))
    preview = sheet_preview(sheet, SheetLayout("القائمة", 2, ["الاسم (الثلاثي)"], ["name"], header_rows=2))
    assert roles(preview) == [(1, "header"), (2, "header"), (3, "row")]
    sheet = sheet_of(("الاسم",), ("سليم رامي الحلو",), ("الاسم",))
    preview = sheet_preview(sheet, SheetLayout("القائمة", 1, ["الاسم"], ["name"]))
    assert roles(preview) == [(1, "header"), (2, "row"), (3, "header")]


def test_every_sheet_is_shown_the_hidden_and_the_left_out_too(db: None):
    content = files.xlsx_bytes(TABLE, more={"إحصاء": [("الجهة", "العدد"), ("سجن", 12)]})
    imported = bring_in(content, filename="two.xlsx", source=make.source(), by=make.volunteer())
    shown = [(preview.name, preview.layout.taken, len(preview.rows) > 1) for preview in preview_of(imported)]
    assert shown == [("القائمة", True, True), ("إحصاء", False, True)]


def test_the_end_of_a_long_list_is_shown_although_only_its_beginning_is_read(db: None):
    rows = [(str(number), "سليم رامي الحلو", "", "", "2014") for number in range(30_000)]
    content = files.csv_bytes([*TABLE[:2], *rows, ("", "المجموع", "30000")])
    brought = bring_in(content, filename="long.csv", source=make.source(), by=make.volunteer())
    imported = read_to_the_end(brought.pk)
    assert len(first_rows_of(imported, rows=100).sheets[0].rows) == 100
    assert roles(preview_of(imported, rows=2)[0])[-2:] == [(30_002, "row"), (30_003, "after")]


def test_a_proposal_from_the_beginning_alone_says_nothing_of_the_end(imported: ImportFile):
    read = first_rows_of(imported, rows=42)
    assert not read.whole
    assert propose_layout(read)[0].last_row == 0
