"""What one row becomes, column by column."""

from typing import Any

import pytest

from tests import make
from tests.flow.intake.lists import record_of, refusals_of
from tracker.flow.intake.header_words import FIELDS
from tracker.flow.intake.records import DATES, TEXTS, RowReader
from tracker.flow.linking.places import Gazetteer
from tracker.models.imports import SheetLayout

pytestmark = pytest.mark.django_db

NAME = "سامر خالد الحلو"


@pytest.mark.parametrize(("cells", "fields"), [
    ({"name": NAME}, {"given": "سامر", "father": "خالد", "family": "الحلو", "name_written": NAME}),
    ({"name": "عبد الرحمن علي حسن الحلو"}, {"given": "عبد الرحمن", "father": "علي", "grandfather": "حسن"}),
    ({"name": "Samer Khaled al-Helou"}, {"script": "latin", "given": "Samer", "family": "al-Helou"}),
    ({"name": "أبو عمر سامر خالد الحلو"}, {"nickname": "أبو عمر", "given": "سامر"}),
    ({"given": "سامر", "father": "خالد", "family": "الحلو"}, {"name_written": NAME, "father": "خالد"}),
    ({"given": "سامر", "father": "خالد", "grandfather": "عمر", "family": "الحلو"}, {"grandfather": "عمر"}),
    ({"name": NAME, "father": "محمود"}, {"name_written": NAME, "father": "محمود"}),
    ({"name": "ﺳﺎﻣﺮ  الحلو"}, {"name_written": "سامر الحلو"}),
    ({"name": NAME, "mother": "هدى العلي"}, {"mother_written": "هدى العلي"}),
    ({"name": NAME, "sex": "ذكر"}, {"sex": "male"}),
    ({"name": NAME, "sex": "أنثى"}, {"sex": "female"}),
    ({"name": NAME, "sex": "F"}, {"sex": "female"}),
    ({"name": NAME, "sex": "؟"}, {"sex": ""}),
    ({"name": NAME, "birth_place": "دوما"}, {"birth_place_written": "دوما"}),
    ({"name": NAME, "birth_place_and_date": "دوما"}, {"birth_place_written": "دوما", "birth": None}),
    ({"name": NAME, "registry_place": "دوما", "registry_number": "٤١"},
     {"registry_place_written": "دوما", "registry_number": "٤١"}),
    ({"name": NAME, "registry": "دوما 41"}, {"registry_place_written": "دوما", "registry_number": "41"}),
    ({"name": NAME, "registry": "عين ترما / ٤١"}, {"registry_place_written": "عين ترما"}),
    ({"name": NAME, "registry": "دوما 41", "registry_number": "17"}, {"registry_number": "17"}),
    ({"name": NAME, "national_number": "01020304050"}, {"national_number": "01020304050"}),
    ({"name": NAME, "facility": "سجن مخترع"}, {"facility_written": "سجن مخترع", "facility": None}),
    ({"name": NAME, "notes": "ملاحظة"}, {"notes_written": "ملاحظة", "says_death": False}),
    ({"name": NAME, "death_cause": "توقف النبض"}, {"death_cause_written": "توقف النبض", "says_death": True}),
    ({"name": NAME, "body_order": "لا تسلم"}, {"body_order_written": "لا تسلم", "says_death": True}),
    ({"name": NAME, "died": "2019"}, {"says_death": True}),
    ({"name": NAME, "arrested": "2019"}, {"says_death": False}),
    ({"body_number": "17/ب"}, {"name_written": "", "says_death": True, "script": "other"}),
    ({"prisoner_number": "204"}, {"name_written": "", "prisoner_number": "204", "says_death": False}),
    ({"name": NAME, "row_number": "7"}, {"name_written": NAME}),
    ({"name_family_first": "HADDAD Élias"}, {"name_written": "HADDAD Élias", "family": "HADDAD"}),
], ids="+".join)  # fmt: skip
def test_a_row_is_read_column_by_column(cells: dict[str, str], fields: dict[str, Any]):
    record = record_of(**cells)
    assert {field: getattr(record, field) for field in fields} == fields


def test_every_field_of_a_column_is_read_into_something():
    parts = {
        "name",
        "name_family_first",
        "given",
        "father",
        "grandfather",
        "family",
        "sex",
        "registry",
        "birth_place_and_date",
    }
    assert set(TEXTS) | set(DATES) | parts | {"row_number"} == set(FIELDS)


@pytest.mark.parametrize("field", ["birth", "arrested", "entered", "died"])
@pytest.mark.parametrize(("written", "edtf"), [
    ("22/10/2019", "2019-10-22"), ("٢٢-١٠-٢٠١٩", "2019-10-22"), ("2019-10", "2019-10"), ("2012?", "2012?"),
    ("تشرين الأول 2019", "2019-10"),
])  # fmt: skip
def test_a_date_is_kept_as_written_and_as_read(field: str, written: str, edtf: str):
    date = getattr(record_of(name=NAME, **{field: written}), field)
    assert (date.written, date.edtf) == (written, edtf)


