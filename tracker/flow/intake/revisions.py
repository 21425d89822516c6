"""A newer version of a list: what it leaves as it was stays, what it changes or no longer holds is set aside."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.models import F, QuerySet

from tracker.flow.intake.held import NOT_SET_ASIDE, earlier_versions
from tracker.models import ImportFile, Link, LinkStatus, PrisonRecord, User

DECIDED = (LinkStatus.AWAITING_SECOND, LinkStatus.CONFIRMED)

# A row of the newer version that was refused may be about someone of the older one: until it is mended, what the
# older version says of them stands.
SET_ASIDE = f"""
    INSERT INTO tracker_setaside (record_id, kind, revision_id, by_id, at, reason)
    SELECT DISTINCT record.id, CASE WHEN says_otherwise.whom_key IS NULL THEN 'gone' ELSE 'changed' END,
           %(new)s, %(by)s, now(), ''
      FROM tracker_importrow told
      JOIN tracker_prisonrecord record ON record.row_id = COALESCE(told.same_as_id, told.id)
      LEFT JOIN (SELECT DISTINCT whom_key FROM tracker_importrow
                  WHERE import_file_id = %(new)s AND status = 'stored') says_otherwise
        ON says_otherwise.whom_key = told.whom_key
     WHERE told.import_file_id = ANY(%(earlier)s) AND told.status IN ('stored', 'unchanged')
       AND NOT EXISTS (SELECT 1 FROM tracker_importrow newer
                        WHERE newer.import_file_id = %(new)s AND newer.same_as_id = record.row_id)
       AND NOT EXISTS (SELECT 1 FROM tracker_importrow newer
                        WHERE newer.import_file_id = %(new)s AND newer.status = 'refused'
                          AND newer.whom_key = told.whom_key)
       AND {NOT_SET_ASIDE}
    RETURNING record_id
"""  # noqa: S608 -- put together of our own words

PROPOSED = (
    "SELECT id FROM tracker_link WHERE record_id = ANY(%s) AND status = 'proposed' ORDER BY id FOR UPDATE"
)


def set_aside_what_changed(imported: ImportFile) -> None:
    """Set aside the records of the older version that a newer one, now wholly stored, changes or leaves out.

    Proposed links of these are withdrawn; what people confirmed stays, for them to look at.
    """
    earlier = earlier_versions(imported)
    if not earlier:
        return
    lock_lists(earlier)
    with connection.cursor() as cursor:
        cursor.execute(SET_ASIDE, {"new": imported.pk, "by": imported.received_by_id, "earlier": earlier})
        records = [record for (record,) in cursor.fetchall()]
    forget_what_is_set_aside(records, by=imported.received_by)


def lock_lists(lists: Sequence[int]) -> None:
    """Hold lists until the end of the transaction: no link of their records is proposed meanwhile."""
    list(ImportFile.objects.filter(pk__in=lists).order_by("pk").select_for_update(of=("self",)))


def forget_what_is_set_aside(records: Sequence[int], *, by: User) -> None:
    """Withdraw undecided links of records that were just set aside, and let no search find these any more."""
    # Whoever makes keys of these records at this moment ends first; whoever does later is refused.
    PrisonRecord.objects.hold(records)
    with connection.cursor() as cursor:
        cursor.execute(PROPOSED, [list(records)])
        proposed = [link for (link,) in cursor.fetchall()]
        for table in ("tracker_recordkeys", "tracker_uncomparedrecord"):
            cursor.execute(f"DELETE FROM {table} WHERE record_id = ANY(%s)", [list(records)])  # noqa: S608
    Link.objects.filter(pk__in=proposed).update(
        status=LinkStatus.WITHDRAWN, closed_by=by, version=F("version") + 1
    )


def offer_again(imported: ImportFile) -> None:
    """Propose anew the links that a version, now undone, had withdrawn; the comparison to come weighs them anew.

    A link of a record that counts which nobody had confirmed was withdrawn by a newer version alone.
    """
    records = PrisonRecord.objects.standing().filter(set_aside__revision=imported)
    withdrawn = Link.objects.filter(
        record__in=records,
        status=LinkStatus.WITHDRAWN,
        confirmed_by__isnull=True,
        person__withdrawn_at__isnull=True,
    )
    held = withdrawn.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True)
    Link.objects.filter(pk__in=list(held)).update(
        status=LinkStatus.PROPOSED, closed_by=None, version=F("version") + 1
    )


def decisions_to_look_at(imported: ImportFile) -> QuerySet[Link]:
    """Return confirmed links of records that a newer version of their list changed or no longer holds."""
    return Link.objects.filter(record__set_aside__revision=imported, status__in=DECIDED)
