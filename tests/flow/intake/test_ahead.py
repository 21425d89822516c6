"""Reading ahead: a process of its own, that loses nothing and outlives nobody."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from tests.processes import ended
from tracker.flow.intake.ahead import ReadAheadFailed, read_ahead

ROOT = Path(__file__).parents[3]
ENDLESS = """
import django
django.setup()
from itertools import count
import multiprocessing, time
from tracker.flow.intake.ahead import read_ahead
chunks = read_ahead(count(), 10)
next(chunks)
print(multiprocessing.active_children()[0].pid, flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("things", [0, 1, 9, 10, 11, 25])
def test_all_things_come_in_their_order(things: int):
    chunks = list(read_ahead(iter(range(things)), 10))
    assert [thing for chunk in chunks for thing in chunk] == list(range(things))
    assert all(len(chunk) == 10 for chunk in chunks[:-1])


def test_they_are_made_in_another_process():
    [[made_by]] = read_ahead((os.getpid() for _ in range(1)), 1)
    assert made_by != os.getpid()


def test_it_is_begun_from_any_thread_as_the_worker_does():
    with ThreadPoolExecutor(1) as pool:
        chunks = pool.submit(lambda: list(read_ahead(iter(range(25)), 10))).result()
    assert [len(chunk) for chunk in chunks] == [10, 10, 5]


def test_it_gives_way_to_whoever_waits_for_a_page():
    ours = os.nice(0)
    [[theirs]] = read_ahead((os.nice(0) for _ in range(1)), 1)
    assert theirs > ours == os.nice(0)


def test_no_more_than_two_chunks_are_made_before_they_are_asked_for(tmp_path: Path):
    made = tmp_path / "made"

    def things() -> Iterator[str]:
        for number in count():
            made.write_text(str(number))
            yield "x" * 100_000  # more than a pipe holds

    with closing(read_ahead(things(), 10)) as chunks:
        next(chunks)
        time.sleep(0.5)
        assert int(made.read_text()) < 30


def test_what_goes_wrong_there_is_raised_here_and_told_in_the_log(capfd: pytest.CaptureFixture[str]):
    def things() -> Iterator[int]:
        yield from range(10)
        raise ValueError("the eleventh is broken")

    with closing(read_ahead(things(), 10)) as chunks:
        assert next(chunks) == list(range(10))
        with pytest.raises(ReadAheadFailed):
            next(chunks)
    assert "the eleventh is broken" in capfd.readouterr().err


def test_a_process_that_was_killed_is_not_taken_for_one_that_is_done():
    def things() -> Iterator[int]:
        yield from range(10)
        os.kill(os.getpid(), signal.SIGKILL)

    with closing(read_ahead(things(), 10)) as chunks:
        assert next(chunks) == list(range(10))
        with pytest.raises(ReadAheadFailed, match="ended before it was done"):
            next(chunks)


def test_a_process_that_says_nothing_any_more_is_given_up(monkeypatch: pytest.MonkeyPatch):
    def things() -> Iterator[int]:
        yield 1
        time.sleep(30)

    monkeypatch.setattr("tracker.flow.intake.ahead.PATIENCE", 0.5)
    with closing(read_ahead(things(), 1)) as chunks:
        assert next(chunks) == [1]
        asked = time.monotonic()
        with pytest.raises(ReadAheadFailed, match="said nothing"):
            next(chunks)
    assert not multiprocessing.active_children()
    assert time.monotonic() - asked < 15


def test_whoever_stops_the_worker_does_not_stop_its_reading():
    with closing(read_ahead(iter(range(1_000_000)), 10_000)) as chunks:
        first = next(chunks)
        [process] = multiprocessing.active_children()
        for told in (signal.SIGTERM, signal.SIGINT):
            assert process.pid is not None
            os.kill(process.pid, told)
        assert len(first) + sum(map(len, chunks)) == 1_000_000


def test_a_list_that_is_let_go_leaves_no_process():
    chunks = read_ahead(count(), 10)
    next(chunks)
    chunks.close()
    assert not multiprocessing.active_children()


def test_a_killed_worker_leaves_no_process():
    worker = subprocess.Popen([sys.executable, "-c", ENDLESS], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    with worker.stdout as told:
        try:
            reader = int(told.readline())
        finally:
            worker.kill()
            worker.wait()
    assert ended(reader)
