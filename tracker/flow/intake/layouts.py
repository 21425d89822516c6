"""How each sheet of a list is read: proposed from its words and values, changed by a person, then followed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain, count, islice

from tracker.flow.intake.columns import (
    FieldTwice,
    NobodyInSheet,
    NoHeader,
    NoSheetTaken,
    UnknownField,
    find_header,
    holds_someone,
)
from tracker.flow.intake.date_order import DATE_FIELDS, DateOrders
from tracker.flow.intake.footers import last_row_of_list, last_rows
from tracker.flow.intake.guess import guess_fields, guess_heading
from tracker.flow.intake.header_words import FIELDS
from tracker.flow.intake.headings import Heading, heading_at, propose_heading, width_of
from tracker.flow.intake.mappings import fields_by_header, saved_fields
from tracker.flow.intake.merged import with_spanning
from tracker.flow.intake.readers import ListFile, Row, Sheet
from tracker.flow.intake.readers.spool import RowsOnDisk
from tracker.models import Source
from tracker.models.imports import SheetLayout
from tracker.names import clean_text

LONGEST_SHEET_NAME = 180
"""The sheet of a text file is named after the file, which may be longer than a row's column allows."""

ROWS_TO_GUESS_BY, CELLS_TO_GUESS_BY = 200, 8_000
"""Whichever is reached first: a very wide sheet must not keep the site waiting."""

COLUMNS_TO_LOOK_AT = 500
"""Columns of all sheets together for which something is proposed; a person may take later sheets as well."""


def propose_layout(read: ListFile, *, source: Source | None = None) -> list[SheetLayout]:
    """Return how each sheet would be read; a sheet in which nobody can be told apart is not taken.

    What words do not tell is proposed from values, and columns are read as they were saved for the source when
    the same header comes again. A proposal is for a person to look at: `layout_by_words` is what may be
    followed unseen.
    """
    saved = fields_by_header(source) if source else {}
    sheets = named_sheets(read)
    layout = [
        _proposed(sheet, propose_heading(sheet, saved) if looked_at else None, source)
        for sheet, looked_at in zip(sheets, _within_reach(sheets), strict=True)
    ]
    if not any(part.taken for part in layout):
        # A header of unknown words, or none: shown as the values tell it, since nothing better is there.
        layout = [
            _proposed(sheet, guess_heading(sheet), source) if sheet.rows and looked_at else part
            for sheet, part, looked_at in zip(sheets, layout, _within_reach(sheets), strict=True)
        ]
    return with_ends(read, with_date_orders(read, layout))


def _within_reach(sheets: Iterable[Sheet]) -> list[bool]:
    reached = accumulate(width_of(sheet) for sheet in sheets)
    return [columns <= COLUMNS_TO_LOOK_AT for columns in reached]


def layout_by_words(read: ListFile, *, mapping: Mapping[str, str] | None = None) -> list[SheetLayout]:
    """Return how each sheet is read by the words over its columns and a mapping alone, up to its last row.

    Raises NoHeader and its kin where no sheet has such words; nothing is proposed from values.
    """
    layout, refusal = [], None
    for sheet in named_sheets(read):
        try:
            layout.append(_by_words(sheet, mapping))
        except NoHeader as error:
            refusal = refusal or error
            layout.append(_part(sheet, heading_at(sheet, 0), taken=False))
    if refusal is not None and not any(part.taken for part in layout):
        raise refusal
    return with_date_orders(read, layout)


def read_sheet_otherwise(
    read: ListFile,
    layout: Sequence[SheetLayout],
    sheet: str,
    *,
    header_row: int,
    header_rows: int = 1,
    last_row: int = 0,
    taken: bool = True,
) -> list[SheetLayout]:
    """Return the layout with one sheet read from another header on; its fields are proposed anew."""
    [found] = [one for one in named_sheets(read) if one.name == sheet]
    rows = max(1, min(header_rows, header_row))
    old = next(part for part in layout if part.sheet == sheet)
    if (header_row, rows) == (old.header_row, old.header_rows):
        part = replace(old, last_row=last_row, taken=taken)
    else:
        heading = heading_at(found, header_row, rows)
        fields = guess_fields(heading, _rows_below(found, header_row))
        part = _part(found, replace(heading, fields=tuple(fields)), taken=taken)
        part = replace(part, last_row=last_row, foot=old.foot)
    return with_date_orders(read, [part if one.sheet == sheet else one for one in layout], only=sheet)


