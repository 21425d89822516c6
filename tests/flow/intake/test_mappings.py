"""How a list's columns were read is proposed for the next list of its source, and goes from house to house."""

import json
from dataclasses import asdict
from typing import Any

import pytest

from tests import make
from tests.flow.intake.sheets import list_of, sheet_of
from tracker.flow.intake.layouts import propose_layout
from tracker.flow.intake.mappings import (
    MappingOfAnotherHeader,
    NotAMappingFile,
    NothingToSave,
    mapping_file,
    read_mapping_file,
    save_mapping,
    saved_fields,
)
from tracker.flow.permissions import NotAllowed
from tracker.models import ImportFile, Role, SavedMapping, SheetLayout

pytestmark = pytest.mark.django_db

HEADER = ["صاحب العلاقة", "الحالة", "الاسم", "التاريخ"]
FIELDS = ["name", "death_cause", "", "died"]


def imported(header: list[str] = HEADER, fields: list[str] = FIELDS, **about: Any) -> ImportFile:
    part = SheetLayout("القائمة", header_row=2, header=header, fields=fields)
    return make.import_file(layout=[asdict(part) | about])


def saved(**about: Any) -> ImportFile:
    of = imported(**about)
    save_mapping(of, by=make.volunteer())
    return of


def test_the_same_header_of_the_same_source_is_read_as_it_was():
    source = saved().source
    assert saved_fields(source, HEADER) == FIELDS
    assert saved_fields(source, ["صاحب العلاقه:", " الحاله", "إسم", "تاريخ", ""]) == [*FIELDS, ""]


def test_another_header_and_another_source_are_not():
    source = saved().source
    assert saved_fields(source, [*HEADER, "السجن"]) is None
    assert saved_fields(source, HEADER[:-1]) is None
    assert saved_fields(source, ["", ""]) is None
    assert saved_fields(make.source(), HEADER) is None


def test_the_columns_saved_last_count():
    first = saved()
    again = make.import_file(document=make.document(source=first.source), layout=imported().layout)
    again.layout[0]["fields"] = ["name", "", "", "arrested"]
    save_mapping(again, by=make.volunteer())
    assert saved_fields(first.source, HEADER) == ["name", "", "", "arrested"]
    assert SavedMapping.objects.filter(source=first.source).count() == 2


def test_a_list_of_the_source_is_proposed_as_it_was_saved_although_its_words_say_otherwise():
    source = saved().source
    rows = [("سليم رامي الحلو", "ذات رئة", "", "2014"), ("نادر فؤاد المختلق", "", "", "2013")]
    read = list_of(sheet_of(("الاسم", "تاريخ الوفاة"), HEADER, *rows))
    [part] = propose_layout(read, source=source)
    assert (part.header_row, part.fields, part.taken) == (2, FIELDS, True)
    [part] = propose_layout(read)
    assert part.header_row == 1


def test_a_header_of_very_many_columns_can_be_saved():
    header = [f"عمود طويل من أعمدة السجل رقم {place}" for place in range(400)]
    fields = ["name", *[""] * 399]
    assert saved_fields(saved(header=header, fields=fields).source, header) == fields


def test_only_sheets_that_are_taken_and_have_a_header_are_saved():
    with pytest.raises(NothingToSave):
        saved(taken=False)
    with pytest.raises(NothingToSave):
        saved(header_row=0)


def test_whoever_may_not_bring_lists_in_saves_no_columns():
    with pytest.raises(NotAllowed):
        save_mapping(imported(), by=make.user(role=Role.AUDITOR))


def test_a_file_carries_the_columns_to_another_house():
    content = mapping_file(imported())
    assert read_mapping_file(content, HEADER) == FIELDS
    assert read_mapping_file(content, ["التاريخ", "السجن", "صاحب العلاقة"]) == ["died", "", "name"]
    assert "صاحب العلاقة" in content.decode()


def test_of_two_columns_with_one_word_the_first_stays_the_first():
    header, fields = ["الاسم", "ملاحظات", "ملاحظات"], ["name", "", "death_cause"]
    assert read_mapping_file(mapping_file(imported(header, fields)), header) == fields


def test_of_several_sheets_the_one_that_knows_most_columns_is_taken():
    of = imported()
    other = asdict(SheetLayout("أخرى", 1, ["الاسم", "السجن"], ["name", "facility"]))
    of.layout.append(other)
    assert read_mapping_file(mapping_file(of), ["السجن", "الاسم"]) == ["facility", "name"]
    assert read_mapping_file(mapping_file(of), HEADER) == FIELDS


def test_a_file_for_other_columns_is_refused():
    with pytest.raises(MappingOfAnotherHeader):
        read_mapping_file(mapping_file(imported()), ["رقم الجثة", "الفرع"])


SOUND = {
    "format": "athar-columns",
    "version": 1,
    "sheets": [{"columns": [{"words": "الاسم", "field": "name"}]}],
}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'{"format": "other", "version": 1, "sheets": []}',
        json.dumps(SOUND | {"version": 2}).encode(),
        json.dumps(SOUND | {"sheets": 7}).encode(),
        json.dumps(SOUND | {"sheets": [{"columns": [{"words": "الاسم", "field": "colour"}]}]}).encode(),
        json.dumps(SOUND | {"sheets": [{"columns": [{"words": 7, "field": "name"}]}]}).encode(),
        json.dumps(SOUND | {"sheets": [{"columns": [{"words": "الاسم", "field": ["name"]}]}]}).encode(),
        b"[" * 100_000,
        b" " * 2_000_000 + json.dumps(SOUND).encode(),
    ],
)
def test_what_is_no_file_of_columns_is_refused(content: bytes):
    with pytest.raises(NotAMappingFile) as refusal:
        read_mapping_file(content, HEADER)
    assert str(refusal.value)
