"""The next rows are read while the database writes the last ones: both wait for each other less."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple, TypeVar

from tracker.flow.intake.doubts import doubt
from tracker.flow.intake.merged import spread
from tracker.flow.intake.readers import Row
from tracker.flow.intake.records import RowRead, RowReader
from tracker.names import clean_text

T = TypeVar("T")

NEW_OBJECTS = 100_000
"""Objects made between two looks for those that only hold each other alive."""

USUAL = gc.get_threshold()


class ReadRow(NamedTuple):
    """A row of a list with what it says."""

    sheet: str
    row: Row
    read: RowRead


def read_in_chunks(reader: RowReader, rows: Iterator[tuple[str, Row]], size: int) -> Iterator[list[ReadRow]]:
    """Yield rows with what they say, so many at once."""
    while chunk := [ReadRow(sheet, row, _read(reader, sheet, row)) for sheet, row in islice(rows, size)]:
        yield chunk


def _read(reader: RowReader, sheet: str, row: Row) -> RowRead:
    if not row.spanning:
        return reader.read(sheet, row.cells)
    read = reader.read(sheet, spread(row.cells, row.spanning))
    if not read.refusals:
        read.doubts += [doubt("merged_cell", clean_text(text)[:80]) for _, text in row.spanning]
    return read


def read_ahead(parts: Iterator[T]) -> Generator[T, None, None]:
    """Yield the parts in their order, the next one read in a thread of its own; it must not use the database."""
    with _seldom_collected(), ThreadPoolExecutor(max_workers=1, thread_name_prefix="read_ahead") as pool:
        upcoming = pool.submit(next, parts, None)
        while (part := upcoming.result()) is not None:
            upcoming = pool.submit(next, parts, None)
            yield part


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look seldom for objects that hold each other alive: rows do not, and looking takes a fifth of the time."""
    gc.set_threshold(NEW_OBJECTS, *USUAL[1:])
    try:
        yield
    finally:
        # Not what was set at the beginning: of two lists at once one may begin while the other runs.
        gc.set_threshold(*USUAL)
