"""An import is taken back wholly, unless people's decisions rest on it."""

from pathlib import Path

import pytest

from tests import make
from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import receive, stored, stored_after_check
from tests.models.guards import run
from tests.racing import race
from tracker.flow.intake.undo import (
    AlreadyUndone,
    ImportIsUsed,
    NoReasonToUndo,
    NothingThere,
    OthersRestOnIt,
    undo_import,
    undo_part,
    what_depends_on,
)
from tracker.flow.linking.keys import key_records
from tracker.flow.linking.offers import store_offers
from tracker.flow.refusals import Refused
from tracker.flow.review.decide import confirm_link, reject_link
from tracker.flow.review.refusals import AlreadyDecided
from tracker.models import ImportFile, Link, PrisonRecord, RecordKeys, SetAside

pytestmark = pytest.mark.django_db


def link_of(imported: ImportFile, status: str = "proposed") -> Link:
    return make.link(status, record=PrisonRecord.objects.filter(import_file=imported).first())


@pytest.mark.parametrize("status", ["awaiting_second", "confirmed"])
def test_an_import_whose_records_people_confirmed_is_not_undone(status: str):
    imported = stored()
    link = link_of(imported, status)
    assert list(what_depends_on(imported)) == [link]
    with pytest.raises(ImportIsUsed) as refused:
        undo_import(imported.pk, by=imported.received_by, reason="wrong file")
    assert "1" in str(refused.value)
    imported.refresh_from_db()
    assert imported.status == "stored"


@pytest.mark.parametrize("status", ["proposed", "rejected", "withdrawn"])
def test_nothing_else_keeps_an_import_from_being_undone(status: str):
    imported = stored()
    link = link_of(imported, status)
    assert not what_depends_on(imported)
    undo_import(imported.pk, by=imported.received_by, reason="wrong file")
    link.refresh_from_db()
    assert link.status == ("withdrawn" if status == "proposed" else status)


def test_an_undone_list_no_longer_counts_and_all_of_it_stays(originals_folder: Path):
    imported = stored()
    volunteer = make.volunteer()
    link = link_of(imported)
    undone = undo_import(imported.pk, by=volunteer, reason=" wrong file ")
    assert (undone.status, undone.undone_by, undone.undone_reason) == ("undone", volunteer, "wrong file")
    assert undone.undone_at is not None
    assert not PrisonRecord.objects.standing().exists()
    assert PrisonRecord.objects.filter(import_file=imported).count() == imported.rows.count() == 2
    assert len(list(originals_folder.rglob("*/*"))) == 1
    custody = imported.document.custody.order_by("id").values_list("kind", "by", "note")
    assert list(custody)[-1] == ("undone", volunteer.pk, "wrong file")
    link.refresh_from_db()
    assert (link.status, link.closed_by) == ("withdrawn", volunteer)


def test_the_history_names_who_undid_it():
    imported = stored()
    link = link_of(imported)
    undo_import(imported.pk, by=imported.received_by, reason="wrong file")
    for table, pk in (("importfile", imported.pk), ("link", link.pk)):
        sql = f"""
            SELECT 1 FROM tracker_{table}event e JOIN pghistory_context c ON c.id = e.pgh_context_id
             WHERE e.pgh_obj_id = %s AND e.pgh_label = 'update' AND c.metadata->>'deed' = 'import:undo'
               AND (c.metadata->>'user')::int = %s
        """
        assert run(sql, pk, imported.received_by.pk) == 1


@pytest.mark.parametrize("status", ["received", "storing"])
def test_a_list_may_be_taken_back_before_it_is_stored(status: str):
    imported = receive() if status == "received" else make.import_file(status="storing", rows_total=3)
    assert undo_import(imported.pk, by=imported.received_by, reason="wrong file").status == "undone"


def test_an_import_is_undone_once():
    imported = stored()
    undo_import(imported.pk, by=imported.received_by, reason="wrong file")
    with pytest.raises(AlreadyUndone):
        undo_import(imported.pk, by=imported.received_by, reason="again")
    assert imported.document.custody.filter(kind="undone").count() == 1


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_an_undo_says_why(reason: str):
    imported = stored()
    with pytest.raises(NoReasonToUndo):
        undo_import(imported.pk, by=imported.received_by, reason=reason)


def test_links_of_other_lists_are_left_alone():
    other = make.link()
    imported = stored()
    undo_import(imported.pk, by=imported.received_by, reason="wrong file")
    other.refresh_from_db()
    assert other.status == "proposed"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("decide", [confirm_link, reject_link])
def test_of_an_undo_and_a_decision_at_once_one_is_refused_or_both_fit(decide: object):
    imported = stored()
    link, reviewer = link_of(imported), make.reviewer()
    undone, decided = race(
        lambda: undo_import(imported.pk, by=imported.received_by, reason="wrong file"),
        lambda: decide(link.pk, by=reviewer, reason="the mother's name agrees"),  # type: ignore[operator]
    )
    imported.refresh_from_db()
    link.refresh_from_db()
    if isinstance(undone, Refused):
        assert (imported.status, link.status) == ("stored", "awaiting_second")
    else:
        assert imported.status == "undone"
        assert isinstance(decided, AlreadyDecided) or decide is reject_link
        assert link.status in ("withdrawn", "rejected")


