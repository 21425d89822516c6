"""What the page of reading shows: the first rows of each sheet, each with what it is taken for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.flow.intake.preview import PreviewRow, SheetPreview
from tracker.models import SheetLayout
from tracker.web.staff.imports_columns_forms import column_letters
from tracker.web.staff.showing import figure

MOST_COLUMNS = 40
"""Columns of a preview: the widest register that was seen has as many."""

ROLES: Mapping[str, Promise] = {
    "before": gettext_lazy("above the list"),
    "header": gettext_lazy("header"),
    "row": gettext_lazy("row"),
    "after": gettext_lazy("after the list"),
    "hidden": gettext_lazy("hidden row"),
}
"""What a row is taken for."""


@dataclass(frozen=True, slots=True)
class RowSeen:
    """One row of a preview: each of its cells with the number of columns that it spans."""

    number: int
    role: str
    words: str | Promise
    cells: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """The first rows of one sheet; ``more`` columns are not shown."""

    name: str
    hidden: bool
    layout: SheetLayout
    way: str
    letters: Sequence[tuple[str, bool]]
    rows: Sequence[RowSeen]
    more: int
    notes: Sequence[str]


def sheet_seen(preview: SheetPreview, *, is_text: bool = False) -> SheetSeen:
    """Return the first rows of a sheet as the page shows them; in a text nothing can be hidden."""
    width = max((len(row.cells) for row in preview.rows), default=0)
    shown = min(width, MOST_COLUMNS)
    rows = [
        RowSeen(row.number, row.role, ROLES.get(row.role, row.role), list(_cells(row, shown)))
        for row in preview.rows
    ]
    return SheetSeen(
        name=preview.name,
        hidden=preview.hidden,
        layout=preview.layout,
        way="rtl" if preview.right_to_left else "",
        letters=[(column_letters(place), place in preview.hidden_columns) for place in range(shown)],
        rows=rows,
        more=width - shown,
        notes=[*_notes(preview), *([] if is_text else _unsure(preview))],
    )


def _notes(preview: SheetPreview) -> Iterator[str]:
    """Yield what a volunteer should know of a sheet beyond its rows."""
    if preview.hidden_rows:
        yield _("Hidden rows: %(rows)s. They are read like all others.") % {
            "rows": figure(preview.hidden_rows)
        }
    if preview.hidden_columns:
        letters = ", ".join(column_letters(place) for place in preview.hidden_columns)
        yield _("Hidden columns: %(columns)s. They are read like all others.") % {"columns": letters}
    if preview.merged:
        yield _(
            "Merged cells: %(cells)s. The text of each stands in its first cell alone. Below the header, one "
            "that reaches down over several rows is read for each of them, unless it tells who someone is."
        ) % {"cells": figure(len(preview.merged))}


def _unsure(preview: SheetPreview) -> Iterator[str]:
    if not preview.tells_all:
        yield _(
            "It is not known whether more rows or columns of this sheet are hidden, or more cells merged."
        )


def _cells(row: PreviewRow, width: int) -> Iterator[tuple[str, int]]:
    """Yield the cells of a row; a title spreads over what is empty after it, as in a spreadsheet program."""
    cells = [*row.cells[:width], *[""] * (width - len(row.cells))]
    spreads = row.role in ("before", "after")
    place = 0
    while place < width:
        empty = next((n for n, cell in enumerate(cells[place + 1 :]) if cell), width - place - 1)
        span = 1 + empty if spreads and cells[place] else 1
        yield cells[place], span
        place += span
