"""A newer version of a list: what it leaves as it was keeps its record and its links."""

import pytest
from django.db import connection
from django.utils import timezone

from tests import make
from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import checked, stored, stored_after_check
from tracker.flow.intake.check import begin_check
from tracker.flow.intake.receive import NewerVersionThere, NotStored, bring_in
from tracker.flow.intake.revisions import decisions_to_look_at
from tracker.flow.intake.undo import NewerVersionStands, undo_import, undo_part
from tracker.flow.linking.keys import key_records
from tracker.flow.review.decide import reject_link
from tracker.models import ImportFile, Link, PrisonRecord, RecordKeys, SetAside, UncomparedRecord

pytestmark = pytest.mark.django_db

HEADER = ("الاسم", "اسم الأم", "تاريخ الوفاة")
STAYS = ("سامر خالد الحلو", "هدى العلي", "2019")
CHANGES = ("نادر فؤاد المختلق", "سلمى", "2018")
CHANGED = ("نادر فؤاد المختلق", "سلمى", "22/10/2018")
GOES = ("باسل أنس النجار", "مريم", "2018")
NEW = ("رامي زياد القباني", "نجاح", "2014")
FIRST = csv_bytes((HEADER, STAYS, CHANGES, GOES))
SECOND = csv_bytes((HEADER, STAYS, CHANGED, NEW))


def versions() -> tuple[ImportFile, ImportFile]:
    first = stored(FIRST)
    return first, stored_after_check(SECOND, revises=first, source=first.source)


def record(of: ImportFile, name: str) -> PrisonRecord:
    return PrisonRecord.objects.get(import_file=of, name_written=name)


def standing() -> list[tuple[str, str]]:
    found = PrisonRecord.objects.standing().order_by("id")
    return [(one.name_written, one.died.written) for one in found]


def test_a_check_tells_apart_what_stays_changes_goes_and_comes():
    first = stored(FIRST)
    second = checked(SECOND, revises=first, source=first.source)
    told = {
        name: second.report[name]
        for name in ("unchanged", "changed", "gone", "new", "ready", "held_same_source")
    }
    assert told == {"unchanged": 1, "changed": 1, "gone": 1, "new": 1, "ready": 2, "held_same_source": 0}
    shown = {row.kinds[0]: row for row in second.checked.all()}
    assert set(shown) == {"changed", "new", "gone"}
    assert shown["changed"].other == first.rows.get(number=3)
    assert tuple(shown["gone"].cells) == GOES
    assert shown["gone"].other == first.rows.get(number=4)


def test_a_second_row_about_someone_whose_row_stays_is_new():
    first = stored(FIRST)
    second = checked(csv_bytes((HEADER, CHANGED, STAYS, CHANGES, GOES)), revises=first, source=first.source)
    told = {name: second.report[name] for name in ("unchanged", "changed", "gone", "new")}
    assert told == {"unchanged": 3, "changed": 0, "gone": 0, "new": 1}
    assert [row.kinds for row in second.checked.all()] == [["new"]]
    assert second.report["kinds"] == {"new": 1}


def test_what_stays_makes_no_second_record_and_what_goes_or_changes_no_longer_counts():
    first, second = versions()
    assert (second.records_count, second.unchanged_count) == (2, 1)
    assert standing() == [(STAYS[0], "2019"), (CHANGED[0], "22/10/2018"), (NEW[0], "2014")]
    unchanged = second.rows.get(status="unchanged")
    assert unchanged.same_as == first.rows.get(number=2)
    assert {(aside.record.name_written, aside.kind) for aside in SetAside.objects.all()} == {
        (CHANGES[0], "changed"), (GOES[0], "gone"),
    }  # fmt: skip
    first.refresh_from_db()
    assert first.status == "stored", "the older version itself is not undone"


