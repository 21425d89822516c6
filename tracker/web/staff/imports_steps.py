"""The steps of bringing in a list: where one is, where it may be gone on with, and how a step's page is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.flow.intake.preview import SheetPreview, preview_of
from tracker.flow.refusals import Refused
from tracker.models import ImportFile, ImportStatus
from tracker.web.staff.doors import page

STEPS: tuple[tuple[str, Promise], ...] = (
    ("new", gettext_lazy("Upload")),
    ("reading", gettext_lazy("Read")),
    ("columns", gettext_lazy("Columns")),
    ("check", gettext_lazy("Check")),
    ("storing", gettext_lazy("Store")),
)
"""Name and words of each step, in order."""

OPEN = (ImportStatus.RECEIVED, ImportStatus.CHECKING, ImportStatus.CHECKED)
"""Statuses in which it can still be changed how the list is read."""

STANDS_AT: Mapping[str, str] = {
    ImportStatus.READING: "reading",
    ImportStatus.RECEIVED: "reading",
    ImportStatus.CHECKING: "check",
    ImportStatus.CHECKED: "check",
    ImportStatus.STORING: "storing",
    ImportStatus.PAUSED: "storing",
}
"""The step at which a list waits for someone; one that is done with has its own page alone."""


TONES: Mapping[str, str] = {
    ImportStatus.READING: "info",
    ImportStatus.RECEIVED: "warn",
    ImportStatus.CHECKING: "info",
    ImportStatus.CHECKED: "warn",
    ImportStatus.STORING: "info",
    ImportStatus.PAUSED: "warn",
    ImportStatus.STORED: "good",
    ImportStatus.UNDONE: "plain",
}
"""The tone of a status: what waits for someone, what is under way, what is done."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the line above a page; ``state`` is done, here or ahead."""

    number: int
    label: str
    url: str
    state: str


def import_of(pk: int) -> ImportFile:
    """Return an import with what its pages say of it."""
    brought = ImportFile.objects.select_related(
        "document", "source", "received_by", "undone_by", "adds_to__document", "revises__document"
    )
    return get_object_or_404(brought, pk=pk)


def address_of(brought: ImportFile) -> str:
    """Return where a list is gone on with: its step, or its own page when nothing is left to do."""
    step = STANDS_AT.get(brought.status)
    return reverse(f"admin:staff_import_{step}" if step else "admin:staff_import", args=[brought.pk])


def to_where_it_stands(brought: ImportFile) -> HttpResponseRedirect:
    """Lead on from a step that a list has left, or has not come to."""
    return redirect(address_of(brought))


def previewed(request: HttpRequest, brought: ImportFile) -> list[SheetPreview] | None:
    """Return the first rows of a list; None, with the sentence for its own page, when it cannot be read now."""
    try:
        return preview_of(brought)
    except Refused as refusal:
        messages.error(request, str(refusal))
    except FileNotFoundError:
        messages.error(request, _("The original is not in this office’s store. Tell an administrator."))
    return None


def steps_of(brought: ImportFile | None, here: str) -> list[Step]:
    """Return the line of steps; those that can be gone back to have an address."""
    names = [name for name, _words in STEPS]
    place = names.index(here)
    return [
        Step(
            number + 1,
            str(words),
            _way_to(brought, name) if number < place else "",
            "done" if number < place else "here" if number == place else "ahead",
        )
        for number, (name, words) in enumerate(STEPS)
    ]


def _way_to(brought: ImportFile | None, name: str) -> str:
    if brought is None or name == "new" or brought.status not in OPEN:
        return ""
    return reverse(f"admin:staff_import_{name}", args=[brought.pk])


def step_page(
    request: HttpRequest, brought: ImportFile, here: str, template: str, context: Mapping[str, Any]
) -> HttpResponse:
    """Return the page of one step, with the line of all steps above it."""
    own = reverse("admin:staff_import", args=[brought.pk])
    about = {
        "title": str(brought),
        "trail": [(_("Imports"), reverse("admin:staff_imports")), (str(brought), own)],
        "brought": brought,
        "steps": steps_of(brought, here),
    }
    return page(request, f"staff/imports/{template}.html", about | dict(context))