NAMES = ("سامر خالد الحلو", "نادر فؤاد المختلق", "باسل أنس النجار", "رامي زياد القباني")
FOUR = csv_bytes((("الاسم",), *((name,) for name in NAMES)))


def take_back(imported: ImportFile, first: int, last: int, **fields: str) -> ImportFile:
    fields = {"reason": "read twice", "sheet": "list"} | fields
    return undo_part(imported.pk, by=imported.received_by, first_row=first, last_row=last, **fields)


def names_that_stand() -> list[str]:
    return [record.name_written for record in PrisonRecord.objects.standing().order_by("id")]


def test_a_part_of_a_list_is_taken_back_and_the_rest_stands():
    imported = stored(FOUR)
    key_records()
    links = [make.link(record=record) for record in imported.records.order_by("id")]
    assert take_back(imported, 3, 4).status == "stored"
    assert names_that_stand() == [NAMES[0], NAMES[3]]
    for link in links:
        link.refresh_from_db()
    assert [link.status for link in links] == ["proposed", "withdrawn", "withdrawn", "proposed"]
    assert RecordKeys.objects.count() == 2
    assert imported.rows.count() == imported.records.count() == 4, "all of it stays readable"
    assert {(aside.kind, aside.reason, aside.by) for aside in SetAside.objects.all()} == {
        ("undone", "read twice", imported.received_by)
    }
    last = imported.document.custody.latest("id")
    assert last.kind == "undone"
    assert "read twice" in last.note
    assert "3" in last.note


@pytest.mark.parametrize("status", ["awaiting_second", "confirmed"])
def test_a_part_on_which_a_decision_rests_is_not_taken_back_and_another_is(status: str):
    imported = stored(FOUR)
    link = make.link(status, record=imported.records.get(row__number=3))
    assert list(what_depends_on(imported, "list", 2, 3)) == [link]
    assert not what_depends_on(imported, "list", 4, 5)
    with pytest.raises(ImportIsUsed):
        take_back(imported, 2, 3)
    assert len(names_that_stand()) == 4
    take_back(imported, 4, 5)
    assert len(names_that_stand()) == 2


def test_rows_are_taken_back_once_and_only_where_there_are_any():
    imported = stored(FOUR)
    take_back(imported, 2, 3)
    for first, last, sheet in ((2, 3, "list"), (50, 60, "list"), (4, 5, "another")):
        with pytest.raises(NothingThere):
            take_back(imported, first, last, sheet=sheet)
    with pytest.raises(NoReasonToUndo):
        take_back(imported, 4, 5, reason=" ")
    take_back(imported, 3, 4)
    assert names_that_stand() == [NAMES[3]]


def test_what_was_taken_back_may_come_in_again_with_another_list():
    first = stored(FOUR)
    take_back(first, 2, 2)
    second = stored_after_check(csv_bytes((("الاسم",), (NAMES[0],))), revises=None, source=first.source)
    assert second.records_count == 1
    assert sorted(names_that_stand()) == sorted(NAMES)


def test_a_record_that_was_taken_back_is_offered_to_nobody():
    imported = stored(FOUR)
    record = imported.records.get(row__number=2)
    offer = Link(person=make.person(), record=record, probability=0.9, bits=9.0, rules_version="test")
    take_back(imported, 2, 2)
    assert store_offers([offer]) == 0
    assert not Link.objects.exists()


def test_a_list_that_others_left_rows_out_for_is_not_undone_before_them():
    header, row = ("الاسم", "اسم الأم", "ملاحظات"), ("سامر خالد الحلو", "هدى العلي")
    first = stored(csv_bytes((header, (*row, ""))))
    other = stored_after_check(csv_bytes((header, (*row, "نُقل"))), source=first.source, leave_out_held=True)
    assert other.repeated_count == 1
    with pytest.raises(OthersRestOnIt) as refused:
        undo_import(first.pk, by=first.received_by, reason="wrong file")
    assert str(other.pk) in str(refused.value)
    undo_import(other.pk, by=first.received_by, reason="wrong file")
    assert undo_import(first.pk, by=first.received_by, reason="wrong file").status == "undone"


@pytest.mark.django_db(transaction=True)
def test_of_a_part_taken_back_and_a_decision_at_once_one_is_refused():
    imported = stored(FOUR)
    link, reviewer = make.link(record=imported.records.get(row__number=2)), make.reviewer()
    undone, decided = race(
        lambda: take_back(imported, 2, 3),
        lambda: confirm_link(link.pk, by=reviewer, reason="the mother's name agrees"),
    )
    link.refresh_from_db()
    if isinstance(undone, Refused):
        assert (len(names_that_stand()), link.status) == (4, "confirmed")
    else:
        assert isinstance(decided, AlreadyDecided), decided
        assert (len(names_that_stand()), link.status) == (2, "withdrawn")


@pytest.mark.django_db(transaction=True)
def test_a_record_keyed_while_it_is_taken_back_is_not_found_afterwards():
    imported = stored(FOUR)
    keyed, undone = race(key_records, lambda: take_back(imported, 2, 3))
    assert not isinstance(undone, BaseException), undone
    assert not isinstance(keyed, BaseException), keyed
    key_records()
    standing = set(PrisonRecord.objects.standing().values_list("pk", flat=True))
    assert set(RecordKeys.objects.values_list("record_id", flat=True)) == standing
