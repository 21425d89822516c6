"""What waits for an account, counted: zero where its role has nothing to do with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tracker.flow.leads.follow import waiting_leads
from tracker.flow.review.queue import waiting_links
from tracker.models import ImportFile, Notice, User


def links_waiting(user: User) -> int:
    """Count the links that this reviewer can decide."""
    return waiting_links(user).count() if user.has_perm("tracker.decide_link") else 0


def notices_waiting(user: User) -> int:
    """Count what families are still owed, for those who tell them."""
    return Notice.objects.owed().count() if user.has_perm("tracker.tell_family") else 0


def leads_waiting(user: User) -> int:
    """Count the leads that are due."""
    return waiting_leads(user).count() if user.has_perm("tracker.follow_lead") else 0


def imports_running(user: User) -> int:
    """Count the lists that are being stored."""
    return ImportFile.objects.running().count() if user.has_perm("tracker.receive_file") else 0


COUNTS: Mapping[str, Callable[[User], int]] = {
    "staff_review": links_waiting,
    "staff_telling": notices_waiting,
    "staff_leads": leads_waiting,
    "staff_imports": imports_running,
}
