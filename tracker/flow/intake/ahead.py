"""The next rows are read by a process of their own while the database writes the last ones."""

from __future__ import annotations

import gc
import signal
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any, NamedTuple, TypeVar

from tracker.flow.copies import copied
from tracker.flow.intake.doubts import doubt
from tracker.flow.intake.layouts import rows_to_take
from tracker.flow.intake.merged import spread
from tracker.flow.intake.originals import read_original
from tracker.flow.intake.readers import Row
from tracker.flow.intake.records import RowRead, RowReader
from tracker.models import ImportFile
from tracker.names import clean_text

T = TypeVar("T")

NEW_OBJECTS = 100_000
"""Objects made between two looks for those that only hold each other alive: rows do not, and looking takes a
fifth of the time."""

PATIENCE = 300
"""Seconds after which a process that says nothing is given up: a chunk takes it less than one."""


class ReadAheadFailed(RuntimeError):
    """The process that reads ahead ended with an error or before it was done: our fault, or the machine's."""


class ReadRow(NamedTuple):
    """A row of a list with what it says."""

    sheet: str
    row: Row
    read: RowRead


def rows_read(imported: ImportFile, behind: int = 0) -> Iterator[ReadRow]:
    """Return the rows of a list behind so many, with what they say; what the database tells is asked for here."""
    reader = RowReader.of(imported)
    stream = rows_to_take(read_original(imported, encoding=imported.encoding), imported.sheets)
    return (ReadRow(sheet, row, _read(reader, sheet, row)) for sheet, row in islice(stream, behind, None))


def _read(reader: RowReader, sheet: str, row: Row) -> RowRead:
    if not row.spanning:
        return reader.read(sheet, row.cells)
    read = reader.read(sheet, spread(row.cells, row.spanning))
    if not read.refusals:
        read.doubts += [doubt("merged_cell", clean_text(text)[:80]) for _, text in row.spanning]
    return read


def read_ahead(things: Iterator[T], size: int) -> Generator[list[T], None, None]:
    """Yield the things in their order, so many at once; the next are made meanwhile by a process of its own, two
    chunks ahead at most.

    That process is a copy of this one at this moment: making the things must not use the database, and changes
    nothing here. It ends with this generator, and by itself within a chunk when this process is killed.
    Raises ReadAheadFailed.
    """
    process, ours = copied(partial(_make, things, size))
    with ours, ThreadPoolExecutor(max_workers=1, thread_name_prefix="read_ahead") as pool:
        try:
            # Taken out of the pipe at once, else that process would wait with the next chunk until it is.
            upcoming = pool.submit(_next, ours)
            while chunk := upcoming.result():
                upcoming = pool.submit(_next, ours)
                yield chunk
        finally:
            process.kill()
            process.join()


def _next(pipe: Connection) -> list[Any]:
    if not pipe.poll(PATIENCE):
        raise ReadAheadFailed("It said nothing any more.")
    try:
        chunk: list[Any] = pipe.recv()
    except EOFError as end:
        raise ReadAheadFailed("It ended before it was done; what went wrong stands in the log.") from end
    return chunk


def _make(things: Iterator[T], size: int, pipe: Connection) -> None:
    """Send chunk after chunk, and an empty one at the end: without it, something went wrong."""
    # Whoever stops the worker lets it end its work first, and so does this part of it.
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
    with suppress(BrokenPipeError):
        for chunk in iter(lambda: list(islice(things, size)), []):
            pipe.send(chunk)
        pipe.send([])
