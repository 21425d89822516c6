"""Work is shared among processes, and a process that fails is not taken for one that is done."""

import os
from collections.abc import Callable

import pytest

from tracker.flow.linking.workers import WorkerFailed, in_parallel

Told = Callable[[int, int], None]


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
