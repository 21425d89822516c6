"""The single names that people and records here bear: what a slip of the pen may have been meant for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from django.db import connection

from tracker.models import KnownPart
from tracker.names import KnownParts, Name, all_keys, keyed_units, undotted
from tracker.names.closest import LONGEST
from tracker.names.known_parts import Met

ONE_AFTER_ANOTHER = "SELECT pg_advisory_xact_lock(hashtextextended('tracker_knownpart', 0))"
"""Numbers are then given in the order in which they come to be seen: a reader needs those after its last."""

_reading = Lock()


def met_in(name: Name) -> set[Met]:
    """Return the parts of a name, each by its keys and by its letters."""
    return {
        (key, undotted(unit)) for unit in keyed_units(name) for key in all_keys(unit) if len(key) <= LONGEST
    }


def remember(names: Iterable[Name], *, of_people: bool) -> None:
    """Keep all parts of these names. Called last in a transaction: others wait until its end."""
    met = set().union(*map(met_in, names))
    held = KnownPart.objects.filter(of_people=of_people, written__among={written for _, written in met})
    if new := sorted(met.difference(held.values_list("key", "written"))):
        with connection.cursor() as cursor:
            cursor.execute(ONE_AFTER_ANOTHER)
        # Somebody may have remembered some of them while we waited.
        KnownPart.objects.bulk_create(
            [KnownPart(of_people=of_people, key=key, written=written) for key, written in new],
            ignore_conflicts=True,
        )


@dataclass(slots=True)
class _Read:
    """What this process has read of one table's parts of people's names, or of records'."""

    last: int = 0
    parts: KnownParts = field(default_factory=KnownParts)


_read: dict[tuple[int, bool], _Read] = {}


def known_parts(table: int, newest: int, *, of_people: bool) -> KnownParts:
    """Return all parts that are known; what was read before of a table (told by its number) is not read again."""
    with _reading:
        read = _read.setdefault((table, of_people), _Read())
        if newest > read.last:
            newer = KnownPart.objects.filter(of_people=of_people, pk__gt=read.last)
            read.parts.add(newer.order_by("pk").values_list("key", "written").iterator(chunk_size=20_000))
            read.last = newest
        return read.parts
