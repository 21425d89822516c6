"""What the records of an XLS tell of its sheets beside their cells.

The container is told in [MS-CFB], the records in [MS-XLS].
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from itertools import islice

from tracker.flow.intake.readers.facts import SheetFacts
from tracker.flow.intake.readers.limits import MEBIBYTE, SHEETS

# Looked through record by record, a few million a second.
LONGEST_STREAM = 48 * MEBIBYTE
SECTORS_IN_HEADER = 109
ENTRY = 128
STREAMS = {name.encode("utf-16-le") for name in ("Workbook\0", "Book\0")}
SMALLEST_STREAM = 4096
NO_SECTOR = 0xFFFFFFFA

BEGIN, END, BOUNDSHEET, COLUMNS, ROW, WINDOW = 0x0809, 0x000A, 0x0085, 0x007D, 0x0208, 0x023E
ROW_HIDDEN, COLUMNS_HIDDEN, RIGHT_TO_LEFT = 0x20, 0x01, 0x40
WORKSHEET = 0


def xls_facts(content: bytes) -> dict[str | int, SheetFacts]:
    """Return what is told of each worksheet, by its place among all sheets; nothing where that is not understood.

    Merged cells are not looked for.
    """
    try:
        stream = _workbook_stream(content)
        places = [
            struct.unpack_from("<I", body)[0] if body[5] == WORKSHEET else None
            for kind, body in _records(stream, 0)
            if kind == BOUNDSHEET
        ]
        return {
            number: _facts_of_sheet(stream, place)
            for number, place in enumerate(places[: SHEETS + 1])
            if place is not None
        }
    except (struct.error, IndexError, ValueError):
        return {}


def _facts_of_sheet(stream: bytes, place: int) -> SheetFacts:
    facts = SheetFacts()
    for kind, body in _records(stream, place):
        if kind == ROW and struct.unpack_from("<H", body, 12)[0] & ROW_HIDDEN:
            number = struct.unpack_from("<H", body)[0] + 1
            facts.hide_rows(number, number)
        elif kind == COLUMNS and struct.unpack_from("<H", body, 8)[0] & COLUMNS_HIDDEN:
            first, last = struct.unpack_from("<HH", body)
            facts.hide_columns(first, last)
        elif kind == WINDOW:
            facts.right_to_left = bool(struct.unpack_from("<H", body)[0] & RIGHT_TO_LEFT)
    return facts


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one part of a workbook, from its beginning to its end."""
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        if kind == BEGIN:
            depth += 1
        elif kind == END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1 and kind in (BOUNDSHEET, COLUMNS, ROW, WINDOW):
            yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _workbook_stream(content: bytes) -> bytes:
    sector = 1 << min(struct.unpack_from("<H", content, 30)[0], 12)
    table = _sector_table(content, sector)
    directory = b"".join(_chain(content, sector, table, struct.unpack_from("<I", content, 48)[0]))
    for place in range(0, len(directory) - ENTRY + 1, ENTRY):
        entry = directory[place : place + ENTRY]
        if entry[: struct.unpack_from("<H", entry, 64)[0]] in STREAMS:
            first, size = struct.unpack_from("<II", entry, 116)
            if not SMALLEST_STREAM <= size <= LONGEST_STREAM:
                break
            return b"".join(_chain(content, sector, table, first))[:size]
    raise ValueError("no workbook that can be looked through")


def _sector_table(content: bytes, sector: int) -> array[int]:
    """Which sector follows which; the table itself lies in sectors that the header and its sequels name."""
    holders = list(struct.unpack_from(f"<{SECTORS_IN_HEADER}I", content, 76))
    following = struct.unpack_from("<I", content, 68)[0]
    for _sequel in range(len(content) // sector):
        if following >= NO_SECTOR:
            break
        *more, following = struct.unpack_from(f"<{sector // 4}I", content, (following + 1) * sector)
        holders += more
    table = array("I")
    for holder in islice((one for one in holders if one < NO_SECTOR), len(content) // sector):
        table.frombytes(_sector(content, sector, holder))
    return table


def _sector(content: bytes, sector: int, number: int) -> bytes:
    found = content[(number + 1) * sector : (number + 2) * sector]
    if len(found) % 4:
        raise ValueError("a sector is cut off")
    return found


def _chain(content: bytes, sector: int, table: array[int], first: int) -> Iterator[bytes]:
    number = first
    # No longer than the file, or links that lead back would never end.
    for _link in range(len(content) // sector):
        if number >= NO_SECTOR:
            return
        yield _sector(content, sector, number)
        number = table[number]
