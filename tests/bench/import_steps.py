"""One step on a list's way, in a process of its own: `import_steps ORIGINALS STEP ARGUMENT`; tells as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import Any

import django

from tests import memory


def main() -> None:
    """Do it, and tell how long it took and how much memory it and its children held at most."""
    django.setup()
    from django.conf import settings
    from django.db import connection

    originals, step, *arguments = sys.argv[1:]
    settings.DOCUMENT_ROOT = Path(originals)
    connection.ensure_connection()
    with watched_children() as highest:
        told = STEPS[step](*arguments)
    told |= {
        "mb": round(memory.highest() / memory.MEBIBYTE) if memory.IS_TOLD else 0,
        "child_mb": round(max(highest) / memory.MEBIBYTE),
    }
    print(json.dumps(told))  # noqa: T201  What the benchmark reads.


@contextmanager
def watched_children() -> Iterator[list[int]]:
    """Look every twentieth of a second how much each child held at most; the system's own sum counts us too."""
    highest, done = [0], Event()

    def watch() -> None:
        while not done.wait(0.05):
            for task in Path("/proc/self/task").glob("*/children"):
                for pid in map(int, task.read_text().split()):
                    with suppress(OSError):
                        highest.append(memory.highest(pid))

    if not memory.IS_TOLD:
        yield highest
        return
    watcher = Thread(target=watch)
    watcher.start()
    try:
        yield highest
    finally:
        done.set()
        watcher.join()


def bring_in(path: str) -> dict[str, Any]:
    """As the site does when a volunteer uploads a list."""
    from tests import make
    from tracker.flow.intake.receive import bring_in as bring_list_in
    from tracker.models import Source, User

    by = User.objects.first() or make.administrator()
    source = Source.objects.first() or make.source()
    content = Path(path).read_bytes()
    imported, seconds = _timed(lambda: bring_list_in(content, filename=Path(path).name, source=source, by=by))
    return {"list": imported.pk, "seconds": seconds}


def read_on(number: str) -> dict[str, Any]:
    """What the worker reads of a long list after that."""
    from tracker.flow.intake.whole import read_to_the_end

    imported, seconds = _timed(lambda: read_to_the_end(int(number)))
    return {"rows": imported.rows_total, "seconds": seconds}


def check(number: str) -> dict[str, Any]:
    """The dry run, from the volunteer's click to the report."""
    from tracker.flow.intake.check import begin_check, check_rows
    from tracker.models import User

    begin_check(int(number), by=User.objects.get())
    imported, seconds = _timed(lambda: check_rows(int(number)))
    assert imported.status == "checked"
    return {"rows": imported.rows_checked, "report": imported.report, "seconds": seconds}


def store(number: str) -> dict[str, Any]:
    """Storing, from the volunteer's click to the last row."""
    from tracker.flow.intake.store import begin_storing, store_rows
    from tracker.models import User

    begin_storing(int(number), by=User.objects.get())
    imported, seconds = _timed(lambda: store_rows(int(number)))
    assert imported.status == "stored"
    return {"rows": imported.rows_done, "records": imported.records_count, "seconds": seconds}


def undo(number: str) -> dict[str, Any]:
    """Taking a stored list back."""
    from tracker.flow.intake.undo import undo_import
    from tracker.models import User

    imported, seconds = _timed(lambda: undo_import(int(number), by=User.objects.get(), reason="measured"))
    assert imported.status == "undone"
    return {"seconds": seconds}


def _timed(deed: Callable[[], Any]) -> tuple[Any, float]:
    start = perf_counter()
    done = deed()
    return done, perf_counter() - start


STEPS: dict[str, Callable[..., dict[str, Any]]] = {
    "bring_in": bring_in,
    "read_on": read_on,
    "check": check,
    "store": store,
    "undo": undo,
}

if __name__ == "__main__":
    main()
