"""The first rows of a list beside how they would be read, for a person to look at before anything is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from tracker.flow.intake.layouts import is_header_again, named_sheets
from tracker.flow.intake.originals import read_original
from tracker.flow.intake.readers import ListFile, Row, Sheet
from tracker.flow.intake.readers.list_file import Merge
from tracker.flow.intake.splits import SPLITS, parts_of_cell
from tracker.models import ImportFile
from tracker.models.imports import SheetLayout

Role = Literal["before", "header", "row", "after", "hidden"]

ROWS_ABOVE = 60
"""Rows read beyond those shown, since titles and a header may stand above the list."""

SPLITS_SHOWN = 5
"""Sample rows in which a column that holds several things is shown taken apart."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row as it stands, and what it is taken for. A hidden row of the list is taken like all others."""

    number: int
    cells: tuple[str, ...]
    role: Role


@dataclass(frozen=True, slots=True)
class RowSplit:
    """What one cell of a sample row holds, part by part."""

    number: int
    column: int
    parts: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """One sheet as a volunteer sees it before the check."""

    name: str
    hidden: bool
    layout: SheetLayout
    rows: list[PreviewRow]
    splits: list[RowSplit]
    hidden_rows: int = 0
    hidden_columns: tuple[int, ...] = ()
    tells_all: bool = False
    merged: tuple[Merge, ...] = ()
    right_to_left: bool = False


def preview_of(imported: ImportFile, *, rows: int = 20) -> list[SheetPreview]:
    """Return the first rows of each sheet of an import, and its last ones, as its layout reads them.

    Only the beginning of the file is read. Raises UnreadableFile.
    """
    deepest = max((part.header_row for part in imported.sheets), default=0)
    read = first_rows_of(imported, rows=deepest + rows + ROWS_ABOVE)
    parts = {part.sheet: part for part in imported.sheets}
    return [
        sheet_preview(sheet, parts[sheet.name], rows=rows)
        for sheet in named_sheets(read)
        if sheet.name in parts
    ]


def first_rows_of(imported: ImportFile, *, rows: int) -> ListFile:
    """Read the beginning of an import's original anew."""
    return read_original(imported, encoding=imported.encoding, first_rows=rows)


def sheet_preview(sheet: Sheet, layout: SheetLayout, *, rows: int = 20) -> SheetPreview:
    """Return what is shown of one sheet."""
    shown = list(_shown(sheet, layout, rows))
    taken = [row for row in shown if row.role in ("row", "hidden")]
    return SheetPreview(
        name=sheet.name,
        hidden=sheet.hidden,
        layout=layout,
        rows=shown,
        splits=list(_splits(taken, layout)),
        hidden_rows=len(sheet.hidden_rows),
        hidden_columns=tuple(sorted(sheet.hidden_columns)),
        tells_all=sheet.tells_all,
        merged=sheet.merged,
        right_to_left=sheet.right_to_left,
    )


def _shown(sheet: Sheet, layout: SheetLayout, rows: int) -> Iterator[PreviewRow]:
    """The rows down to the header, the first ones below it, and the last ones of the sheet."""
    above = [row for row in sheet.rows if row.number <= layout.header_row]
    below = list(islice((row for row in sheet.rows if row.number > layout.header_row), rows))
    number = 0
    for row in [*above, *below]:
        number = row.number
        yield PreviewRow(number, row.cells, _role(row, sheet, layout))
    for last, cells in layout.foot:
        if last > number:
            row = Row(last, tuple(cells))
            yield PreviewRow(last, row.cells, _role(row, sheet, layout))


def _role(row: Row, sheet: Sheet, layout: SheetLayout) -> Role:
    if row.number <= layout.header_row - layout.header_rows:
        return "before"
    if row.number <= layout.header_row or is_header_again(row, layout):
        return "header"
    if layout.last_row and row.number > layout.last_row:
        return "after"
    return "hidden" if row.number in sheet.hidden_rows else "row"


def _splits(rows: list[PreviewRow], layout: SheetLayout) -> Iterator[RowSplit]:
    for column, field in enumerate(layout.fields):
        if field in SPLITS:
            cells = [(row.number, row.cells[column]) for row in rows if column < len(row.cells)]
            filled = [(number, cell) for number, cell in cells if cell.strip()]
            for number, cell in filled[:SPLITS_SHOWN]:
                yield RowSplit(number, column, parts_of_cell(field, cell))
