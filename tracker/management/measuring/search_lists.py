"""The two lists that name search is measured with: who is in the gallery, and who is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

GALLERY_COLUMNS = ("id", "name")
QUERY_COLUMNS = ("track", "id", "query")


class BadLine(Exception):
    """A line of a list that cannot be used; the message is a sentence that names it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the gallery: a name of somebody, perhaps when they were born and where they disappeared."""

    place: str
    person: str
    name: str
    born: str = ""
    taken_in: str = ""
    """The short name of a governorate."""


@dataclass(frozen=True, slots=True)
class Query:
    """One spelling to search for, whom it means, and the kind of spelling that it is."""

    track: str
    person: str
    text: str
    born: str = ""
    taken_in: str = ""


def read_gallery(path: Path) -> Iterator[Entry]:
    """Yield the gallery's lines; raise BadLine at the first that is not an id and a name."""
    for place, (person, name) in _lines(path, GALLERY_COLUMNS):
        yield Entry(place, person, name)


def read_queries(path: Path) -> list[Query]:
    """Return all queries; raise BadLine at the first line that is not a track, an id and a query."""
    return [Query(*columns) for _, columns in _lines(path, QUERY_COLUMNS)]


def _lines(path: Path, names: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each line's columns and how to speak of it; a first line that names the columns is passed over."""
    with path.open("rb") as file:
        for number, raw in enumerate(file, start=1):
            place = f"Line {number} of {path.name}"
            columns = [column.strip() for column in _text(raw, place).split("\t")]
            first = number == 1 and tuple(column.lower() for column in columns) == tuple(names)
            if first or columns == [""]:
                continue
            if len(columns) != len(names):
                found = "1 column" if len(columns) == 1 else f"{len(columns)} columns"
                raise BadLine(
                    f"{place} has {found}; {len(names)} are needed, separated by tabs: {', '.join(names)}."
                )
            for name, column in zip(names, columns, strict=True):
                if not column:
                    raise BadLine(f"{place} has an empty {name}.")
            yield place, columns


def _text(raw: bytes, place: str) -> str:
    try:
        text = raw.decode("utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError as error:
        raise BadLine(f"{place} is not UTF-8.") from error
    return text.rstrip("\r\n")
