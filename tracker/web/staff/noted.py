"""Entries of the history: which tables hold them, and the words for who did what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pghistory.core
from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tracker.models import HistoryEntry, User

WRITTEN_IN_BULK = frozenset({"importrow", "prisonrecord"})
"""One event for each row of a list: shown when asked for, else they would bury everything people did."""


def tables_by_noun() -> dict[str, type[Model]]:
    """Return the tables in which the triggers write, by the noun that each is about."""
    tables: list[Any] = pghistory.core.event_models()
    return {table.pgh_tracked_model._meta.model_name: table for table in tables}


def entries_of(noun: str = "") -> QuerySet[HistoryEntry]:
    """Return the history of one noun, or of all that people change one by one."""
    tables = tables_by_noun()
    wanted = {noun} if noun else tables.keys() - WRITTEN_IN_BULK
    entries: Any = HistoryEntry.objects
    found: QuerySet[HistoryEntry] = entries.across(*(tables[name] for name in wanted & tables.keys()))
    return found


def entries_about(thing: Model, *, and_all_that_belongs: bool = False) -> QuerySet[HistoryEntry]:
    """Return what was noted about one thing, oldest first, or about everything that points at it as well."""
    entries: Any = entries_of() if and_all_that_belongs else HistoryEntry.objects
    found: Any = entries.references(thing) if and_all_that_belongs else entries.tracks(thing)
    ordered: QuerySet[HistoryEntry] = found.order_by("pgh_created_at", "pgh_id")
    return ordered


def model_of(entry: HistoryEntry) -> type[Model]:
    """Return the noun that an entry is about."""
    return apps.get_model(entry.pgh_obj_model)


def noun_of(entry: HistoryEntry) -> str:
    """Return what an entry is about, in a word."""
    return capfirst(str(model_of(entry)._meta.verbose_name))


def done_in_words(entry: HistoryEntry) -> str:
    """Say what a trigger noted."""
    return {"insert": _("written"), "update": _("changed")}.get(entry.pgh_label, entry.pgh_label)


class Names:
    """The names of the accounts behind some entries, looked up once."""

    def __init__(self, entries: Iterable[HistoryEntry]) -> None:
        numbers = {entry.who for entry in entries if entry.who is not None}
        self._names = {user.pk: str(user) for user in User.objects.filter(pk__in=numbers)}

    def of(self, entry: HistoryEntry) -> str:
        """Return who did it; what ran in the background has no account."""
        return self._names.get(entry.who, _("the site itself"))