def test_links_stay_on_what_is_unchanged_and_decisions_on_the_rest_are_listed():
    first = stored(FIRST)
    stays = make.link("confirmed", record=record(first, STAYS[0]))
    proposed = make.link("proposed", record=record(first, GOES[0]))
    decided = make.link("confirmed", record=record(first, CHANGES[0]))
    second = stored_after_check(SECOND, revises=first, source=first.source)
    for link in (stays, proposed, decided):
        link.refresh_from_db()
    assert [link.status for link in (stays, proposed, decided)] == ["confirmed", "withdrawn", "confirmed"]
    assert list(decisions_to_look_at(second)) == [decided]


def test_what_is_set_aside_is_found_and_compared_no_more():
    first = stored(FIRST)
    key_records()
    versions_keyed = set(RecordKeys.objects.values_list("record__name_written", flat=True))
    assert versions_keyed == {STAYS[0], CHANGES[0], GOES[0]}
    second = stored_after_check(SECOND, revises=first, source=first.source)
    key_records()
    keyed = set(RecordKeys.objects.values_list("record_id", flat=True))
    assert keyed == set(PrisonRecord.objects.standing().values_list("pk", flat=True))
    assert set(UncomparedRecord.objects.values_list("record_id", flat=True)) == keyed
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        undo_import(second.pk, by=second.received_by, reason="the older one was right")
        cursor.execute("SELECT task_name FROM procrastinate_jobs")
        assert cursor.fetchall() == [("propose_links",)], "what counts again is asked for"
    key_records()
    assert RecordKeys.objects.filter(record__import_file=first).count() == 3, (
        "and again once the version is undone"
    )


def test_an_undone_version_leaves_the_older_one_as_it_was():
    first, second = versions()
    undo_import(second.pk, by=second.received_by, reason="the older one was right")
    assert [name for name, _ in standing()] == [STAYS[0], CHANGES[0], GOES[0]]
    third = stored_after_check(SECOND, revises=first, source=first.source)
    assert (third.records_count, third.unchanged_count) == (2, 1)
    assert len(standing()) == 3


def test_links_that_an_undone_version_had_withdrawn_are_offered_again():
    first = stored(FIRST)
    offered = make.link("proposed", record=record(first, GOES[0]))
    closed = make.link("proposed", record=record(first, GOES[0]))
    rejected = make.link("rejected", record=record(first, CHANGES[0]))
    taken_back = make.link("withdrawn", record=record(first, CHANGES[0]))
    second = stored_after_check(SECOND, revises=first, source=first.source)
    case = closed.person
    case.withdrawn_at, case.withdrawn_by, case.withdrawn_reason = timezone.now(), first.received_by, "twice"
    case.save()
    undo_import(second.pk, by=second.received_by, reason="the older one was right")
    told = [(link.status, link.closed_by) for link in map(reloaded, (offered, rejected, taken_back, closed))]
    assert told == [
        ("proposed", None), ("rejected", rejected.closed_by), ("withdrawn", taken_back.closed_by),
        ("withdrawn", second.received_by),
    ]  # fmt: skip


def test_a_record_that_somebody_took_back_is_not_offered_again_with_the_others():
    first = stored(FIRST)
    link = make.link("proposed", record=record(first, GOES[0]))
    row = link.record.row.number
    undo_part(first.pk, by=first.received_by, reason="wrong", sheet="list", first_row=row, last_row=row)
    second = stored_after_check(SECOND, revises=first, source=first.source)
    undo_import(second.pk, by=second.received_by, reason="the older one was right")
    assert reloaded(link).status == "withdrawn"


def test_a_link_offered_again_is_decided_as_any_other():
    first = stored(FIRST)
    link = make.link("proposed", record=record(first, GOES[0]))
    for _ in range(2):
        second = stored_after_check(SECOND, revises=first, source=first.source)
        assert reloaded(link).status == "withdrawn"
        undo_import(second.pk, by=second.received_by, reason="the older one was right")
    by = make.reviewer()
    reject_link(link.pk, by=by, reason="another man")
    assert (reloaded(link).status, reloaded(link).closed_by) == ("rejected", by)


def reloaded(link: Link) -> Link:
    return Link.objects.get(pk=link.pk)


