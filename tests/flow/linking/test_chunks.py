"""Work is taken chunk by chunk, shared by processes, and goes on where it stopped."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import make
from tests.flow.linking.lists import HIS_ROW, a_list, missing
from tests.racing import race
from tracker.flow.linking import propose
from tracker.flow.linking.keys import key_records
from tracker.flow.linking.offers import Comparison
from tracker.flow.linking.propose import propose_links
from tracker.models import Link, PrisonRecord, UncomparedRecord

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """What a test raises where a process would die."""


def test_a_killed_run_goes_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(propose, "CHUNK", 1)
    missing()
    missing("وسيم جمال الحموي", mother="رجاء العلي", birth="1990", disappearance="2013")
    a_list()

    def kill(done: int, total: int) -> None:
        if done == 2:
            raise Killed

    with pytest.raises(Killed):
        propose_links(progress=kill)
    left = UncomparedRecord.objects.count()
    assert left == 2
    assert propose_links().records == left
    assert Link.objects.count() == 2


def test_a_chunk_that_fails_is_compared_again(monkeypatch: pytest.MonkeyPatch):
    missing()
    a_list()
    with monkeypatch.context() as broken:
        broken.setattr(propose, "store_offers", lambda offers: (_ for _ in ()).throw(Killed))
        with pytest.raises(Killed):
            propose_links()
    assert UncomparedRecord.objects.count() == 4
    assert propose_links().links == 1


def test_records_that_wait_again_behind_the_last_are_compared_before_the_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(propose, "CHUNK", 1)
    missing()
    a_list()
    first, again = min(PrisonRecord.objects.values_list("pk", flat=True)), []

    def given_back(done: int, _total: int) -> None:
        if done == 3:
            again.append(UncomparedRecord.objects.create(record_id=first, since=timezone.now()))

    assert propose_links(progress=given_back).records == 5
    assert again
    assert not UncomparedRecord.objects.exists()


def test_a_chunk_does_not_pass_over_all_that_were_taken_off_before(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(propose, "CHUNK", 1)
    missing()
    a_list()
    asked: list[int] = []
    usual = propose._next_records

    def noted(last: int, at_once: int) -> list[int]:
        asked.append(last)
        return usual(last, at_once)

    monkeypatch.setattr(propose, "_next_records", noted)
    propose_links()
    numbers = sorted(PrisonRecord.objects.values_list("pk", flat=True))
    assert asked == [0, *numbers, 0]


def test_the_next_records_are_read_from_where_they_begin_however_the_server_would_rather_join():
    a_list()
    key_records()
    with CaptureQueriesContext(connection) as asked, connection.cursor() as cursor:
        propose._next_records(1, 2)
        cursor.execute("SET LOCAL enable_nestloop = off; SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {asked.captured_queries[0]['sql']}")
        plan = [line.strip(" ->") for (line,) in cursor.fetchall()]
    assert plan[2].startswith("Index Scan using tracker_uncomparedrecord_pkey")
    assert plan[3] == "Index Cond: (record_id > 1)"


def test_records_of_a_list_that_is_not_stored_yet_wait_until_it_is():
    missing()
    half = make.import_file(status="storing", rows_total=1)
    make.record(str(HIS_ROW[0]), import_file=half, given="نبيل", father="كرم", family="الصفدي")
    a_list()
    assert propose_links().records == 4
    assert UncomparedRecord.objects.count() == 1
    half.status = "stored"
    half.save()
    done = propose_links()
    assert (done.records, done.links) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_double_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(propose, "CHUNK", 1)
    missing()
    a_list()
    ends = race(propose_links, propose_links)
    assert not [end for end in ends if isinstance(end, BaseException)], ends
    assert Link.objects.count() == 1
    assert not UncomparedRecord.objects.exists()
    assert PrisonRecord.objects.count() == 4


@pytest.mark.parametrize(
    ("waiting", "processes", "most"), [(10_000, 2, 1_000), (1_000_000, 2, 2_000), (4_000, 8, 100)]
)
def test_no_process_has_much_of_a_list_left_when_the_others_are_done(
    monkeypatch: pytest.MonkeyPatch, waiting: int, processes: int, most: int
):
    chunks: list[int] = []

    def drain(_run: object, _meeting: object, _tick: object, at_once: int) -> propose.Proposed:
        chunks.append(at_once)
        return propose.Proposed()

    monkeypatch.setattr(propose, "_drain_records", drain)
    monkeypatch.setattr(propose, "in_parallel", lambda count, work, tick: [work(tick) for _ in range(count)])
    monkeypatch.setattr(propose, "AllAtOnce", lambda run: None)
    ticker = propose._Ticker(waiting, None)
    propose._records_meet_people(Comparison.begin(), waiting, ticker, processes)
    assert chunks == [most] * processes
