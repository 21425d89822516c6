"""One cell as a person reads it, and one row as it is kept."""

import datetime
from collections.abc import Sequence

from tracker.flow.intake.readers.limits import CELL_CHARACTERS, COLUMNS, ROWS
from tracker.flow.intake.readers.list_file import Row
from tracker.flow.intake.readers.not_a_list import NotAList

CellValue = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

# From here on a float no longer holds every whole number.
EXACT_WHOLE_NUMBERS = 2**53


def cell_text(value: CellValue) -> str:
    """Return a cell of a workbook as text; text itself is left untouched.

    >>> cell_text(12.0), cell_text(True), cell_text(datetime.datetime(2019, 10, 22))
    ('12', 'TRUE', '2019-10-22')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, datetime.datetime):
        whole_day = value.time() == datetime.time.min
        return value.date().isoformat() if whole_day else value.isoformat(" ", "seconds")
    return str(value)


def _number_text(value: float) -> str:
    if value.is_integer() and abs(value) < EXACT_WHOLE_NUMBERS:
        return str(int(value))
    # Fifteen digits are what a spreadsheet program keeps and shows.
    return format(value, ".15g")


class RowKeeper:
    """Counts what was read, so that no list grows past what a list of people can be."""

    def __init__(self) -> None:
        self.rows = 0

    def keep(self, number: int, values: Sequence[CellValue]) -> Row | None:
        """Return the row without its trailing empty cells, or None for an empty one."""
        return self.keep_texts(
            number, [value if type(value) is str else cell_text(value) for value in values]
        )

    def keep_texts(self, number: int, cells: list[str]) -> Row | None:
        """Return a row of texts without its trailing empty cells, or None for an empty one."""
        # Looked at as one text: a row passes here for every row of a long list.
        whole = "".join(cells)
        if not whole or whole.isspace():
            return None
        while not cells[-1]:
            cells.pop()
        self.rows += 1
        if self.rows > ROWS:
            raise NotAList("too_many_rows", limit=ROWS)
        if len(cells) > COLUMNS:
            raise NotAList("too_many_columns", row=number, limit=COLUMNS)
        if len(whole) > CELL_CHARACTERS and any(len(cell) > CELL_CHARACTERS for cell in cells):
            raise NotAList("cell_too_long", row=number, limit=CELL_CHARACTERS)
        if "\0" in whole:
            raise NotAList("nul_character", row=number)
        return Row(number, tuple(cells))
