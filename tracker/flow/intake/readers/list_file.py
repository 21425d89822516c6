"""What a list file holds, as a person sees it in a spreadsheet program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["csv", "xlsx", "xls", "ods"]


class Row(NamedTuple):
    """One row of a sheet, verbatim: `number` is the one the spreadsheet program shows beside it.

    `spanning` holds what cells say that begin in a row above and are merged down over this one, each with its
    column, from 0; it stands in none of the row's own cells.
    """

    number: int
    cells: tuple[str, ...]
    spanning: tuple[tuple[int, str], ...] = ()


Merge = tuple[int, int, int, int]
"""A cell over several: first row, first column, last row, last column; rows as `Row.number`, columns from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, without its empty rows. `rows` may lie on disk: iterate rather than copy.

    Hidden rows and columns (from 0) are read like all others. `tells_all` is False where the format, or the
    part of the file that was read, does not tell of them and of merged cells.
    """

    name: str
    rows: Sequence[Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Merge, ...] = ()
    right_to_left: bool = False
    tells_all: bool = False


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list as it was received: its kind, how its text was read, and its sheets.

    `whole` is False where only the first rows were asked for and there are more.
    """

    kind: Kind
    media_type: str
    encoding: str
    sheets: tuple[Sheet, ...]
    whole: bool = True


MEDIA_TYPES: dict[Kind, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
