"""From which status to which other a thing may go: all pairs, as the database allows them."""

from itertools import permutations
from typing import Any

import pytest
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from tests import make
from tests.models.guards import changed, triggers_of, without
from tracker.models import ImportStatus, LeadStatus, Link, LinkStatus, Notice, NoticeStatus

pytestmark = pytest.mark.django_db

IMPORT_STEPS = {
    ("reading", "received"), ("received", "reading"), ("checking", "reading"), ("checked", "reading"),
    ("received", "checking"), ("checking", "received"), ("checking", "checked"), ("checked", "received"),
    ("checked", "checking"), ("received", "storing"), ("checked", "storing"), ("storing", "paused"),
    ("paused", "storing"), ("storing", "stored"),
    *((before, "undone") for before in ImportStatus.values if before != "undone"),
}  # fmt: skip
LEAD_STEPS = {("open", "followed"), ("followed", "open"), ("open", "closed"), ("followed", "closed")}
NOTICE_STEPS = {("owed", "told"), ("owed", "not_owed")}
LINK_STEPS = {
    ("proposed", "awaiting_second"), ("proposed", "confirmed"), ("proposed", "rejected"),
    ("proposed", "withdrawn"),
    ("awaiting_second", "confirmed"), ("awaiting_second", "rejected"), ("confirmed", "withdrawn"),
    ("withdrawn", "proposed"),
}  # fmt: skip


def all_steps(statuses: type[models.TextChoices]) -> list[tuple[str, str]]:
    return list(permutations(statuses.values, 2))


def try_step(row: models.Model, guard: str, allowed: bool, **fields: Any) -> None:
    step = changed(row, **fields)
    if allowed:
        assert step() == 1
        return
    with pytest.raises(DatabaseError, match="Invalid transition"), transaction.atomic():
        step()
    with without(type(row), triggers_of(type(row))[guard]):
        assert step() == 1


@pytest.mark.parametrize(("before", "after"), all_steps(ImportStatus))
def test_an_import_goes_forward(before: str, after: str):
    undone: dict[str, Any] = {
        "undone_by": make.volunteer(),
        "undone_at": timezone.now(),
        "undone_reason": "wrong",
    }
    row = make.import_file(status=before, **undone)
    try_step(row, "import_goes_forward", (before, after) in IMPORT_STEPS, status=after)


@pytest.mark.parametrize(("before", "after"), all_steps(LeadStatus))
def test_a_closed_lead_stays_closed(before: str, after: str):
    closed = {"outcome": "nothing", "closed_by": make.caseworker()}
    still_open = {"outcome": "", "closed_by": None}
    row = make.lead(status=before, **(closed if before == "closed" else still_open))
    fields = closed if after == "closed" else still_open
    try_step(row, "closed_lead_stays_closed", (before, after) in LEAD_STEPS, status=after, **fields)


@pytest.mark.parametrize(("before", "after"), all_steps(NoticeStatus))
def test_telling_cannot_be_untold(before: str, after: str):
    link = make.link("confirmed")
    told = {
        "told_on": timezone.localdate(), "told_by": make.caseworker(), "way": "in_person", "account": "Told.",
        "told_to": make.relative(link.person.family),
    }  # fmt: skip
    row = make.notice(link, status=before, **told)
    with without(Notice, triggers_of(Notice)["what_was_told_never_changes"]):
        try_step(row, "telling_cannot_be_untold", (before, after) in NOTICE_STEPS, status=after)


@pytest.mark.parametrize(("before", "after"), all_steps(LinkStatus))
def test_a_link_is_decided_once(before: str, after: str):
    row = make.link(before)
    people: dict[str, Any] = {"confirmed_by": None, "seconded_by": None}
    if after != "proposed":
        first = row.confirmed_by or make.reviewer()
        people = {"confirmed_by": first, "seconded_by": make.reviewer(), "closed_by": make.reviewer()}
    with without(Link, triggers_of(Link)["confirmers_are_not_swapped"]):
        try_step(row, "link_is_decided_once", (before, after) in LINK_STEPS, status=after, **people)


def test_steps_without_a_change_are_no_steps():
    for row in (make.import_file(), make.lead(), make.link("confirmed"), make.notice()):
        assert changed(row, status=row.status)() == 1
