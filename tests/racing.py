"""Two people at the same moment: each in a connection of their own, let go together."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection, transaction


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


def elsewhere(deed: Callable[[], Any]) -> Any:
    """Do a deed in a transaction of another connection, which waits for a lock for a tenth of a second only."""

    def run() -> Any:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '100ms'")
                return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()
