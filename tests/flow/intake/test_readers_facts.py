"""What is hidden, merged or runs from right to left is told beside the rows, and all rows are still read."""

import io
from collections.abc import Callable

import openpyxl
import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P
from openpyxl.worksheet.worksheet import Worksheet

from tests.flow.intake import files
from tracker.flow.intake.readers import Sheet, read_sheets, xls_facts
from tracker.flow.intake.readers.child import FirstRows, told_lines
from tracker.flow.intake.readers.ods_facts import ods_facts
from tracker.flow.intake.readers.xlsx_facts import SheetWatch

SHEET = "xl/worksheets/sheet1.xml"
XLS = files.xls_bytes()


def first_sheet(content: bytes) -> Sheet:
    return read_sheets(content, filename="list").sheets[0]


def xlsx_with(change: Callable[[Worksheet], None], rows: int = 30) -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for number in range(1, rows + 1):
        sheet.append([f"{letter}{number}" for letter in "ABCDEF"])
    change(sheet)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def test_an_xlsx_tells_its_hidden_rows_and_columns_and_they_are_read():
    def hide(sheet: Worksheet) -> None:
        for row in (2, 17, 30):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions.group("C", "E", hidden=True)

    sheet = first_sheet(xlsx_with(hide))
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({2, 17, 30}), frozenset({2, 3, 4}))
    assert len(sheet.rows) == 30
    assert sheet.rows[1].cells[2] == "C2"
    assert sheet.tells_all


def test_an_xlsx_tells_its_merged_cells_and_their_text_stands_once():
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("B1:D1")
        sheet.merge_cells("A5:A9")

    sheet = first_sheet(xlsx_with(merge))
    assert sheet.merged == ((1, 1, 1, 3), (5, 0, 9, 0))
    assert sheet.rows[0].cells == ("A1", "B1", "", "", "E1", "F1")
    assert [row.cells[0] for row in sheet.rows[4:9]] == ["A5", "", "", "", ""]


def test_an_xlsx_tells_that_it_runs_from_right_to_left():
    def turn(sheet: Worksheet) -> None:
        sheet.sheet_view.rightToLeft = True

    assert first_sheet(xlsx_with(turn)).right_to_left
    assert not first_sheet(xlsx_with(lambda _sheet: None)).right_to_left


def xls(rows: int = 5) -> bytes:
    workbook = xlwt.Workbook()
    plain = workbook.add_sheet("plain")
    plain.write(0, 0, "x")
    sheet = workbook.add_sheet("a")
    sheet.write_merge(0, 0, 0, 2, "title")
    for number in range(1, rows):
        sheet.write(number, 0, f"x{number}")
    for number in (1, rows - 1):
        sheet.row(number).hidden = True
    sheet.col(1).hidden = sheet.col(2).hidden = True
    sheet.cols_right_to_left = True
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


@pytest.mark.parametrize("rows", [5, 60_000])
def test_an_xls_tells_what_is_hidden_and_merged_and_that_it_runs_from_right_to_left(rows: int):
    plain, sheet = read_sheets(xls(rows), filename="old.xls").sheets
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({2, rows}), frozenset({1, 2}))
    assert (sheet.merged, sheet.right_to_left, sheet.tells_all) == (((1, 0, 1, 2),), True, True)
    assert len(sheet.rows) == rows
    assert (plain.hidden_rows, plain.hidden_columns, plain.right_to_left) == (frozenset(), frozenset(), False)


def test_an_xls_whose_records_are_not_understood_is_read_and_says_so(monkeypatch):
    monkeypatch.setattr(xls_facts, "STREAMS", set())
    assert xls_facts.xls_facts(xls()) == {}
    [_kind, _plain, _row, about, *_rows] = told_lines(xls(), None, FirstRows(0))
    assert isinstance(about, dict)
    assert (about["tells_all"], about["hidden_rows"], about["merged"]) == (False, [], [(1, 0, 1, 2)])


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_xls_tells_something_or_nothing(data: st.DataObject):
    damaged = bytearray(XLS)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(XLS) - 1))] = data.draw(st.integers(0, 255))
    for facts in xls_facts.xls_facts(bytes(damaged[: data.draw(st.integers(0, len(XLS)))])).values():
        assert max(facts.hidden_rows, default=0) <= 65_536


