"""Entries of the history as steps that a person reads: who, when, what was changed from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tracker.models import HistoryEntry, User

NOT_SAID = frozenset({"version", "search_keys"})
"""Changes with every save and says nothing."""

UNSPOKEN: Mapping[str, frozenset[str]] = {"contact": frozenset({"value"}), "inquiry": frozenset({"contact"})}
"""Shown to nobody here: a look at it needs a reason, and the history is not a way round."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field, before and after."""

    label: str
    before: str = ""
    after: str = ""
    is_unspoken: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One entry in words."""

    slug: str
    at: datetime
    noun: str
    done: str
    who: str
    changes: list[Change] = field(default_factory=list)

    @staticmethod
    def done_in_words(label: str) -> str:
        """Say what a trigger noted."""
        return {"insert": _("written"), "update": _("changed")}.get(label, label)


def model_of(entry: HistoryEntry) -> type[Model]:
    """Return the noun that an entry is about."""
    return apps.get_model(entry.pgh_obj_model)


def noun_of(entry: HistoryEntry) -> str:
    """Return what an entry is about, in a word."""
    return str(model_of(entry)._meta.verbose_name)


def users_named(entries: Iterable[HistoryEntry]) -> dict[Any, str]:
    """Return the names of the accounts behind these entries."""
    numbers = {entry.who for entry in entries if entry.who is not None}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=numbers)}


def steps_of(entries: Sequence[HistoryEntry], reader: Any) -> list[Step]:
    """Return entries, given oldest first, as steps, latest first; values only of nouns that this reader may see."""
    names = users_named(entries)
    before: dict[tuple[str, str | None], Mapping[str, Any]] = {}
    steps = []
    for entry in entries:
        thing = (entry.pgh_obj_model, entry.pgh_obj_id)
        changes = _changes(entry, before.get(thing, {}), reader)
        before[thing] = entry.pgh_data
        who = names.get(entry.who, _("the site itself"))
        done = Step.done_in_words(entry.pgh_label)
        steps.append(Step(entry.pgh_slug, entry.pgh_created_at, noun_of(entry), done, who, changes))
    return steps[::-1]


def _changes(entry: HistoryEntry, before: Mapping[str, Any], reader: Any) -> list[Change]:
    model = model_of(entry)
    may_see = reader.has_perm(f"tracker.view_{model._meta.model_name}")
    hidden = UNSPOKEN.get(str(model._meta.model_name), frozenset())
    changes = []
    for name, after in entry.pgh_data.items():
        was = before.get(name)
        if name in NOT_SAID or name == model._meta.pk.attname or was == after or (not before and after in (None, "")):
            continue
        unspoken = not may_see or name in hidden
        values = ("", "") if unspoken else (_in_words(was), _in_words(after))
        changes.append(Change(_label(model, name), *values, unspoken))
    return changes


def _label(model: type[Model], column: str) -> str:
    for one in model._meta.concrete_fields:
        if column in (one.column, one.name):
            return capfirst(str(one.verbose_name))
    try:
        return capfirst(str(model._meta.get_field(column).verbose_name))  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return column


def _in_words(value: Any) -> str:
    if value is None or value == "":
        return "—"
    if isinstance(value, dict):
        return str(value.get("written", value))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return str(value)
