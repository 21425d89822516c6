"""Entries of the history as steps that a person reads: who, when, what was changed from what to what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.text import capfirst

from tracker.admin.history_values import value_in_words
from tracker.models import HistoryEntry
from tracker.web.staff.noted import Names, done_in_words, model_of, noun_of

NOT_SAID = frozenset({"version", "search_keys"})
"""Changes with every save and says nothing."""

UNSPOKEN: Mapping[str, frozenset[str]] = {"contact": frozenset({"value"}), "inquiry": frozenset({"contact"})}
"""Shown to nobody here: a look at it needs a reason, and the history is not a way round."""


EMPTY: tuple[Any, ...] = (None, "", [], {})


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


def steps_of(entries: Sequence[HistoryEntry], reader: Any) -> list[Step]:
    """Return entries, given oldest first, as steps, latest first, as far as this reader may see."""
    names = Names(entries)
    before: dict[tuple[str, str | None], Mapping[str, Any]] = {}
    steps = []
    for entry in entries:
        thing = (entry.pgh_obj_model, entry.pgh_obj_id)
        changes = _changes(entry, before.get(thing, {}), reader)
        before[thing] = entry.pgh_data
        steps.append(
            Step(
                entry.pgh_slug,
                entry.pgh_created_at,
                noun_of(entry),
                done_in_words(entry),
                names.of(entry),
                changes,
            )
        )
    return steps[::-1]


def _changes(entry: HistoryEntry, before: Mapping[str, Any], reader: Any) -> list[Change]:
    model = model_of(entry)
    may_see = reader.has_perm(f"tracker.view_{model._meta.model_name}")
    hidden = UNSPOKEN.get(str(model._meta.model_name), frozenset())
    columns = {one.attname: one for one in model._meta.concrete_fields}
    changes = []
    for column, after in entry.pgh_data.items():
        was, written = before.get(column), columns.get(column)
        if written is None or written.primary_key or column in NOT_SAID or was == after:
            continue
        if not before and after in EMPTY:
            continue
        label = capfirst(str(written.verbose_name))
        if may_see and column not in hidden:
            changes.append(
                Change(label, value_in_words(written, was, reader), value_in_words(written, after, reader))
            )
        else:
            changes.append(Change(label, is_unspoken=True))
    return changes
