"""What several people for whom one record is offered have to do with each other."""

from collections.abc import Callable

import pytest
from django.db import OperationalError, transaction

from tests import make
from tests.flow.linking.lists import a_list, missing
from tests.racing import elsewhere
from tracker.flow.linking.offers import Comparison, _hold
from tracker.flow.linking.propose import propose_links
from tracker.flow.review.decide import reject_link
from tracker.matching import PROPOSE_FROM
from tracker.matching.rivals import bits_against
from tracker.models import Link

pytestmark = pytest.mark.django_db

TWINS_IN_NAME = ("Nabil Karam al-Safadi", "Nabil Karim Safadi")
"""Two missing people whom one record may be about."""


def both_at_once() -> None:
    for name in TWINS_IN_NAME:
        missing(name)
    a_list()
    propose_links()


def the_record_last_one_by_one() -> None:
    for name in TWINS_IN_NAME:
        missing(name)
    propose_links()
    a_list()
    propose_links()


def one_person_later() -> None:
    missing(TWINS_IN_NAME[0])
    a_list()
    propose_links()
    missing(TWINS_IN_NAME[1])
    propose_links()


def everything_anew() -> None:
    one_person_later()
    propose_links(everything=True)


@pytest.mark.parametrize("way", [both_at_once, the_record_last_one_by_one, one_person_later, everything_anew])
def test_two_people_share_the_odds_of_one_record_in_whatever_order_they_come(way: Callable[[], None]):
    way()
    links = list(Link.objects.order_by("pk"))
    record, people = links[0].record_id, {link.person_id for link in links}
    assert len(people) == len(TWINS_IN_NAME)
    alone = {person: match.bits for person, match in Comparison.begin()._ranked({record: people})[record]}
    own = [alone[link.person_id] for link in links]
    for link, mine, against in zip(links, own, bits_against(own), strict=True):
        aspects = [told["aspect"] for told in link.findings]
        assert against < -0.5
        # What was reckoned before the second came goes by how common the names were then.
        assert link.bits == pytest.approx(mine + against, abs=0.01)
        assert aspects.count("rivals") == 1


def test_who_is_offered_stays_offered_however_many_share_the_odds():
    people = [missing() for _ in range(6)]
    a_list()
    propose_links()
    assert Link.objects.count() == len(people)
    assert sum(link.probability for link in Link.objects.all()) <= 1
    assert all(link.probability < PROPOSE_FROM for link in Link.objects.all())
    version = set(Link.objects.values_list("version", flat=True))
    propose_links(everything=True)
    assert set(Link.objects.values_list("version", flat=True)) == version == {1}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("who", ["another run", "a reviewer"])
def test_who_shares_the_odds_of_a_record_does_so_before_or_after_all_others(who: str):
    link, by = make.link(), make.reviewer()
    deeds: dict[str, Callable[[], object]] = {
        "another run": lambda: _hold({link.record_id}),
        "a reviewer": lambda: reject_link(link.pk, by=by, reason="another mother"),
    }
    with transaction.atomic():
        assert _hold({link.record_id}) == {link.record_id}
        with pytest.raises(OperationalError, match="lock timeout"):
            elsewhere(deeds[who])
    elsewhere(deeds[who])
