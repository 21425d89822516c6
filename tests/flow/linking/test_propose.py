"""Which pairs are offered to reviewers, and which are left alone."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from django.conf import settings

from tests import make
from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import stored
from tests.flow.linking.lists import HEADER, HIS_ROW, OTHERS, a_list, missing
from tests.models.guards import changed
from tracker.flow.intake.undo import undo_import
from tracker.flow.linking import tasks
from tracker.flow.linking.house import House
from tracker.flow.linking.keys import RULES, key_people, key_records
from tracker.flow.linking.meetings import AllAtOnce
from tracker.flow.linking.offers import Comparison
from tracker.flow.linking.propose import propose_links
from tracker.flow.linking.tasks import notice_changed_people, propose_what_is_new
from tracker.flow.review.decide import confirm_link, reject_link, withdraw_link
from tracker.flow.withdraw import withdraw
from tracker.matching import PROPOSE_FROM
from tracker.models import Link, PersonKeys, PrisonRecord, RecordKeys

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "written", ["Nabil Karam al-Safadi", "نبيل كرم الصفدي", "Nabeel Karam Safadi", "نبيل كرم صفدى"]
)
def test_the_right_pair_is_proposed_in_both_scripts(written: str):
    person = missing(written)
    missing("Ghassan Tawfiq al-Masri", mother="", birth="1962")
    a_list()
    propose_links()
    link = Link.objects.get()
    assert (link.person, link.record.name_written) == (person, HIS_ROW[0])
    assert link.status == "proposed"
    assert PROPOSE_FROM <= link.probability <= 1
    assert {"given", "father", "family", "mother", "birth"} <= {
        finding["aspect"] for finding in link.findings
    }
    assert all(finding["en"] and finding["ar"] for finding in link.findings)


def test_what_was_done_is_counted():
    missing()
    a_list()
    done = propose_links()
    assert (done.records, done.people, done.links) == (4, 1, 1)
    again = propose_links()
    assert (again.records, again.people, again.links) == (0, 0, 0)


def test_a_brother_is_not_proposed():
    missing("Rami Karam al-Safadi", mother="Souad Mourad")
    a_list()
    propose_links()
    assert not Link.objects.exists()


def test_a_brother_is_not_proposed_however_much_the_family_shares():
    brother = missing("Rami Karam al-Safadi", registry_number="41", registry_place="دوما")
    make.identifier(brother, "01020304050", kind="national")
    header = (*HEADER, "محل القيد", "الخانة", "الرقم الوطني")
    stored(csv_bytes((header, (*HIS_ROW, "دوما", "41", "01020304050"))))
    propose_links()
    assert not Link.objects.exists()


def test_the_mother_and_the_birth_speak_for_and_against():
    right = missing()
    wrong = missing("Nabil Karam al-Safadi", mother="Layla Darwish", birth="1950", disappearance="2012")
    a_list()
    propose_links()
    bits = {link.person_id: link.bits for link in Link.objects.all()}
    assert right.pk in bits
    assert wrong.pk not in bits or bits[wrong.pk] < bits[right.pk] - 10


DECISIONS = {
    "rejected": lambda link, by: reject_link(link.pk, by=by, reason="another mother"),
    "confirmed by one": lambda link, by: confirm_link(link.pk, by=by, reason="same mother"),
    "withdrawn": lambda link, by: [
        confirm_link(link.pk, by=by, reason="same mother"),
        confirm_link(link.pk, by=make.reviewer(), reason="same mother"),
        withdraw_link(link.pk, by=by, reason="another man was found"),
    ],
}


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decided_pair_is_left_as_it_was_decided(decision: str):
    person = missing()
    a_list()
    propose_links()
    DECISIONS[decision](Link.objects.get(), make.reviewer())
    before = Link.objects.values().get()
    changed(person, birth="1982")()
    assert propose_links(everything=True).links == 0
    assert Link.objects.values().get() == before


def test_an_undecided_pair_is_scored_anew_after_a_correction():
    person = missing(birth=None)
    a_list()
    propose_links()
    before = Link.objects.get()
    changed(person, birth="1981")()
    done = propose_links()
    after = Link.objects.get()
    assert (done.people, done.links) == (1, 0)
    assert (after.pk, after.status) == (before.pk, "proposed")
    assert after.bits > before.bits
    assert "birth" in {finding["aspect"] for finding in after.findings}


def test_reasons_that_a_correction_overtook_do_not_stay_with_the_pair():
    person = missing()
    a_list()
    propose_links()
    before = Link.objects.get()
    changed(person, birth="1930")()
    changed(person.names.get(kind="mother"), written="Layla Darwish", given="Layla", family="Darwish")()
    propose_links()
    after = Link.objects.get()
    assert after.probability < PROPOSE_FROM < before.probability
    assert any("differ" in finding["en"] for finding in after.findings)


def test_a_pair_that_no_longer_shares_a_name_is_scored_anew():
    person = missing()
    a_list()
    propose_links()
    changed(
        person.names.get(kind="papers"),
        written="Ghassan al-Masri",
        given="Ghassan",
        father="",
        family="al-Masri",
    )()
    propose_links()
    assert Link.objects.get().probability < PROPOSE_FROM


def test_an_unchanged_pair_is_not_written_again():
    missing()
    a_list()
    propose_links()
    version = Link.objects.get().version
    propose_links(everything=True)
    assert Link.objects.get().version == version


def test_a_person_who_came_later_meets_the_records_of_before():
    a_list()
    assert propose_links().links == 0
    missing()
    assert propose_links().links == 1


def test_a_list_that_came_later_meets_the_people_of_before():
    missing()
    propose_links()
    a_list()
    assert propose_links().links == 1


def test_a_corrected_name_is_compared_again():
    person = missing("Ghassan al-Masri")
    a_list()
    assert propose_links().links == 0
    changed(
        person.names.get(kind="papers"),
        written="Nabil Karam al-Safadi",
        given="Nabil",
        father="Karam",
        family="al-Safadi",
    )()
    assert propose_links().links == 1


def test_the_worker_notices_whom_someone_corrected():
    person = missing("Ghassan al-Masri")
    a_list()
    propose_what_is_new.func()
    make.name(person, "Nabil Karam al-Safadi")
    notice_changed_people.func(timestamp=0)
    assert Link.objects.get().person == person


@pytest.mark.parametrize("task", [propose_what_is_new.func, partial(notice_changed_people.func, timestamp=0)])
def test_the_worker_compares_with_as_many_processes_as_the_office_allows(
    task: Callable[[], None], monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    monkeypatch.setattr(settings, "COMPARING_PROCESSES", 3)
    missing("Ghassan al-Masri")
    monkeypatch.setattr(tasks, "propose_links", lambda *, processes: asked.append(processes))
    task()
    assert asked == [3]


def every_key() -> list[int]:
    return [key for keys in RecordKeys.objects.values_list("keys", flat=True) for key in keys]


def test_withdrawn_people_are_never_matched():
    person = missing()
    a_list()
    withdraw(person, by=make.caseworker(), reason="twice in the list")
    assert propose_links(everything=True).links == 0
    # Not even when their keys were made a moment before.
    PersonKeys.objects.bulk_create(
        [PersonKeys(person=person, keys=every_key(), profile="[]\n[]", rules=RULES)]
    )
    assert propose_links().links == 0
    assert propose_links(everything=True).links == 0


def test_a_withdrawn_name_finds_nobody():
    person = missing("Nabil Karam al-Safadi", "Ghassan Tawfiq al-Masri")
    withdraw(person.names.get(written="Nabil Karam al-Safadi"), by=make.caseworker(), reason="another man's")
    a_list()
    assert propose_links().links == 0


def test_lists_that_were_undone_or_are_not_stored_yet_are_never_matched():
    undone = a_list()
    undo_import(undone.pk, by=undone.received_by, reason="wrong file")
    half = make.import_file(status="storing", rows_total=2)
    make.record(str(HIS_ROW[0]), import_file=half)
    assert key_records() == 1
    missing()
    assert propose_links().links == 0
    assert propose_links(everything=True).links == 0


def test_one_list_or_one_person_can_be_compared_anew():
    missing()
    imported, other = a_list(), a_list(*OTHERS[:2])
    propose_links()
    assert propose_links(import_id=imported.pk).records == 4
    assert propose_links(person_id=PersonKeys.objects.get().pk).people == 1
    assert propose_links(import_id=other.pk).records == 2


def test_no_record_floods_the_queue(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tracker.flow.linking.offers.KEPT_PER_RECORD", 3)
    for _ in range(5):
        missing(mother="")
    nearest = missing()
    a_list()
    assert propose_links().links == 3
    assert Link.objects.latest("bits").person == nearest


def test_progress_ends_with_all():
    missing()
    a_list()
    told: list[tuple[int, int]] = []
    propose_links(progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (5, 5)


def test_where_many_are_held_the_same_pair_weighs_less(monkeypatch: pytest.MonkeyPatch):
    make.person("Mohammed Karam al-Safadi")
    a_list(("محمد كرم الصفدي", "", "", "", ""))
    propose_links()
    in_a_small_house = Link.objects.get().bits
    small = House.now()
    monkeypatch.setattr(House, "now", lambda: replace(small, held=1_000_000))
    propose_links(everything=True)
    assert 2 < in_a_small_house - Link.objects.get().bits <= 6


def test_where_many_are_held_a_name_alone_is_not_enough_for_an_offer():
    person = make.person("Mohammed Ali al-Safadi")
    a_list(("محمد علي الصفدي", "", "", "", ""))
    key_people()
    key_records()
    record, small = PrisonRecord.objects.get(), House.now()
    offered = [
        AllAtOnce(Comparison(replace(small, held=held))).pairs([record.pk])[0][record.pk]
        for held in (1, 1_000_000)
    ]
    assert offered == [{person.pk}, set()]
