"""The tracker's own search, on its own tables, asked in the same process as its peers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import django

from tests.bench.peers import DEEPEST
from tests.bench.results import say

if TYPE_CHECKING:
    from tracker.management.measuring.search_figures import Answer
    from tracker.management.measuring.search_lists import Entry, Query

T = TypeVar("T")


def set_up() -> None:
    """Use the server of the tests: what it holds may be lost in a power cut, and loads the faster for it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings.test")
    django.setup()


def in_its_own_process(measure: Callable[..., T], *told: Any) -> T:
    """Measure in a process that nothing was done in before, and that is charged with its own memory."""
    # Not a pool of `multiprocessing`, whose processes may have no children: ours shares its work with some.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(measure, *told).result()


class Ours:
    """A gallery in the scratch tables, ready to be searched."""

    def __init__(self, names: int, seconds: float) -> None:
        self.names = names
        self.seconds_to_load = seconds

    def answers(self, queries: Sequence[Query], *, deep: int = DEEPEST) -> list[Answer]:
        from tracker.management.measuring.search import answers_to

        return answers_to(queries, limit=deep, report=_quiet)


@contextmanager
def our_search(entries: Iterable[Entry]) -> Iterator[Ours]:
    """Load a gallery as missing people and key them, as measure_search does; gone with the block."""
    set_up()
    from tracker.management.measuring.scratch import scratch_tables
    from tracker.management.measuring.search import fill

    with scratch_tables():
        start = monotonic()
        names = fill(entries, report=_quiet)
        seconds = monotonic() - start
        say(f"  ours: {names:,} names loaded and keyed in {seconds:.0f} s")
        yield Ours(names, seconds)


def _quiet(doing: str, done: int) -> None:
    """Say nothing: a benchmark tells which table it is at, and no more."""
