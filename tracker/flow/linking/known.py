"""The keys of single names that people and records here bear: what a slip of the pen may have been meant for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from django.db import connection

from tracker.models import KnownKey
from tracker.names import KnownKeys, Name, keyed_parts
from tracker.names.closest import LONGEST

ONE_AFTER_ANOTHER = "SELECT pg_advisory_xact_lock(hashtextextended('tracker_knownkey', 0))"
"""Numbers are then given in the order in which they come to be seen: a reader needs those after its last."""

_reading = Lock()


def remember(names: Iterable[Name], *, of_people: bool) -> None:
    """Keep the keys of all parts of these names. Called last in a transaction: others wait until its end."""
    met = {key for name in names for keys in keyed_parts(name) for key in keys if len(key) <= LONGEST}
    held = KnownKey.objects.filter(of_people=of_people, key__in=met).values_list("key", flat=True)
    if new := sorted(met.difference(held)):
        with connection.cursor() as cursor:
            cursor.execute(ONE_AFTER_ANOTHER)
        # Somebody may have remembered some of them while we waited.
        KnownKey.objects.bulk_create(
            [KnownKey(of_people=of_people, key=key) for key in new], ignore_conflicts=True
        )


@dataclass(slots=True)
class _Read:
    """What this process has read of one table's keys of people, or of records."""

    last: int = 0
    keys: KnownKeys = field(default_factory=KnownKeys)


_read: dict[tuple[int, bool], _Read] = {}


def known_keys(table: int, newest: int, *, of_people: bool) -> KnownKeys:
    """Return all keys that are known; what was read before of a table (told by its number) is not read again."""
    with _reading:
        read = _read.setdefault((table, of_people), _Read())
        if newest > read.last:
            newer = KnownKey.objects.filter(of_people=of_people, pk__gt=read.last)
            read.keys.add(newer.order_by("pk").values_list("key", flat=True).iterator(chunk_size=20_000))
            read.last = newest
        return read.keys
