"""Sheets in memory, as a reader would give them."""

from collections.abc import Sequence

from tracker.flow.intake.readers import ListFile, Sheet
from tracker.flow.intake.readers.cells import RowKeeper
from tracker.flow.intake.readers.list_file import MEDIA_TYPES, Merge


def sheet_of(*rows: Sequence[str], name: str = "القائمة", merged: Sequence[Merge] = ()) -> Sheet:
    """A sheet whose rows are numbered from 1; an empty one takes a number and is not there."""
    keeper = RowKeeper()
    kept = [keeper.keep(number, cells) for number, cells in enumerate(rows, start=1)]
    return Sheet(name, tuple(row for row in kept if row), merged=tuple(merged), tells_all=True)


def list_of(*sheets: Sheet, whole: bool = True) -> ListFile:
    return ListFile("xlsx", MEDIA_TYPES["xlsx"], "", sheets, whole=whole)