def test_an_older_version_is_not_undone_while_a_newer_one_rests_on_it():
    first, second = versions()
    for deed in (
        lambda: undo_import(first.pk, by=first.received_by, reason="wrong"),
        lambda: undo_part(
            first.pk, by=first.received_by, reason="wrong", sheet="list", first_row=2, last_row=2
        ),
    ):
        with pytest.raises(NewerVersionStands) as refused:
            deed()
        assert str(second.pk) in str(refused.value)
    undo_import(second.pk, by=second.received_by, reason="wrong")
    assert undo_import(first.pk, by=first.received_by, reason="wrong").status == "undone"


def test_a_third_version_rests_on_the_records_of_the_first():
    first, second = versions()
    third = stored_after_check(csv_bytes((HEADER, STAYS, NEW, GOES)), revises=second, source=first.source)
    assert (third.records_count, third.unchanged_count) == (1, 2)
    assert third.rows.get(number=2).same_as == first.rows.get(number=2)
    assert third.rows.get(number=3).same_as == second.rows.get(number=4)
    assert sorted(name for name, _ in standing()) == sorted([STAYS[0], NEW[0], GOES[0]])


def test_who_is_in_a_row_that_was_refused_is_not_gone():
    first = stored(FIRST)
    broken = (CHANGES[0], CHANGES[1], "3/5/1650")
    second = stored_after_check(csv_bytes((HEADER, STAYS, broken, GOES)), revises=first, source=first.source)
    assert (second.refused_count, second.unchanged_count) == (1, 2)
    assert len(standing()) == 3


def test_rows_that_were_added_to_the_older_version_belong_to_it():
    first = stored(csv_bytes((HEADER, STAYS, (*CHANGES[:2], "3/5/1650"))))
    mended = stored_after_check(csv_bytes((HEADER, CHANGES)), adds_to=first, source=first.source)
    assert (mended.adds_to, mended.records_count) == (first, 1)
    second = stored_after_check(csv_bytes((HEADER, CHANGES, NEW)), revises=first, source=first.source)
    assert (second.unchanged_count, second.records_count) == (1, 1)
    assert [name for name, _ in standing()] == [CHANGES[0], NEW[0]]


def test_a_version_that_was_not_wholly_stored_sets_nothing_aside():
    first = stored(FIRST)
    begun = checked(SECOND, revises=first, source=first.source)
    begin_check(begun.pk, by=begun.received_by)
    assert len(standing()) == 3
    assert not SetAside.objects.exists()


def test_one_newer_version_of_a_list_that_is_stored():
    first, second = versions()
    third = csv_bytes((HEADER, NEW))
    by, source = first.received_by, first.source
    with pytest.raises(NewerVersionThere) as refused:
        bring_in(third, filename="v3.csv", source=source, by=by, revises=first)
    assert str(second.pk) in str(refused.value)
    undo_import(second.pk, by=by, reason="wrong")
    with pytest.raises(NotStored):
        bring_in(third, filename="v3.csv", source=source, by=by, revises=second)
    with pytest.raises(NotStored):
        bring_in(third, filename="v3.csv", source=source, by=by, adds_to=second)
    assert bring_in(third, filename="v3.csv", source=source, by=by, revises=first).revises == first


def test_nothing_is_gone_or_changed_twice_however_the_links_were():
    first, second = versions()
    assert Link.objects.count() == 0
    assert SetAside.objects.filter(revision=second).count() == 2
    assert first.records.count() == 3


def test_a_row_that_stays_and_comes_twice_leads_to_the_record_both_times():
    first = stored(FIRST)
    again = csv_bytes((HEADER, STAYS, CHANGES, STAYS))
    twice = stored_after_check(again, revises=first, source=first.source)
    same = first.rows.get(record__name_written=STAYS[0])
    assert list(twice.rows.exclude(number=3).order_by("number").values_list("status", "same_as")) == [
        ("unchanged", same.pk), ("repeated", same.pk),
    ]  # fmt: skip
