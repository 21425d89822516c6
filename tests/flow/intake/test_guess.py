"""What words do not tell is proposed from the values of a column, and never more than they show."""

import pytest

from tests.flow.intake.sheets import list_of, sheet_of
from tracker.flow.intake.layouts import propose_layout

NAMES = ("محمد سامر الحلو", "خالد فؤاد المختلق", "علي رامي التجريبي", "Ahmad Nader Halou")


def field_of_column(word: str, *cells: str) -> str:
    """The field proposed for a column beside one of names."""
    rows = [(NAMES[place % 4] + str("ا" * place), cell) for place, cell in enumerate(cells)]
    [part] = propose_layout(list_of(sheet_of(("الاسم", word), *rows)))
    return part.fields[1]


@pytest.mark.parametrize(
    ("word", "cells", "field"),
    [
        ("سنة", ("1984", "1979", "1990"), "birth"),
        ("سنة", ("١٩٨٤", "١٩٧٩", "1/2/1990"), "birth"),
        ("", ("12/3/1984", "1979", "5/6/1990"), "birth"),
        ("سنة", ("2013", "2014", "2012"), ""),
        ("تاريخ", ("12/3/2013", "3/4/2014", "22/10/2012"), ""),
        ("يوم الوفاة في المشفى", ("12/3/2013", "3/4/2014", "22/10/2012"), "died"),
        ("يوم الوفاة في المشفى", ("نعم", "لا", "نعم"), ""),
        ("Day of abduction", ("12/3/2013", "3/4/2014", "22/10/2012"), "arrested"),
        ("", ("1", "2", "3", "4"), "row_number"),
        ("", ("7", "2", "9", "4"), ""),
        ("", ("ذكر", "أنثى", "ذكر"), "sex"),
        ("", ("01234567890", "09876543210", "01230000000"), "national_number"),
        ("رقم السجين في السجل العام", ("10417", "١٠٤١٨", "10419/2"), "prisoner_number"),
        ("الرقم على الجثة", ("9077/227", "9078", "9079"), "body_number"),
        ("رقم خانة النفوس", ("12", "48", "5"), "registry_number"),
        ("حالة السجين", ("مريض", "نقل", "مريض"), ""),
        ("", ("دوما / 12", "حرستا/48", "النبك/5"), "registry"),
        ("", ("دوما 1984", "حرستا 1979", "النبك 1990"), "birth_place_and_date"),
        ("", ("سجن عدرا", "فرع 227", "الفرع 215"), "facility"),
        ("تولد", ("درعا 1988", "1990", "1991"), "birth_place_and_date"),
        ("تولد", ("1988", "1990", "1991"), "birth"),
        ("الخانة", ("دوما / 12", "حرستا / 48", "النبك / 5"), "registry"),
        ("الخانة", ("12", "48", "5"), "registry_number"),
        ("شرح", ("نقل ليلاً", "مريض", "نقل ليلاً"), ""),
        ("سنة", ("1984", "1979"), ""),
    ],
)
def test_a_column_is_known_by_its_values(word: str, cells: tuple[str, ...], field: str):
    assert field_of_column(word, *cells) == field


def test_what_the_words_say_is_not_overruled_by_values():
    assert field_of_column("تاريخ الوفاة", "1984", "1979", "1990") == "died"


def test_a_field_that_one_column_has_is_not_given_to_another():
    rows = [(name, "1984", "1979") for name in NAMES]
    [part] = propose_layout(list_of(sheet_of(("الاسم", "المواليد", ""), *rows)))
    assert part.fields == ["name", "birth", ""]


@pytest.mark.parametrize("word", ["صاحب العلاقة", "Concerned"])
def test_a_header_of_unknown_words_is_found_by_what_stands_below(word: str):
    rows = [(str(number), name, "1984") for number, name in enumerate(NAMES, start=1)]
    [part] = propose_layout(list_of(sheet_of(("عنوان القائمة",), ("ت.", word, "سنة"), *rows)))
    assert (part.header_row, part.fields, part.taken) == (2, ["row_number", "name", "birth"], True)


def test_a_list_without_a_header_is_proposed_with_none():
    rows = [(str(number), name, "1984") for number, name in enumerate(NAMES, start=1)]
    [part] = propose_layout(list_of(sheet_of(*rows)))
    assert (part.header_row, part.fields, part.taken) == (0, ["row_number", "name", "birth"], True)


def test_three_columns_of_single_names_are_given_fathers_and_family_name():
    rows = [("محمد", "سامر", "الحلو"), ("خالد", "علي", "المختلق"), ("أحمد", "خالد", "التجريبي")]
    [part] = propose_layout(list_of(sheet_of(*rows, *rows)))
    assert (part.header_row, part.fields) == (0, ["given", "father", "family"])


@pytest.mark.parametrize(
    "rows",
    [
        (("المحافظة", "العدد"), ("حلب", "12"), ("حمص", "30"), ("إدلب", "7")),
        (("هذه القائمة صنعت للعرض",), ("ولا تضم أحدًا",), ("تحية",)),
        ((),),
    ],
)
def test_what_is_no_list_of_people_is_not_taken(rows: tuple[tuple[str, ...], ...]):
    [part] = propose_layout(list_of(sheet_of(*rows)))
    assert not part.taken