@pytest.mark.parametrize(("together", "place", "edtf"), [
    ("دوما 1984", "دوما", "1984"),
    ("عين ترما، 23/5/1984", "عين ترما", "1984-05-23"),
    ("دوما - ٢٣/٥/١٩٨٤", "دوما", "1984-05-23"),
    ("1984", "", "1984"),
])  # fmt: skip
def test_place_and_date_of_birth_in_one_cell_are_parted(together: str, place: str, edtf: str):
    record = record_of(name=NAME, birth_place_and_date=together)
    assert (record.birth_place_written, record.birth.edtf) == (place, edtf)
    assert record.doubts == []


def test_columns_of_their_own_come_before_the_cell_that_holds_both():
    record = record_of(name=NAME, birth="1985", birth_place="حمص", birth_place_and_date="دوما 1984")
    assert (record.birth_place_written, record.birth.edtf) == ("حمص", "1985")


def test_the_place_is_not_lost_when_the_date_has_a_column_of_its_own():
    record = record_of(name=NAME, birth="1985", birth_place_and_date="دوما 1984")
    assert (record.birth_place_written, record.birth.edtf) == ("دوما", "1985")


@pytest.mark.parametrize(("cells", "said"), [
    ({"name": NAME, "died": "3/5/1650"}, "1650"),
    ({"name": NAME, "birth": "يوم ما"}, "يوم ما"),
    ({"name": NAME, "died": "31/2/2019"}, "31/2/2019"),
    ({"notes": "no name, no number"}, "neither a name nor a number"),
    ({"name": "سامر " * 70}, "too long for a name"),
    ({"given": "سامر" * 30, "family": "الحلو"}, "too long for a name"),
    ({"name": NAME, "mother": "هدى " * 90}, "longer than 300"),
    ({"name": NAME, "registry_number": "4" * 101}, "longer than 100"),
    ({"name": NAME, "registry": "دوما " * 80}, "longer than 300"),
    ({"name": NAME, "registry": "4" * 101}, "longer than 300"),
    ({"name": NAME, "birth_place_and_date": "دوما " * 80}, "longer than 300"),
    ({"body_number": "1" * 101}, "longer than 100"),
], ids=lambda cells: "+".join(cells) if isinstance(cells, dict) else "")  # fmt: skip
def test_a_row_that_cannot_be_read_is_refused_with_a_sentence(cells: dict[str, str], said: str):
    assert any(said in sentence["en"] for sentence in refusals_of(**cells))
    assert all(sentence["ar"] for sentence in refusals_of(**cells))


def test_all_reasons_are_given_at_once():
    assert len(refusals_of(name="سامر " * 70, died="3/5/1650", mother="هدى " * 90)) == 3


@pytest.mark.parametrize(("cells", "said"), [
    ({"name": "سامر\u202e الحلو"}, "cannot be seen"),
    ({"name": NAME, "notes": "\u200fملاحظة"}, "cannot be seen"),
    ({"name": NAME, "sex": "لا يعرف"}, "لا يعرف"),
    ({"name": NAME, "facility": "سجن لا نعرفه"}, "سجن لا نعرفه"),
    ({"name": NAME, "arrested": "2019", "died": "2012"}, "death before the arrest"),
    ({"name": NAME, "birth_place_and_date": "دوما 3/5/1650"}, "1650"),
    ({"name": NAME, "birth": "3/5/1984"}, "3/5/1984"),
    ({"name": NAME, "birth_place_and_date": "دوما 3/5/1984"}, "3/5/1984"),
])  # fmt: skip
def test_what_is_doubtful_is_kept_with_the_doubt(cells: dict[str, str], said: str):
    doubts = record_of(**cells).doubts
    assert [said in doubt["en"] for doubt in doubts] == [True]
    assert doubts[0]["ar"]


def test_marks_that_cannot_be_seen_are_left_out_of_the_record_and_kept_in_the_row():
    record = record_of(name="سامر\u202e خالد الحلو", notes="\u2067ملاحظة")
    assert (record.name_written, record.notes_written) == (NAME, "ملاحظة")
    assert record.row.cells == ["سامر\u202e خالد الحلو", "\u2067ملاحظة"]


def test_a_plain_row_leaves_no_doubt():
    prison = make.place("سجن مخترع", "Invented prison", kind="prison")
    record = record_of(name=NAME, sex="ذكر", facility="سجن مخترع", arrested="2012", died="2019")
    assert record.doubts == []
    assert record.facility == prison


def test_a_place_is_known_by_its_aliases_in_any_spelling():
    place = make.place("سجن مخترع", "Invented prison", kind="prison")
    place.aliases.create(name="السجن الأحمر")
    assert record_of(name=NAME, facility="السجن الاحمر").facility == place


@pytest.mark.parametrize(("one", "other", "same"), [
    (["1", NAME, "أ"], ["2", NAME, "أ"], True),
    (["1", NAME, "أ"], ["2", NAME, "ب"], False),
    (["1", NAME, "أ"], ["2", NAME, "أ", "beside the list"], False),
    (["1", NAME], ["2", NAME, ""], True),
])  # fmt: skip
def test_two_rows_that_differ_in_a_column_without_a_field_are_two(
    one: list[str], other: list[str], same: bool
):
    layout = SheetLayout("", 1, ["م", "الاسم", "الشيفرة"], ["row_number", "name", ""])
    reader = RowReader([layout], Gazetteer())
    assert (reader.read("", one).says_key == reader.read("", other).says_key) is same
