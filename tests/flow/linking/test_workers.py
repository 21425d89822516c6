"""Work is shared among processes, and a process that fails is not taken for one that is done."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.processes import ended
from tracker.flow.linking.workers import WorkerFailed, in_parallel

Told = Callable[[int, int], None]

ROOT = Path(__file__).parents[3]
LONG_WORK = """
import django, os, time
django.setup()
from tracker.flow.linking.workers import in_parallel
def work(told):
    print(os.getpid(), flush=True)
    for done in range(600):
        time.sleep(0.1)
        told(done, 600)
in_parallel(2, work, lambda more: None)
"""


def test_one_process_works_here():
    ticks: list[int] = []

    def work(told: Told) -> int:
        told(3, 10)
        told(5, 10)
        return os.getpid()

    assert in_parallel(1, work, ticks.append) == [os.getpid()]
    assert ticks == [3, 2]


@pytest.mark.django_db(transaction=True)
def test_several_work_apart_and_tell_how_far_they_are():
    ticks: list[int] = []

    def work(told: Told) -> int:
        told(4, 4)
        return os.getpid()

    done = in_parallel(2, work, ticks.append)
    assert len(set(done)) == 2
    assert os.getpid() not in done
    assert sum(ticks) == 8


@pytest.mark.django_db(transaction=True)
def test_they_give_way_to_whoever_waits_for_a_page():
    ours = os.nice(0)
    assert all(theirs > ours for theirs in in_parallel(2, lambda _told: os.nice(0), lambda more: None))
    assert os.nice(0) == ours


@pytest.mark.django_db(transaction=True)
def test_a_process_that_fails_is_told():
    def work(told: Told) -> None:
        os._exit(1)

    with pytest.raises(WorkerFailed):
        in_parallel(2, work, lambda more: None)


def test_a_killed_worker_leaves_no_process():
    worker = subprocess.Popen([sys.executable, "-c", LONG_WORK], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    with worker.stdout as told:
        try:
            pids = [int(told.readline()) for _ in range(2)]
        finally:
            worker.kill()
            worker.wait()
    assert [ended(pid) for pid in pids] == [True, True]
