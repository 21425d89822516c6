"""What the content of an ODS tells of its sheets beside their cells."""

from xml.parsers import expat

from tracker.flow.intake.readers.facts import SheetFacts
from tracker.flow.intake.readers.limits import COLUMNS, MEBIBYTE, ROWS

# Looked through tag by tag, about ten megabytes a second.
LONGEST_CONTENT = 24 * MEBIBYTE
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
NOT_SHOWN = ("collapse", "filter")


class _Sheets:
    """Follows the tables of a content from tag to tag."""

    def __init__(self) -> None:
        self.sheets: list[SheetFacts] = []
        self._rightward: set[str] = set()
        self._style = ""
        self._row = self._column = self._repeated = 0
        self._depth = 0

    def start(self, name: str, about: dict[str, str]) -> None:
        if name == f"{STYLE}style":
            self._style = about.get(f"{STYLE}name", "")
        elif name == f"{STYLE}table-properties" and about.get(f"{STYLE}writing-mode") == "rl-tb":
            self._rightward.add(self._style)
        elif name == f"{TABLE}table":
            self._depth += 1
            if self._depth == 1:
                right_to_left = about.get(f"{TABLE}style-name") in self._rightward
                self.sheets.append(SheetFacts(right_to_left=right_to_left))
                self._row = self._column = self._repeated = 0
        elif self._depth == 1:
            self._inside(name, about)

    def end(self, name: str) -> None:
        if name == f"{TABLE}table":
            self._depth -= 1

    def _inside(self, name: str, about: dict[str, str]) -> None:
        if name == f"{TABLE}table-column":
            first, repeated = self._column, _number(about, "number-columns-repeated")
            self._column += repeated
            if about.get(f"{TABLE}visibility") in NOT_SHOWN:
                self.sheets[-1].hide_columns(first, self._column - 1)
        elif name == f"{TABLE}table-row":
            self._row += self._repeated or 1
            self._repeated, self._column = _number(about, "number-rows-repeated"), 0
            # Rows without end below a list, hidden as a whole, are not of the list.
            if about.get(f"{TABLE}visibility") in NOT_SHOWN and self._repeated < ROWS // 10:
                self.sheets[-1].hide_rows(self._row, self._row + self._repeated - 1)
        elif name in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            self._cell(about)

    def _cell(self, about: dict[str, str]) -> None:
        right = self._column + _number(about, "number-columns-spanned") - 1
        bottom = self._row + _number(about, "number-rows-spanned") - 1
        if right <= COLUMNS:
            self.sheets[-1].merge((self._row, self._column, bottom, right))
        self._column += _number(about, "number-columns-repeated")


def _number(about: dict[str, str], name: str) -> int:
    told = about.get(TABLE + name, "1")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 8 else 1


def ods_facts(content: bytes) -> list[SheetFacts] | None:
    """Return what is told of each table, in their order; None where that is too much or cannot be followed."""
    if len(content) > LONGEST_CONTENT:
        return None
    follow = _Sheets()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = follow.start
    parser.EndElementHandler = follow.end
    try:
        parser.Parse(content, True)
    except (LookupError, ValueError, expat.ExpatError):
        return None
    return follow.sheets
