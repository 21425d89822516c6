"""What waits for an account, counted: zero where its role has nothing to do with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db.models import QuerySet

from tracker.flow.leads.follow import waiting_leads
from tracker.flow.review.queue import waiting_links
from tracker.models import ImportFile, ImportStatus, Notice, User


def links_waiting(user: User) -> int:
    """Count the links that this reviewer can decide."""
    return waiting_links(user).count() if user.has_perm("tracker.decide_link") else 0


def notices_waiting(user: User) -> int:
    """Count what families are still owed, for those who tell them."""
    return Notice.objects.owed().count() if user.has_perm("tracker.tell_family") else 0


def leads_waiting(user: User) -> int:
    """Count the leads that are due."""
    return waiting_leads(user).count() if user.has_perm("tracker.follow_lead") else 0


def imports_waiting(user: User) -> int:
    """Count the lists that somebody has to go on with; what the worker is busy with waits for nobody."""
    return lists_waiting().count() if user.has_perm("tracker.receive_file") else 0


def lists_waiting() -> QuerySet[ImportFile]:
    """Return the lists that are to be read, were checked and not stored, or are paused."""
    waiting = (ImportStatus.RECEIVED, ImportStatus.CHECKED, ImportStatus.PAUSED)
    return ImportFile.objects.filter(status__in=waiting)


COUNTS: Mapping[str, Callable[[User], int]] = {
    "staff_review": links_waiting,
    "staff_telling": notices_waiting,
    "staff_leads": leads_waiting,
    "staff_imports": imports_waiting,
}