def with_fields(layout: Sequence[SheetLayout], sheet: str, fields: Sequence[str]) -> list[SheetLayout]:
    """Return the layout with the columns of one sheet read as these fields, "" for a column kept as it is.

    Raises UnknownField, and FieldTwice when two columns would hold the same.
    """
    refuse_wrong_fields(fields)
    return [_with_fields(part, fields) if part.sheet == sheet else part for part in layout]


def refuse_wrong_fields(fields: Sequence[str]) -> None:
    """Raise UnknownField or FieldTwice."""
    for place, field in enumerate(fields):
        if field and field not in FIELDS:
            raise UnknownField(field=field, fields=", ".join(sorted(FIELDS)))
        if field and field in fields[:place]:
            raise FieldTwice(field=field)


def refuse_unusable(layout: Iterable[SheetLayout]) -> None:
    """Raise a refusal where nothing would be read, or nobody could be told apart in what is."""
    taken = [part for part in layout if part.taken]
    if not taken:
        raise NoSheetTaken
    for part in taken:
        refuse_wrong_fields(part.fields)
        if not holds_someone(part.fields):
            raise NobodyInSheet(sheet=part.sheet)


def rows_to_take(read: ListFile, layout: Iterable[SheetLayout]) -> Iterator[tuple[str, Row]]:
    """Yield (sheet, row) of every row that the layout takes, in the order of the file.

    A header that stands again further down, as on every printed page, is no row. A row is given what cells say
    that are merged down over it.
    """
    parts = {part.sheet: part for part in layout}
    for sheet in named_sheets(read):
        part = parts.get(sheet.name)
        if part is None or not part.taken:
            continue
        for row in with_spanning(sheet, part):
            if part.last_row and row.number > part.last_row:
                break
            if row.number > part.header_row and not is_header_again(row, part):
                yield sheet.name, row


def count_of_rows(read: ListFile, layout: Iterable[SheetLayout]) -> int:
    """Return how many rows `rows_to_take` yields; of a long list that lies on disk without reading them all."""
    total = 0
    for sheet, part in _sheets_of(read, layout):
        if part.taken:
            first = bisect_right(sheet.rows, part.header_row, key=_number)
            last = bisect_right(sheet.rows, part.last_row, key=_number) if part.last_row else len(sheet.rows)
            total += max(0, last - first) - _headers_again(sheet, part, first, last)
    return total


def _number(row: Row) -> int:
    return row.number


def _headers_again(sheet: Sheet, part: SheetLayout, first: int, last: int) -> int:
    if not isinstance(sheet.rows, RowsOnDisk):
        return sum(is_header_again(row, part) for row in sheet.rows[first:last])
    if part.header_rows != 1 or not part.header_row:
        return 0
    width = max((place + 1 for place, text in enumerate(part.header) if text), default=0)
    return sheet.rows.count_of(part.header[:width], first, last)


def is_header_again(row: Row, part: SheetLayout) -> bool:
    """Say whether a row says no more than the header of its sheet."""
    if part.header_rows != 1 or not part.header_row or list(row.cells[:1]) != part.header[:1]:
        return False
    width = len(row.cells)
    return list(row.cells) == part.header[:width] and not any(part.header[width:])


def with_date_orders(
    read: ListFile, layout: Sequence[SheetLayout], *, only: str | None = None
) -> list[SheetLayout]:
    """Return the layout with the order of day and month that each column of dates shows over all rows.

    Where only the first rows were read, it stays as it is: these may show what others contradict.
    """
    if not read.whole:
        return list(layout)
    return [
        replace(part, date_orders=_date_orders(sheet, part))
        if part.taken and only in (None, part.sheet)
        else part
        for sheet, part in _sheets_of(read, layout)
    ]


