"""Workers that check and store lists are killed, lists paused and cancelled, at any moment: all of it stays."""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection

from tests import make
from tests.attacks.test_killed_workers import LIST, REFUSED, ROWS
from tests.attacks.workers import Nursery
from tests.flow.intake.lists import receive
from tracker.flow.intake.check import begin_check
from tracker.flow.intake.control import (
    AlreadyStored,
    NotBeingStored,
    cancel_import,
    go_on_with_import,
    pause_import,
)
from tracker.flow.intake.receive import bring_in
from tracker.models import CustodyKind, ImportFile, PrisonRecord

pytestmark = pytest.mark.django_db(transaction=True)

KILLS, STOPS = 50, 25
NUMBERS = count(1)


@pytest.fixture
def nursery(originals_folder: Path) -> Iterator[Nursery]:
    with Nursery() as made:
        yield made


@pytest.fixture(autouse=True)
def same_moments_in_every_run() -> None:
    random.seed(20190209)


def another() -> ImportFile:
    """The same list once more, as other bytes."""
    return receive(LIST + b"\r\n" * next(NUMBERS))


def another_to_check() -> ImportFile:
    content = LIST + b"\r\n" * next(NUMBERS)
    brought = bring_in(content, filename="list.csv", source=make.source(), by=make.volunteer())
    return begin_check(brought.pk, by=brought.received_by)


def rows_of(imported: ImportFile) -> list[tuple[object, ...]]:
    told = ("sheet", "number", "cells", "status", "refusals", "says_key", "whom_key", "same_as__number")
    return list(imported.rows.order_by("id").values_list(*told))


def records_of(imported: ImportFile) -> list[dict[str, object]]:
    ids = {"id", "row_id", "import_file_id"}
    found = PrisonRecord.objects.filter(import_file=imported).order_by("row__number").values()
    return [{name: value for name, value in record.items() if name not in ids} for record in found]


def content_hash(imported: ImportFile) -> str:
    """One number for every row and every record of a list."""
    whole = json.dumps([rows_of(imported), records_of(imported)], ensure_ascii=False, default=str)
    return hashlib.sha256(whole.encode()).hexdigest()


def findings_hash(imported: ImportFile) -> str:
    """One number for all that a check found."""
    imported.refresh_from_db()
    told = ("sheet", "number", "cells", "kinds", "sentences", "other_number")
    found = [
        imported.report | {"read_at_version": 0},
        list(imported.checked.order_by("id").values_list(*told)),
    ]
    return hashlib.sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest()


def uninterrupted(nursery: Nursery, deed: str, imported: ImportFile) -> float:
    """Let one list through; return how long that takes."""
    began = time.monotonic()
    assert nursery.lets_go(deed, imported.pk)
    return time.monotonic() - began


def is_whole(imported: ImportFile) -> bool:
    imported.refresh_from_db()
    assert (imported.status, imported.rows_done, imported.rows.count()) == ("stored", ROWS, ROWS)
    assert (imported.records_count, imported.refused_count) == (ROWS - REFUSED, REFUSED)
    assert imported.document.custody.filter(kind=CustodyKind.IMPORTED).count() == 1
    return True


def test_lists_are_stored_as_if_no_worker_had_ever_been_killed(nursery: Nursery):
    first, kills = another(), 0
    whole = uninterrupted(nursery, "store", first)
    lists = [another()]
    while kills < KILLS:
        kills += not nursery.lets_go("store", lists[-1].pk, kill_after=random.uniform(0, whole))
        lists[-1].refresh_from_db()
        if lists[-1].status == "stored":
            lists.append(another())
    assert nursery.lets_go("store", lists[-1].pk)
    assert all(map(is_whole, lists))
    assert {content_hash(one) for one in lists} == {content_hash(first)}


def test_lists_are_checked_as_if_no_worker_had_ever_been_killed(nursery: Nursery):
    first, kills = another_to_check(), 0
    whole = uninterrupted(nursery, "check", first)
    lists = [another_to_check()]
    while kills < STOPS:
        kills += not nursery.lets_go("check", lists[-1].pk, kill_after=random.uniform(0, whole))
        lists[-1].refresh_from_db()
        if lists[-1].status == "checked":
            lists.append(another_to_check())
    assert nursery.lets_go("check", lists[-1].pk)
    assert {findings_hash(one) for one in lists} == {findings_hash(first)}


def stopped(imported: ImportFile, seconds: float, *, cancels: bool) -> None:
    """What a volunteer does meanwhile, in another process than the worker."""
    time.sleep(seconds)
    with contextlib.suppress(AlreadyStored, NotBeingStored):  # it came too late
        (cancel_import if cancels else pause_import)(imported.pk, by=imported.received_by)
    connection.close()


@pytest.mark.parametrize("cancels", [False, True], ids=["paused", "cancelled"])
def test_a_list_that_is_stopped_at_any_moment_holds_whole_chunks_and_can_go_on(
    nursery: Nursery, cancels: bool
):
    first, stops = another(), 0
    whole = uninterrupted(nursery, "store", first)
    imported = another()
    while stops < STOPS:
        volunteer = Thread(
            target=stopped, args=[imported, random.uniform(0, whole)], kwargs={"cancels": cancels}
        )
        volunteer.start()
        assert nursery.lets_go("store", imported.pk), "a worker ends in peace"
        volunteer.join()
        imported.refresh_from_db()
        assert imported.rows_done == imported.rows.count()
        assert imported.records_count == imported.records.count()
        stops += imported.status != "stored"
        if imported.status == "paused":
            go_on_with_import(imported.pk, by=imported.received_by)
        else:
            assert imported.status == "undone" or content_hash(imported) == content_hash(first)
            imported = another()
    if cancels:
        assert set(PrisonRecord.objects.standing().values_list("import_file__status", flat=True)) == {
            "stored"
        }
    assert nursery.lets_go("store", imported.pk)
    assert is_whole(imported)
    with pytest.raises(AlreadyStored):
        cancel_import(imported.pk, by=imported.received_by)
