"""Reading, checking and storing in the background worker, and going on after a worker was killed."""

from __future__ import annotations

from typing import Any

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Status

from tracker.flow.linking.tasks import propose_what_is_new
from tracker.models import ImportFile, ImportStatus

MOST_ATTEMPTS = 5
"""A job that took its worker down as often as this would take down the next one too."""

SOMEBODY_WAITS = 10
"""Somebody looks at the progress of a list; comparing, which has priority 0, may go on for long."""

OF_A_LIST: dict[str, Any] = {
    "queue": "intake",
    "priority": SOMEBODY_WAITS,
    "retry": RetryStrategy(max_attempts=MOST_ATTEMPTS, wait=10),
}
"""How the steps of one list are done in the background."""


@app.task(name="read_import", **OF_A_LIST)
def read_import(import_id: int) -> None:
    """Read a large list to its end, after somebody saw its beginning."""
    from tracker.flow.intake.whole import read_to_the_end  # whole defers this very task

    read_to_the_end(import_id)


@app.task(name="check_import", **OF_A_LIST)
def check_import(import_id: int) -> None:
    """Look at every row of a list before anything is stored."""
    from tracker.flow.intake.check import check_rows  # check defers this very task

    check_rows(import_id)


@app.task(name="store_import", **OF_A_LIST)
def store_import(import_id: int) -> None:
    """Store what is left of a list, then compare its records."""
    from tracker.flow.intake.store import store_rows  # store defers this very task

    if store_rows(import_id).status == ImportStatus.STORED:
        propose_what_is_new.defer()


@app.periodic(cron="* * * * *")
@app.task(
    name="take_up_dropped_jobs", queue="intake", queueing_lock="take_up_dropped_jobs", pass_context=True
)
async def take_up_dropped_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001  The scheduler's.
    """Give the jobs of a killed worker to the next one: without this they count as running for ever."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs():
        if job.attempts < MOST_ATTEMPTS:
            await jobs.retry_job(job)
        else:
            await jobs.finish_job(job, Status.FAILED, delete_job=False)


@app.periodic(cron="*/10 * * * *")
@app.task(name="go_on_with_lists", queue="intake", queueing_lock="go_on_with_lists")
def go_on_with_lists(timestamp: int) -> None:  # noqa: ARG001  The scheduler passes it by name.
    """Take up lists whose job gave up: while the database was away, all its attempts failed within a minute."""
    for status, task in (
        (ImportStatus.READING, read_import),
        (ImportStatus.CHECKING, check_import),
        (ImportStatus.STORING, store_import),
    ):
        waiting = ProcrastinateJob.objects.filter(task_name=task.name, status__in=["todo", "doing"])
        cared_for = {job.args["import_id"] for job in waiting}
        for imported in ImportFile.objects.filter(status=status).exclude(pk__in=cared_for):
            task.defer(import_id=imported.pk)
