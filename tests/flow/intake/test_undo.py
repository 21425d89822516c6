"""An import is taken back wholly, unless people's decisions rest on it."""

from pathlib import Path

import pytest

from tests import make
from tests.flow.intake.lists import receive, stored
from tests.models.guards import run
from tests.racing import race
from tracker.flow.intake.undo import AlreadyUndone, ImportIsUsed, NoReasonToUndo, undo_import, what_depends_on
from tracker.flow.refusals import Refused
from tracker.flow.review.decide import confirm_link, reject_link
from tracker.flow.review.refusals import AlreadyDecided
from tracker.models import ImportFile, Link, PrisonRecord

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
