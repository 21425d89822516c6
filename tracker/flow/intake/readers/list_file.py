"""What a list file holds, as a person sees it in a spreadsheet program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["csv", "xlsx", "xls", "ods"]


class Row(NamedTuple):
    """One row of a sheet, verbatim: `number` is the one the spreadsheet program shows beside it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, without its empty rows. `rows` may lie on disk: iterate rather than copy."""

    name: str
    rows: Sequence[Row]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list as it was received: its kind, how its text was read, and its sheets."""

    kind: Kind
    media_type: str
    encoding: str
    sheets: tuple[Sheet, ...]


MEDIA_TYPES: dict[Kind, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
