"""Two people at the same moment: each in a connection of their own, let go together."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def race(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all deeds at once; return what each returned or raised, in their order."""
    start = Barrier(len(deeds), timeout=20)

    def run(deed: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            start.wait()
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        ends = [pool.submit(run, deed) for deed in deeds]
    return [end.exception() or end.result() for end in ends]
