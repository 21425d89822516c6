"""Two people at the same moment: each in a connection of their own, let go together."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from django.db import connection


def race(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all deeds at once; return what each returned or raised, in their order."""
    start = Barrier(len(deeds))
    ends: list[Any] = [None] * len(deeds)

    def run(place: int, deed: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            start.wait(timeout=20)
            ends[place] = deed()
        except Exception as error:
            ends[place] = error
        finally:
            connection.close()

    runners = [Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join(timeout=60)
        assert not runner.is_alive(), "a deed waits for ever"
    return ends
