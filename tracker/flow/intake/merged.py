"""A cell merged down over several rows is read for each of them, unless it tells who someone is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tracker.flow.intake.readers import Row, Sheet
from tracker.flow.intake.readers.list_file import Merge
from tracker.models import SheetLayout

OF_ONE_ALONE = frozenset({
    "name", "name_family_first", "given", "father", "grandfather", "family", "mother", "sex", "birth",
    "birth_place_and_date", "registry", "registry_number", "national_number", "prisoner_number", "body_number",
})  # fmt: skip
"""Fields that tell who someone is. Whoever merges these means one person on several lines: read for each line,
that one would become several people; as it is, the further lines are refused and shown."""


class Spanning(NamedTuple):
    """A cell merged down: where it lies, and what it says once its first row was met."""

    column: int
    last: int
    text: str


def with_spanning(sheet: Sheet, part: SheetLayout) -> Iterator[Row]:
    """Yield the rows of a sheet, each with what the cells say that are merged down over it.

    Only below the header, and only in columns of which it is said what they hold.
    """
    merges = _merged_down(sheet.merged, part)
    if not merges:
        yield from sheet.rows
        return
    held: list[Spanning] = []
    for row in sheet.rows:
        held = [one for one in held if one.last >= row.number]
        spanning = tuple((one.column, one.text) for one in held if not _cell(row, one.column).strip())
        while merges and merges[-1][0] <= row.number:
            top, column, bottom, _ = merges.pop()
            if top == row.number and _cell(row, column).strip():
                held.append(Spanning(column, bottom, _cell(row, column)))
        yield row._replace(spanning=spanning) if spanning else row


def _merged_down(merges: Iterable[Merge], part: SheetLayout) -> list[Merge]:
    """Return the cells that are merged over rows, the first of them last."""
    told = {place for place, field in enumerate(part.fields) if field and field not in OF_ONE_ALONE}
    down = [one for one in merges if one[2] > one[0] > part.header_row and one[1] in told]
    return sorted(down, reverse=True)


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def spread(cells: Sequence[str], spanning: Iterable[tuple[int, str]]) -> list[str]:
    """Return a row's cells with what spans it in the places where it is empty.

    >>> spread(("204",), [(2, "صيدنايا")])
    ['204', '', 'صيدنايا']
    """
    said = list(cells)
    for column, text in spanning:
        said += [""] * (column + 1 - len(said))
        said[column] = text
    return said
