"""Something happens in another connection just when a deed has read and not yet written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

PATIENCE_SECONDS = 0.7
"""A deed that does not have to wait is done by then; one that waits goes on once the first has committed."""


class Meanwhile:
    """One deed of somebody else, begun once, at the moment that a test has chosen."""

    def __init__(self, deed: Callable[[], Any]) -> None:
        self.deed = deed
        self.thread = ThreadPoolExecutor(1)
        self.running: Future[Any] | None = None
        self.ended: Any = None

    def begin(self) -> None:
        """Start it, and give it the time it needs if nothing holds it up."""
        if self.running is None:
            self.running = self.thread.submit(self._run)
            wait([self.running], PATIENCE_SECONDS)

    def _run(self) -> Any:
        try:
            return self.deed()
        finally:
            connection.close()

    def end(self) -> Any:
        """Wait for it; return what it returned or raised."""
        assert self.running is not None, "the moment never came"
        raised = self.running.exception(20)
        self.thread.shutdown()
        self.ended = raised or self.running.result()
        return self.ended


@contextmanager
def meanwhile(
    patches: pytest.MonkeyPatch, module: Any, name: str, deed: Callable[[], Any]
) -> Iterator[Meanwhile]:
    """Let the deed happen when ``module.name`` is called for the first time, just before it is done."""
    other, real = Meanwhile(deed), getattr(module, name)

    def and_then(*args: Any, **kwargs: Any) -> Any:
        found = real(*args, **kwargs)
        other.begin()
        return found

    with patches.context() as patched:
        patched.setattr(module, name, and_then)
        yield other
        other.end()
