"""Who may decide what about a link, in which state, and what follows."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from tests import make
from tests.models.guards import changed, run
from tests.racing import race
from tracker.flow.refusals import Refused
from tracker.flow.review.decide import confirm_link, reject_link, withdraw_link
from tracker.flow.review.refusals import AlreadyDecided, NeedsAnotherPerson, NoReason, RecordIsTaken
from tracker.models import Claim, EditConflict, Link, LinkDecision, LinkStatus, Notice, User

pytestmark = pytest.mark.django_db

Deed = Callable[..., Link]
WHY = "the mother's name agrees"

ENDS: dict[tuple[Deed, str, str], str | type[Refused]] = {
    (confirm_link, "proposed", "anyone"): "awaiting_second",
    (confirm_link, "awaiting_second", "first"): NeedsAnotherPerson,
    (confirm_link, "awaiting_second", "anyone"): "confirmed",
    (confirm_link, "confirmed", "anyone"): AlreadyDecided,
    (confirm_link, "confirmed", "first"): AlreadyDecided,
    (confirm_link, "rejected", "anyone"): AlreadyDecided,
    (confirm_link, "withdrawn", "anyone"): AlreadyDecided,
    (reject_link, "proposed", "anyone"): "rejected",
    (reject_link, "awaiting_second", "anyone"): "rejected",
    (reject_link, "awaiting_second", "first"): "rejected",
    (reject_link, "confirmed", "anyone"): AlreadyDecided,
    (reject_link, "rejected", "anyone"): AlreadyDecided,
    (reject_link, "withdrawn", "anyone"): AlreadyDecided,
    (withdraw_link, "proposed", "anyone"): AlreadyDecided,
    (withdraw_link, "awaiting_second", "anyone"): AlreadyDecided,
    (withdraw_link, "confirmed", "anyone"): "withdrawn",
    (withdraw_link, "confirmed", "first"): "withdrawn",
    (withdraw_link, "rejected", "anyone"): AlreadyDecided,
    (withdraw_link, "withdrawn", "anyone"): AlreadyDecided,
}
"""Deed, state, who → the state after it, or the refusal. For a record that speaks of death."""


def snapshot() -> list[list[Any]]:
    return [
        list(model._default_manager.order_by("pk").values()) for model in (Link, LinkDecision, Claim, Notice)
    ]


def test_the_table_names_every_deed_in_every_state():
    every = {
        (deed, status) for deed in (confirm_link, reject_link, withdraw_link) for status in LinkStatus.values
    }
    assert {(deed, status) for deed, status, _ in ENDS} == every


@pytest.mark.parametrize(("deed", "status", "who"), ENDS, ids=lambda part: getattr(part, "__name__", part))
def test_a_deed_ends_as_the_table_says(deed: Deed, status: str, who: str):
    link, end = make.link(status), ENDS[deed, status, who]
    by = link.confirmed_by if who == "first" else make.reviewer()
    assert by is not None
    before = snapshot()
    if isinstance(end, str):
        assert deed(link.pk, by=by, reason=f" {WHY}\n").status == end
        decision = link.decisions.get()
        assert (decision.by, decision.reason) == (by, WHY)
        return
    with pytest.raises(end):
        deed(link.pk, by=by, reason=WHY)
    assert snapshot() == before


@pytest.mark.parametrize("reason", ["", " \n\t"])
@pytest.mark.parametrize(
    ("deed", "status"), [(confirm_link, "proposed"), (reject_link, "proposed"), (withdraw_link, "confirmed")]
)
def test_no_decision_without_a_reason(deed: Deed, status: str, reason: str):
    link, before = make.link(status), snapshot()
    with pytest.raises(NoReason):
        deed(link.pk, by=make.reviewer(), reason=reason)
    assert snapshot()[1:] == before[1:]
    assert Link.objects.get(pk=link.pk).status == status


def test_two_different_people_confirm_a_death():
    record = make.record(died="22/10/2019", death_cause_written="توقف النبض والتنفس", facility=make.place())
    link, first, second = make.link(record=record), make.reviewer(), make.reviewer()
    confirm_link(link.pk, by=first, reason=WHY)
    assert not Claim.objects.exists()
    assert not Notice.objects.exists()
    done = confirm_link(link.pk, by=second, reason="so does the year")
    assert (done.confirmed_by, done.seconded_by) == (first, second)
    claim = Claim.objects.get()
    assert (claim.person, claim.link, claim.kind) == (link.person, link, "died")
    assert (claim.date.edtf, claim.place, claim.text_ar) == (
        "2019-10-22",
        record.facility,
        "توقف النبض والتنفس",
    )
    assert (claim.source, claim.document) == (record.import_file.source, record.import_file.document)
    assert (claim.confirmed_by, claim.seconded_by) == (first, second)
    notice = Notice.objects.get()
    assert (notice.link, notice.person, notice.kind, notice.status) == (link, link.person, "news", "owed")
    assert list(link.decisions.order_by("id").values_list("verdict", flat=True)) == ["confirm", "second"]


def test_one_person_confirms_what_does_not_speak_of_death():
    record = make.record(says_death=False, arrested="2012-04")
    link, reviewer = make.link(record=record), make.reviewer()
    assert confirm_link(link.pk, by=reviewer, reason=WHY).status == "confirmed"
    claim = Claim.objects.get()
    assert (claim.kind, claim.date.edtf, claim.seconded_by, claim.text_ar) == ("held", "2012-04", None, "")
    assert Notice.objects.owed().get().link == link


def test_a_record_is_confirmed_for_one_person():
    taken = make.link("confirmed")
    other = make.link(record=taken.record)
    before = snapshot()
    with pytest.raises(RecordIsTaken):
        confirm_link(other.pk, by=make.reviewer(), reason=WHY)
    assert snapshot() == before
    withdraw_link(taken.pk, by=make.reviewer(), reason="another man was found")
    assert confirm_link(other.pk, by=make.reviewer(), reason=WHY).status == "awaiting_second"


def test_a_rejection_leaves_the_other_candidates_of_the_record():
    link = make.link()
    other = make.link(record=link.record)
    reject_link(link.pk, by=make.reviewer(), reason="another mother")
    other.refresh_from_db()
    assert other.status == "proposed"


def test_a_withdrawn_link_takes_its_claims_along():
    link, first, second = make.link(), make.reviewer(), make.reviewer()
    for by in (first, second):
        confirm_link(link.pk, by=by, reason=WHY)
    bystander = make.claim(link.person, "last_seen")
    withdraw_link(link.pk, by=second, reason="another man was found")
    claim = Claim.objects.get(link=link)
    assert (claim.withdrawn_by, claim.withdrawn_reason) == (second, "another man was found")
    assert not claim.stands
    bystander.refresh_from_db()
    assert bystander.stands
    sql = """
        SELECT 1 FROM tracker_claimevent e JOIN pghistory_context c ON c.id = e.pgh_context_id
         WHERE e.pgh_obj_id = %s AND e.pgh_label = 'update' AND (c.metadata->>'user')::int = %s
    """
    assert run(sql, claim.pk, second.pk) == 1, "the history names who let the claim fall"


@pytest.mark.parametrize("deed", [confirm_link, reject_link])
def test_whoever_read_an_older_version_is_told(deed: Deed):
    link = make.link()
    confirm_link(link.pk, by=make.reviewer(), reason=WHY)
    with pytest.raises(AlreadyDecided):
        deed(link.pk, by=make.reviewer(), reason=WHY, version=link.version)
    assert Link.objects.get().status == "awaiting_second"


def test_a_link_that_was_only_scored_anew_was_not_decided_by_a_colleague():
    link = make.link()
    changed(link, bits=3.0)()
    with pytest.raises(EditConflict):
        confirm_link(link.pk, by=make.reviewer(), reason=WHY, version=link.version)
    assert confirm_link(link.pk, by=make.reviewer(), reason=WHY, version=link.version + 1).pk


def test_a_withdrawal_of_what_the_family_heard_owes_them_a_correction():
    link = make.link("confirmed")
    told = {
        "status": "told", "told_on": timezone.localdate(), "told_by": make.caseworker(), "way": "in_person",
        "told_to": make.relative(link.person.family), "account": "She asked for time.",
    }  # fmt: skip
    news = make.notice(link, **told)
    withdraw_link(link.pk, by=make.reviewer(), reason="another man was found")
    correction = Notice.objects.owed().get()
    assert (correction.kind, correction.corrects, correction.person) == ("correction", news, link.person)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("people", ["two people", "one person twice"])
def test_a_death_that_two_windows_confirm_at_once_needs_two_people(people: str):
    link, first = make.link(), make.reviewer()
    second: User = first if people == "one person twice" else make.reviewer()
    ends = race(*(lambda by=by: confirm_link(link.pk, by=by, reason=WHY) for by in (first, second)))
    link.refresh_from_db()
    if people == "two people":
        assert link.status == "confirmed"
        assert Claim.objects.count() == Notice.objects.count() == 1
    else:
        assert sorted(type(end).__name__ for end in ends) == ["Link", "NeedsAnotherPerson"]
        assert link.status == "awaiting_second"


@pytest.mark.django_db(transaction=True)
def test_of_two_reviewers_who_confirm_one_record_for_two_people_one_is_refused():
    record = make.record(says_death=False)
    links = [make.link(record=record), make.link(record=record)]
    people = [make.reviewer(), make.reviewer()]
    ends = race(
        *(
            lambda pk=link.pk, by=by: confirm_link(pk, by=by, reason=WHY)
            for link, by in zip(links, people, strict=True)
        )
    )
    assert sorted(type(end).__name__ for end in ends) == ["Link", "RecordIsTaken"], ends
    assert Link.objects.filter(status="confirmed").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_a_confirmation_and_a_rejection_at_once_one_is_told():
    link = make.link("awaiting_second")
    one, other = make.reviewer(), make.reviewer()
    ends = race(
        lambda: confirm_link(link.pk, by=one, reason=WHY),
        lambda: reject_link(link.pk, by=other, reason="another mother"),
    )
    assert sorted(type(end).__name__ for end in ends) == ["AlreadyDecided", "Link"], ends
    link.refresh_from_db()
    assert link.decisions.count() == 1
    assert Claim.objects.count() == (1 if link.status == "confirmed" else 0)
