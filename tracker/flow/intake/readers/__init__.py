"""A list file becomes sheets of verbatim rows.

The file is opened only in a child process with limits (`child`), which sends its rows back as lines.
"""

from typing import TYPE_CHECKING

from tracker.flow.intake.readers.encodings import ENCODINGS, choose_encoding
from tracker.flow.intake.readers.list_file import ListFile, Row, Sheet

if TYPE_CHECKING:
    from tracker.flow.intake.readers.reading import read_sheets
    from tracker.flow.intake.readers.unreadable import UnreadableFile

__all__ = ["ENCODINGS", "ListFile", "Row", "Sheet", "UnreadableFile", "choose_encoding", "read_sheets"]


def __getattr__(name: str) -> object:
    # The child imports this package too, and must come up quickly and without Django.
    if name == "read_sheets":
        from tracker.flow.intake.readers.reading import read_sheets

        return read_sheets
    if name == "UnreadableFile":
        from tracker.flow.intake.readers.unreadable import UnreadableFile

        return UnreadableFile
    raise AttributeError(name)
