"""What is done to a list while others kill: each deed tells in numbers and words, which travel."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from asgiref.sync import async_to_sync
from django.core.management import call_command
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job

from tests import make
from tracker.flow.intake import check, receive, store, undo
from tracker.flow.intake.tasks import go_on_with_lists, take_up_dropped_jobs
from tracker.models import ImportFile, ImportRow, PrisonRecord, Source, User

check.CHUNK, store.CHUNK = 40, 20
"""Small, so that a list of some hundred rows has many moments to be killed at."""

SAID = """
    SELECT told.sheet, told.number, told.cells, told.status, told.refusals, told.says_key, told.whom_key,
           same.number, to_jsonb(record) - 'id' - 'row_id' - 'import_file_id'
      FROM tracker_importrow told
      LEFT JOIN tracker_importrow same ON same.id = told.same_as_id
      LEFT JOIN tracker_prisonrecord record ON record.row_id = told.id
     WHERE told.import_file_id = %s
     ORDER BY told.sheet, told.number, told.id
"""


def migrate() -> None:
    """Make the tables of an empty database."""
    call_command("migrate", verbosity=0, interactive=False)


def bring_in(path: str) -> int:
    """Bring a list in, and let the worker check it."""
    by = User.objects.first() or make.administrator()
    source = Source.objects.first() or make.source()
    content = Path(path).read_bytes()
    imported = receive.bring_in(content, filename="list.csv", source=source, by=by)
    check.begin_check(imported.pk, by=by)
    return imported.pk


def work() -> str:
    """Be a worker until nothing is left to do."""
    call_command("procrastinate", "worker", "--queues", "intake", "--one-shot", verbosity=0)
    return "done"


def later(number: int) -> str:
    """Let time pass, and do what a living worker does meanwhile; whoever checks the list lets it be stored.

    A dead worker is silent for minutes, and a failed job has waited; told is how far the list is then.
    """
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes'")
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE scheduled_at > now()")
    job = Job(id=1, queue="intake", lock=None, queueing_lock=None, task_name=take_up_dropped_jobs.name)
    context = JobContext(start_timestamp=0, app=app, job=job, abort_reason=lambda: None)
    async_to_sync(take_up_dropped_jobs.func)(context, 0)
    go_on_with_lists.func(timestamp=0)
    status = ImportFile.objects.get(pk=number).status
    if status == "checked":
        store.begin_storing(number, by=User.objects.get())
    return str(status)


def take_back(number: int) -> None:
    undo.undo_import(number, by=User.objects.get(), reason="stored again by the next test")


def outcome(number: int) -> dict[str, Any]:
    """Return all that became of a list, without the numbers that differ from run to run."""
    imported = ImportFile.objects.get(pk=number)
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        cursor.execute(SAID, [number])
        for line in cursor:
            digest.update(json.dumps(line, ensure_ascii=False, default=str, sort_keys=True).encode())
    rows, records = (
        ImportRow.objects.filter(import_file=number),
        PrisonRecord.objects.filter(import_file=number),
    )
    report = {name: count for name, count in imported.report.items() if name != "read_at_version"}
    return {
        "status": imported.status, "report": report, "content": digest.hexdigest(), "rows": rows.count(),
        "records": records.count(), "standing": records.standing().count(), "done": imported.rows_done,
        "counts": [imported.records_count, imported.refused_count, imported.repeated_count],
        "history of rows": events_of(ImportRow, number),
        "history of records": events_of(PrisonRecord, number),
        "custody": imported.document.custody.filter(kind="imported", at__gte=imported.received_at).count(),
        "left of the check": imported.checked.count(),
    }  # fmt: skip


def events_of(model: Any, number: int) -> int:
    """Return how many entries the history has of the rows, or the records, of a list."""
    count: int = model.pgh_event_model.objects.filter(import_file=number).count()
    return count
