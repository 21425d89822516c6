"""Who is held already: rows of lists that stand, looked up by what they say and whom they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection

from tracker.flow.intake.seen import Seen
from tracker.models import ImportFile, ImportStatus

SAID_IN_THIS_LIST = """
    SELECT DISTINCT ON (says_key) says_key, COALESCE(same_as_id, id)
      FROM tracker_importrow
     WHERE import_file_id = %s AND status <> 'refused'
     ORDER BY says_key, id
"""
ROWS_AT_ONCE = 20_000
NOT_SET_ASIDE = """
    NOT EXISTS (
        SELECT 1 FROM tracker_setaside aside
          LEFT JOIN tracker_importfile newer ON newer.id = aside.revision_id
         WHERE aside.record_id = record.id AND (aside.revision_id IS NULL OR newer.status = 'stored')
    )
"""
SAID_BEFORE = f"""
    SELECT DISTINCT ON (told.says_key) told.says_key, record.row_id
      FROM tracker_importrow told
      JOIN tracker_prisonrecord record ON record.row_id = COALESCE(told.same_as_id, told.id)
     WHERE told.import_file_id = ANY(%s) AND told.says_key = ANY(%s) AND told.status IN ('stored', 'unchanged')
       AND {NOT_SET_ASIDE}
     ORDER BY told.says_key, record.row_id
"""  # noqa: S608 -- put together of our own words
HELD = f"""
    SELECT DISTINCT ON (held.whom_key, same_source) held.whom_key, list.source_id = %s AS same_source, held.id
      FROM tracker_importrow held
      JOIN tracker_importfile list ON list.id = held.import_file_id AND list.status = 'stored'
      JOIN tracker_prisonrecord record ON record.row_id = held.id
     WHERE held.whom_key = ANY(%s) AND held.status = 'stored' AND list.id <> ALL(%s) AND {NOT_SET_ASIDE}
     ORDER BY held.whom_key, same_source, held.id
"""  # noqa: S608 -- put together of our own words


@dataclass(frozen=True, slots=True)
class Held:
    """Whom other lists name, by the number of the person: the row that does, of this source or of another."""

    same_source: Mapping[int | None, int]
    elsewhere: Mapping[int | None, int]


class SaidInThisList:
    """What the rows of a list say that are stored already, each with the row that has its record.

    Whoever stores the list notes it chunk by chunk; it is read only where others stored rows before.
    """

    def __init__(self) -> None:
        self.rows_known = 0
        self._seen = Seen()

    def of(self, imported: ImportFile) -> Seen:
        """Return what is said in the rows that are stored by now; the list is locked."""
        if self.rows_known != imported.rows_done:
            self._seen = Seen()
            with connection.chunked_cursor() as cursor:
                cursor.execute(SAID_IN_THIS_LIST, [imported.pk])
                while some := dict(islice(cursor, ROWS_AT_ONCE)):
                    self._seen.remember(some)
            self.rows_known = imported.rows_done
        return self._seen


def earlier_versions(imported: ImportFile) -> list[int]:
    """Return the list that this one replaces, with the rows that were added to it."""
    if imported.revises_id is None:
        return []
    added = ImportFile.objects.filter(adds_to=imported.revises_id, status=ImportStatus.STORED)
    return [imported.revises_id, *added.exclude(pk=imported.pk).values_list("pk", flat=True)]


def said_before(earlier: Sequence[int], says: Iterable[int]) -> dict[int, int]:
    """Return what the earlier version of a list says: what a row says → the row that has its record."""
    return _pairs(SAID_BEFORE, [list(earlier), list(says)]) if earlier else {}


def held_already(imported: ImportFile, whom: Iterable[int | None], *, but: Sequence[int] = ()) -> Held:
    """Return who is named in other lists that stand; ``but`` are lists that this one replaces."""
    wanted = [key for key in whom if key is not None]
    same_source: dict[int | None, int] = {}
    elsewhere: dict[int | None, int] = {}
    if wanted:
        with connection.cursor() as cursor:
            cursor.execute(HELD, [imported.source_id, wanted, [imported.pk, *but]])
            for key, same, row in cursor.fetchall():
                (same_source if same else elsewhere)[key] = row
    return Held(same_source, elsewhere)


def _pairs(statement: str, values: list[Any]) -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return dict(cursor.fetchall())
