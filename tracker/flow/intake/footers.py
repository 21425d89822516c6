"""What stands below a list and is no row of it: totals, remarks, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracker.flow.intake.columns import header_key
from tracker.flow.intake.header_words import REMARK_WORDS, TOTAL_WORDS
from tracker.flow.intake.readers.list_file import Row, Sheet
from tracker.models.imports import SheetLayout

ROWS_AT_THE_END = 5
"""Rows kept to be shown where nothing follows the list."""

MOST_FOOT_ROWS = 12
COLUMNS_SHOWN, CHARACTERS_SHOWN = 100, 200
"""As much of such a row as is shown; the original holds all of it."""

TOTALS: Final = frozenset(map(header_key, TOTAL_WORDS.split(",")))
REMARKS: Final = frozenset(map(header_key, REMARK_WORDS.split(",")))
LONGEST_KEY_WORDS = 3


def last_row_of_list(sheet: Sheet, part: SheetLayout) -> int:
    """Return the number of the last row before totals and remarks, or 0 where the list runs to the end."""
    end = list(sheet.rows[-MOST_FOOT_ROWS - 1 :])
    usual = sum(1 for field in part.fields if field)
    foot = 0
    for row, before in zip(reversed(end), reversed(end[:-1]), strict=False):
        if row.number <= part.header_row or not _is_foot(
            row, gap=row.number - before.number > 1, usual=usual
        ):
            break
        foot += 1
    if not foot or foot == len(end) or end[-foot - 1].number <= part.header_row:
        return 0
    return end[-foot - 1].number


def last_rows(sheet: Sheet, last_row: int) -> list[tuple[int, list[str]]]:
    """Return the last rows of a sheet as a layout keeps them: all after ``last_row``, or a few."""
    end = sheet.rows[-MOST_FOOT_ROWS:]
    return [
        (row.number, [_shown(cell) for cell in row.cells[:COLUMNS_SHOWN]])
        for place, row in enumerate(end, start=len(sheet.rows) - len(end))
        if (last_row and row.number > last_row) or place >= len(sheet.rows) - ROWS_AT_THE_END
    ]


def _shown(cell: str) -> str:
    return cell if len(cell) <= CHARACTERS_SHOWN else f"{cell[:CHARACTERS_SHOWN]}…"


def _is_foot(row: Row, *, gap: bool, usual: int) -> bool:
    filled = [cell for cell in row.cells if cell.strip()]
    if any(_begins_with(cell, TOTALS) for cell in filled[:2]):
        return True
    if len(filled) > 2 or usual <= len(filled):
        return False
    return gap or _begins_with(filled[0], REMARKS)


def _begins_with(cell: str, known: frozenset[str]) -> bool:
    words: Sequence[str] = header_key(cell).split()
    return any(" ".join(words[:length]) in known for length in range(1, LONGEST_KEY_WORDS + 1))
