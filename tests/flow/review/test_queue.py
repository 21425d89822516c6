"""What waits for which reviewer, and in which order."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests import make
from tracker.flow.review.decide import confirm_link
from tracker.flow.review.queue import waiting_links
from tracker.models import LinkStatus

pytestmark = pytest.mark.django_db


def test_what_a_colleague_began_comes_first_then_the_likeliest():
    unlikely = make.link(probability=0.3)
    likely = make.link(probability=0.9)
    begun = make.link("awaiting_second", probability=0.4)
    weightier = make.link(probability=0.9, bits=20.0)
    assert list(waiting_links(make.reviewer())) == [begun, weightier, likely, unlikely]


def test_equal_links_keep_their_order():
    links = [make.link() for _ in range(3)]
    assert list(waiting_links(make.reviewer())) == links


@pytest.mark.parametrize("status", LinkStatus.values)
def test_only_what_is_undecided_waits(status: str):
    make.link(status)
    assert waiting_links(make.reviewer()).exists() is (status in ("proposed", "awaiting_second"))


def test_what_one_confirmed_first_waits_for_others_only():
    link, first, second = make.link(), make.reviewer(), make.reviewer()
    confirm_link(link.pk, by=first, reason="same mother")
    assert list(waiting_links(first)) == []
    assert list(waiting_links(second)) == [link]


def test_what_one_did_not_touch_waits_for_everyone():
    link = make.link()
    for reviewer in (make.reviewer(), make.reviewer()):
        assert list(waiting_links(reviewer)) == [link]


def test_a_record_that_is_confirmed_for_someone_else_does_not_wait():
    taken = make.link("confirmed")
    make.link(record=taken.record)
    rejected = make.link("rejected")
    free = make.link(record=rejected.record)
    assert list(waiting_links(make.reviewer())) == [free]


def test_a_page_of_the_queue_takes_few_questions(django_assert_max_num_queries: DjangoAssertNumQueries):
    reviewer = make.reviewer()
    for _ in range(5):
        make.link()
    with django_assert_max_num_queries(2):
        for link in waiting_links(reviewer):
            assert str(link.person)
            assert link.record.import_file.source.name_en
