"""What the parts of an XLSX tell of its sheets, found by their tags while the parts are inflated once."""

import re
import zipfile
from xml.parsers import expat

from tracker.flow.intake.readers.facts import SheetFacts
from tracker.flow.intake.readers.limits import MEBIBYTE

# No "<" inside a tag: a row of opening brackets must not make the search long.
ROW = re.compile(rb"<(?:\w+:)?row\s([^<>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*)>")
COLUMN = re.compile(rb"<(?:\w+:)?col\s([^<>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*)>")
MERGE = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*\bref\s*=\s*[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"'][^<>]*>"
)
RIGHT_TO_LEFT = re.compile(rb"<(?:\w+:)?sheetView\s[^<>]*\brightToLeft\s*=\s*[\"'](?:1|true)[\"']")
NUMBER = {
    name: re.compile(rb"(?<![\w:])" + name + rb"\s*=\s*[\"'](\d{1,7})[\"']")
    for name in (b"r", b"min", b"max")
}
LONGEST_TAG = 4096
SHEET_PARTS = re.compile(r"/?xl/worksheets/[^/]+\.xml", re.IGNORECASE)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class SheetWatch:
    """Sees the bytes of one sheet go by, chunk after chunk."""

    def __init__(self) -> None:
        self.facts = SheetFacts()
        self._kept = b""

    def see(self, chunk: bytes) -> None:
        """Look at the next bytes; a tag that is cut between two chunks is seen with the second."""
        seen = self._kept + chunk
        if b"hidden" in seen:
            self._see_hidden(seen)
        if b"mergeCell" in seen:
            for left, top, right, bottom in MERGE.findall(seen):
                self.facts.merge((int(top), _place(left), int(bottom), _place(right)))
        if not self.facts.right_to_left and b"rightToLeft" in seen:
            self.facts.right_to_left = RIGHT_TO_LEFT.search(seen) is not None
        cut = seen.rfind(b"<")
        self._kept = seen[cut:] if cut >= 0 and b">" not in seen[cut:] else b""
        if len(self._kept) > LONGEST_TAG:
            self._kept = b""

    def _see_hidden(self, seen: bytes) -> None:
        for attributes in ROW.findall(seen):
            if number := NUMBER[b"r"].search(attributes):
                self.facts.hide_rows(int(number[1]), int(number[1]))
            else:
                self.facts.sure = False
        for attributes in COLUMN.findall(seen):
            first, last = NUMBER[b"min"].search(attributes), NUMBER[b"max"].search(attributes)
            if first and last:
                self.facts.hide_columns(int(first[1]) - 1, int(last[1]) - 1)


def is_sheet(part: str) -> bool:
    """Say whether a part of a package is a sheet of an XLSX."""
    return SHEET_PARTS.fullmatch(part) is not None


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1


def parts_of_sheets(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the part in which each sheet lies, by the sheet's name; what cannot be followed is left out."""
    targets = {
        found.get("Id", ""): found.get("Target", "")
        for found in _elements(package, "xl/_rels/workbook.xml.rels", "Relationship")
    }
    parts = {}
    for sheet in _elements(package, "xl/workbook.xml", "sheet"):
        target = targets.get(sheet.get(f"{OFFICE} id", sheet.get(f"{STRICT_OFFICE} id", "")), "")
        if target:
            parts[sheet.get("name", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    return parts


def _elements(package: zipfile.ZipFile, part: str, wanted: str) -> list[dict[str, str]]:
    """The attributes of all elements of one name in a small part that declares nothing of its own."""
    found: list[dict[str, str]] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == wanted:
            found.append(attributes)

    parser.StartElementHandler = start
    try:
        with package.open(part) as opened:
            parser.Parse(opened.read(4 * MEBIBYTE), True)
    except (LookupError, ValueError, expat.ExpatError):
        # No such part, or an encoding that nobody knows; whoever reads the cells says what is wrong.
        return found
    return found
