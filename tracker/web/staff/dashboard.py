"""Today: what waits for this account, and the quick ways to begin."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.models import User
from tracker.web.staff.dashboard_sections import SECTIONS, Section
from tracker.web.staff.doors import page, reader_of

BEGINNINGS = (
    ("search_people", "staff_search"),
    ("receive_file", "staff_import_new"),
    ("log_lead", "staff_lead_new"),
    ("add_person", "tracker_person_add"),
    ("add_user", "tracker_user_add"),
)
"""Right and address; words are in ``beginnings_of``, since they are said in the reader's language."""


@require_safe
def dashboard(request: HttpRequest) -> TemplateResponse:
    """Show what waits for whoever signed in, by role; nothing of another role."""
    user = reader_of(request)
    context = {
        "title": _("Today"),
        "lead": _("This is what waits for you."),
        "page_actions": list(beginnings_of(user)),
        "sections": list(sections_of(user)),
    }
    return page(request, "staff/dashboard/index.html", context)


def beginnings_of(user: User) -> Iterator[tuple[str, str]]:
    """Yield the words and the address of what this role may begin."""
    words = {
        "staff_search": _("Search for a person"),
        "staff_import_new": _("Import a list"),
        "staff_lead_new": _("Log a lead"),
        "tracker_person_add": _("Open a case"),
        "tracker_user_add": _("Make an account"),
    }
    for right, name in BEGINNINGS:
        if user.has_perm(f"tracker.{right}"):
            yield words[name], reverse(f"admin:{name}")


def sections_of(user: User) -> Iterator[Section]:
    """Yield what this role works on, the most pressing first."""
    for right, make in SECTIONS:
        if user.has_perm(f"tracker.{right}"):
            yield make(user)
