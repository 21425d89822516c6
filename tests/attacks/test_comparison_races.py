"""Names are corrected and lists taken back while the worker compares: nothing is found under a wrong name."""

from __future__ import annotations

from typing import Any

import pytest

from tests import make
from tests.attacks.meanwhile import meanwhile
from tests.racing import race
from tracker.flow.intake.undo import undo_import
from tracker.flow.linking import keys, meetings, offers, propose
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.profiles import own_names
from tracker.flow.linking.propose import propose_links
from tracker.flow.linking.search import answers
from tracker.flow.listing.consent import withdraw_consent
from tracker.flow.review.decide import confirm_link, reject_link
from tracker.flow.review.queue import waiting_links
from tracker.flow.review.refusals import CaseIsWithdrawn
from tracker.flow.review.rivals import share_odds, weighed
from tracker.flow.withdraw import withdraw
from tracker.matching.rivals import ASPECT
from tracker.models import (
    ImportFile,
    Link,
    Person,
    PersonKeys,
    PersonName,
    PrisonRecord,
    UncomparedRecord,
)
from tracker.names import read_name

pytestmark = pytest.mark.django_db(transaction=True)

OLD, NEW = "سامر خالد الحلو", "نادر فؤاد الزعبي"


def corrected(person: Person) -> Any:
    name = PersonName.objects.get(person=person)
    name.written = NEW
    for part in ("given", "father", "grandfather", "family", "nickname"):
        setattr(name, part, "")
    name.save()


def compared(*names: str) -> list[PrisonRecord]:
    """Records of one standing list, keyed and not compared yet."""
    of = make.import_file()
    records = [make.record(name, import_file=of, **parts_of(name)) for name in names]
    assert keys.key_records() == len(records)
    return records


def parts_of(name: str) -> dict[str, str]:
    read = read_name(name)
    return {part: getattr(read, part) for part in ("given", "father", "family")}


def test_a_name_corrected_while_it_is_keyed_is_found_under_the_new_one(monkeypatch: pytest.MonkeyPatch):
    person = make.person(OLD)
    with meanwhile(monkeypatch, keys, "people_as_cases", lambda: corrected(person)):
        key_people()
    key_people()
    assert [one.person_id for one in answers(NEW).found] == [person.pk]
    stored = PersonKeys.objects.get(person=person).keys
    assert stored == keys.stored_keys(own_names(PersonName.objects.filter(person=person)), ())


def test_a_case_is_edited_while_the_worker_compares_it_and_neither_fails(monkeypatch: pytest.MonkeyPatch):
    caseworker, person = make.caseworker(), make.public_person(OLD)
    compared(OLD)
    key_people()
    UncomparedRecord.objects.all().delete()

    def take_back() -> Person:
        assert person.consent_given_on is not None
        return withdraw_consent(person.pk, by=caseworker, on=person.consent_given_on)

    with meanwhile(monkeypatch, meetings, "read_profile", take_back) as edit:
        assert propose_links().links == 1
    assert isinstance(edit.ended, Person), edit.ended


def test_a_list_taken_back_while_it_is_compared_offers_nothing(monkeypatch: pytest.MonkeyPatch):
    make.person(OLD)
    volunteer = make.volunteer()
    (record,) = compared(OLD)

    def take_back() -> ImportFile:
        return undo_import(record.import_file_id, by=volunteer, reason="a forged list")

    with meanwhile(monkeypatch, meetings, "read_profile", take_back) as undone:
        propose_links()
    assert isinstance(undone.ended, ImportFile), undone.ended
    assert not Link.objects.filter(status="proposed").exists()
    assert not waiting_links(make.reviewer()).exists()


def test_a_list_taken_back_after_it_was_compared_takes_its_offers_along(monkeypatch: pytest.MonkeyPatch):
    make.person(OLD)
    volunteer = make.volunteer()
    (record,) = compared(OLD)

    def take_back() -> ImportFile:
        return undo_import(record.import_file_id, by=volunteer, reason="a forged list")

    with meanwhile(monkeypatch, propose, "store_offers", take_back):
        propose_links(everything=True)
    assert [link.status for link in Link.objects.all()] == ["withdrawn"]


def test_a_person_and_a_record_compared_from_both_sides_at_once_are_offered_once():
    for letter in "ابتثجحخدذر":
        names = [f"سامر {letter}خالد الحلو", f"سامر {letter}خالد الحلوي", f"سمير {letter}خالد الحلو"]
        for name in names:
            make.person(name)
        compared(*names)
        key_people()
        # One run takes the records, the other the people: each sees the others as done.
        ends = race(
            lambda: propose._drain_records(run(), meetings.OneByOne(run()), quiet(), propose.CHUNK),
            lambda: propose._drain_people(run(), quiet()),
        )
        assert not [end for end in ends if isinstance(end, Exception)], ends
    links = list(Link.objects.order_by("pk"))
    assert len(links) == Link.objects.values("person", "record").distinct().count() > 0
    # Whom each run offered a record to, the other has counted.
    before = list(map(weighed, links))
    share_odds(links)
    assert list(map(weighed, links)) == before
    assert any(told["aspect"] == ASPECT for link in links for told in link.findings)


def test_someone_is_ruled_out_while_the_worker_compares_and_neither_waits_for_the_other_for_ever():
    names = ["سامر خالد الحلو", "سامر خالد الحلوي", "سمير خالد الحلو"]
    for name in names:
        make.person(name)
    compared(*names)
    propose_links()
    by = make.reviewer()
    while links := list(Link.objects.filter(status="proposed")):
        ends = race(
            lambda: propose_links(everything=True),
            *(lambda pk=link.pk: reject_link(pk, by=by, reason="another mother") for link in links[:2]),
        )
        assert not [end for end in ends if isinstance(end, Exception)], ends
        standing = list(Link.objects.filter(status="proposed"))
        before = list(map(weighed, standing))
        share_odds(standing)
        assert list(map(weighed, standing)) == before


def run() -> offers.Comparison:
    return offers.Comparison.begin()


def quiet() -> propose._Ticker:
    return propose._Ticker(0, None)


def test_a_case_withdrawn_while_it_is_compared_cannot_be_confirmed(monkeypatch: pytest.MonkeyPatch):
    person, caseworker, reviewer = make.person(OLD), make.caseworker(), make.reviewer()
    compared(OLD)

    def withdraw_it() -> Person:
        return withdraw(person, by=caseworker, reason="opened twice")

    with meanwhile(monkeypatch, offers, "entry_reader", withdraw_it):
        propose_links()
    link = Link.objects.get()
    assert not waiting_links(reviewer).exists()
    with pytest.raises(CaseIsWithdrawn):
        confirm_link(link.pk, by=reviewer, reason="the names agree")
