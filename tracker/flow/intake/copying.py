"""Rows and records on their way into the database: as lines of COPY, the quickest road there is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from django.db import connection, models

from tracker.dates import FuzzyDate
from tracker.flow.intake.doubts import Doubt
from tracker.flow.intake.records import RowRead
from tracker.models import CheckedRow, ImportRow, Place, PrisonRecord
from tracker.models.fields import FuzzyDateField

NULL = "\\N"
ESCAPED = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def told(text: str) -> str:
    """Return a text as a line of COPY holds it."""
    return text.translate(ESCAPED) if "\\" in text or not text.isprintable() else text


def as_json(value: object) -> str:
    """Return JSON as a line of COPY holds it."""
    return told(to_json(value))


@lru_cache(maxsize=16384)
def _date(date: FuzzyDate) -> str:
    return as_json(date.to_json())


def _place(place: Place | None) -> str:
    return str(place.pk) if place else NULL


def _number(number: int | None) -> str:
    return NULL if number is None else str(number)


GIVEN = ("id", "row", "import_file")
"""What a record does not say itself."""
SAID = [field for field in PrisonRecord._meta.concrete_fields if field.name not in GIVEN]
COLUMNS: Mapping[type[models.Model], str] = {
    ImportRow: "id, import_file_id, status, same_as_id, sheet, number, cells, refusals, says_key, whom_key",
    PrisonRecord: ", ".join(["id", "row_id", "import_file_id", *(str(field.column) for field in SAID)]),
    CheckedRow: "import_file_id, sheet, number, cells, kinds, sentences, other_id, other_number",
}
RECORD = {field.name: place for place, field in enumerate(SAID)}
EMPTY_RECORD = [
    NULL if field.null else "" if isinstance(field, models.CharField | models.TextField) else "[]"
    for field in SAID
]
ENCODERS = {
    name: (
        _date
        if isinstance(field, FuzzyDateField)
        else _place
        if name == "facility"
        else str
        if isinstance(field, models.BooleanField)
        else told
    )
    for name, field in ((field.name, field) for field in PrisonRecord._meta.concrete_fields)
}


def new_ids(model: type[models.Model], count: int) -> list[int]:
    """Take numbers for rows to come."""
    with connection.cursor() as cursor:
        # Sent as one text, and the sequence looked up once: else this took a tenth of storing.
        cursor.execute(
            """
            WITH here AS MATERIALIZED (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS numbers)
            SELECT string_agg(nextval(numbers)::text, ' ') FROM here, generate_series(1, %s)
            """,
            [model._meta.db_table, count],
        )
        return list(map(int, (cursor.fetchone()[0] or "").split()))


def copy_in(model: type[models.Model], lines: Iterable[str]) -> None:
    """Write lines into a table; its triggers and constraints hold as for any insert."""
    # Table and columns are ours, never someone's input.
    statement = f"COPY {model._meta.db_table} ({COLUMNS[model]}) FROM STDIN"
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(statement) as copy:
        copy.write("".join(lines))


def row_says(sheet: str, number: int, cells: Sequence[str], read: RowRead) -> str:
    """Return of a row's line what the row itself says."""
    refusals = as_json(read.refusals) if read.refusals else "[]"
    return "\t".join((
        told(sheet), str(number), as_json(cells), refusals, _number(read.says_key), _number(read.whom_key),
    ))  # fmt: skip


def record_says(read: RowRead) -> str:
    """Return of a record's line what the row says that makes it."""
    line = EMPTY_RECORD.copy()
    for name, fact in read.facts.items():
        line[RECORD[name]] = ENCODERS[name](fact)
    if read.doubts:
        line[RECORD["doubts"]] = as_json([sentence for _, sentence in read.doubts])
    return "\t".join(line)


def line_of_row(pk: int, list_id: int, status: str, same_as: int | None, says: str) -> str:
    """Return a row with what became of it."""
    return f"{pk}\t{list_id}\t{status}\t{_number(same_as)}\t{says}\n"


def line_of_record(pk: int, row: int, list_id: int, says: str) -> str:
    """Return the record that a row makes."""
    return f"{pk}\t{row}\t{list_id}\t{says}\n"


def line_of_check(
    list_id: int, sheet: str, number: int, cells: Sequence[str], doubts: Sequence[Doubt],
    *, kinds: Sequence[str] = (), other: int | None = None, other_number: int | None = None,
) -> str:  # fmt: skip
    """Return what a check found of a row."""
    found = "{" + ",".join(dict.fromkeys([*kinds, *(kind for kind, _ in doubts)])) + "}"
    sentences = as_json([sentence for _, sentence in doubts])
    return "\t".join((
        str(list_id), told(sheet), str(number), as_json(cells), found, sentences, _number(other),
        _number(other_number),
    )) + "\n"  # fmt: skip
