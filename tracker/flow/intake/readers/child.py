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
from tracker.flow.intake.readers.not_a_list import NotAList
from tracker.flow.intake.readers.package import kind_of_package
from tracker.flow.intake.readers.sniff import OLE_MAGIC, ZIP_MAGICS, kind_of_ole, refuse_other_types
from tracker.flow.intake.readers.spool import STARTED
from tracker.flow.intake.readers.workbook import workbook_sheets


def limit_oneself(memory: int, seconds: int) -> None:
    """Bound memory and processor time; where a system cannot (macOS), the parent's clock still does."""
    for limit, amount in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(limit)
        allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        try:
            resource.setrlimit(limit, (allowed, hard))
        except (OSError, ValueError):
            continue


def told_lines(content: bytes, encoding: str | None) -> Iterator[object]:
    """Yield what the file holds: first its kind, then each sheet followed by its rows."""
    refuse_other_types(content)
    if content.startswith(ZIP_MAGICS):
        kind = kind_of_package(content)
    elif content.startswith(OLE_MAGIC):
        kind = kind_of_ole(content)
    else:
        used = text_encoding(content, encoding)
        yield {"kind": "csv", "encoding": used}
        yield {"sheet": "", "hidden": False}
        yield from csv_rows(content, used)
        return
    yield {"kind": kind, "encoding": ""}
    for name, hidden, rows in workbook_sheets(content):
        yield {"sheet": name, "hidden": hidden}
        yield from rows


def tell(lines: Iterable[object], output: BinaryIO) -> None:
    """Write each line, and at the end whether all went well or what was refused."""
    output.write(STARTED)
    output.flush()
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    end: dict[str, object] = {"done": True}
    try:
        output.writelines(encode(line).encode() + b"\n" for line in lines)
    except NotAList as refusal:
        end = {"refused": refusal.code, "params": refusal.params}
    except MemoryError:
        end = {"refused": "too_demanding", "params": {}}
    output.write(encode(end).encode() + b"\n")
    output.flush()


def main(arguments: list[str]) -> None:
    """Read the list on standard input: `child MEMORY SECONDS [ENCODING]`."""
    memory, seconds, *encoding = arguments
    limit_oneself(int(memory), int(seconds))
    content = sys.stdin.buffer.read()
    tell(told_lines(content, encoding[0] if encoding else None), sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
