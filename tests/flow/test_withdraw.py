"""What turned out wrong is withdrawn, for a reason, unless something decided depends on it."""

from __future__ import annotations

from datetime import date

import pytest

from tests import make
from tracker.flow import withdraw as deed
from tracker.flow.listing.publish import publish
from tracker.flow.permissions import NotAllowed
from tracker.flow.withdraw import withdraw
from tracker.models import EditConflict, LinkStatus, NameKind, PersonName, PublicListing, Role

pytestmark = pytest.mark.django_db


def test_a_withdrawal_says_who_when_and_why():
    caseworker = make.caseworker()
    gone = withdraw(make.person(), by=caseworker, reason=" entered twice ")
    gone.refresh_from_db()
    assert (gone.withdrawn_by, gone.withdrawn_reason, gone.stands) == (caseworker, "entered twice", False)


def test_a_withdrawal_needs_a_reason():
    with pytest.raises(deed.NoReasonToWithdraw):
        withdraw(make.person(), by=make.caseworker(), reason="  ")


def test_a_thing_is_withdrawn_once():
    person = withdraw(make.person(), by=make.caseworker(), reason="twice")
    with pytest.raises(deed.AlreadyWithdrawn):
        withdraw(person, by=make.caseworker(), reason="again")


def test_what_a_colleague_changed_meanwhile_is_looked_at_again_first():
    person = make.person()
    person.circumstances = "new"
    person.save()
    with pytest.raises(EditConflict):
        withdraw(person, by=make.caseworker(), reason="twice", version=1)


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_only_who_may_change_a_thing_withdraws_it(role: str):
    with pytest.raises(NotAllowed):
        withdraw(make.person(), by=make.user(role), reason="twice")


@pytest.mark.parametrize("status", [LinkStatus.PROPOSED, LinkStatus.AWAITING_SECOND, LinkStatus.CONFIRMED])
def test_a_case_with_links_that_hold_stays(status: str):
    with pytest.raises(deed.LinksDependOnIt):
        withdraw(make.link(status).person, by=make.caseworker(), reason="twice")


def test_a_case_whose_links_were_rejected_may_go():
    assert not withdraw(make.link(LinkStatus.REJECTED).person, by=make.caseworker(), reason="twice").stands


def test_the_only_name_of_a_person_stays_and_a_second_may_go():
    person = make.person("سامر خالد الحلو", mother="أمينة سعيد")
    with pytest.raises(deed.LastName):
        withdraw(person.names.get(kind=NameKind.PAPERS), by=make.caseworker(), reason="wrong")
    other = make.name(person, "سامر الحلو", kind=NameKind.ALIAS)
    assert not withdraw(other, by=make.caseworker(), reason="wrong").stands
    assert not withdraw(person.names.get(kind=NameKind.MOTHER), by=make.caseworker(), reason="wrong").stands


def test_a_family_that_still_misses_someone_stays():
    family = make.family()
    make.person(family=family)
    with pytest.raises(deed.PeopleDependOnIt):
        withdraw(family, by=make.caseworker(), reason="twice")


def test_a_relative_on_whose_word_something_is_shown_stays():
    relative = make.relative()
    make.person(
        family=relative.family,
        consent_scope="office",
        consent_given_on=date(2026, 1, 10),
        consent_given_by=relative,
    )
    with pytest.raises(deed.ConsentRestsOnThem):
        withdraw(relative, by=make.caseworker(), reason="twice")


def test_a_claim_that_a_link_wrote_falls_only_with_the_link():
    link = make.link(LinkStatus.CONFIRMED)
    claim = make.claim(
        link.person, "died", link=link, confirmed_by=link.confirmed_by, seconded_by=link.seconded_by
    )
    with pytest.raises(deed.ComesFromALink):
        withdraw(claim, by=make.caseworker(), reason="wrong")


def test_a_withdrawn_case_leaves_the_public_listing_at_once():
    person = make.public_person("سامر خالد الحلو")
    publish(person)
    withdraw(person, by=make.caseworker(), reason="twice")
    assert not PublicListing.objects.exists()


def test_a_withdrawn_name_leaves_the_public_listing_at_once():
    person = make.public_person("سامر خالد الحلو", "ماهر خالد الحلو")
    publish(person)
    shown = PublicListing.objects.get().given_ar
    withdraw(PersonName.objects.get(given=shown), by=make.caseworker(), reason="of his brother")
    assert PublicListing.objects.get().given_ar != shown
