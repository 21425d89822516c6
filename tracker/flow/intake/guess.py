"""What a column holds, proposed from its values where its words do not tell.

Only what the values show is proposed, and a person looks at it: a column of days of which nobody said whether
people were arrested or died on them stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from statistics import median
from typing import Final

from tracker.dates import UnreadableDate, read_date
from tracker.flow.intake.columns import header_key, holds_someone
from tracker.flow.intake.header_words import FACILITY_WORDS, HINTS, NUMBER_HINTS, SEX_WORDS
from tracker.flow.intake.headings import Heading, heading_at, named_once
from tracker.flow.intake.readers.list_file import Row, Sheet
from tracker.names import clean_text, fold, part_keys
from tracker.names.common_names import COMMON_SHARES

ROWS_TO_LOOK_AT = 200
ENOUGH = 0.8
"""Share of a column's filled cells that must look alike."""

FEWEST = 3
"""Filled cells below which nothing is told from values."""

LONGEST_NAME = 120
"""Characters beyond which a cell is no name."""

BIRTH_YEARS = range(1900, 2011)
"""Years in which those who vanished from 2011 on were born; later ones are years of arrest or death."""

GIVEN_NAMES: Final = frozenset(key for name, _share in COMMON_SHARES for key in part_keys(name))
"""How names that many bear sound, in either writing."""

FACILITIES: Final = frozenset(map(fold, FACILITY_WORDS.split(",")))
SEXES: Final = frozenset(map(fold, SEX_WORDS.split(",")))


@dataclass(frozen=True)
class Column:
    """The filled cells of one column, cleaned, and what its words hint at."""

    words: str
    cells: tuple[str, ...]

    def mostly(self, looks: Callable[[str], bool]) -> bool:
        """Say whether enough of the cells look like this."""
        return len(self.cells) >= FEWEST and sum(map(looks, self.cells)) >= ENOUGH * len(self.cells)

    @cached_property
    def years(self) -> list[int]:
        """The years of the cells that are dates."""
        return [year for cell in self.cells if (year := _year(cell))]

    @property
    def distinct(self) -> float:
        """How many of the cells say something of their own."""
        return len(set(self.cells)) / len(self.cells)


def guess_fields(heading: Heading, rows: Sequence[Row]) -> list[str]:
    """Return the field of each column: by its words, else by its values, "" where neither tells."""
    columns = columns_of(heading, rows)
    fields = [_widened(field, column) for field, column in zip(heading.fields, columns, strict=True)]
    for look, field in LOOKS:
        for place, column in enumerate(columns):
            if not fields[place] and not _is_held(field, fields) and look(column):
                fields[place] = field
    if not holds_someone(fields):
        fields = _with_parts_of_names(fields, columns)
    return list(named_once(fields))


def _is_held(field: str, fields: Sequence[str]) -> bool:
    return field in fields or (field == "name" and "name_family_first" in fields)


def guess_heading(sheet: Sheet) -> Heading:
    """Return the heading of a sheet whose words nobody knows: its first full row, if it is unlike those below."""
    rows = list(islice(sheet.rows, ROWS_TO_LOOK_AT))
    width = max((len(row.cells) for row in rows), default=0)
    for place, row in enumerate(rows[:-FEWEST]):
        if sum(1 for cell in row.cells if cell.strip()) > width / 2:
            return heading_at(sheet, row.number if _is_unlike(row, rows[place + 1 :]) else 0)
    return heading_at(sheet, 0)


def columns_of(heading: Heading, rows: Sequence[Row]) -> list[Column]:
    """Return the filled cells of each column below a heading."""
    cells: list[list[str]] = [[] for _word in heading.words]
    for row in rows:
        for place, cell in enumerate(row.cells[: len(cells)]):
            if text := clean_text(cell):
                cells[place].append(text)
    return [
        Column(header_key(word), tuple(column)) for word, column in zip(heading.words, cells, strict=True)
    ]


def _widened(field: str, column: Column) -> str:
    """Return the field for cells that hold more than their words say: "درعا 1988" under "تولد"."""
    if field in ("birth", "birth_place") and any(map(_is_place_and_date, column.cells)):
        return "birth_place_and_date"
    if field in ("registry_place", "registry_number") and column.mostly(_is_place_and_number):
        return "registry"
    return field


