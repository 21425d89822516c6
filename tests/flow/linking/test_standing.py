"""How far the search for a person has come: a ladder of claims that two people confirmed."""

import pytest
from django.utils import timezone

from tests import make
from tests.models.guards import changed
from tracker.flow.linking.standing import Ladder, standing_of
from tracker.flow.review.decide import confirm_link, withdraw_link
from tracker.models import Claim, Person, Source

pytestmark = pytest.mark.django_db


def confirmed(person: Person, kind: str, source: Source | None = None) -> Claim:
    return make.claim(
        person,
        kind,
        source=source or make.source(),
        confirmed_by=make.reviewer(),
        seconded_by=make.reviewer(),
    )


@pytest.mark.parametrize(("kinds", "rung"), [
    ([], Ladder.MISSING),
    (["last_seen", "arrested", "detained", "held"], Ladder.MISSING),
    (["died"], Ladder.RECORD_SAYS_DEAD),
    (["buried"], Ladder.RECORD_SAYS_DEAD),
    (["died", "died"], Ladder.CORROBORATED),
    (["died", "buried"], Ladder.CORROBORATED),
    (["died", "died", "remains_identified"], Ladder.REMAINS_IDENTIFIED),
    (["died", "died", "found_alive"], Ladder.FOUND_ALIVE),
], ids=str)  # fmt: skip
def test_confirmed_claims_of_different_sources_climb_the_ladder(kinds: list[str], rung: Ladder):
    person = make.person()
    for kind in kinds:
        confirmed(person, kind)
    assert standing_of(person) == rung


def test_two_lists_of_one_source_are_one_voice():
    person, source = make.person(), make.source()
    confirmed(person, "died", source)
    confirmed(person, "died", source)
    assert standing_of(person) == Ladder.RECORD_SAYS_DEAD


@pytest.mark.parametrize("people", [{}, {"confirmed_by": True}], ids=["nobody", "one person"])
@pytest.mark.parametrize("kind", ["died", "buried", "remains_identified", "found_alive"])
def test_a_fate_that_two_people_did_not_confirm_does_not_count(kind: str, people: dict[str, bool]):
    person = make.person()
    make.claim(person, kind, **{who: make.reviewer() for who in people})
    assert standing_of(person) == Ladder.MISSING


def test_a_withdrawn_claim_does_not_count():
    person = make.person()
    claim = confirmed(person, "died")
    changed(claim, withdrawn_at=timezone.now(), withdrawn_by=make.reviewer(), withdrawn_reason="forged")()
    assert standing_of(person) == Ladder.MISSING


def test_another_persons_fate_is_not_this_ones():
    confirmed(make.person(), "died")
    assert standing_of(make.person("نادر المخترع")) == Ladder.MISSING


def test_a_link_moves_the_ladder_with_the_second_confirmation_and_back_when_it_is_withdrawn():
    link, first, second = make.link(), make.reviewer(), make.reviewer()
    assert standing_of(link.person) == Ladder.MISSING
    confirm_link(link.pk, by=first, reason="same mother")
    assert standing_of(link.person) == Ladder.MISSING
    confirm_link(link.pk, by=second, reason="same mother")
    assert standing_of(link.person) == Ladder.RECORD_SAYS_DEAD
    withdraw_link(link.pk, by=first, reason="another man was found")
    assert standing_of(link.person) == Ladder.MISSING


def test_every_rung_has_words():
    assert all(str(rung.label) for rung in Ladder)
