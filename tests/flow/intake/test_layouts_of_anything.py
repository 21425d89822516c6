"""Whatever a list holds, something is proposed, and each of its rows is taken or shown as what it is."""

import json
from dataclasses import asdict, replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.flow.intake.sheets import list_of, sheet_of
from tracker.flow.intake.header_words import FIELDS, HEADER_WORDS, REMARK_WORDS, TOTAL_WORDS
from tracker.flow.intake.layouts import (
    count_of_rows,
    propose_layout,
    read_sheet_otherwise,
    refuse_unusable,
    rows_to_take,
)
from tracker.flow.intake.preview import sheet_preview
from tracker.flow.intake.readers import Sheet
from tracker.flow.intake.readers.spool import RowsOnDisk, Spool, row_line
from tracker.models import SheetLayout

WORDS = [word.strip() for words in HEADER_WORDS.values() for word in words.split(",")]
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([word.strip() for word in (*TOTAL_WORDS.split(","), *REMARK_WORDS.split(","))]),
    st.sampled_from(
        ["", "", "", "محمد علي الحلو", "Khaled al-Khatib", "1984", "١٩٨٤", "03/04/2013", "22/10/2019",
         "2013-04-03", "7", "دوما 1984", "دوما / 12", "سجن عدرا", "ذكر", "(1)",
         "(يوم/شهر/سنة)", "بيانات الوفاة", "تاريخها", "؟", "—"]
    ),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8),
)  # fmt: skip
TABLES = st.lists(st.lists(CELLS, max_size=6), max_size=12)
MERGES = st.lists(
    st.tuples(st.integers(1, 6), st.integers(0, 5), st.integers(1, 6), st.integers(0, 5)).filter(
        lambda merge: merge[0] <= merge[2] and merge[1] <= merge[3]
    ),
    max_size=4,
)


@example(table=[["الاسم", "x"], ["علي", ',["الاسم'], ["الاسم", "x"], ["", "الاسم", "x"]], merged=[])
@settings(max_examples=300, deadline=None)
@given(table=TABLES, merged=MERGES)
def test_something_is_proposed_and_no_row_is_lost(
    table: list[list[str]], merged: list[tuple[int, int, int, int]]
):
    sheet = sheet_of(*table, merged=merged)
    [part] = propose_layout(list_of(sheet))
    assert set(part.fields) <= {*FIELDS, ""}
    assert len(part.fields) == len(part.header) == max(map(len, table_of(sheet)), default=0)
    assert SheetLayout(**json.loads(json.dumps(asdict(part)))).fields == part.fields
    if part.taken:
        refuse_unusable([part])
    every_row_is_taken_or_shown_as_what_it_is(sheet, part)


@settings(max_examples=150, deadline=None)
@given(
    table=TABLES, header_row=st.integers(0, 14), header_rows=st.integers(1, 3), last_row=st.integers(0, 14)
)
def test_a_person_may_choose_any_rows(
    table: list[list[str]], header_row: int, header_rows: int, last_row: int
):
    sheet = sheet_of(*table)
    read = list_of(sheet)
    layout = propose_layout(read)
    [part] = read_sheet_otherwise(
        read, layout, sheet.name, header_row=header_row, header_rows=header_rows, last_row=last_row
    )
    every_row_is_taken_or_shown_as_what_it_is(sheet, part)


def table_of(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


def every_row_is_taken_or_shown_as_what_it_is(sheet: Sheet, part: SheetLayout) -> None:
    taken = [row.number for _sheet, row in rows_to_take(list_of(sheet), [part])]
    shown = {row.number: row.role for row in sheet_preview(sheet, part, rows=100).rows}
    assert set(shown) == {row.number for row in sheet.rows}
    rows = [number for number, role in shown.items() if role in ("row", "hidden")]
    assert taken == (rows if part.taken else [])
    assert count_of_rows(list_of(sheet), [part]) == len(taken)
    assert count_of_rows(list_of(replace(sheet, rows=on_disk(sheet))), [part]) == len(taken)


def on_disk(sheet: Sheet) -> RowsOnDisk:
    """The rows as a reader leaves them, one line to a row."""
    spool = Spool()
    rows = RowsOnDisk(spool)
    for row in sheet.rows:
        begin = spool.file.tell()
        spool.file.write(row_line(row).encode() + b"\n")
        rows.add(begin, spool.file.tell())
    spool.file.flush()
    return rows
