"""The beginning of a large workbook as a small one, so that its first rows are seen at once."""

import io
import re
import zipfile
from collections.abc import Iterator

from tracker.flow.intake.readers.limits import INFLATED_BYTES, MEBIBYTE, ZIP_ENTRIES
from tracker.flow.intake.readers.package import DAMAGE
from tracker.flow.intake.readers.xlsx_facts import is_sheet

# Smaller workbooks are read whole within a second.
SMALL = 12 * MEBIBYTE
# What stands before the first rows is not longer; a workbook that asks for more is read whole, with all checks.
LONGEST_PART = 64 * MEBIBYTE
CHUNK = MEBIBYTE // 4
LONGEST_MARK = 256

END_OF_ROW = re.compile(rb"</(?:\w+:)?row\s*>")
END_OF_STRING = re.compile(rb"</(?:\w+:)?si\s*>|<(?:\w+:)?si\s*/>")
STRING_USED = re.compile(rb"<(?:\w+:)?c\s[^<>]*\bt=[\"']s[\"'][^<>]*>\s*<(?:\w+:)?v>\s*(\d{1,8})\s*<")
PREFIX = {name: re.compile(rb"<(\w+:)?" + name + rb"[\s>]") for name in (b"worksheet", b"sst")}
KEPT_OF_XLSX = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/_rels/[^/]+|xl/styles\.xml"
)
KEPT_OF_ODS = re.compile(r"mimetype|META-INF/manifest\.xml")
SHARED_STRINGS = re.compile(r"xl/sharedStrings\.xml", re.IGNORECASE)
END_OF_TABLE = b"</table:table>"
ODS_MARK = re.compile(rb"</table:table>|</table:table-row>|<table:table-row[^<>]{0,200}/>")


class NoHead(Exception):
    """A workbook is built in a way in which its beginning cannot be cut off."""


def head_of_package(content: bytes, rows: int) -> bytes | None:
    """Return a package with about the first rows of each sheet; None where the whole is to be read instead."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            inflated = sum(entry.file_size for entry in entries)
            if len(entries) > ZIP_ENTRIES or not SMALL < inflated <= INFLATED_BYTES:
                return None
            names = {entry.filename for entry in entries}
            if "xl/workbook.xml" in names:
                return _packed(_head_of_xlsx(package, names, rows))
            return _packed(_head_of_ods(package, names, rows)) if "content.xml" in names else None
    except (NoHead, *DAMAGE):
        return None


def _packed(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


def _chunks(package: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with package.open(name) as part:
        while chunk := part.read(CHUNK):
            yield chunk


def _whole(package: zipfile.ZipFile, name: str) -> bytes:
    part = bytearray()
    for chunk in _chunks(package, name):
        part += chunk
        if len(part) > LONGEST_PART:
            raise NoHead
    return bytes(part)


def _head_of_xlsx(package: zipfile.ZipFile, names: set[str], rows: int) -> dict[str, bytes]:
    parts = {name: _whole(package, name) for name in names if KEPT_OF_XLSX.fullmatch(name)}
    sheets = {
        name: _until(package, name, END_OF_ROW, rows, (b"sheetData", b"worksheet"))
        for name in names
        if is_sheet(name)
    }
    used = [int(number) for sheet in sheets.values() for number in STRING_USED.findall(sheet)]
    strings = {
        name: _until(package, name, END_OF_STRING, max(used, default=0) + 1, (b"sst",))
        for name in names
        if SHARED_STRINGS.fullmatch(name)
    }
    return parts | sheets | strings


def _until(
    package: zipfile.ZipFile, name: str, mark: re.Pattern[bytes], times: int, closing: tuple[bytes, ...]
) -> bytes:
    """Return a part up to the mark that comes for the so-manieth time, with what is open closed again."""
    text = bytearray()
    place = met = 0
    for chunk in _chunks(package, name):
        begin = max(place, len(text) - LONGEST_MARK)
        text += chunk
        for found in mark.finditer(text, begin):
            met, place = met + 1, found.end()
            if met == times:
                opened = PREFIX[closing[-1]].search(text)
                prefix = (opened[1] if opened else None) or b""
                return bytes(text[:place]) + b"".join(b"</" + prefix + tag + b">" for tag in closing)
        if len(text) > LONGEST_PART:
            raise NoHead
    return bytes(text)


def _head_of_ods(package: zipfile.ZipFile, names: set[str], rows: int) -> dict[str, bytes]:
    parts = {name: _whole(package, name) for name in names if KEPT_OF_ODS.fullmatch(name)}
    kept = bytearray()
    for piece in _rows_cut(_chunks(package, "content.xml"), rows):
        kept += piece
        if len(kept) > LONGEST_PART:
            raise NoHead
    return parts | {"content.xml": bytes(kept)}


def _rows_cut(chunks: Iterator[bytes], rows: int) -> Iterator[bytes]:
    """Yield a content without what follows the first rows of each of its tables."""
    seen, met, skipping = b"", 0, False
    for chunk in chunks:
        seen += chunk
        while True:
            if skipping and (end := seen.find(END_OF_TABLE)) < 0:
                seen = seen[-LONGEST_MARK:]
                break
            if skipping:
                seen, met = seen[end:], 0
            place, met = _marks_until(seen, met, rows)
            skipping = met == rows
            # A mark may lie across two chunks: what could be its beginning is looked at again.
            cut = place if skipping else max(place, len(seen) - LONGEST_MARK)
            yield seen[:cut]
            seen = seen[cut:]
            if not skipping:
                break
    yield seen


def _marks_until(seen: bytes, met: int, rows: int) -> tuple[int, int]:
    """Return where the last mark looked at ends, and how many rows of its table had ended by then."""
    place = 0
    for found in ODS_MARK.finditer(seen):
        place = found.end()
        met = 0 if found[0] == END_OF_TABLE else met + 1
        if met == rows:
            break
    return place, met
