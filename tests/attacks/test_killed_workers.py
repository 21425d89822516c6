"""Workers are killed without a word; nothing is lost, nothing is done twice, and the work goes on by itself."""

from __future__ import annotations

import random
import time
from itertools import product

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job

from tests import make
from tests.attacks.workers import PROPOSE, STORE, WORKER, finished, killed, started
from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import receive
from tracker.flow.intake.tasks import MOST_ATTEMPTS, go_on_with_lists, take_up_dropped_jobs
from tracker.flow.linking.keys import key_records
from tracker.flow.linking.propose import propose_links
from tracker.models import CustodyKind, ImportFile, Link, PrisonRecord, RecordKeys

pytestmark = pytest.mark.django_db(transaction=True)

GIVEN = ["سامر", "نادر", "رامي", "فؤاد", "خليل", "زياد", "هاني", "بسام", "وائل", "ماهر"]
FATHERS = ["خالد", "محسن", "عدنان", "رشاد", "فايز", "صبحي"]
FAMILIES = ["الحلو", "الزعبي", "القاسم", "الدرويش", "المختلق"]
NAMES = [" ".join(parts) for parts in product(GIVEN, FATHERS, FAMILIES)]
ROWS, REFUSED = len(NAMES), len(NAMES[::9])
KILLS = 10


def born(place: int) -> str:
    return f"{1 + place % 28}/3/{1950 + place % 40}"


LIST = csv_bytes(
    (
        ("الاسم", "تاريخ الولادة", "تاريخ الوفاة"),
        *((name, born(place), "2019" if place % 9 else "3/5/1650") for place, name in enumerate(NAMES)),
    )
)


@pytest.fixture(autouse=True)
def same_moments_in_every_run() -> None:
    random.seed(20190209)


@pytest.fixture(autouse=True)
def no_job_of_another_test() -> None:
    # The queue's tables are not Django's: the end of a test does not empty them.
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def take_up() -> None:
    """What the next worker does within a minute."""
    job = Job(id=1, queue="intake", lock=None, queueing_lock=None, task_name=take_up_dropped_jobs.name)
    context = JobContext(start_timestamp=0, app=app, job=job, abort_reason=lambda: None)
    async_to_sync(take_up_dropped_jobs.func)(context, 0)


def the_killed_worker_is_silent_for_a_while() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes'")


def test_a_list_is_stored_whole_however_often_its_worker_is_killed():
    imported, kills = receive(LIST), 0
    for _ in range(KILLS):
        worker = started(STORE, str(imported.pk))
        time.sleep(random.uniform(0, 0.25))
        kills += killed(worker)
    assert kills >= KILLS / 2, "most were killed at work"
    assert finished(started(STORE, str(imported.pk)))
    imported.refresh_from_db()
    assert (imported.status, imported.rows_done, imported.rows_total) == ("stored", ROWS, ROWS)
    assert (imported.records_count, imported.refused_count) == (ROWS - REFUSED, REFUSED)
    assert PrisonRecord.objects.count() == key_records() == RecordKeys.objects.count() == ROWS - REFUSED
    assert imported.rows.filter(status="stored", record__isnull=False).count() == ROWS - REFUSED
    assert imported.document.custody.filter(kind=CustodyKind.IMPORTED).count() == 1


def test_pairs_are_offered_once_however_often_the_comparison_is_killed():
    for place in range(1, ROWS, 40):
        make.person(NAMES[place], birth=born(place))
    imported = receive(LIST)
    assert finished(started(STORE, str(imported.pk)))
    for _ in range(KILLS // 2):
        worker = started(PROPOSE)
        time.sleep(random.uniform(0, 0.3))
        killed(worker)
    propose_links()
    offered = set(Link.objects.values_list("person", "record"))
    assert len(offered) == Link.objects.count() > 0
    propose_links(everything=True)
    assert set(Link.objects.values_list("person", "record")) == offered


def test_the_job_of_a_killed_worker_is_taken_up_by_the_next():
    imported = receive(LIST)
    worker = started(WORKER)
    for _ in range(300):
        if ImportFile.objects.get(pk=imported.pk).rows_done:
            break
        time.sleep(0.05)
    assert killed(worker)
    job = ProcrastinateJob.objects.get(task_name="store_import")
    assert job.status == "doing"
    take_up()
    job.refresh_from_db()
    assert job.status == "doing", "its worker may still be alive"
    the_killed_worker_is_silent_for_a_while()
    take_up()
    job.refresh_from_db()
    assert job.status == "todo"
    assert finished(started(WORKER, "--one-shot"))
    imported.refresh_from_db()
    assert (imported.status, imported.rows_done) == ("stored", ROWS)


def test_a_job_that_kills_every_worker_is_given_up():
    receive(LIST)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', attempts = %s", [MOST_ATTEMPTS])
    take_up()
    assert ProcrastinateJob.objects.get(task_name="store_import").status == "failed"


def test_a_list_whose_job_gave_up_is_taken_up_again_once():
    imported = receive(LIST)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")
    for _ in range(2):
        go_on_with_lists.func(timestamp=0)
    jobs = ProcrastinateJob.objects.filter(task_name="store_import", status="todo")
    assert [job.args for job in jobs] == [{"import_id": imported.pk}]


def test_the_scheduler_knows_who_takes_up_what_was_dropped():
    planned = {task.task.name for task in app.periodic_registry.periodic_tasks.values()}
    assert {"take_up_dropped_jobs", "go_on_with_lists", "notice_changed_people"} <= planned
