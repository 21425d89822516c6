"""Lists as a volunteer brings them in, and what is counted before and after."""

from pathlib import Path
from typing import Any

from django.db import connection

from tests import make
from tests.flow.intake.files import csv_bytes
from tracker.flow.intake.receive import receive_file
from tracker.flow.intake.store import store_rows
from tracker.models import CustodyEvent, Document, ImportFile, ImportRow, PrisonRecord

HEADER = ("الاسم", "تاريخ الوفاة", "السجن")
ROWS = (("سامر خالد الحلو", "22/10/2019", "سجن مخترع"), ("نادر فؤاد المختلق", "2018", "سجن آخر"))
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
    """An import of one row, as if its columns had been read as these fields."""
    fields = list(cells)
    layout = [{"sheet": "", "header_row": 1, "header": fields, "fields": fields}]
    of = make.import_file(status="received", layout=layout, rows_total=1)
    make.import_row(of, cells=list(cells.values()), status="waiting")
    return store_rows(of.pk)


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
