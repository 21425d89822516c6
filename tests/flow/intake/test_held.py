"""What is set aside is told alike by the queries in SQL and by the phrases of the models."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import Exists, OuterRef

from tests import make
from tracker.flow.intake.held import NOT_SET_ASIDE
from tracker.flow.linking.offers import COUNTING
from tracker.models import PrisonRecord, SetAside

pytestmark = pytest.mark.django_db

REASONS: tuple[tuple[str, ...], ...] = (
    (), ("taken back",), ("stored",), ("storing",), ("undone",), ("undone", "stored"), ("undone", "taken back"),
)  # fmt: skip


def set_aside(record: PrisonRecord, why: str) -> None:
    by = make.volunteer()
    if why == "taken back":
        SetAside.objects.create(record=record, kind="undone", by=by, reason="wrong")
        return
    newer = make.import_file(status=why, **({
        "undone_by": by, "undone_at": record.import_file.received_at, "undone_reason": "wrong",
    } if why == "undone" else {}))  # fmt: skip
    SetAside.objects.create(record=record, kind="changed", revision=newer, by=by)


def test_every_query_holds_the_same_records_set_aside():
    records = [make.record() for _ in REASONS]
    for record, reasons in zip(records, REASONS, strict=True):
        for why in reasons:
            set_aside(record, why)
    in_force = SetAside.objects.in_force().filter(record=OuterRef("pk"))
    counts = set(PrisonRecord.objects.filter(~Exists(in_force)).values_list("pk", flat=True))
    assert [record.pk in counts for record in records] == [True, False, False, True, True, False, False]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT record.id FROM tracker_prisonrecord record WHERE {NOT_SET_ASIDE}")
        assert {pk for (pk,) in cursor.fetchall()} == counts
        cursor.execute(COUNTING, [[record.pk for record in records]])
        assert {pk for (pk,) in cursor.fetchall()} == counts
