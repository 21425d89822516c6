"""Which rows of a sheet name its columns, in one line or two, with merged cells above."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from tracker.flow.intake.columns import ROWS_TO_LOOK_AT, field_of, header_key, holds_someone, told_apart
from tracker.flow.intake.header_words import GROUP_WORDS
from tracker.flow.intake.readers.list_file import Row, Sheet

MOST_HEADER_ROWS = 3
"""Rows that a header may take, one below the other."""

LONGEST_KEY = 200

GROUP = re.compile(rf"^\s*(?:{'|'.join(word.strip() for word in GROUP_WORDS.split(','))})\s+", re.IGNORECASE)
ITS = re.compile(r"ها\s*$")
"""تاريخها under بيانات الوفاة is the date of the death."""

BRACKETED = re.compile(r"\s*[(\[（].*[)\]）]\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """The row or rows that name the columns, the last of them ``row``; one text and one field a column.

    A column whose words nobody taught has the field "".
    """

    row: int
    rows: int
    words: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many columns were understood."""
        return sum(1 for field in self.fields if field)


def width_of(sheet: Sheet) -> int:
    """Return how many columns the first rows of a sheet fill."""
    return max((len(row.cells) for row in islice(sheet.rows, 10 * ROWS_TO_LOOK_AT)), default=0)


def heading_at(sheet: Sheet, row: int, rows: int = 1) -> Heading:
    """Return the heading that these rows make; with row 0 the columns have no words."""
    width = width_of(sheet)
    if not row:
        return Heading(0, 1, ("",) * width, ("",) * width)
    reached = {one.number: one.cells for one in islice(sheet.rows, row) if row - rows < one.number <= row}
    lines = [
        _line(reached.get(number, ()), number, width, sheet) for number in range(row - rows + 1, row + 1)
    ]
    if rows > 1 and not sheet.merged:
        lines[:-1] = [_spread(upper, lower) for upper, lower in pairwise(lines)]
    columns = list(zip(*lines, strict=True))
    words = tuple(
        " ".join(dict.fromkeys(text.strip() for text in column if text.strip())) for column in columns
    )
    if rows == 1:
        words = tuple(lines[0])
    return Heading(row, rows, words, named_once([_field_of_lines(column) for column in columns]))


def named_once(fields: Sequence[str]) -> tuple[str, ...]:
    """Return the fields with each one named once: a second column of one name is not merged into the first."""
    held: dict[int, str] = {}
    for place, field in enumerate(fields):
        if field and field not in held.values():
            held[place] = field
    held = told_apart(held)
    return tuple(held.get(place, "") for place in range(len(fields)))


def propose_heading(sheet: Sheet, known_headers: Mapping[str, object] | None = None) -> Heading | None:
    """Return the rows among the first twenty that name most columns, or None where none holds someone.

    A header that was seen and saved before (``known_headers``, by its key) is taken before all others.
    """
    top = _top_of(sheet)
    numbers = [row.number for row in top.rows[:ROWS_TO_LOOK_AT]]
    headings = [
        heading_at(top, number, rows)
        for rows in (1, 2)
        for number in numbers
        if rows == 1 or number - 1 in numbers
    ]
    for heading in headings:
        if known_headers and whole_header_key(heading.words) in known_headers:
            return heading
    named = [heading for heading in headings if holds_someone(heading.fields)]
    if not named:
        return None
    best = max(named, key=lambda heading: heading.known)
    return _with_lines_below(top, best)


def whole_header_key(words: Sequence[str]) -> str:
    """Return what two spellings of one header share, column by column; short enough for an index."""
    keys = [header_key(text) if text.strip() else "" for text in words]
    while keys and not keys[-1]:
        keys.pop()
    key = "|".join(keys)
    if len(key) <= LONGEST_KEY:
        return key
    return f"{key[:LONGEST_KEY]}…{hashlib.sha256(key.encode()).hexdigest()}"


def _top_of(sheet: Sheet) -> Sheet:
    """The first rows, held in memory, with what is merged among them."""
    rows = sheet.rows[: 10 * ROWS_TO_LOOK_AT]
    last = rows[-1].number if rows else 0
    return replace(sheet, rows=rows, merged=tuple(merge for merge in sheet.merged if merge[0] <= last))


def _line(cells: Sequence[str], number: int, width: int, sheet: Sheet) -> list[str]:
    """One line of a header: the text of a cell merged across columns stands over each of them."""
    line = [*cells[:width], *[""] * (width - len(cells))]
    for top, left, bottom, right in sheet.merged:
        if top == number and left < width:
            for place in range(left, min(right + 1, width)):
                line[place] = line[left]
        elif top < number <= bottom:
            for place in range(left, min(right + 1, width)):
                line[place] = ""
    return line


def _spread(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Where the format does not tell of merged cells: an upper word stands also over what follows it below."""
    spread = list(upper)
    for place in range(1, len(spread)):
        if not spread[place].strip() and lower[place].strip() and lower[place - 1].strip():
            spread[place] = spread[place - 1]
    return spread


def _field_of_lines(lines: Sequence[str]) -> str:
    """The field of a column's words from top to bottom: "الولادة" over "التاريخ" is the date of birth."""
    told = list(dict.fromkeys(text for text in lines if text.strip()))
    if len(told) < 2:
        return next((field for text in told if (field := field_of(text))), "")
    bare = [GROUP.sub("", told[0]), ITS.sub("", told[-1])]
    wordings = [" ".join(told), " ".join(reversed(told)), " ".join(reversed(bare)), told[-1]]
    return next((field for wording in wordings if (field := field_of(wording))), "")


def _with_lines_below(sheet: Sheet, heading: Heading) -> Heading:
    """Take in the line below that only explains: "(يوم/شهر/سنة)", or the columns' numbers 1, 2, 3."""
    below = next((row for row in islice(sheet.rows, heading.row + 1) if row.number == heading.row + 1), None)
    if below is None or heading.rows == MOST_HEADER_ROWS or not _explains(below):
        return heading
    wider = heading_at(sheet, heading.row + 1, heading.rows + 1)
    words = heading.words if _counts(below) else wider.words
    return Heading(wider.row, wider.rows, words, heading.fields)


def _explains(row: Row) -> bool:
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return _counts(row) or all(BRACKETED.fullmatch(cell) for cell in filled)


def _counts(row: Row) -> bool:
    filled = [cell.strip(" ()") for cell in row.cells if cell.strip()]
    numbers = [int(cell) for cell in filled if cell.isdecimal()]
    return len(filled) > 2 and numbers == list(range(1, len(filled) + 1))
