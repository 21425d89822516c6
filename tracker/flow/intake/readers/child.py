"""The process that opens hostile files: it limits itself, writes the rows as lines of JSON, and ends.

Its input is the file on standard input; its output begins with STARTED, and ends with a line that says how it
went.
"""

import json
import resource
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from tracker.flow.intake.readers.csv_file import csv_rows, text_encoding
from tracker.flow.intake.readers.facts import SheetFacts
from tracker.flow.intake.readers.head import head_of_package
from tracker.flow.intake.readers.limits import FACTS
from tracker.flow.intake.readers.list_file import Row
from tracker.flow.intake.readers.not_a_list import NotAList
from tracker.flow.intake.readers.sniff import OLE_MAGIC, ZIP_MAGICS, kind_of_ole, refuse_other_types
from tracker.flow.intake.readers.spool import STARTED, row_line
from tracker.flow.intake.readers.workbook import SheetRows, package_sheets, workbook_sheets
from tracker.flow.intake.readers.xls_facts import xls_facts


def limit_oneself(memory: int, seconds: int) -> None:
    """Bound memory and processor time; where a system cannot (macOS), the parent's clock still does."""
    for limit, amount in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(limit)
        allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        try:
            resource.setrlimit(limit, (allowed, hard))
        except (OSError, ValueError):
            continue


class FirstRows:
    """Lets only so many rows of each sheet by (0: all), and remembers whether there were more."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.whole = True

    def of(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the first rows of a sheet."""
        if not self.most:
            yield from rows
            return
        for place, row in enumerate(rows):
            if place >= self.most:
                self.whole = False
                return
            yield row


def told_lines(content: bytes, encoding: str | None, first: FirstRows) -> Iterator[object]:
    """Yield what the file holds: first its kind, then each sheet followed by its rows."""
    refuse_other_types(content)
    if content.startswith(ZIP_MAGICS):
        yield from _package_lines(content, first)
    elif content.startswith(OLE_MAGIC):
        yield {"kind": kind_of_ole(content), "encoding": ""}
        yield from _sheet_lines(workbook_sheets(content, xls_facts(content)), first)
    else:
        used = text_encoding(content, encoding, beginning_only=bool(first.most))
        yield {"kind": "csv", "encoding": used}
        yield SheetFacts().told("", hidden=False)
        yield from first.of(csv_rows(content, used))


def _package_lines(content: bytes, first: FirstRows) -> Iterator[object]:
    head = head_of_package(content, first.most) if first.most else None
    if head is not None:
        try:
            yield from list(_lines_of_package(head, first, beginning_only=True))
        except NotAList:
            # Its beginning alone was not understood: the whole is read, and refused if need be.
            first.whole = True
        else:
            return
    yield from _lines_of_package(content, first)


def _lines_of_package(content: bytes, first: FirstRows, *, beginning_only: bool = False) -> Iterator[object]:
    kind, sheets = package_sheets(content)
    yield {"kind": kind, "encoding": ""}
    if beginning_only:
        first.whole = False
    yield from _sheet_lines(sheets, first)


def _sheet_lines(sheets: Iterable[SheetRows], first: FirstRows) -> Iterator[object]:
    room = FACTS
    for name, hidden, facts, rows in sheets:
        # What is merged stands behind the rows, and rows that were not read may be hidden.
        facts.sure = facts.sure and first.whole
        room -= facts.cut_to(room)
        yield facts.told(name, hidden=hidden)
        yield from first.of(rows)


def tell(lines: Iterable[object], first: FirstRows, output: BinaryIO) -> None:
    """Write each line, and at the end whether all went well or what was refused."""
    output.write(STARTED)
    output.flush()
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    try:
        for line in lines:
            told = row_line(line) if isinstance(line, Row) else encode(line)
            output.write(told.encode() + b"\n")
        end: dict[str, object] = {"done": True, "whole": first.whole}
    except NotAList as refusal:
        end = {"refused": refusal.code, "params": refusal.params}
    except MemoryError:
        end = {"refused": "too_demanding", "params": {}}
    output.write(encode(end).encode() + b"\n")
    output.flush()


def main(arguments: list[str]) -> None:
    """Read the list on standard input: `child MEMORY SECONDS FIRST_ROWS [ENCODING]`."""
    memory, seconds, first_rows, *encoding = arguments
    limit_oneself(int(memory), int(seconds))
    content = sys.stdin.buffer.read()
    first = FirstRows(int(first_rows))
    tell(told_lines(content, encoding[0] if encoding else None, first), first, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
