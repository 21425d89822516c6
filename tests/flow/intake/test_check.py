"""A list is looked at row by row before anything of it is stored."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from tests import make
from tests.flow.intake.files import csv_bytes
from tests.flow.intake.lists import checked, stored, stored_after_check
from tests.racing import race
from tracker.flow.intake import check
from tracker.flow.intake.check import NothingToCheck, begin_check, check_rows
from tracker.flow.intake.columns import NobodyMapped
from tracker.flow.intake.doubts import LABELS
from tracker.flow.intake.layouts import with_fields
from tracker.flow.intake.receive import ReadingIsOver, bring_in, read_otherwise
from tracker.flow.intake.tasks import check_import, go_on_with_lists
from tracker.flow.intake.whole import NoRows
from tracker.models import CheckedRow, EditConflict, ImportFile, ImportRow, PrisonRecord

HEADER = ("الاسم", "اسم الأم", "تاريخ الوفاة", "الجنس")
SAMER = ("سامر خالد الحلو", "هدى العلي", "22/10/2019", "ذكر")
NADER = ("نادر فؤاد المختلق", "سلمى", "2018", "ذكر")
DOUBTFUL = ("باسل أنس النجار", "مريم", "2018", "لا يعرف")
REFUSED = ("رامي زياد القباني", "نجاح", "3/5/1650", "ذكر")
LIST = csv_bytes((HEADER, SAMER, NADER, DOUBTFUL, REFUSED, SAMER))


def counts(imported: ImportFile, *names: str) -> tuple[int, ...]:
    return tuple(imported.report[name] for name in names)


def kept(imported: ImportFile) -> list[tuple[int, list[str]]]:
    return [(row.number, row.kinds) for row in imported.checked.order_by("id")]


@pytest.mark.django_db
def test_every_row_is_ready_doubtful_refused_or_repeated_and_nothing_is_stored():
    imported = checked(LIST)
    assert (imported.status, imported.rows_checked) == ("checked", 5)
    assert counts(imported, "rows", "ready", "doubtful", "refused", "repeated") == (5, 2, 1, 1, 1)
    assert imported.report["kinds"] == {"sex_not_understood": 1, "refused": 1, "repeated": 1}
    assert not ImportRow.objects.exists()
    assert not PrisonRecord.objects.exists()


@pytest.mark.django_db
def test_only_what_is_not_plainly_ready_is_kept_with_its_reasons_in_both_languages():
    imported = checked(LIST)
    assert kept(imported) == [(4, ["sex_not_understood"]), (5, ["refused"]), (6, ["repeated"])]
    doubtful, refused, repeated = imported.checked.order_by("id")
    assert tuple(doubtful.cells) == DOUBTFUL
    assert "لا يعرف" in doubtful.sentences[0]["ar"]
    assert "1650" in refused.sentences[0]["en"]
    assert repeated.other_number == 2


@pytest.mark.django_db
def test_every_kind_that_is_found_has_a_label():
    assert set(checked(LIST).report["kinds"]) <= set(LABELS)
    assert all(str(label) for label in LABELS.values())


@pytest.mark.django_db
@pytest.mark.parametrize("same_source", [True, False])
def test_whom_another_list_holds_is_told_and_shown_beside_it(same_source: bool):
    first = stored(csv_bytes((HEADER, SAMER)))
    source = first.source if same_source else make.source()
    imported = checked(csv_bytes((HEADER, (*SAMER[:2], "2020", ""), NADER)), source=source)
    kind = "held_same_source" if same_source else "held_elsewhere"
    assert counts(imported, kind, "ready") == (1, 2)
    assert kept(imported) == [(2, [kind])]
    assert imported.checked.get().other == first.rows.get()


@pytest.mark.django_db
def test_what_is_not_stored_or_was_undone_counts_as_not_held():
    from tracker.flow.intake.undo import undo_import

    first = stored(csv_bytes((HEADER, SAMER)))
    undo_import(first.pk, by=first.received_by, reason="wrong file")
    checked(csv_bytes((HEADER, SAMER, SAMER)))
    assert not kept(checked(csv_bytes((HEADER, (*SAMER[:2], "2020", "")))))


@pytest.mark.django_db
def test_a_check_counts_what_storing_then_does():
    imported = checked(LIST)
    told = counts(imported, "ready", "doubtful", "refused", "repeated")
    stored_one = stored_after_check(LIST + b"\r\n")
    assert stored_one.records_count == told[0] + told[1]
    assert (stored_one.refused_count, stored_one.repeated_count) == told[2:]


@pytest.mark.django_db
def test_a_list_may_be_checked_again_and_what_was_found_before_is_dropped():
    imported = checked(LIST)
    first = kept(imported)
    begin_check(imported.pk, by=imported.received_by)
    assert not imported.checked.exists()
    again = check_rows(imported.pk)
    assert (again.status, kept(again)) == ("checked", first)


@pytest.mark.django_db
def test_a_check_that_was_killed_is_done_anew_and_doubles_nothing(monkeypatch: pytest.MonkeyPatch):
    class Killed(BaseException):
        pass

    def kill(done: int, total: int) -> None:
        raise Killed

    monkeypatch.setattr(check, "CHUNK", 2)
    imported = brought()
    begin_check(imported.pk, by=imported.received_by)
    with pytest.raises(Killed):
        check_rows(imported.pk, progress=kill)
    assert ImportFile.objects.get().rows_checked == 2
    finished = check_rows(imported.pk)
    assert (finished.rows_checked, finished.report["rows"]) == (5, 5)
    assert kept(finished) == [(4, ["sex_not_understood"]), (5, ["refused"]), (6, ["repeated"])]


@pytest.mark.django_db
def test_columns_set_otherwise_end_a_check_that_runs(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(check, "CHUNK", 2)
    imported = brought()
    begun = begin_check(imported.pk, by=imported.received_by)

    def change(done: int, total: int) -> None:
        layout = with_fields(begun.sheets, "list", ["name", "mother", "died", ""])
        read_otherwise(imported.pk, by=imported.received_by, version=begun.version, layout=layout)

    assert check_rows(imported.pk, progress=change).status == "received"
    assert not CheckedRow.objects.exists()
    begin_check(imported.pk, by=imported.received_by)
    assert check_rows(imported.pk).report["doubtful"] == 0


@pytest.mark.django_db
def test_columns_that_a_colleague_set_meanwhile_are_not_overwritten():
    imported = brought()
    by = imported.received_by
    layout = with_fields(imported.sheets, "list", ["name", "", "died", ""])
    read_otherwise(imported.pk, by=by, version=imported.version, layout=layout)
    with pytest.raises(EditConflict):
        read_otherwise(imported.pk, by=by, version=imported.version, layout=imported.sheets)
    imported.refresh_from_db()
    assert imported.sheets[0].fields == ["name", "", "died", ""]


@pytest.mark.django_db
def test_how_a_list_is_read_cannot_change_once_it_is_stored():
    imported = stored(LIST)
    with pytest.raises(ReadingIsOver):
        read_otherwise(imported.pk, by=imported.received_by, version=imported.version, layout=imported.sheets)
    with pytest.raises(NothingToCheck):
        begin_check(imported.pk, by=imported.received_by)


@pytest.mark.django_db
def test_another_encoding_reads_the_list_anew():
    imported = brought(csv_bytes((HEADER, SAMER), encoding="windows-1256"))
    assert imported.encoding == "windows-1256"
    other = read_otherwise(
        imported.pk, by=imported.received_by, version=imported.version, encoding="windows-1252"
    )
    assert (other.status, other.encoding) == ("received", "windows-1252")
    assert other.sheets[0].header != imported.sheets[0].header


@pytest.mark.django_db
def test_a_list_that_names_nobody_or_holds_no_row_is_not_checked():
    with pytest.raises(NoRows):
        brought(csv_bytes((HEADER,)))
    emptied = brought(LIST + b"\r\n")
    layout = [replace(emptied.sheets[0], header_row=6)]
    read_otherwise(emptied.pk, by=emptied.received_by, version=emptied.version, layout=layout)
    with pytest.raises(NoRows):
        begin_check(emptied.pk, by=emptied.received_by)
    nobody = brought()
    layout = with_fields(nobody.sheets, "list", ["", "mother", "died", "sex"])
    read_otherwise(nobody.pk, by=nobody.received_by, version=nobody.version, layout=layout)
    with pytest.raises(NobodyMapped):
        begin_check(nobody.pk, by=nobody.received_by)


@pytest.mark.django_db
def test_where_a_list_came_from_stays_in_its_chain_of_custody():
    imported = brought(came_from="from a former prisoner, by courier")
    note = imported.document.custody.get(kind="received").note
    assert "list.csv" in note
    assert "from a former prisoner, by courier" in note


@pytest.mark.django_db
def test_the_worker_checks_and_lists_whose_check_gave_up_are_taken_up_again():
    imported = brought()
    begin_check(imported.pk, by=imported.received_by)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        go_on_with_lists.func(timestamp=0)
        cursor.execute("SELECT task_name, args->>'import_id' FROM procrastinate_jobs")
        assert cursor.fetchall() == [("check_import", str(imported.pk))]
    check_import.func(import_id=imported.pk)
    imported.refresh_from_db()
    assert imported.status == "checked"


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_check_one_list_double_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(check, "CHUNK", 1)
    imported = brought()
    begin_check(imported.pk, by=imported.received_by)
    ends = race(*[lambda: check_rows(imported.pk)] * 2)
    assert [type(end) for end in ends] == [ImportFile, ImportFile], ends
    imported.refresh_from_db()
    assert (imported.status, imported.report["rows"]) == ("checked", 5)
    assert kept(imported) == [(4, ["sex_not_understood"]), (5, ["refused"]), (6, ["repeated"])]


def brought(content: bytes = LIST, **fields: Any) -> ImportFile:
    """A list that waits for its columns."""
    return bring_in(content, filename="list.csv", source=make.source(), by=make.volunteer(), **fields)
