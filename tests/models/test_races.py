"""Two people save the same thing at once: one wins, the other is told, nothing is lost."""

from collections.abc import Callable
from threading import Event
from time import sleep
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from tests import make
from tests.models.bad_changes import claim_of
from tests.models.guards import changed, check_what_waited
from tests.racing import race
from tracker.models import Claim, EditConflict, Lead, Link, Person, PublicListing, Relative

pytestmark = pytest.mark.django_db(transaction=True)

PAIRS = 20


def test_of_two_saves_at_once_one_wins_and_the_other_is_told():
    lead = make.lead()
    for turn in range(PAIRS):
        edits = [Lead.objects.get(pk=lead.pk) for _ in range(2)]
        for number, edit in enumerate(edits):
            edit.summary = f"turn {turn}, colleague {number}"
        ends = race(*(edit.save for edit in edits))
        lost = [end for end in ends if end is not None]
        assert [type(end) for end in lost] == [EditConflict], ends
        winner = edits[ends.index(None)]
        stands = Lead.objects.get(pk=lead.pk)
        assert (stands.summary, stands.version) == (winner.summary, turn + 2)


def test_two_saves_of_different_fields_are_a_conflict_as_well():
    person = make.person()
    one, other = Person.objects.get(pk=person.pk), Person.objects.get(pk=person.pk)
    one.circumstances, other.registry_number = "seen at the bus station", "41"
    ends = race(one.save, lambda: other.save(update_fields=["registry_number"]))
    assert sorted(type(end).__name__ for end in ends) == ["EditConflict", "NoneType"]
    stands = Person.objects.get(pk=person.pk)
    assert bool(stands.circumstances) is not bool(stands.registry_number)


def test_whoever_was_told_may_compare_and_save_once_more():
    lead = make.lead()
    edits = [Lead.objects.get(pk=lead.pk) for _ in range(2)]
    for number, edit in enumerate(edits):
        edit.summary = f"colleague {number}"
    ends = race(*(edit.save for edit in edits))
    assert sum(end is None for end in ends) == 1
    again = Lead.objects.get(pk=lead.pk)
    again.details = "what the other one wanted to add"
    again.save()
    assert Lead.objects.get(pk=lead.pk).version == 3


def overlapping(first: Callable[[], Any], second: Callable[[], Any]) -> list[Any]:
    """Do the second while the first is written and checked, but not committed; return what each raised."""
    written = Event()

    def begin() -> None:
        with transaction.atomic():
            first()
            check_what_waited()
            written.set()
            sleep(0.3)

    def follow() -> None:
        assert written.wait(20)
        with transaction.atomic():
            second()

    return race(begin, follow)


def test_a_claim_and_the_withdrawal_of_its_link_at_once_leave_no_claim_standing():
    link = make.link("confirmed")
    withdrawal = changed(link, status="withdrawn", closed_by=make.reviewer())
    ends = overlapping(claim_of(link), withdrawal)
    assert ends[0] is None
    assert isinstance(ends[1], DatabaseError)
    assert (Claim.objects.standing().count(), Link.objects.get().status) == (1, "confirmed")


def test_a_listing_and_the_end_of_its_consent_at_once_leave_nothing_listed():
    person = make.public_person()
    ends = overlapping(
        lambda: PublicListing.objects.create(case_code=person.case_code, keys=[]),
        changed(person, consent_withdrawn_on=timezone.localdate()),
    )
    assert ends == [None, None]
    assert not PublicListing.objects.exists()


def test_a_consent_and_the_move_of_who_gives_it_at_once_do_not_part():
    person = make.person()
    relative = make.relative(person.family)
    consent = {"consent_scope": "office", "consent_given_on": timezone.localdate()}
    ends = overlapping(
        changed(person, consent_given_by=relative, **consent), changed(relative, family=make.family())
    )
    assert ends[0] is None
    assert isinstance(ends[1], DatabaseError)
    assert Relative.objects.get().family_id == person.family_id
