"""Lists kept as text, one row to a line: CSV with commas, semicolons or tabs."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from tracker.flow.intake.readers.cells import RowKeeper
from tracker.flow.intake.readers.encodings import choose_encoding
from tracker.flow.intake.readers.limits import AT_ONCE_BYTES, FILE_BYTES, MEBIBYTE
from tracker.flow.intake.readers.list_file import Row
from tracker.flow.intake.readers.not_a_list import NotAList

DELIMITERS = (",", ";", "\t")
ROWS_TO_JUDGE_BY = 60
HEAD_CHARACTERS = 65_536
# What the standard library says where the text that is judged ends within a quoted cell.
CUT_OFF = "unexpected end of data"
CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def text_encoding(content: bytes, encoding: str | None, *, beginning_only: bool = False) -> str:
    """Return the encoding to read a text in; refuse bytes that are no text in it, all or the first ones."""
    encoding = encoding or choose_encoding(content)
    if not encoding.startswith("utf-16") and _looks_binary(content):
        raise NotAList("wrong_type_binary")
    decode = codecs.getincrementaldecoder(encoding)().decode
    lines = 0
    for begin in range(0, AT_ONCE_BYTES if beginning_only else len(content), MEBIBYTE):
        chunk = content[begin : begin + MEBIBYTE]
        try:
            lines += decode(chunk, begin + MEBIBYTE >= len(content)).count("\n")
        except UnicodeDecodeError as error:
            line = lines + chunk.count(b"\n", 0, error.start) + 1
            raise NotAList("undecodable", encoding=encoding, row=line) from None
    return encoding


def _looks_binary(content: bytes) -> bool:
    head = content[:65_536]
    return b"\0" in head or len(CONTROL_BYTES.findall(head)) > len(head) / 100


def csv_rows(content: bytes, encoding: str) -> Iterator[Row]:
    """Yield the rows of a text; a quoted cell may hold line breaks and is still one row."""
    # The length of a cell is checked by RowKeeper, which can name the row.
    csv.field_size_limit(FILE_BYTES)
    keeper = RowKeeper()
    with io.TextIOWrapper(io.BytesIO(content), encoding, newline="") as text:
        delimiter = choose_delimiter(text.read(HEAD_CHARACTERS))
        text.seek(0)
        number = 0
        try:
            for number, cells in enumerate(csv.reader(text, delimiter=delimiter, strict=True), start=1):
                if row := keeper.keep_texts(number, cells):
                    yield row
        except csv.Error:
            raise NotAList("broken_quotes", row=number + 1) from None
        except UnicodeDecodeError:
            # Only where the first rows were asked for, and are longer than what was decoded before.
            raise NotAList("undecodable", encoding=encoding, row=number + 1) from None


def choose_delimiter(text: str) -> str:
    """Return the mark that cuts the first rows most often into the same number of cells.

    >>> choose_delimiter("الاسم;الأب\\nعلي, محمد;محسن")
    ';'
    """
    return max(DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))


def _agreement(head: str, delimiter: str) -> float:
    """How alike the first rows are; a mark behind which quotes stand wrongly is none."""
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter, strict=True)
    widths: Counter[int] = Counter()
    try:
        for cells in islice(reader, ROWS_TO_JUDGE_BY):
            if len(cells) > 1:
                widths[len(cells)] += 1
    except csv.Error as error:
        if str(error) != CUT_OFF:
            return 0.0
    if not widths:
        return 0.0
    width, times = widths.most_common(1)[0]
    return times * times / widths.total() * (1 + width / 100)
