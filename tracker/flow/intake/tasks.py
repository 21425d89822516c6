"""Storing in the background worker."""

from __future__ import annotations

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from tracker.flow.linking.tasks import propose_what_is_new


@app.task(name="store_import", queue="intake", retry=RetryStrategy(max_attempts=5, wait=10))
def store_import(import_id: int) -> None:
    """Store what is left of a list, then compare its records."""
    from tracker.flow.intake.store import store_rows  # store defers this very task

    store_rows(import_id)
    propose_what_is_new.defer()
