"""The public listing in the background worker."""

from __future__ import annotations

from procrastinate.contrib.django import app

from tracker.flow.listing.publish import publish_by_new_rules


@app.periodic(cron="* * * * *")
@app.task(name="publish_by_new_rules", queue="linking", queueing_lock="publish_by_new_rules")
def notice_new_rules(timestamp: int) -> None:  # noqa: ARG001  The scheduler passes it by name.
    """Write anew, after an upgrade, what strangers find by names."""
    publish_by_new_rules()