def _is_unlike(row: Row, below: Sequence[Row]) -> bool:
    """A header holds no digits where those below do, and none of its words is said again below."""
    heading = Heading(row.number, 1, row.cells, ("",) * len(row.cells))
    if any(any(map(str.isdigit, cell)) and _year(clean_text(cell)) for cell in row.cells):
        return False
    columns = columns_of(heading, below)
    pairs = [
        (clean_text(cell), column) for cell, column in zip(row.cells, columns, strict=True) if column.cells
    ]
    again = any(cell in column.cells for cell, column in pairs)
    numbers = any(
        column.mostly(lambda text: any(map(str.isdigit, text))) and not any(map(str.isdigit, cell))
        for cell, column in pairs
        if cell
    )
    return numbers and not again


def _year(text: str) -> int:
    """The year of a text that is a date, else 0."""
    if not any(map(str.isdigit, text)):
        return 0
    try:
        return read_date(text).earliest.year
    except UnreadableDate:
        return 0


def _words(text: str) -> list[str]:
    words = text.split() if len(text) <= LONGEST_NAME else []
    return [word for word in words if all(letter.isalpha() or letter in "'’-." for letter in word)]


def _is_name(text: str) -> bool:
    """Two to six words, and nothing but words."""
    bare = text.replace("،", " ").replace(",", " ")
    return 2 <= len(_words(bare)) == len(bare.split()) <= 6


def _bears_known_name(text: str) -> bool:
    return any(key in GIVEN_NAMES for word in _words(text)[:6] for key in part_keys(word))


def _is_place_and_number(text: str) -> bool:
    place, mark, number = text.partition("/") if "/" in text else text.partition(" - ")
    return bool(mark and any(map(str.isalpha, place)) and number.strip().isdecimal())


def _is_place_and_date(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[0].isalpha() and bool(_year(words[-1])) and not _year(text)


def _names(column: Column) -> bool:
    return (
        column.mostly(_is_name)
        and column.distinct > 0.5
        and sum(map(_bears_known_name, column.cells)) >= len(column.cells) / 4
        and not column.mostly(lambda text: fold(text.split()[0]) in FACILITIES)
    )


def _births(column: Column) -> bool:
    dated = len(column.years) >= max(FEWEST, ENOUGH * len(column.cells))
    return dated and max(column.years) in BIRTH_YEARS and median(column.years) <= 2000


def _hinted(field: str) -> Callable[[Column], bool]:
    """A column of dates whose words speak of the thing without being words that we know."""
    hints = [header_key(word) for word in HINTS[field].split(",")]

    def look(column: Column) -> bool:
        return any(hint in column.words for hint in hints) and column.mostly(lambda text: bool(_year(text)))

    return look


def _hinted_number(field: str) -> Callable[[Column], bool]:
    """A column of numbers whose words speak of what they count."""
    hints = [header_key(word) for word in NUMBER_HINTS[field].split(",")]

    def look(column: Column) -> bool:
        return any(hint in column.words for hint in hints) and column.mostly(_is_number)

    return look


def _is_number(text: str) -> bool:
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text)) and len(text.split()) == 1


def _running_numbers(column: Column) -> bool:
    if len(column.cells) < FEWEST or not all(cell.isdecimal() for cell in column.cells):
        return False
    numbers = [int(cell[:9]) for cell in column.cells]
    steps = sum(1 for one, next_one in pairwise(numbers) if next_one == one + 1)
    return numbers[0] <= 1 and steps >= ENOUGH * (len(numbers) - 1)


LOOKS: Final[tuple[tuple[Callable[[Column], bool], str], ...]] = (
    (_running_numbers, "row_number"),
    (lambda column: column.mostly(lambda text: fold(text) in SEXES), "sex"),
    (lambda column: column.mostly(lambda text: text.isdecimal() and len(text) == 11), "national_number"),
    *((_hinted_number(field), field) for field in NUMBER_HINTS),
    *((_hinted(field), field) for field in HINTS),
    (_births, "birth"),
    (lambda column: column.mostly(_is_place_and_date), "birth_place_and_date"),
    (lambda column: column.mostly(_is_place_and_number), "registry"),
    (lambda column: column.mostly(lambda text: fold(text.split()[0]) in FACILITIES), "facility"),
    (_names, "name"),
)
"""What a column looks like → its field; the first that fits, for a field that no other column has."""


def _with_parts_of_names(fields: list[str], columns: Sequence[Column]) -> list[str]:
    """Two or three columns of single names side by side: given, father's and family name."""

    def is_single(place: int) -> bool:
        column = columns[place]
        return not fields[place] and column.mostly(lambda text: len(_words(text)) == len(text.split()) <= 2)

    for place in range(len(columns) - 2):
        known = [sum(map(_bears_known_name, column.cells)) for column in columns[place : place + 2]]
        if all(map(is_single, range(place, place + 3))) and min(known) >= len(columns[place].cells) / 4:
            fields[place : place + 3] = ["given", "father", "family"]
            break
    return fields
