"""Parts of names as they are heard: worked out when whoever bears one is keyed, and read by all processes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from django.db import connection

from tracker.matching.side import stable_number
from tracker.models import HeardPart
from tracker.names.heard import PART, Heard

RULES = 5
"""By which rules parts are heard. Raise it when these or `PART` change: what was heard by others is passed over,
and kept anew when its bearers are keyed."""

TOLD = "SELECT array_agg(text), array_agg(keys), array_agg(all_keys), string_agg(heard, '')"
HEARD = f"{TOLD} FROM tracker_heardpart WHERE number = ANY(%s) AND rules = %s"
EVERYTHING = f"{TOLD} FROM (SELECT * FROM tracker_heardpart WHERE rules = %s LIMIT %s) AS part"  # noqa: S608
KEEP = """
    INSERT INTO tracker_heardpart (number, text, keys, all_keys, heard, rules)
    SELECT number, text, keys, all_keys, heard, %s::smallint
      FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::bytea[])
           AS part (number, text, keys, all_keys, heard)
    ON CONFLICT (number) DO UPDATE SET keys = excluded.keys, all_keys = excluded.all_keys,
                                       heard = excluded.heard, rules = excluded.rules
"""


def heard_of(numbers: Sequence[int]) -> Heard:
    """Return the parts whose texts have these numbers, as they were heard; some may not have been kept."""
    return _told(HEARD, [list(numbers), RULES])


def everything_heard(most: int) -> Heard:
    """Return all parts that are kept, or so many of them."""
    return _told(EVERYTHING, [RULES, most])


def _told(question: str, values: Sequence[Any]) -> Heard:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        texts, keys, every, rows = cursor.fetchone()
    if not texts:
        return Heard.of([])
    return Heard(texts, keys, every, np.frombuffer(bytes(rows), dtype=PART))


def keep_heard(texts: Iterable[str]) -> None:
    """Keep how these parts are heard; called late in a transaction: others who keep one wait for its end."""
    met = {stable_number(text): text for text in set(texts) if text}
    held = HeardPart.objects.filter(number__among=met, rules=RULES).values_list("number", flat=True)
    # In one order, so that no two who keep some of the same wait for each other.
    numbers = sorted(met.keys() - set(held))
    if not numbers:
        return
    heard = Heard.of([met[number] for number in numbers])
    columns = [list(column) for column in (heard.texts, heard.keys, heard.all_keys)]
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [RULES, numbers, *columns, list(map(bytes, heard.rows))])