def ods(*rows: TableRow, columns: tuple[TableColumn, ...] = (), mode: str = "lr-tb") -> bytes:
    document = OpenDocumentSpreadsheet()
    style = Style(name="ta1", family="table")
    style.addElement(TableProperties(writingmode=mode))
    document.automaticstyles.addElement(style)
    table = Table(name="a", stylename="ta1")
    for element in (*columns, *rows):
        table.addElement(element)
    document.spreadsheet.addElement(table)
    content = io.BytesIO()
    document.write(content)
    return content.getvalue()


def ods_row(*texts: str, **about: object) -> TableRow:
    row = TableRow(**about)
    for text in texts:
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=text))
        row.addElement(cell)
    return row


def test_an_ods_tells_what_is_hidden_and_that_it_runs_from_right_to_left():
    content = ods(
        ods_row("a", "b", "c", "d"),
        ods_row("e", "f", "g", "h", visibility="collapse"),
        ods_row("same", numberrowsrepeated=3),
        ods_row("i", visibility="filter", numberrowsrepeated=2),
        columns=(TableColumn(numbercolumnsrepeated=2), TableColumn(visibility="collapse"), TableColumn()),
        mode="rl-tb",
    )
    sheet = first_sheet(content)
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({2, 6, 7}), frozenset({2}))
    assert (sheet.right_to_left, sheet.tells_all) == (True, True)
    assert [row.cells[0] for row in sheet.rows] == ["a", "e", "same", "same", "same", "i", "i"]


def test_an_ods_tells_its_merged_cells():
    upper = ods_row("a")
    wide = TableCell(valuetype="string", numbercolumnsspanned=2, numberrowsspanned=2)
    wide.addElement(P(text="b"))
    upper.addElement(wide)
    upper.addElement(CoveredTableCell())
    sheet = first_sheet(ods(upper, ods_row("c")))
    assert sheet.merged == ((1, 1, 2, 2),)


def test_an_ods_that_is_too_long_to_be_looked_through_says_so(monkeypatch):
    monkeypatch.setattr("tracker.flow.intake.readers.ods_facts.LONGEST_CONTENT", 10)
    assert ods_facts(b"<office:document/>") is None


def test_a_text_has_nothing_hidden():
    sheet = first_sheet(files.csv_bytes())
    assert (sheet.tells_all, sheet.hidden_rows, sheet.merged) == (True, frozenset(), ())


@pytest.mark.parametrize("size", [1, 7, 64, 10_000])
def test_a_tag_that_is_cut_between_two_pieces_is_seen(size: int):
    part = (
        b'<x:sheetView rightToLeft="1"/><x:cols><x:col min="2" max="3" hidden="1"/></x:cols>'
        b'<row r=\'4\' hidden=\'true\'><c r="A4"/></row><row hidden="0" r="5"/><row r="6"/>'
        b'<mergeCell ref="A1:C2"/><mergeCell ref="B3"/>'
    )
    watch = SheetWatch()
    for begin in range(0, len(part), size):
        watch.see(part[begin : begin + size])
    facts = watch.facts
    assert (facts.hidden_rows, facts.hidden_columns, facts.merged) == ({4}, {1, 2}, [(1, 0, 2, 2)])
    assert (facts.right_to_left, facts.sure) == (True, True)


def test_a_hidden_row_without_its_number_makes_unsure_instead_of_wrong():
    watch = SheetWatch()
    watch.see(b'<row hidden="1"><c/></row>')
    assert (watch.facts.hidden_rows, watch.facts.sure) == (set(), False)


def test_a_sheet_of_nothing_but_opening_brackets_is_looked_through_at_once():
    content = files.with_parts(xlsx_with(lambda _sheet: None), {SHEET: b'<row hidden="1"' * 300_000})
    with pytest.raises(Exception, match="XLSX"):
        first_sheet(content)
