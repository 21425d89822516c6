"""A family allows, and takes back."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import make
from tracker.flow.listing.consent import (
    BeforeItWasGiven,
    CaseIsWithdrawn,
    NoScope,
    NothingToTakeBack,
    NotOfThisFamily,
    NotYet,
    give_consent,
    withdraw_consent,
)
from tracker.flow.listing.publish import publish
from tracker.flow.permissions import NotAllowed
from tracker.models import Consent, EditConflict, Person, PublicListing, Role

pytestmark = pytest.mark.django_db
DAY = date(2026, 2, 1)


def listed(person: Person) -> bool:
    return PublicListing.objects.filter(case_code=person.case_code).exists()


def test_consent_names_who_agreed_to_what_and_when_and_shows_the_person_at_once():
    person = make.person()
    relative = make.relative(person.family)
    give_consent(person.pk, by=make.caseworker(), given_by=relative, scope=Consent.PUBLIC, on=DAY)
    person.refresh_from_db()
    assert (person.consent_scope, person.consent_given_by, person.consent_given_on) == (
        "public",
        relative,
        DAY,
    )
    assert listed(person)


@pytest.mark.parametrize("scope", [Consent.OFFICE, Consent.PARTNERS])
def test_a_narrower_consent_shows_nothing_and_ends_a_wider_one(scope: str):
    person, by = make.public_person(), make.caseworker()
    publish(person)
    relative = make.relative(person.family)
    give_consent(person.pk, by=by, given_by=relative, scope=scope, on=DAY)
    assert not listed(person)


def test_consent_taken_back_hides_the_person_before_the_deed_returns():
    person = make.public_person()
    publish(person)
    withdraw_consent(person.pk, by=make.caseworker(), on=DAY)
    assert not listed(person)
    assert not Person.objects.public().filter(pk=person.pk).exists()


def test_consent_can_be_given_again_after_it_was_taken_back():
    person, by = make.public_person(), make.caseworker()
    withdraw_consent(person.pk, by=by, on=DAY)
    relative = make.relative(person.family)
    give_consent(person.pk, by=by, given_by=relative, scope=Consent.PUBLIC, on=DAY)
    assert listed(person)


def test_the_database_itself_ends_a_listing_with_its_consent():
    person = make.public_person()
    publish(person)
    Person.objects.filter(pk=person.pk).update(consent_withdrawn_on=DAY, version=person.version + 1)
    assert not listed(person)


def test_the_database_itself_ends_a_listing_with_its_case():
    person, by = make.public_person(), make.caseworker()
    publish(person)
    person.withdrawn_at, person.withdrawn_by, person.withdrawn_reason = timezone.now(), by, "entered twice"
    person.save()
    assert not listed(person)


def test_only_a_relative_of_this_family_agrees():
    person, by = make.person(), make.caseworker()
    gone = make.relative(
        person.family, withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_reason="not a relative"
    )
    for relative in (make.relative(), gone):
        with pytest.raises(NotOfThisFamily):
            give_consent(person.pk, by=by, given_by=relative, scope=Consent.PUBLIC, on=DAY)
    assert not listed(person)


def test_a_consent_is_to_something_and_not_of_tomorrow():
    person, by = make.person(), make.caseworker()
    relative = make.relative(person.family)
    with pytest.raises(NoScope):
        give_consent(person.pk, by=by, given_by=relative, scope=Consent.NONE, on=DAY)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(NotYet):
        give_consent(person.pk, by=by, given_by=relative, scope=Consent.PUBLIC, on=tomorrow)


def test_what_was_never_given_cannot_be_taken_back_nor_earlier_nor_twice():
    by, person = make.caseworker(), make.public_person(consent_given_on=DAY)
    with pytest.raises(NothingToTakeBack):
        withdraw_consent(make.person().pk, by=by, on=DAY)
    with pytest.raises(BeforeItWasGiven, match="2026-02-01"):
        withdraw_consent(person.pk, by=by, on=DAY - timedelta(days=1))
    with pytest.raises(NotYet):
        withdraw_consent(person.pk, by=by, on=timezone.localdate() + timedelta(days=1))
    withdraw_consent(person.pk, by=by, on=DAY)
    with pytest.raises(NothingToTakeBack):
        withdraw_consent(person.pk, by=by, on=DAY)


def test_a_withdrawn_case_takes_no_consent():
    by = make.caseworker()
    person = make.person(withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_reason="entered twice")
    relative = make.relative(person.family)
    with pytest.raises(CaseIsWithdrawn):
        give_consent(person.pk, by=by, given_by=relative, scope=Consent.PUBLIC, on=DAY)


def test_whoever_read_an_older_version_changes_no_consent():
    person, by = make.public_person(), make.caseworker()
    with pytest.raises(EditConflict):
        withdraw_consent(person.pk, by=by, on=DAY, version=person.version - 1)
    withdraw_consent(person.pk, by=by, on=DAY, version=person.version)


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_other_roles_record_no_consent(role: str):
    person, by = make.public_person(), make.user(role)
    relative = make.relative(person.family)
    with pytest.raises(NotAllowed):
        give_consent(person.pk, by=by, given_by=relative, scope=Consent.PUBLIC, on=DAY)
    with pytest.raises(NotAllowed):
        withdraw_consent(person.pk, by=by, on=DAY)
