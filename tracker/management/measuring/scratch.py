"""The product's own tables, empty and apart from the office's, for as long as something is measured."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DatabaseError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test.utils import override_settings

PREFIX = "athar_scratch_"

# The lock belongs to a session, and so ends with a killed run: that is how the next run knows what is left over.
LOCK = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
UNLOCK = "SELECT pg_advisory_unlock(hashtextextended(%s, 0))"

SCRATCH_SCHEMAS = """
    SELECT nspname FROM pg_namespace
     WHERE starts_with(nspname, %s) AND pg_has_role(nspowner, 'USAGE') ORDER BY nspname
"""
MAY_SET_ROLE = "SELECT set_config('session_replication_role', 'replica', false)"
TABLES = "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = current_schema()"


class NoScratchTables(Exception):
    """No tables apart from the office's own could be made; the message is a sentence that says what to do."""


@contextmanager
def scratch_tables() -> Iterator[str]:
    """Give the product's tables, migrated and empty, in a schema of their own; yield its name.

    Whatever asks for the database inside meets these tables and no others: the search path names the one schema,
    so that a table missing there is an error and never the office's. However the block ends, the schema goes;
    that of a killed run goes with the next run.
    """
    name = PREFIX + secrets.token_hex(6)
    # A second connection, so that the schema can be dropped whatever became of the first.
    keeper = connection.copy()
    keeper.settings_dict["OPTIONS"] = _own_options(keeper)
    try:
        _make(keeper, name)
        try:
            with _everything_meets(_connection_to(name)):
                with connection.execute_wrapper(_nothing_in_public):
                    call_command("migrate", verbosity=0, interactive=False)
                yield name
        finally:
            _drop(keeper, name)
    finally:
        keeper.close()


@contextmanager
def triggers_off() -> Iterator[None]:
    """Let many rows in without triggers: no history, no keys dropped, no promise checked.

    Where the server allows it, foreign keys are not looked up either.
    """
    switch = _as_a_replica if _may_act_as_a_replica() else _without_own_triggers
    with switch():
        yield


def remove_leftovers() -> list[str]:
    """Drop the scratch schemas that no run holds any more; return their names."""
    keeper = connection.copy()
    keeper.settings_dict["OPTIONS"] = _own_options(keeper)
    try:
        return _drop_leftovers(keeper)
    finally:
        keeper.close()


def _make(keeper: BaseDatabaseWrapper, name: str) -> None:
    _drop_leftovers(keeper)
    with keeper.cursor() as cursor:
        # Locked before it exists: another run that sees it must see that it is in use.
        cursor.execute(LOCK, [name])
        try:
            cursor.execute(f"CREATE SCHEMA {name}")
        except DatabaseError as refusal:
            raise NoScratchTables(
                "Measuring makes tables of its own in a scratch schema, and the database refused it: "
                f"{str(refusal).strip()}. Give the account CREATE on the database."
            ) from refusal


def _drop(keeper: BaseDatabaseWrapper, name: str) -> None:
    with keeper.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")
        cursor.execute(UNLOCK, [name])


def _drop_leftovers(keeper: BaseDatabaseWrapper) -> list[str]:
    dropped = []
    with keeper.cursor() as cursor:
        cursor.execute(SCRATCH_SCHEMAS, [PREFIX])
        for (name,) in cursor.fetchall():
            cursor.execute(LOCK, [name])
            if cursor.fetchone() == (True,):
                _drop(keeper, name)
                dropped.append(name)
    return dropped


def _connection_to(schema: str) -> BaseDatabaseWrapper:
    """Return a connection like the configured one that sees one schema and nothing else."""
    scratch = connection.copy()
    options = _own_options(scratch)
    # Nothing measured needs to outlive a power cut.
    asked = f"{options.get('options', '')} -c search_path={schema} -c synchronous_commit=off"
    scratch.settings_dict["OPTIONS"] = {**options, "options": asked.strip()}
    return scratch


def _nothing_in_public(execute: Any, statement: Any, *rest: Any) -> Any:
    """Keep to the search path: the triggers' package puts one function of its own into "public" by name."""
    if isinstance(statement, str):
        statement = statement.replace('"public".', "")
    return execute(statement, *rest)


def _own_options(copy: Any) -> dict[str, Any]:
    """Return a connection's options without its pool: pools are shared by name, and would give the office's."""
    return {option: value for option, value in copy.settings_dict["OPTIONS"].items() if option != "pool"}


@contextmanager
def _everything_meets(scratch: Any) -> Iterator[None]:
    """Let this connection be the default one, and the pattern of those that other threads open."""
    usual, usual_settings = connections["default"], connections.settings["default"]
    connections["default"] = scratch
    connections.settings["default"] = scratch.settings_dict
    ContentType.objects.clear_cache()
    try:
        # With DEBUG on, every query would be noted: an office's site runs without.
        with override_settings(DEBUG=False):
            yield
    finally:
        connections["default"] = usual
        connections.settings["default"] = usual_settings
        ContentType.objects.clear_cache()
        scratch.close()


def _may_act_as_a_replica() -> bool:
    with connection.cursor() as cursor:
        try:
            cursor.execute(MAY_SET_ROLE)
            cursor.execute("RESET session_replication_role")
        except DatabaseError:
            return False
    return True


@contextmanager
def _as_a_replica() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        try:
            yield
        finally:
            cursor.execute("RESET session_replication_role")


@contextmanager
def _without_own_triggers() -> Iterator[None]:
    """Switch off what the owner of the tables may switch off: all triggers but those of foreign keys."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [table for (table,) in cursor.fetchall()]
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        try:
            yield
        finally:
            # A table with checks put off to the end of the transaction cannot be altered.
            connection.check_constraints()
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
