"""Comparison in the background worker."""

from __future__ import annotations

from django.conf import settings
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from tracker.flow.linking.indexed import give_back
from tracker.flow.linking.propose import anything_to_compare, propose_links
from tracker.models import UnkeyedPerson


@app.task(name="propose_links", queue="linking", retry=RetryStrategy(max_attempts=5, wait=10))
def propose_what_is_new() -> None:
    """Compare every record and person that has not been compared yet."""
    propose_links(processes=settings.COMPARING_PROCESSES)


@app.periodic(cron="* * * * *")
@app.task(name="notice_changed_people", queue="linking", queueing_lock="notice_changed_people")
def notice_changed_people(timestamp: int) -> None:  # noqa: ARG001  The scheduler passes it by name.
    """Compare people who were added or corrected in the last minute, however that was done.

    And what an earlier job left over because it gave up. Memory that no list has needed for long is given back.
    """
    give_back()
    if UnkeyedPerson.objects.exists() or anything_to_compare():
        propose_links(processes=settings.COMPARING_PROCESSES)
