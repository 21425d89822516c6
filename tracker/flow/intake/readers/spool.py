"""The child's lines on disk, read as rows only when they are asked for."""

import json
import os
import tempfile
from array import array
from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring
from typing import overload

from tracker.flow.intake.readers.list_file import Row

# The child's first line: what goes wrong before it is a fault of the installation.
STARTED = b'{"started":true}\n'


# Whoever looks at the first rows only should not wait for thousands: blocks grow from one to the next.
FIRST_BLOCK, BLOCK = 16 * 1024, 1024 * 1024


def row_line(row: Row) -> str:
    """Return a row as JSON, put together by hand: it is done for every row of a list.

    >>> row_line(Row(7, ("علي", 'a "b"')))
    '[7,["علي","a \\\\"b\\\\""]]'
    """
    return f"[{row.number}{_told(row.cells)}"


def _told(cells: Sequence[str]) -> str:
    return f",[{','.join(map(encode_basestring, cells))}]]"


class Spool:
    """An unnamed file that lives as long as something still reads from it."""

    def __init__(self) -> None:
        self.file = tempfile.TemporaryFile()  # noqa: SIM115 -- closed below, when the last sheet is let go

    def __del__(self) -> None:
        self.file.close()


class RowsOnDisk(Sequence[Row]):
    """The rows of one sheet in an unnamed file: a million of them cost the process eight megabytes.

    Reads are positional, so threads may share it; the file disappears with the last sheet that uses it.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._ends = array("Q")
        self._begin = 0

    def add(self, begin: int, end: int) -> None:
        """Note that the next row lies between these two places of the file; rows of a sheet lie together."""
        if not self._ends:
            self._begin = begin
        self._ends.append(end)

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        begin = self._ends[place - 1] if place else self._begin
        line = os.pread(self._spool.file.fileno(), self._ends[place] - begin, begin)
        number, cells = json.loads(line)
        return Row(number, tuple(cells))

    def count_of(self, cells: Sequence[str], first: int, last: int) -> int:
        """Return how many rows from one place up to another hold these very cells, without reading the others."""
        # No other row's line can hold this: a quotation mark within a cell is written with a backslash.
        sought = _told(cells).encode() + b"\n"
        place, end = ((self._ends[one - 1] if one else self._begin) for one in (first, last))
        found, tail = 0, b""
        while place < end:
            block = os.pread(self._spool.file.fileno(), min(BLOCK, end - place), place)
            found += (tail + block).count(sought)
            tail = (tail + block)[1 - len(sought) :]
            place += len(block)
        return found

    def __iter__(self) -> Iterator[Row]:
        place, end = self._begin, self._ends[-1] if self._ends else self._begin
        size = FIRST_BLOCK
        while place < end:
            block = os.pread(self._spool.file.fileno(), min(size, end - place), place)
            whole_lines = block.rfind(b"\n")
            if whole_lines < 0:
                # One row of many long cells is longer than the block.
                size *= 2
                continue
            # A line break stands only between rows: inside a cell JSON writes it as \n.
            for number, cells in json.loads(b"[" + block[:whole_lines].replace(b"\n", b",") + b"]"):
                yield Row(number, tuple(cells))
            place += whole_lines + 1
            size = max(size, min(2 * size, BLOCK))
