"""Whatever is read can be written out again cell for cell: rows are verbatim."""

import csv
import io
import re

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.flow.intake.readers import Row, read_sheets
from tracker.flow.intake.readers.child import FirstRows, told_lines
from tracker.flow.intake.readers.encodings import ENCODINGS

# Letters, marks and signs that lists hold, and all that a separator, a quote or a line end could be taken for.
AWKWARD = st.sampled_from(
    [",", ";", "\t", '"', "'", "\n", "\r", "\r\n", " ", "\u00a0", "=", "+1", "-", "@", "'", "\u200f", "\u202e",
     "\ufeff", "٣", "ـ", "ﷲ", "ي", "ی", "ة", "é", "ß", "0012", "1.0", "TRUE", "2013-01-01",
     "_x0041_", "<", "&amp;", "😀"]
)  # fmt: skip
# Control characters make a text look like a program's file, which is refused.
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
CELL = st.one_of(TEXT, st.lists(AWKWARD, max_size=4).map("".join))
ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")
TABLES = st.lists(st.lists(CELL, min_size=1, max_size=6), min_size=1, max_size=8)


def rows_read(content: bytes, encoding: str | None = None) -> list[Row]:
    """The rows as the child tells them, told in this process: a thousand children would take minutes."""
    return [line for line in told_lines(content, encoding, FirstRows(0)) if isinstance(line, Row)]


def rows_kept(table: list[list[str]]) -> list[Row]:
    """What a reader keeps of a table: no empty cells at the end of a row, no rows without a text."""
    rows = []
    for number, cells in enumerate(table, start=1):
        kept = list(cells)
        while kept and not kept[-1]:
            kept.pop()
        if any(cell.strip() for cell in kept):
            rows.append(Row(number, tuple(kept)))
    return rows


def written_as_text(table: list[list[str]], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    return text.getvalue().encode(encoding)


def encodable(table: list[list[str]], encoding: str) -> list[list[str]]:
    return [[cell.encode(encoding, "ignore").decode(encoding) for cell in row] for row in table]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@settings(max_examples=150, deadline=None)
@given(table=TABLES, encoding=st.sampled_from(sorted(ENCODINGS)))
def test_a_text_in_any_encoding_and_with_any_separator(delimiter: str, table: list[list[str]], encoding: str):
    sayable = [["الاسم", "x"], *encodable(table, "utf-8" if encoding.startswith("utf-16") else encoding)]
    if encoding.startswith(("windows-1252", "windows-1254")):
        sayable[0] = ["Nom", "x"]
    content = written_as_text(sayable, delimiter, encoding)
    assert rows_read(content, encoding) == rows_kept(sayable)


@settings(max_examples=150, deadline=None)
@given(table=TABLES)
def test_what_was_read_of_a_text_reads_the_same_once_written(table: list[list[str]]):
    loosely = "\r\n".join(";".join(row) for row in [["name", "born"], *table]).encode()
    try:
        first = rows_read(loosely)
    except ValueError:
        return
    again = rows_read(written_as_text([list(row.cells) for row in first], ",", "utf-8"))
    assert [row.cells for row in again] == [row.cells for row in first]


@settings(max_examples=150, deadline=None)
@given(table=TABLES)
def test_a_workbook(table: list[list[str]]):
    # What this writer cannot write: carriage returns, and cells of nothing but blanks.
    sayable = [
        ["name"],
        *[[cell.replace("\r", "\n") if cell.strip() else "" for cell in row] for row in table],
    ]
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for number, row in enumerate(sayable, start=1):
        for place, text in enumerate(row, start=1):
            if text:
                # The format's own way to say that what looks like an escape is none.
                sheet.cell(number, place, ESCAPE.sub("_x005F\\g<0>", text)).data_type = "s"
    content = io.BytesIO()
    workbook.save(content)
    assert rows_read(content.getvalue()) == rows_kept(sayable)


def test_the_child_tells_what_was_told_in_this_process():
    table = [["الاسم", "x"], ["=1+1", '"a";b'], ["\u202eعلي", "a\r\nb"]]
    content = written_as_text(table, ";", "utf-8")
    assert (
        list(read_sheets(content, filename="list.csv").sheets[0].rows)
        == rows_read(content)
        == rows_kept(table)
    )
