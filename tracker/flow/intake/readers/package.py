"""A workbook's zip package, looked through before anything parses it."""

import io
import struct
import zipfile
import zlib

from tracker.flow.intake.readers.limits import (
    INFLATE_RATIO,
    INFLATED_BYTES,
    MEBIBYTE,
    RATIO_FREE_BYTES,
    ZIP_ENTRIES,
)
from tracker.flow.intake.readers.not_a_list import NotAList
from tracker.flow.intake.readers.xlsx_facts import SheetWatch, is_sheet

CHUNK = MEBIBYTE
ENCRYPTED_FLAG = 0x1
DECLARATIONS = ("<!DOCTYPE", "<!ENTITY")
FORBIDDEN = tuple(word.encode(form) for word in DECLARATIONS for form in ("ascii", "utf-16-le", "utf-16-be"))
LONGEST = max(map(len, FORBIDDEN))
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."

# What the standard library raises over a damaged archive, by reading its source and by mutation tests.
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError,
          ValueError, OverflowError, KeyError)  # fmt: skip


def kind_of_package(content: bytes, watches: dict[str, SheetWatch] | None = None) -> str:
    """Return "xlsx" or "ods" for a sound package; refuse a damaged, locked, hostile or foreign one.

    All parts are inflated on the way; ``watches`` is filled with what the parts of sheets tell.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            kind = _kind(package, {entry.filename for entry in entries})
            _refuse_bomb(sum(entry.file_size for entry in entries), len(content), len(entries))
            _inflate_once(package, entries, len(content), {} if watches is None else watches)
            return kind
    except NotAList:
        raise
    except DAMAGE:
        raise NotAList("damaged") from None


def _kind(package: zipfile.ZipFile, names: set[str]) -> str:
    if "encrypted-package" in names or any(entry.flag_bits & ENCRYPTED_FLAG for entry in package.infolist()):
        raise NotAList("password")
    if "xl/workbook.bin" in names:
        raise NotAList("wrong_type_binary_workbook")
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "mimetype" in names or "content.xml" in names:
        return _kind_of_open_document(package, names)
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise NotAList("wrong_type_document")
    raise NotAList("wrong_type_archive")


def _kind_of_open_document(package: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        with package.open("mimetype") as part:
            media_type = part.read(200).decode("ascii", "replace").strip()
        if not media_type.startswith(OPEN_DOCUMENT):
            raise NotAList("wrong_type_archive")
        if not media_type.startswith(OPEN_DOCUMENT + "spreadsheet"):
            raise NotAList("wrong_type_document")
    if "META-INF/manifest.xml" in names:
        with package.open("META-INF/manifest.xml") as part:
            if b"encryption-data" in part.read(CHUNK):
                raise NotAList("password")
    return "ods"


def _refuse_bomb(inflated: int, packed: int, entries: int) -> None:
    if entries > ZIP_ENTRIES or inflated > INFLATED_BYTES:
        raise NotAList("inflates_too_much", limit=INFLATED_BYTES // MEBIBYTE)
    if inflated > RATIO_FREE_BYTES and inflated > packed * INFLATE_RATIO:
        raise NotAList("inflates_too_much", limit=INFLATED_BYTES // MEBIBYTE)


def _inflate_once(
    package: zipfile.ZipFile, entries: list[zipfile.ZipInfo], packed: int, watches: dict[str, SheetWatch]
) -> None:
    """Inflate every part and let it go again: the directory may lie, and XML may declare entities."""
    inflated = 0
    for entry in entries:
        promised = entry.file_size
        # The standard library stops at the promised size; a bomb that lies must be followed to its end.
        entry.file_size = INFLATED_BYTES + 1
        before = inflated
        tail = b""
        watch = watches.setdefault(entry.filename, SheetWatch()) if is_sheet(entry.filename) else None
        with package.open(entry) as part:
            while chunk := part.read(CHUNK):
                inflated += len(chunk)
                _refuse_bomb(inflated, packed, len(entries))
                if any(word in tail + chunk for word in FORBIDDEN):
                    raise NotAList("declares_entities")
                if watch:
                    watch.see(chunk)
                tail = chunk[-LONGEST:]
        entry.file_size = promised
        if inflated - before != promised:
            raise NotAList("damaged")
