"""The database's own guards: found by name, and taken away to show that nothing else refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast
from unittest import mock

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.models import F
from pgtrigger import Trigger, registry

from tracker.models import (
    CheckedRow,
    HeardPart,
    HistoryEntry,
    KnownPart,
    LearnedNames,
    PersonKeys,
    PublicListing,
    RecordKeys,
    UncomparedPerson,
    UncomparedRecord,
    UnkeyedPerson,
)

DERIVED: frozenset[type[models.Model]] = frozenset(
    {
        CheckedRow,
        PersonKeys,
        RecordKeys,
        PublicListing,
        UncomparedPerson,
        UncomparedRecord,
        UnkeyedPerson,
        HeardPart,
        KnownPart,
        LearnedNames,
    }
)
"""Tables made from others, that may be emptied and made anew."""

Statement = Callable[[], Any]
Guard = models.BaseConstraint | Trigger


def nouns() -> list[type[models.Model]]:
    """Every table of ours but the derived ones and the history of each."""
    every = set(apps.get_app_config("tracker").get_models()) - DERIVED - {HistoryEntry}
    return sorted((model for model in every if not is_history(model)), key=lambda model: model.__name__)


def is_history(model: type[models.Model]) -> bool:
    return hasattr(model, "pgh_tracked_model")


def constraints() -> dict[str, tuple[type[models.Model], models.BaseConstraint]]:
    return {str(guard.name): (model, guard) for model in nouns() for guard in model._meta.constraints}


def triggers_of(model: type[models.Model]) -> dict[str, Trigger]:
    every: list[tuple[Any, Trigger]] = registry.registered()
    return {str(trigger.name): trigger for owner, trigger in every if owner is model}


@contextmanager
def without(model: type[models.Model], guard: Guard) -> Iterator[None]:
    """Take a guard of the database away; it and all that was written meanwhile are put back at the end."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            # A table cannot be altered while rows of this transaction still wait for their checks.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            if isinstance(guard, Trigger):
                name = guard.get_pgid(cast(Any, model))
                cursor.execute(f'ALTER TABLE "{model._meta.db_table}" DISABLE TRIGGER "{name}"')
        if isinstance(guard, models.BaseConstraint):
            with connection.schema_editor(atomic=False) as editor:
                editor.remove_constraint(model, guard)
        yield
        transaction.set_rollback(True)


def changed(row: models.Model, **fields: Any) -> Statement:
    """Return an UPDATE in one statement, past every save(), that keeps to the versions."""
    if any(field.name == "version" for field in row._meta.fields):
        fields = {"version": F("version") + 1} | fields
    return lambda: type(row)._base_manager.filter(pk=row.pk).update(**fields)


def as_typed(make_one: Callable[..., Any], **fields: Any) -> Statement:
    """Return an INSERT of these texts as they stand, past the cleaning of save(), as raw and bulk writes do."""

    def insert() -> Any:
        with mock.patch("tracker.models.base.leave_out_hidden_marks"):
            return make_one(**fields)

    return insert


def check_what_waited() -> None:
    """Let the guards that wait for the end of the transaction speak now."""
    connection.check_constraints()


def cause_of(refusal: pytest.ExceptionInfo[DatabaseError]) -> Any:
    """Return what the database itself said."""
    return refusal.value.__cause__


def run(sql: str, *values: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)