def with_ends(read: ListFile, layout: Sequence[SheetLayout]) -> list[SheetLayout]:
    """Return the layout with totals and remarks below each list proposed as not belonging to it."""
    if not read.whole:
        return list(layout)
    ended = []
    for sheet, part in _sheets_of(read, layout):
        last_row = last_row_of_list(sheet, part) if part.taken else 0
        ended.append(replace(part, last_row=last_row, foot=last_rows(sheet, last_row)))
    return ended


def named_sheets(read: ListFile) -> list[Sheet]:
    """Return the sheets, each under a name that fits and that no other has: rows are told apart by it."""
    sheets: list[Sheet] = []
    taken: set[str] = set()
    for sheet in read.sheets:
        name = _name_apart(sheet.name, taken)
        taken.add(name)
        sheets.append(replace(sheet, name=name))
    return sheets


def _name_apart(written: str, taken: Container[str]) -> str:
    name = clean_text(written)[:LONGEST_SHEET_NAME]
    numbered = (f"{name} ({number})" for number in count(2))
    return next(numbered_name for numbered_name in chain([name], numbered) if numbered_name not in taken)


def _sheets_of(read: ListFile, layout: Iterable[SheetLayout]) -> Iterator[tuple[Sheet, SheetLayout]]:
    sheets = {sheet.name: sheet for sheet in named_sheets(read)}
    return ((sheets[part.sheet], part) for part in layout)


def _proposed(sheet: Sheet, heading: Heading | None, source: Source | None) -> SheetLayout:
    if heading is None:
        return _part(sheet, heading_at(sheet, 0), taken=False)
    fields = saved_fields(source, heading.words) if source else None
    if fields is None:
        fields = guess_fields(heading, _rows_below(sheet, heading.row))
    return _part(sheet, replace(heading, fields=tuple(fields)), taken=holds_someone(fields))


def _by_words(sheet: Sheet, mapping: Mapping[str, str] | None) -> SheetLayout:
    if not mapping and (heading := propose_heading(sheet)):
        return _part(sheet, heading, taken=True)
    header = find_header(sheet, mapping=mapping)
    width = max(len(header.words), max(header.fields, default=-1) + 1)
    words = [*header.words, *[""] * (width - len(header.words))]
    fields = [header.fields.get(place, "") for place in range(width)]
    return SheetLayout(sheet.name, header.row_number, words, fields)


def _part(sheet: Sheet, heading: Heading, *, taken: bool) -> SheetLayout:
    return SheetLayout(
        sheet=sheet.name,
        header_row=heading.row,
        header=list(heading.words),
        fields=list(heading.fields),
        header_rows=heading.rows,
        taken=taken,
    )


def _with_fields(part: SheetLayout, fields: Sequence[str]) -> SheetLayout:
    fitted = [*fields[: len(part.header)], *[""] * (len(part.header) - len(fields))]
    stays = {field for field, before in zip(fitted, part.fields, strict=True) if field == before}
    orders = {field: order for field, order in part.date_orders.items() if field in stays}
    return replace(part, fields=fitted, date_orders=orders)


def _rows_below(sheet: Sheet, header_row: int) -> list[Row]:
    below = (row for row in sheet.rows if row.number > header_row)
    return list(islice(below, min(ROWS_TO_GUESS_BY, 1 + CELLS_TO_GUESS_BY // max(1, width_of(sheet)))))


def _date_orders(sheet: Sheet, part: SheetLayout) -> dict[str, str]:
    places = [(place, field) for place, field in enumerate(part.fields) if field in DATE_FIELDS]
    orders = DateOrders()
    if places:
        for row in sheet.rows:
            for place, field in places:
                if place < len(row.cells):
                    orders.note(field, row.cells[place])
    return orders.decided()
