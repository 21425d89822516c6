"""Each named constraint of the database refuses its bad row; without it, the row goes in."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, cast

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, models, transaction
from django.utils import timezone
from psycopg.types.json import Json

from tests import make
from tests.models.bad_rows import BAD_ROWS, MARK, told_without
from tests.models.guards import (
    Guard,
    as_typed,
    cause_of,
    changed,
    constraints,
    nouns,
    run,
    triggers_of,
    without,
)
from tests.models.nouns import NOUNS
from tracker.models import Contact, Notice, PersonName, Place
from tracker.models.base import Unaltered, Withdrawable, is_in_words
from tracker.models.fields import FuzzyDateField

pytestmark = pytest.mark.django_db

CONSTRAINTS = constraints()
IMPLIED_BY: dict[str, Guard] = {
    "place_does_not_lie_in_itself": triggers_of(Place)["place_tree_has_no_circle"],
    "link_has_a_known_status": CONSTRAINTS["link_is_decided_by_a_person"][1],
    "lead_has_a_known_status": CONSTRAINTS["closed_lead_has_an_outcome"][1],
    "notice_has_a_known_kind": CONSTRAINTS["correction_corrects_a_notice"][1],
}
"""A guard that refuses the same row as well, and is out of the way while its neighbour is tried."""


def test_every_constraint_has_its_bad_row():
    assert set(BAD_ROWS) == set(CONSTRAINTS)


@pytest.mark.parametrize("name", BAD_ROWS)
def test_the_database_refuses(name: str):
    model, guard = CONSTRAINTS[name]
    bad = BAD_ROWS[name]()
    with ExitStack() as away:
        if name in IMPLIED_BY:
            away.enter_context(without(model, IMPLIED_BY[name]))
        with pytest.raises(DatabaseError) as refusal, transaction.atomic():
            bad()
        assert cause_of(refusal).diag.constraint_name == name
        with without(model, guard):
            bad()


def fields_in(condition: models.Q) -> Iterator[str]:
    for part in condition.children:
        if isinstance(part, models.Q):
            yield from fields_in(part)
        elif isinstance(part, tuple):
            yield str(part[0]).split("__")[0]


GUARDED_TEXTS = [
    (model, field)
    for name, (model, guard) in CONSTRAINTS.items()
    if name.endswith("holds_no_hidden_marks") and isinstance(guard, models.CheckConstraint)
    for field in fields_in(cast(models.Q, guard.condition))
]


OUR_OWN_WORDS = {
    "User.password", "Document.sha256", "Document.media_type", "ImportFile.encoding", "Person.case_code",
    "Link.rules_version",
}  # fmt: skip
"""Texts that no person types."""


def test_every_text_that_people_write_is_guarded():
    written = {f"{m.__name__}.{f.name}" for m in nouns() for f in m._meta.concrete_fields if is_in_words(f)}
    assert written > OUR_OWN_WORDS
    assert {f"{model.__name__}.{field}" for model, field in GUARDED_TEXTS} == written - OUR_OWN_WORDS


@pytest.mark.parametrize(("model", "field"), GUARDED_TEXTS, ids=lambda part: getattr(part, "__name__", part))
def test_marks_that_cannot_be_seen_are_refused(model: type[models.Model], field: str):
    text = {field: f"سامر{MARK}"}
    bad = as_typed(NOUNS[model], **text) if issubclass(model, Unaltered) else changed(NOUNS[model](), **text)
    with pytest.raises(IntegrityError, match="holds_no_hidden_marks"), transaction.atomic():
        bad()


@pytest.mark.parametrize(
    "code",
    [0x200B, 0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF],
    ids=hex,
)
def test_each_mark_is_refused_and_left_out_by_a_save(code: int):
    written = f"سامر{chr(code)} الحلو"
    with pytest.raises(IntegrityError, match="prisonrecord_holds_no_hidden_marks"), transaction.atomic():
        as_typed(make.record, name_written=written)()
    assert make.record(written).name_written == "سامر الحلو"


@pytest.mark.parametrize("model", sorted({model.__name__ for model, _ in GUARDED_TEXTS}))
def test_a_save_leaves_the_marks_out_and_nothing_else(model: str):
    made, fields = next((m, [f for of, f in GUARDED_TEXTS if of is m]) for m in NOUNS if m.__name__ == model)
    typed = dict.fromkeys(fields, f" one {MARK}\r\n  two")
    if issubclass(made, Unaltered):
        row = NOUNS[made](**typed)
    else:
        row = NOUNS[made]()
        for field, text in typed.items():
            setattr(row, field, text)
        row.save()
    row.refresh_from_db()
    kept = "one two" if made is PersonName else " one \r\n  two"
    own = [field for field in fields if field != "withdrawn_reason"]
    assert {getattr(row, field) for field in own} <= {kept, " one \r\n  two"}


def test_a_number_pasted_from_a_chat_passes_the_form_and_is_kept_clean():
    contact = Contact(relative=make.relative(), channel="phone", value="\u202a+963 944 000 000\u202c")
    contact.full_clean()
    contact.save()
    assert Contact.objects.get().value == "+963 944 000 000"
    with pytest.raises(ValidationError) as refusal:
        Contact(relative=contact.relative, channel="phone", value="\u202a\u202c").full_clean()
    assert refusal.value.error_dict.keys() == {"value"}


def test_a_joiner_that_persian_spelling_needs_is_kept():
    assert make.record("علی\u200cاکبر").name_written == "علی\u200cاکبر"


def guarded_fields(model: type[models.Model]) -> set[str]:
    checks = [guard for of, guard in CONSTRAINTS.values() if of is model]
    return {
        field
        for guard in checks
        if isinstance(guard, models.CheckConstraint)
        for field in fields_in(cast(models.Q, guard.condition))
    }


def test_what_is_chosen_from_a_list_is_nothing_else():
    chosen = {(model, field.name) for model in nouns() for field in model._meta.fields if field.choices}
    assert len(chosen) > 20
    assert [pair for pair in chosen if pair[1] not in guarded_fields(pair[0])] == []


def test_every_date_is_whole_and_in_order():
    dates = [(m, f.name) for m in nouns() for f in m._meta.fields if isinstance(f, FuzzyDateField)]
    names = {f"{model.__name__.lower()}_{field}_does_not_end_before_it_begins" for model, field in dates}
    assert names == {name for name in CONSTRAINTS if name.endswith("_does_not_end_before_it_begins")}


WHOLE = {
    "written": "2015", "calendar": "gregorian", "edtf": "2015", "earliest": "2015-01-01",
    "latest": "2015-12-31",
}  # fmt: skip
HALF: dict[str, Any] = {
    "nothing": {}, "a list": [], "a text": "2015", "a number": 2015,
    **{f"no {key}": {other: WHOLE[other] for other in WHOLE if other != key} for key in WHOLE},
    **{f"null {key}": WHOLE | {key: None} for key in WHOLE if key != "written"},
    "a strange calendar": WHOLE | {"calendar": "lunar"}, "no edtf": WHOLE | {"edtf": ""},
    "numbers": WHOLE | {"earliest": 1, "latest": 2}, "an object at the end": WHOLE | {"latest": {}},
}  # fmt: skip


@pytest.mark.parametrize("half", HALF)
def test_no_date_is_half_filled(half: str):
    person = make.person(birth="2015")
    sql = "UPDATE tracker_person SET birth = %s, version = version + 1 WHERE id = %s"
    with pytest.raises(IntegrityError, match="person_birth_does_not_end"), transaction.atomic():
        run(sql, Json(HALF[half]), person.pk)
    assert run(sql, Json(WHOLE), person.pk) == 1


def test_whatever_can_be_withdrawn_says_by_whom_and_why():
    withdrawable = {model for model in nouns() if issubclass(model, Withdrawable)}
    guarded = {
        model
        for name, (model, _) in CONSTRAINTS.items()
        if name.endswith("withdrawn_by_someone_for_a_reason")
    }
    assert withdrawable == guarded


@pytest.mark.parametrize("missing", ["told_on", "told_by", "told_to", "way", "account"])
def test_a_told_family_was_told_by_whom_whom_when_and_how(missing: str):
    empty = "" if missing in ("way", "account") else None
    bad = told_without(**{missing: empty})
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        bad()
    if missing != "told_to":  # a missing relative is no relative of the family either
        assert cause_of(refusal).diag.constraint_name == "told_notice_names_who_whom_when_and_how"
    assert told_without()() == 1


def test_a_family_is_told_by_no_way_that_reaches_a_screen_alone():
    with pytest.raises(IntegrityError, match="told_notice_names"), transaction.atomic():
        told_without(way="sms")()


def test_a_rejected_pair_may_be_about_a_record_that_is_confirmed_for_another():
    confirmed = make.link("confirmed")
    assert make.link("rejected", record=confirmed.record).pk
    assert make.link("withdrawn", record=confirmed.record).pk


def test_a_list_that_was_undone_may_come_in_again():
    undone = make.import_file(
        status="undone", undone_by=make.volunteer(), undone_at=timezone.now(), undone_reason="wrong file"
    )
    assert make.import_file(document=undone.document).status == "stored"


def test_a_withdrawn_name_may_be_written_again():
    person = make.person()
    first = person.names.get()
    changed(first, withdrawn_at=timezone.now(), withdrawn_by=make.user(), withdrawn_reason="wrong")()
    assert make.name(person, first.written).stands


def two_corrections() -> None:
    news = make.notice()
    with without(Notice, triggers_of(Notice)["correction_is_of_what_was_told"]):
        for link in (news.link, make.link("confirmed", person=news.person)):
            make.notice(link, kind="correction", corrects=news)


TWICE: dict[str, Callable[[], object]] = {
    "User.username": lambda: make.user(username=make.user().username),
    "Source.slug": lambda: make.source(slug=make.source().slug),
    "Place.slug": lambda: make.place(slug=make.place().slug),
    "Document.sha256": lambda: make.document(sha256=make.document().sha256),
    "Person.case_code": lambda: make.person(case_code=make.person().case_code),
    "PrisonRecord.row": lambda: make.record(row=make.record().row),
    "Inquiry.token": lambda: make.inquiry(token=make.inquiry().token),
    "Lead.inquiry": lambda: make.lead(inquiry=make.lead(inquiry=make.inquiry()).inquiry),
    "Notice.corrects": two_corrections,
}


@pytest.mark.parametrize("field", TWICE)
def test_what_names_one_thing_names_no_other(field: str):
    with pytest.raises(IntegrityError, match="duplicate key"), transaction.atomic():
        TWICE[field]()


def test_every_field_that_is_unique_has_its_try():
    every = [(model, field) for model in nouns() for field in model._meta.fields]
    assert set(TWICE) == {f"{m.__name__}.{f.name}" for m, f in every if f.unique and not f.primary_key}
