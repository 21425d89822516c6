"""Who may confirm, reject and withdraw a link, and what follows."""

from __future__ import annotations

import pghistory
from django.db import transaction
from django.utils import timezone

from tracker.flow.permissions import require
from tracker.flow.review.refusals import (
    AlreadyDecided,
    CaseIsWithdrawn,
    NeedsAnotherPerson,
    NoReason,
    RecordIsTaken,
)
from tracker.flow.review.rivals import share_again
from tracker.flow.telling.prepare import owe_correction, owe_news
from tracker.models import (
    Claim,
    ClaimKind,
    EditConflict,
    Link,
    LinkDecision,
    LinkStatus,
    PrisonRecord,
    User,
    Verdict,
)


@transaction.atomic
def confirm_link(link_id: int, *, by: User, reason: str, version: int | None = None) -> Link:
    """Confirm that a record is about a person.

    The first confirmation of a record that speaks of death waits for a second, different person; the last one
    writes the claim and owes the family the news. Raises NotAllowed, NoReason, AlreadyDecided,
    NeedsAnotherPerson, RecordIsTaken, CaseIsWithdrawn.
    """
    require(by, "decide_link")
    link = _open_link(link_id, reason, version, LinkStatus.PROPOSED, LinkStatus.AWAITING_SECOND)
    if Link.objects.filter(record=link.record_id, status=LinkStatus.CONFIRMED).exists():
        raise RecordIsTaken
    if not link.person.stands:
        raise CaseIsWithdrawn
    if link.status == LinkStatus.AWAITING_SECOND:
        return _second(link, by, reason)
    link.confirmed_by = by
    link.status = LinkStatus.AWAITING_SECOND if link.says_death else LinkStatus.CONFIRMED
    return _decided(link, Verdict.CONFIRM, by, reason)


def _second(link: Link, by: User, reason: str) -> Link:
    if link.confirmed_by_id == by.pk:
        raise NeedsAnotherPerson
    link.seconded_by = by
    link.status = LinkStatus.CONFIRMED
    return _decided(link, Verdict.SECOND, by, reason)


@transaction.atomic
def reject_link(link_id: int, *, by: User, reason: str, version: int | None = None) -> Link:
    """Say that a record is about someone else; the pair is not proposed again."""
    require(by, "decide_link")
    link = _open_link(link_id, reason, version, LinkStatus.PROPOSED, LinkStatus.AWAITING_SECOND)
    link.closed_by = by
    link.status = LinkStatus.REJECTED
    return _decided(link, Verdict.REJECT, by, reason)


@transaction.atomic
def withdraw_link(link_id: int, *, by: User, reason: str, version: int | None = None) -> Link:
    """Take back a confirmed link: its claims fall, and a family that was told is owed a correction."""
    require(by, "withdraw_link")
    link = _open_link(link_id, reason, version, LinkStatus.CONFIRMED)
    link.closed_by = by
    link.status = LinkStatus.WITHDRAWN
    _decided(link, Verdict.WITHDRAW, by, reason)
    with pghistory.context(user=by.pk, deed="link:withdraw"):
        for claim in link.claims.standing():
            claim.withdrawn_at, claim.withdrawn_by, claim.withdrawn_reason = (
                timezone.now(),
                by,
                reason.strip(),
            )
            claim.save()
        owe_correction(link)
    return link


def _open_link(link_id: int, reason: str, version: int | None, *expected: LinkStatus) -> Link:
    if not reason.strip():
        raise NoReason
    # The record is locked first, as a comparison locks it, and then all its links: two reviewers may be
    # confirming it for two different people, and who is ruled out leaves their odds to the others.
    record = PrisonRecord.objects.select_for_update(of=("self",)).get(links=link_id)
    links = Link.objects.select_for_update(of=("self",)).select_related("record", "person").order_by("pk")
    link = {one.pk: one for one in links.filter(record=record)}[link_id]
    if link.status not in expected:
        raise AlreadyDecided
    if version not in (None, link.version):
        raise AlreadyDecided if link.decisions.exists() else EditConflict
    return link


def _decided(link: Link, verdict: Verdict, by: User, reason: str) -> Link:
    with pghistory.context(user=by.pk, deed=f"link:{verdict.value}"):
        link.save()
        LinkDecision.objects.create(link=link, verdict=verdict, by=by, reason=reason.strip())
        if link.status == LinkStatus.CONFIRMED:
            _claim(link)
            owe_news(link)
        if link.status in (LinkStatus.REJECTED, LinkStatus.WITHDRAWN):
            share_again(link.record_id)
    return link


def _claim(link: Link) -> Claim:
    record = link.record
    dead = link.says_death
    return Claim.objects.create(
        person=link.person,
        link=link,
        kind=ClaimKind.DIED if dead else ClaimKind.HELD,
        source=record.import_file.source,
        document=record.import_file.document,
        date=record.died if dead else record.arrested or record.entered,
        place=record.facility,
        text_ar=record.death_cause_written if dead else "",
        confirmed_by=link.confirmed_by,
        seconded_by=link.seconded_by,
    )
