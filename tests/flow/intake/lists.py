"""Lists as a volunteer brings them in, and what is counted before and after."""

from itertools import count
from pathlib import Path
from typing import Any

from django.db import connection

from tests import make
from tests.flow.intake.files import csv_bytes
from tracker.flow.intake.check import begin_check, check_rows
from tracker.flow.intake.originals import keep_original
from tracker.flow.intake.receive import bring_in, receive_file
from tracker.flow.intake.store import begin_storing, store_rows
from tracker.models import CustodyEvent, Document, ImportFile, ImportRow, PrisonRecord

HEADER = ("الاسم", "تاريخ الوفاة", "السجن")
ROWS = (("سامر خالد الحلو", "22/10/2019", "سجن مخترع"), ("نادر فؤاد المختلق", "2018", "سجن آخر"))
NUMBERS = count(1)
CONTENT = csv_bytes((HEADER, *ROWS))


def receive(content: bytes = CONTENT, **fields: Any) -> ImportFile:
    fields = {"filename": "list.csv"} | fields
    fields["source"] = fields.get("source") or make.source()
    fields["by"] = fields.get("by") or make.volunteer()
    return receive_file(content, **fields)


def stored(content: bytes = CONTENT, **fields: Any) -> ImportFile:
    return store_rows(receive(content, **fields).pk)


def record_of(**cells: str) -> PrisonRecord:
    """The record that one row becomes, with columns named by their fields."""
    return PrisonRecord.objects.get(import_file=stored_row(cells))


def refusals_of(**cells: str) -> list[dict[str, str]]:
    row = stored_row(cells).rows.get()
    assert row.status == "refused"
    assert not PrisonRecord.objects.filter(row=row).exists()
    refusals: list[dict[str, str]] = row.refusals
    return refusals


def stored_row(cells: dict[str, str]) -> ImportFile:
    """An import of one row, its columns read as these fields."""
    fields, by = list(cells), make.volunteer()
    document = keep_original(
        csv_bytes(([f"{next(NUMBERS)}"], tuple(cells.values()))),
        filename="row.csv", media_type="text/csv", source=make.source(), by=by,
    )  # fmt: skip
    layout = [{"sheet": "row", "header_row": 1, "header": fields, "fields": fields}]
    made = make.import_file(
        document=document, status="storing", encoding="utf-8", layout=layout, rows_total=1, received_by=by
    )
    return store_rows(made.pk)


def checked(content: bytes = CONTENT, **fields: Any) -> ImportFile:
    """A list that was brought in and looked at, row by row."""
    fields = {"filename": "list.csv", "source": None, "by": None} | fields
    by = fields.pop("by") or make.volunteer()
    brought = bring_in(content, **fields | {"source": fields["source"] or make.source(), "by": by})
    begin_check(brought.pk, by=by)
    return check_rows(brought.pk)


def stored_after_check(
    content: bytes = CONTENT, *, leave_out_held: bool = False, **fields: Any
) -> ImportFile:
    """A list that went the whole road."""
    imported = checked(content, **fields)
    begin_storing(imported.pk, by=imported.received_by, leave_out_held=leave_out_held)
    return store_rows(imported.pk)


def jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        found: int = cursor.fetchone()[0]
    return found


def all_that_is_kept(folder: Path) -> dict[str, object]:
    kept: dict[str, object] = {
        model.__name__: model._default_manager.count()
        for model in (Document, CustodyEvent, ImportFile, ImportRow, PrisonRecord)
    }
    kept["jobs"] = jobs()
    kept["files"] = sorted(path.name for path in folder.rglob("*") if path.is_file())
    return kept
