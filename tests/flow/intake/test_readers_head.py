"""The first rows of a list are what the whole would begin with, and come without reading the rest."""

import random
import zipfile
from io import BytesIO

import pytest

from tests.flow.intake import files
from tracker.flow.intake.readers import ListFile, Row, UnreadableFile, child, head, read_sheets
from tracker.flow.intake.readers.child import FirstRows, told_lines

TABLE = [
    files.HEADER,
    *((number, f"سليم {number}", "رامي", "التجريبي", "22/10/2019") for number in range(400)),
]
MORE = {"ملحق": TABLE[:200], "قصير": TABLE[:3]}


@pytest.fixture
def small_counts_as_large(monkeypatch):
    """Everything is cut, whatever its size: lists of a hundred megabytes are slow to make."""
    monkeypatch.setattr(head, "SMALL", 0)


def told(content: bytes, first_rows: int) -> tuple[bool, list[object]]:
    """What the child would tell, told in this process."""
    first = FirstRows(first_rows)
    lines = list(told_lines(content, None, first))
    return first.whole, lines


def rows_by_sheet(lines: list[object]) -> dict[str, list[object]]:
    sheets: dict[str, list[object]] = {}
    for line in lines:
        if isinstance(line, dict) and "sheet" in line:
            sheets[line["sheet"]] = []
        elif not isinstance(line, dict):
            list(sheets.values())[-1].append(line)
    return sheets


def first_rows(content: bytes, count: int) -> ListFile:
    return read_sheets(content, filename="list", first_rows=count)


@pytest.mark.parametrize(
    "content",
    [
        files.csv_bytes(TABLE),
        files.csv_bytes(TABLE, "utf-16", "\t"),
        files.xlsx_bytes(TABLE, more=MORE),
        files.xls_bytes(TABLE),
        files.ods_bytes(TABLE),
    ],
)
def test_only_so_many_rows_of_each_sheet_are_read(content: bytes):
    whole, beginning = read_sheets(content, filename="list"), first_rows(content, 50)
    assert (whole.whole, beginning.whole) == (True, False)
    for sheet, all_of_it in zip(beginning.sheets, whole.sheets, strict=True):
        assert list(sheet.rows) == list(all_of_it.rows[:50])
    assert first_rows(content, 1_000).whole


@pytest.mark.parametrize("count", [1, 50, 399, 401, 5_000])
@pytest.mark.parametrize("content", [files.xlsx_bytes(TABLE, more=MORE), files.ods_bytes(TABLE)])
def test_the_beginning_of_a_large_workbook_is_that_of_the_whole(
    small_counts_as_large, content: bytes, count: int
):
    assert head.head_of_package(content, count)
    whole = rows_by_sheet(told(content, 0)[1])
    assert rows_by_sheet(told(content, count)[1]) == {name: rows[:count] for name, rows in whole.items()}


def test_strings_that_a_workbook_shares_are_cut_to_those_the_first_rows_use(small_counts_as_large):
    words = [f"سليم {number}" for number in range(5_000)]
    content = shared(words)
    cut = head.head_of_package(content, 10)
    assert cut is not None
    assert len(cut) < len(content)
    assert b"4999" not in files.part_of(cut, "xl/sharedStrings.xml")
    assert rows_by_sheet(told(content, 10)[1]) == {
        "a": [Row(n, (words[n - 1], words[0])) for n in range(1, 11)]
    }


def shared(words: list[str]) -> bytes:
    """A workbook as Excel writes it: texts stand in a part of their own."""
    sound = files.xlsx_bytes([("x",)])
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c><c r="B{n}" t="s"><v>0</v></c></row>'
        for n in range(1, len(words) + 1)
    )
    strings = "".join(f"<si><t>{word}</t></si>" for word in words)
    spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "xl/workbook.xml": f'<workbook {spreadsheet} xmlns:r="{office}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {spreadsheet}><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {spreadsheet}>{strings}</sst>",
    }
    return files.with_parts(sound, {name: text.encode() for name, text in parts.items()})


def test_a_beginning_that_is_not_understood_gives_way_to_the_whole(small_counts_as_large, monkeypatch):
    content = files.xlsx_bytes(TABLE)
    monkeypatch.setattr(child, "head_of_package", lambda _content, _rows: b"PK\x03\x04 no package")
    whole, lines = told(content, 5)
    assert not whole
    assert [len(rows) for rows in rows_by_sheet(lines).values()] == [5]


def test_what_declares_entities_is_refused_in_a_beginning_too(small_counts_as_large):
    sound = files.xlsx_bytes(TABLE)
    sheet = files.part_of(sound, "xl/worksheets/sheet1.xml")
    hostile = files.with_parts(sound, {"xl/worksheets/sheet1.xml": b'<!DOCTYPE x [<!ENTITY e "e">]>' + sheet})
    with pytest.raises(UnreadableFile) as refusal:
        first_rows(hostile, 5)
    assert refusal.value.code == "declares_entities"


def test_a_part_without_any_row_is_not_inflated_without_end(small_counts_as_large, monkeypatch):
    monkeypatch.setattr(head, "LONGEST_PART", 100_000)
    chance = random.Random(2012)
    endless = files.with_parts(
        files.xlsx_bytes(TABLE), {"xl/worksheets/sheet1.xml": chance.randbytes(400_000)}
    )
    assert head.head_of_package(endless, 5) is None


def test_a_package_that_is_no_workbook_has_no_beginning(small_counts_as_large):
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("letter.txt", "x" * 100)
    assert head.head_of_package(content.getvalue(), 5) is None
    assert head.head_of_package(b"PK\x03\x04 broken", 5) is None
