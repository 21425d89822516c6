"""Copies of the running process, which have at hand all that was read before (docs/decisions/0008)."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

NICENESS = 10
"""How far they stand back for others (`nice`): whoever waits for a page comes before a list."""


def copied(
    work: Callable[[Connection], None], others: Sequence[Connection] = ()
) -> tuple[BaseProcess, Connection]:
    """Let a copy of this process do some work; return it, and the pipe on which it reports.

    ``others`` are the pipes of copies made before. When this process is killed, each ends with its next report,
    since nobody else holds the pipe's other end. Python ends it where this process ends before it is done.
    """
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_work, args=(work, theirs, [*others, ours]), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _work(work: Callable[[Connection], None], pipe: Connection, read_ends: Sequence[Connection]) -> None:
    for one in read_ends:  # else nobody would notice that the process which reads them was killed
        one.close()
    os.nice(NICENESS)
    work(pipe)
