"""Ways to ask for rows that Django has no words for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, ForeignObject, Lookup
from django.db.models.sql.compiler import SQLCompiler


@ForeignObject.register_lookup
@Field.register_lookup
class Among(Lookup):
    """Whether a value is among many that are sent as one array: `filter(record__among=numbers)`.

    `in` sends each as a parameter of its own, and Django and psycopg look at every one of them several times: for
    2,000 numbers, 20 times as long as the server takes.
    """

    lookup_name = "among"
    prepare_rhs = False

    def __init__(self, lhs: Any, rhs: Iterable[Any]) -> None:
        super().__init__(lhs, list(rhs))

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """Return the condition and its one parameter."""
        told, parameters = self.process_lhs(compiler, connection)
        return f"{told} = ANY(%s)", (*parameters, self.rhs)
