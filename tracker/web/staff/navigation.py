"""The way round the workplace: what this role may open, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.models import User
from tracker.web.staff.waiting import COUNTS

WORK: tuple[tuple[str, str | Promise, str], ...] = (
    ("index", _("Today"), ""),
    ("staff_review", _("Links to review"), "view_link"),
    ("staff_telling", _("Notices"), "view_notice"),
    ("staff_leads", _("Leads"), "view_lead"),
    ("staff_imports", _("Imports"), "view_importfile"),
    ("staff_search", _("Search"), "search_people"),
)
"""Address, words and the right it takes; in the order of a working day."""

REGISTERS = (
    "person", "family", "relative", "claim", "source", "place", "document", "importfile", "prisonrecord",
    "link", "notice", "lead", "inquiry", "contactreveal", "user", "adoptedweights",
    "historyentry",
)  # fmt: skip
"""Nouns with a register of their own, the most used first."""

WORKED_ON_ABOVE = frozenset({"importfile", "link", "notice", "lead"})
"""Their work pages stand above; the plain register is one click further, on the first page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation."""

    label: str
    url: str
    is_here: bool = False
    waiting: int = 0
    is_work: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading."""

    key: str
    title: str | Promise
    entries: list[Entry] = field(default_factory=list)


def navigation(request: HttpRequest, user: User) -> list[Group]:
    """Return what this account may open."""
    return [
        Group("work", _("Work"), list(_work(request.path, user))),
        Group("registers", _("Registers"), list(_registers(request.path, user))),
    ]


def _work(path: str, user: User) -> Iterator[Entry]:
    for name, label, right in WORK:
        if right and not user.has_perm(f"tracker.{right}"):
            continue
        url = reverse(f"admin:{name}")
        here = path == url if name == "index" else path.startswith(url)
        counted = COUNTS.get(name)
        yield Entry(str(label), url, here, counted(user) if counted else 0)


def _registers(path: str, user: User) -> Iterator[Entry]:
    for name in REGISTERS:
        if not user.has_perm(f"tracker.view_{name}"):
            continue
        url = reverse(f"admin:tracker_{name}_changelist")
        label = apps.get_model("tracker", name)._meta.verbose_name_plural
        yield Entry(str(label), url, path.startswith(url), is_work=name in WORKED_ON_ABOVE)
