"""From bytes to sheets: the parent's side, which never opens the file itself."""

import json
import math
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from tracker.flow.intake.readers.encodings import ENCODINGS
from tracker.flow.intake.readers.limits import (
    CHILD_BYTES,
    CHILD_SECONDS,
    CHILD_SECONDS_PER_MEBIBYTE,
    FILE_BYTES,
    MEBIBYTE,
    PATIENCE_PER_MEBIBYTE,
)
from tracker.flow.intake.readers.list_file import MEDIA_TYPES, ListFile, Sheet
from tracker.flow.intake.readers.spool import STARTED, RowsOnDisk, Spool
from tracker.flow.intake.readers.unreadable import UnreadableFile

BLANK = b"\r\n\t \xef\xbb\xbf"
CHILD = "tracker.flow.intake.readers.child"
# How the child ends by its own limits; memory it may also lose to the system.
OUT_OF_TIME = -signal.SIGXCPU
OUT_OF_MEMORY = (-signal.SIGABRT, -signal.SIGKILL)


class ReaderDidNotStart(RuntimeError):
    """The child process could not even begin: a fault of the installation, not of the file."""


def read_sheets(
    content: bytes | BinaryIO, *, filename: str, encoding: str | None = None, first_rows: int | None = None
) -> ListFile:
    """Return the sheets of a list file, or raise UnreadableFile: a sentence for whoever brought it.

    `filename` only names the sheet of a text file: what a file is, its bytes say. `encoding` (one of
    ENCODINGS) overrules the one that would be chosen for a text file. With `first_rows` only so many rows of
    each sheet are read, and of a large file not much more than these. An open file is given to the child as
    it is, and costs this process nothing.
    """
    if encoding is not None and encoding not in ENCODINGS:
        raise UnreadableFile("unknown_encoding", encoding=encoding, known=", ".join(ENCODINGS))
    with _as_file(content) as source:
        size = os.fstat(source.fileno()).st_size
        if size > FILE_BYTES:
            raise UnreadableFile("too_large", limit=FILE_BYTES // MEBIBYTE)
        if not os.pread(source.fileno(), MEBIBYTE, 0).strip(BLANK) and size <= MEBIBYTE:
            raise UnreadableFile("empty")
        source.seek(0)
        spool = Spool()
        ending = _run_child(source, spool.file, size, encoding, first_rows)
    return _told(spool, ending, filename)


@contextmanager
def _as_file(content: bytes | BinaryIO) -> Iterator[BinaryIO]:
    if not isinstance(content, bytes):
        yield content
        return
    if len(content) > FILE_BYTES:
        raise UnreadableFile("too_large", limit=FILE_BYTES // MEBIBYTE)
    with tempfile.TemporaryFile() as source:
        source.write(content)
        source.flush()
        yield source


def _run_child(
    source: BinaryIO, spool: BinaryIO, size: int, encoding: str | None, first_rows: int | None
) -> int:
    """Let the child read; return how it ended, negative for the signal that ended it."""
    seconds = math.ceil(CHILD_SECONDS + size / MEBIBYTE * CHILD_SECONDS_PER_MEBIBYTE)
    patience = CHILD_SECONDS + 1 + size / MEBIBYTE * PATIENCE_PER_MEBIBYTE
    choices = [str(CHILD_BYTES), str(seconds), str(first_rows or 0), *([encoding] if encoding else [])]
    command = [sys.executable, "-P", "-s", "-m", CHILD, *choices]
    # The environment is built anew: no secret of the server may reach a process that parses hostile files.
    modules = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
    environment = {"PYTHONPATH": modules, "PYTHONUTF8": "1"}
    with tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(command, stdin=source, stdout=spool, stderr=complaints, env=environment)
        try:
            ending = child.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            ending = OUT_OF_TIME
        finally:
            child.kill()
            child.wait()
        spool.seek(0)
        if spool.readline() != STARTED and ending != OUT_OF_TIME:
            complaints.seek(0)
            raise ReaderDidNotStart(complaints.read().decode(errors="replace")[-2000:])
    return ending


def _told(spool: Spool, ending: int, filename: str) -> ListFile:
    """Gather what the child told; a tale without its end means that the file broke the child."""
    about: dict[str, Any] = {}
    sheets: list[Sheet] = []
    end: dict[str, Any] = {}
    rows = RowsOnDisk(spool)
    place = spool.file.tell()
    for line in spool.file:
        if line.startswith(b"["):
            rows.add(place, place + len(line))
        else:
            end = json.loads(line) if line.endswith(b"\n") else {}
            if "sheet" in end:
                rows = RowsOnDisk(spool)
                sheets.append(_sheet(end, rows, filename))
            elif "kind" in end:
                about = end
        place += len(line)
    if "refused" in end:
        raise UnreadableFile(end["refused"], **end["params"])
    if "done" not in end:
        raise UnreadableFile(_how_it_broke(ending))
    if not any(len(sheet.rows) for sheet in sheets):
        raise UnreadableFile("no_rows")
    kind = about["kind"]
    return ListFile(kind, MEDIA_TYPES[kind], about["encoding"], tuple(sheets), whole=end["whole"])


def _sheet(told: dict[str, Any], rows: RowsOnDisk, filename: str) -> Sheet:
    return Sheet(
        name=told["sheet"] or Path(filename).stem,
        rows=rows,
        hidden=told["hidden"],
        hidden_rows=frozenset(told["hidden_rows"]),
        hidden_columns=frozenset(told["hidden_columns"]),
        merged=tuple((top, left, bottom, right) for top, left, bottom, right in told["merged"]),
        right_to_left=told["right_to_left"],
        tells_all=told["tells_all"],
    )


def _how_it_broke(ending: int) -> str:
    if ending == OUT_OF_TIME:
        return "too_slow"
    return "too_demanding" if ending in OUT_OF_MEMORY else "damaged"
