"""Rows put into the product's tables by COPY: a hundred times as many a second as saving each would."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection, models
from django.utils import timezone

CHUNK = 10_000
"""Rows held before they are sent: some megabytes."""


class Table:
    """One table that rows are sent to; what a row does not say is as the model has it when new."""

    def __init__(self, model: type[models.Model]) -> None:
        self.name = model._meta.db_table
        blank, fields = model(), model._meta.concrete_fields
        self._blank = [_as_new(field, getattr(blank, field.attname)) for field in fields]
        self._places = {str(field.column): place for place, field in enumerate(fields)}
        self._waiting: list[list[Any]] = []

    def add(self, **said: Any) -> None:
        """Take a row, given by columns."""
        row = self._blank.copy()
        for column, value in said.items():
            row[self._places[column]] = value
        self._waiting.append(row)

    def is_full(self) -> bool:
        """Say whether the waiting rows should be sent."""
        return len(self._waiting) >= CHUNK

    def send(self) -> None:
        """Copy the waiting rows into the table."""
        columns = ", ".join(self._places)
        with (
            connection.cursor() as cursor,
            cursor.copy(f"COPY {self.name} ({columns}) FROM STDIN") as copy,
        ):
            for row in self._waiting:
                copy.write_row(row)
        self._waiting = []


def send_all(tables: Iterable[Table], *, only_full: bool = False) -> None:
    """Send the rows of all tables, in this order, once one of them is full."""
    tables = list(tables)
    if not only_full or any(table.is_full() for table in tables):
        for table in tables:
            table.send()


def _as_new(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.JSONField):
        return None if value is None else json.dumps(value)
    if getattr(field, "auto_now_add", False):
        return timezone.now()
    return value
