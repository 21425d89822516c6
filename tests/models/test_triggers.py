"""Each trigger of the database refuses what it should, and nothing else does it in its stead."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from tests import make
from tests.models.bad_changes import BAD_CHANGES, claim_of, correction_of, told_notice, withdrawn
from tests.models.bad_rows import told_without
from tests.models.guards import (
    DERIVED,
    Statement,
    changed,
    check_what_waited,
    nouns,
    triggers_of,
    without,
)
from tracker.models.families import CONSENT_FOR_THEIR_FAMILY
from tracker.models.people import CONSENT_OF_ANOTHER_FAMILY

pytestmark = pytest.mark.django_db

OF_MANY_NOUNS = {
    "is_never_deleted", "is_never_altered", "each_edit_names_the_version_it_read", "insert_insert",
    "update_update",
}  # fmt: skip
"""Tried on every noun: test_kept.py, and rules/test_history.py."""
OF_ONE_NOUN = {
    "original_is_never_replaced", "import_keeps_what_it_brings", "link_keeps_its_pair",
    "confirmers_are_not_swapped", "withdrawn_link_leaves_no_claim",
    "claim_from_a_link_names_its_confirmers", "claim_keeps_its_confirmers",
    "what_was_confirmed_is_not_reworded",
    "news_comes_from_a_confirmed_link", "told_is_a_relative_of_this_family", "what_was_told_never_changes",
    "correction_is_of_what_was_told", "place_tree_has_no_circle", "case_code_stays",
    "consent_is_given_within_the_family", "who_gave_consent_stays_in_the_family",
    "listing_is_of_someone_whose_family_agreed",
}  # fmt: skip
STEPS = {
    "import_goes_forward",
    "link_is_decided_once",
    "closed_lead_stays_closed",
    "telling_cannot_be_untold",
}
"""Tried from every status to every other: test_steps.py."""
EFFECTS = {
    "person_is_keyed_anew", "what_is_keyed_is_compared",
    "withdrawn_case_is_not_found", "record_set_aside_is_not_found",
    "listing_ends_with_consent", "link_of_a_death_says_so",
}  # fmt: skip
"""Triggers that do something instead of refusing: test_effects.py."""


def test_every_trigger_is_tried_somewhere():
    every = {name for model in [*nouns(), *DERIVED] for name in triggers_of(model)}
    assert every == OF_MANY_NOUNS | OF_ONE_NOUN | STEPS | EFFECTS
    assert {name for _, name in BAD_CHANGES} == OF_ONE_NOUN


@pytest.mark.parametrize(
    ("model", "name", "arrange"),
    [(model, name, bad) for (model, name), tried in BAD_CHANGES.items() for bad in tried],
    ids=[f"{name}-{place}" for (_, name), tried in BAD_CHANGES.items() for place in range(len(tried))],
)
def test_the_trigger_refuses(model: type[models.Model], name: str, arrange: Callable[[], Statement]):
    bad = to_the_end(arrange())
    with pytest.raises(DatabaseError), transaction.atomic():
        bad()
    with without(model, triggers_of(model)[name]):
        bad()


def to_the_end(bad: Statement) -> Statement:
    """Return the statement with what waits for the end of its transaction."""

    def write() -> None:
        bad()
        check_what_waited()

    return write


def test_a_document_may_be_judged_anew():
    assert changed(make.document(), authenticity="suspected_forged")() == 1


def test_a_second_person_may_join_the_first():
    link = make.link("awaiting_second")
    assert changed(link, status="confirmed", seconded_by=make.reviewer())() == 1


def test_a_family_is_told_once_all_is_in_order():
    assert told_without()() == 1


def test_with_a_link_its_claims_may_be_withdrawn_in_either_order():
    for claims_first in (True, False):
        link = make.link("confirmed")
        claim = claim_of(link)()
        steps = [
            changed(claim, **withdrawn(make.reviewer())),
            changed(link, status="withdrawn", closed_by=make.reviewer()),
        ]
        for step in steps if claims_first else reversed(steps):
            assert step() == 1
        check_what_waited()


def test_a_claim_of_a_link_may_be_graded_and_a_plain_one_corrected():
    assert changed(claim_of(make.link("confirmed"))(), credibility="2")() == 1
    assert changed(make.claim(), kind="held", person=make.person())() == 1


def test_what_was_told_may_be_corrected():
    assert correction_of(told_notice())().pk


def test_a_person_and_who_consented_may_move_together():
    person = make.public_person()
    home = make.family()
    assert person.consent_given_by
    for row in (person, person.consent_given_by):
        assert changed(row, family=home)() == 1
    check_what_waited()


def test_a_person_may_move_once_the_consent_was_taken_back():
    person = make.public_person(consent_withdrawn_on=timezone.localdate())
    assert changed(person, family=make.family())() == 1
    check_what_waited()


def test_who_moves_away_from_their_consent_is_told_so_in_words():
    person = make.public_person()
    relative = person.consent_given_by
    assert relative
    for row, sentence in ((person, CONSENT_OF_ANOTHER_FAMILY), (relative, CONSENT_FOR_THEIR_FAMILY)):
        row.full_clean()
        row.family = make.family()
        with pytest.raises(ValidationError) as refusal:
            row.full_clean()
        assert refusal.value.messages == [str(sentence)]
    changed(person, consent_withdrawn_on=timezone.localdate())()
    relative.full_clean()


def test_a_place_may_move_within_the_tree():
    country = make.place("بلد", "Country")
    town = make.place("بلدة", "Town")
    assert changed(town, parent=country)() == 1
