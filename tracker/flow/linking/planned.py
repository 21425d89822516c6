"""Questions about keys, which the server plans once for a connection and not anew for each name."""

from __future__ import annotations

import re
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection

BY_THE_INDEX = (
    "SET LOCAL enable_seqscan = off; SET LOCAL max_parallel_workers_per_gather = 0; "
    "SET LOCAL plan_cache_mode = force_generic_plan; "
)
"""The planner takes three hundred keys for three hundred times as many rows: it would read the whole table, or
call helpers. Keys that hardly anyone bears are what the index is for; how many bear each it would reckon anew for
each name.

Half of all searches among 5,000,000 people took the server less than 0.7 ms instead of 1.2, and whom a person may
be among 1,000,000 records it found in 0.1 s instead of 0.3. Helpers took 8 ms to come, for three hundred people.
"""
AS_BEFORE = (
    "SET LOCAL enable_seqscan = DEFAULT; SET LOCAL max_parallel_workers_per_gather = DEFAULT; "
    "SET LOCAL plan_cache_mode = DEFAULT"
)

_planned: WeakKeyDictionary[Any, dict[str, str]] = WeakKeyDictionary()
"""What each connection has planned, by which name."""


def found_by_index(question: str, values: list[Any]) -> list[Any]:
    """Return the rows that answer a question about lists of keys, one for each `%s`; it is found by an index.

    Where connections are handed around between transactions (`DISABLE_SERVER_SIDE_CURSORS`, as Django's handbook
    has it for such a pool), it is planned each time.
    """
    handed_around = connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS", False)
    with connection.cursor() as cursor:
        asked = question if handed_around else _by_name(cursor, question)
        # Sent together: a search is short, and each way to the server and back takes a part of it.
        cursor.execute(BY_THE_INDEX + asked, values)
        while cursor.nextset():  # what was asked is the last of them
            pass
        rows: list[Any] = cursor.fetchall()
        if connection.in_atomic_block:  # else the settings have ended with the statements
            cursor.execute(AS_BEFORE)
    return rows


def _by_name(cursor: Any, question: str) -> str:
    planned = _planned.setdefault(connection.connection, {})
    if question not in planned:
        name, numbers = f"athar_{len(planned)}", count(1)
        numbered, lists = re.subn("%s", lambda _: f"${next(numbers)}", question)
        kinds = ", ".join(["bigint[]"] * lists)
        # Questions are ours, never someone's input.
        cursor.execute(f"PREPARE {name} ({kinds}) AS {numbered}")
        planned[question] = f"EXECUTE {name} ({', '.join(['%s'] * lists)})"
    return planned[question]
