"""How the columns of a source's lists are read is kept, proposed again, and carried from house to house."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pghistory
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.columns import header_key
from tracker.flow.intake.header_words import FIELDS
from tracker.flow.intake.headings import whole_header_key
from tracker.flow.permissions import require
from tracker.flow.refusals import Refused
from tracker.models import ImportFile, SavedMapping, Source, User
from tracker.models.imports import SheetLayout
from tracker.names import clean_text

FORMAT = "athar-columns"
VERSION = 1
LONGEST_FILE = 1024 * 1024

Columns = list[tuple[str, str]]


class NothingToSave(Refused):
    """A list without any header has no words to know it by again."""

    sentence = _(
        "No sheet that is taken has a header, so its columns could not be recognised in another list."
    )


class NotAMappingFile(Refused):
    """A file is not one that keeps which column holds what."""

    sentence = _(
        "This file does not say which column holds what. Choose a file that was saved from the page of an import."
    )


class MappingOfAnotherHeader(Refused):
    """None of the columns that a mapping file names is in this list."""

    sentence = _("None of the columns named in this file is in the list: they have other headings.")


def save_mapping(imported: ImportFile, *, by: User) -> list[SavedMapping]:
    """Keep how each sheet of an import is read, for the next list of its source. Raises NothingToSave."""
    require(by, "receive_file")
    headed = [part for part in imported.sheets if part.taken and part.header_row]
    if not headed:
        raise NothingToSave
    with transaction.atomic(), pghistory.context(user=by.pk, deed="import:save_mapping"):
        return [
            SavedMapping.objects.create(
                source=imported.source,
                header_key=whole_header_key(part.header),
                columns=[[clean_text(words), field] for words, field in part.columns],
                saved_by=by,
            )
            for part in headed
        ]


def fields_by_header(source: Source) -> dict[str, list[str]]:
    """Return the fields last saved for each header of a source, by the header's key."""
    saved = SavedMapping.objects.filter(source=source).order_by("header_key", "-saved_at", "-pk")
    newest = saved.distinct("header_key").values_list("header_key", "columns")
    return {key: [field for _words, field in columns] for key, columns in newest}


def saved_fields(source: Source, header: Sequence[str]) -> list[str] | None:
    """Return the fields last saved for this header of a source, or None when it never came before."""
    if not any(text.strip() for text in header):
        return None
    saved = SavedMapping.objects.filter(source=source, header_key=whole_header_key(header))
    newest = saved.order_by("-saved_at", "-pk").first()
    if newest is None:
        return None
    fields = [field if field in FIELDS else "" for _words, field in newest.columns]
    return [*fields[: len(header)], *[""] * (len(header) - len(fields))]


def mapping_file(imported: ImportFile) -> bytes:
    """Return which column holds what in each sheet that is taken, as a file that another house can bring in."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "sheets": [_sheet_told(part) for part in imported.sheets if part.taken],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def read_mapping_file(content: bytes, header: Sequence[str]) -> list[str]:
    """Return the field of each column of this header as a mapping file tells it, "" for what it does not name.

    Raises NotAMappingFile and MappingOfAnotherHeader.
    """
    sheets = _sheets_in_file(content)
    best = max((_fields_for(header, columns) for columns in sheets), key=_known, default=[])
    if not _known(best):
        raise MappingOfAnotherHeader
    return best


def _sheet_told(part: SheetLayout) -> dict[str, object]:
    columns = [{"words": words, "field": field} for words, field in part.columns]
    return {"sheet": part.sheet, "columns": columns}


def _sheets_in_file(content: bytes) -> list[Columns]:
    try:
        if len(content) > LONGEST_FILE:
            raise NotAMappingFile
        told = json.loads(content.decode("utf-8-sig"))
        if told["format"] != FORMAT or told["version"] != VERSION:
            raise NotAMappingFile
        return [_columns_told(sheet) for sheet in told["sheets"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotAMappingFile from None


def _columns_told(sheet: dict[str, Any]) -> Columns:
    columns = [(column["words"], column["field"]) for column in sheet["columns"]]
    if not all(isinstance(words, str) and (field == "" or field in FIELDS) for words, field in columns):
        raise NotAMappingFile
    return columns


def _fields_for(header: Sequence[str], columns: Columns) -> list[str]:
    """Match columns by their words; of two with the same words the first in the file is the first in the list."""
    waiting = [(header_key(words), field) for words, field in columns if words.strip()]
    fields: list[str] = []
    for text in header:
        key = header_key(text) if text.strip() else None
        found = next((one for one in waiting if one[0] == key), None)
        if found:
            waiting.remove(found)
        fields.append(found[1] if found and found[1] not in fields else "")
    return fields


def _known(fields: Sequence[str]) -> int:
    return sum(1 for field in fields if field)
