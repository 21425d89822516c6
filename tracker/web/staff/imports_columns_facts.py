"""What the page of columns shows: each column's words, what stands below them, and how its cells are split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.forms import BoundField
from django.utils.functional import Promise

from tracker.flow.intake.preview import SheetPreview
from tracker.web.staff.imports_columns_forms import ColumnsForm, choice_name, column_letters
from tracker.web.staff.imports_facts import FIELD_NAMES

SAMPLES = 3
SPLITS = 3


@dataclass(frozen=True, slots=True)
class Split:
    """One cell and the parts it was split into."""

    text: str
    parts: Sequence[tuple[str | Promise, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the words over it, some of its cells, the choice, and how cells are split."""

    letters: str
    words: str
    samples: Sequence[str]
    choice: BoundField
    splits: Sequence[Split]


@dataclass(frozen=True, slots=True)
class SheetWithColumns:
    """One sheet that is taken, and its columns; ``more`` were too many to ask about."""

    name: str
    columns: Sequence[Column]
    more: int


def sheets_with_columns(form: ColumnsForm, previews: Sequence[SheetPreview]) -> list[SheetWithColumns]:
    """Return the sheets that are taken, each with its columns."""
    shown = []
    for number, preview in enumerate(previews):
        if preview.layout.taken:
            columns = list(_columns(form, number, preview))
            shown.append(SheetWithColumns(preview.name, columns, len(preview.layout.header) - len(columns)))
    return shown


def _columns(form: ColumnsForm, sheet: int, preview: SheetPreview) -> Iterator[Column]:
    rows = {row.number: row.cells for row in preview.rows if row.role in ("row", "hidden")}
    for column, words in enumerate(preview.layout.header):
        name = choice_name(sheet, column)
        if name not in form.fields:
            continue
        cells = (cells[column] for cells in rows.values() if column < len(cells))
        samples = list(dict.fromkeys(cell for cell in cells if cell.strip()))[:SAMPLES]
        splits = [
            Split(
                rows[split.number][column],
                [(FIELD_NAMES.get(field, field), text) for field, text in split.parts],
            )
            for split in preview.splits
            if split.column == column and split.number in rows and len(split.parts) > 1
        ]
        yield Column(column_letters(column), words, samples, form[name], splits[:SPLITS])
