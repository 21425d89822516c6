"""Several people whom one record may be about: what each loses by the others, and gets back."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext

from tests import make
from tests.racing import race
from tracker.flow.review.decide import confirm_link, reject_link, withdraw_link
from tracker.flow.review.rivals import share_again, share_odds
from tracker.matching import probability_of
from tracker.models import Link, LinkStatus, PrisonRecord

pytestmark = pytest.mark.django_db

OWN = [{"aspect": "family", "weight": 5.0, "en": "…", "ar": "…"}]


def rivals(*bits: float, **fields: Any) -> list[Link]:
    """Proposed links of one record with people, each with these bits of their own."""
    record = make.record(**fields)
    links = [make.link(record=record, bits=own, findings=list(OWN)) for own in bits]
    share_again(record.pk)
    return [Link.objects.get(pk=link.pk) for link in links]


def bits_of(links: list[Link]) -> list[float]:
    return [Link.objects.get(pk=link.pk).bits for link in links]


def test_the_odds_of_a_record_are_shared_by_all_whom_it_may_be_about():
    sure, likely = rivals(6.0, 3.0)
    assert sure.bits == pytest.approx(6 - 3.17, abs=0.001)
    assert likely.bits == pytest.approx(3 - 6.022, abs=0.001)
    assert [one.probability for one in (sure, likely)] == [
        probability_of(sure.bits),
        probability_of(likely.bits),
    ]


def test_why_it_is_less_is_said_with_its_weight():
    sure, likely = rivals(6.0, 3.0)
    for link, own in ((sure, 6.0), (likely, 3.0)):
        (family, told) = link.findings
        assert family == OWN[0]
        assert "another missing person" in told["en"]
        assert "شخصًا مفقودًا آخر" in told["ar"]
        assert told["weight"] == pytest.approx(link.bits - own)
    assert "other missing people" in rivals(6.0, 3.0, 3.0)[0].findings[-1]["en"]


def test_whom_nobody_else_resembles_is_left_as_they_are():
    (link,) = rivals(6.0)
    assert (link.bits, link.findings, link.version) == (6.0, OWN, 1)


@pytest.mark.parametrize(
    ("status", "rule_out"),
    [("proposed", reject_link), ("awaiting_second", reject_link), ("confirmed", withdraw_link)],
)
def test_who_is_ruled_out_leaves_their_odds_to_the_others(status: str, rule_out: Callable[..., Link]):
    record = make.record()
    one = make.link(status, record=record, bits=6.0)
    other, third = (make.link(record=record, bits=bits, findings=list(OWN)) for bits in (6.0, 3.0))
    share_again(record.pk)
    before = bits_of([other, third])
    rule_out(one.pk, by=make.reviewer(), reason="another mother")
    after = bits_of([other, third])
    assert after == pytest.approx([6 - 3.17, 3 - 6.022], abs=0.001)
    assert all(now > was for now, was in zip(after, before, strict=True))
    reject_link(third.pk, by=make.reviewer(), reason="another mother")
    other.refresh_from_db()
    assert other.bits == pytest.approx(6.0)
    assert other.probability == pytest.approx(probability_of(6.0))
    assert other.findings == OWN


def test_a_confirmation_rules_nobody_out_by_itself():
    one, other = rivals(6.0, 3.0)
    before = bits_of([other])
    confirm_link(one.pk, by=make.reviewer(), reason="the mother's name agrees")
    assert bits_of([other]) == before


@pytest.mark.parametrize("status", ["awaiting_second", "confirmed", "rejected", "withdrawn"])
def test_what_people_decided_keeps_the_weight_that_they_decided_by(status: str):
    record = make.record()
    decided = make.link(status, record=record, bits=6.0, findings=list(OWN))
    make.link(record=record, bits=6.0)
    before = Link.objects.values().get(pk=decided.pk)
    share_again(record.pk)
    assert Link.objects.values().get(pk=decided.pk) == before


@pytest.mark.parametrize(
    ("status", "less"), [(one, one not in {"rejected", "withdrawn"}) for one in LinkStatus.values]
)
def test_only_who_stands_takes_odds_from_the_others(status: str, less: bool):
    record = make.record()
    make.link(status, record=record, bits=6.0)
    other = make.link(record=record, bits=6.0)
    share_again(record.pk)
    other.refresh_from_db()
    assert (other.bits < 5) is less


def test_another_record_of_the_same_person_takes_nothing():
    person = make.person()
    one, other = (make.link(person=person, bits=6.0) for _ in range(2))
    share_odds([one, other])
    assert (one.bits, other.bits) == (6.0, 6.0)


def test_shared_twice_is_shared_once_and_written_once():
    links = rivals(6.1, 3.7, 0.3)
    before = list(Link.objects.values())
    share_again(links[0].record_id)
    assert list(Link.objects.values()) == before


def test_a_record_with_one_link_is_decided_without_writing_another(django_assert_max_num_queries: Any):
    link = make.link()
    by = make.reviewer()
    with django_assert_max_num_queries(12) as asked:
        reject_link(link.pk, by=by, reason="another mother")
    assert isinstance(asked, CaptureQueriesContext)
    assert sum('UPDATE "tracker_link"' in one["sql"] for one in asked.captured_queries) == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_are_ruled_out_at_once_neither_counts_for_the_third():
    for _ in range(5):
        one, other, third = rivals(6.0, 6.0, 3.0)
        first, second = make.reviewer(), make.reviewer()
        ends = race(
            partial(reject_link, one.pk, by=first, reason="another mother"),
            partial(reject_link, other.pk, by=second, reason="another mother"),
        )
        assert [type(end) for end in ends] == [Link, Link], ends
        third.refresh_from_db()
        assert third.bits == pytest.approx(3.0)
    assert PrisonRecord.objects.count() == 5
