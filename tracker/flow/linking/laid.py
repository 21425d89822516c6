"""People and records as the key tables hold them laid ready, read straight into arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload
from uuid import UUID

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from tracker.flow.linking.heard import heard_of
from tracker.flow.linking.kept import entry_reader
from tracker.flow.linking.places import Gazetteer
from tracker.matching.laid import Laid, LaidRows, Sources, side_of_laid
from tracker.matching.side import Entry, Side
from tracker.matching.vocabulary import Vocabulary

Owner = TypeVar("Owner", UUID, int)

AS_IT_STANDS = "int8send(keys.xmin::text::bigint)"
"""Tells a row from all that stood for the same owner before: by the transaction that wrote it."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[Owner]):
    """One of the two key tables."""

    table: str
    owner: str
    sent: str
    """The owner's number as bytes,"""
    width: int
    """so many of them,"""
    read: Callable[[bytes], Owner]
    """and read again."""

    def together(self, rows: str, *, facts: bool) -> str:
        """Return the question that lays rows end to end, in the order of their owners.

        `rows` is what follows SELECT … of the key table named `keys`. They are gathered before they are put in
        order: else the planner walks through all owners in order to spare itself the sorting.
        """
        kinds: tuple[str, ...] = ("names", "mothers", "numbers") if facts else ("names",)
        columns = ", ".join(f"keys.laid_{kind}" for kind in (*kinds, *(("facts",) if facts else ())))
        laid = [
            f"string_agg(laid_{kind}, ''), string_agg(int4send(length(laid_{kind})), '')" for kind in kinds
        ]
        laid += ["string_agg(laid_facts, '')"] if facts else ["NULL"] * 5
        # Table and columns are ours, never someone's input.
        return f"""
            WITH gathered AS MATERIALIZED (SELECT keys.{self.owner}, {self.sent} AS sent, {columns} {rows})
            SELECT string_agg(sent, ''), {", ".join(laid)}
              FROM (SELECT * FROM gathered ORDER BY {self.owner}) AS in_order
        """  # noqa: S608

    def profiles(self, owners: Sequence[Owner]) -> dict[Owner, str]:
        """Return the profiles of some, as they are kept."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {self.owner}, profile FROM {self.table} WHERE {self.owner} = ANY(%s)",  # noqa: S608
                [list(owners)],
            )
            return dict(cursor.fetchall())


PEOPLE: Kept[UUID] = Kept(
    "tracker_personkeys", "person_id", "uuid_send(keys.person_id)", 16, lambda told: UUID(bytes=told)
)
PEOPLE_AS_THEY_STAND: Kept[UUID] = Kept(
    "tracker_personkeys", "person_id", f"uuid_send(keys.person_id) || {AS_IT_STANDS}", 24,
    lambda told: UUID(bytes=told[:16]),
)  # fmt: skip
RECORDS: Kept[int] = Kept(
    "tracker_recordkeys", "record_id", "int8send(keys.record_id)", 8,
    lambda told: int.from_bytes(told, "big"),
)  # fmt: skip


class Owners(Sequence[Owner]):
    """Whose rows are, as the server sent it: read when asked for, since hardly any of them ever is."""

    def __init__(self, kept: Kept[Owner], sent: bytes) -> None:
        self.kept: Kept[Owner] = kept
        self.sent = sent

    def __len__(self) -> int:
        return len(self.sent) // self.kept.width

    @overload
    def __getitem__(self, place: int) -> Owner: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Owner]: ...

    def __getitem__(self, place: int | slice) -> Owner | Sequence[Owner]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        first = (place if place >= 0 else place + len(self)) * self.kept.width
        if not 0 <= first < len(self.sent):
            raise IndexError(place)
        return self.kept.read(self.sent[first : first + self.kept.width])


class LaidOut(Generic[Owner]):
    """Rows of a key table as they were read together: whose they are, and how they become a side."""

    def __init__(self, kept: Kept[Owner], row: Sequence[Any], places: Gazetteer) -> None:
        self.kept: Kept[Owner] = kept
        self.places = places
        told = [bytes(text or b"") for text in row]
        owners, names, of_names, mothers, of_mothers, numbers, of_numbers, facts = told
        self.owners: Owners[Owner] = Owners(kept, owners)
        count = len(self.owners)
        self.rows = LaidRows(
            Laid(facts, names, mothers, numbers),
            [_sizes(sizes, count) for sizes in (of_names, of_mothers, of_numbers)],
        )

    def __len__(self) -> int:
        return len(self.rows.sizes[0])

    def side(self, vocabulary: Vocabulary) -> Side:
        """Return the rows as one side of a comparison."""
        return side_of_laid(self.rows, vocabulary, Sources(heard_of, self._entries, self.places.numbers_of))

    def _entries(self, places: Sequence[int]) -> Iterable[Entry]:
        """Read the profiles of some rows; their texts and places are known from then on."""
        return map(
            entry_reader(self.places), self.kept.profiles([self.owners[one] for one in places]).values()
        )


def _sizes(told: bytes, count: int) -> NDArray[np.int64]:
    return np.frombuffer(told, dtype=">i4").astype(np.int64) if told else np.zeros(count, dtype=np.int64)
