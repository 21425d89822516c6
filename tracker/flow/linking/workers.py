"""Work shared among processes that each have a connection of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar, cast

from django.db import connections

from tracker.flow.copies import copied

T = TypeVar("T")
Told = Callable[[int, int], None]


class WorkerFailed(Exception):
    """A process that shared the work ended with an error; what it had finished stands."""


def in_parallel(processes: int, work: Callable[[Told], T], tick: Callable[[int], None]) -> list[T]:
    """Do the same work in so many processes, which share what was read before; return what each did.

    The work is told how to report progress: how much is done in all, and of how much. With one process it is
    done here, in this transaction if there is one. When this process is killed, the others end with their next
    report.
    """
    if processes <= 1:
        return [work(_difference(tick))]
    connections.close_all()  # a connection cannot be shared with a child
    pipes: list[Connection] = []
    children = []
    for _ in range(processes):
        child, ours = copied(partial(_run, work), pipes)
        pipes.append(ours)
        children.append(child)
    results: list[T] = _listen(pipes, tick)
    for child in children:
        child.join()
    if len(results) != processes:
        raise WorkerFailed("A process that compared records ended before it was done. Run the command again.")
    return results


def _listen(pipes: list[Connection], tick: Callable[[int], None]) -> list[Any]:
    results: list[Any] = []
    while pipes:
        for pipe in cast("list[Connection]", wait(pipes)):
            try:
                kind, value = pipe.recv()
            except EOFError:
                pipes.remove(pipe)
                continue
            if kind == "done":
                results.append(value)
            else:
                tick(value)
    return results


def _run(work: Callable[[Told], T], pipe: Connection) -> None:
    result = work(_difference(lambda more: pipe.send(("more", more))))
    pipe.send(("done", result))
    connections.close_all()
    pipe.close()


def _difference(tick: Callable[[int], None]) -> Told:
    before = 0

    def told(done: int, _total: int) -> None:
        nonlocal before
        tick(done - before)
        before = done

    return told
