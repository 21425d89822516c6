"""How a sheet is read is proposed, changed and followed; nothing is dropped unseen."""

from dataclasses import replace

import pytest

from tests.flow.intake.sheets import list_of, sheet_of
from tracker.flow.intake.columns import FieldTwice, NobodyInSheet, NoHeader, NoSheetTaken, UnknownField
from tracker.flow.intake.layouts import (
    layout_by_words,
    propose_layout,
    read_sheet_otherwise,
    refuse_unusable,
    rows_to_take,
    with_fields,
)
from tracker.flow.intake.readers import ListFile, Sheet
from tracker.models import SheetLayout

PEOPLE = (("سليم رامي الحلو", "22/10/2019"), ("نادر فؤاد المختلق", "2018"))
LIST = sheet_of(("الاسم", "تاريخ الوفاة"), *PEOPLE)


def proposed(sheet: Sheet) -> SheetLayout:
    [part] = propose_layout(list_of(sheet))
    return part


def numbers_taken(read: ListFile, layout: list[SheetLayout]) -> list[tuple[str, int]]:
    return [(sheet, row.number) for sheet, row in rows_to_take(read, layout)]


def test_titles_above_the_header_are_not_rows():
    sheet = sheet_of(("سجل الوفيات",), ("عن عام 2013",), (), *[row.cells for row in LIST.rows])
    assert proposed(sheet).header_row == 4
    assert numbers_taken(list_of(sheet), [proposed(sheet)]) == [("القائمة", 5), ("القائمة", 6)]


def test_a_header_of_two_lines_under_merged_cells_reads_as_upper_and_lower():
    sheet = sheet_of(
        ("الاسم", "الولادة", "", "الوفاة", "", "ملاحظات"),
        ("", "المحل", "التاريخ", "التاريخ", "السبب", ""),
        ("سليم رامي الحلو", "دوما", "1984", "2014", "ذات رئة", ""),
        merged=[(1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 4), (1, 5, 2, 5)],
    )
    part = proposed(sheet)
    assert (part.header_row, part.header_rows) == (2, 2)
    assert part.header == [
        "الاسم",
        "الولادة المحل",
        "الولادة التاريخ",
        "الوفاة التاريخ",
        "الوفاة السبب",
        "ملاحظات",
    ]
    assert part.fields == ["name", "birth_place", "birth", "died", "death_cause", "notes"]


def test_the_name_of_a_group_may_say_that_it_is_one():
    sheet = sheet_of(
        ("بيانات الموقوف", "", "", "بيانات الوفاة", ""),
        ("الاسم", "الأب", "الكنية", "تاريخها", "سببها"),
        ("سليم", "رامي", "الحلو", "2014", "ذات رئة"),
        merged=[(1, 0, 1, 2), (1, 3, 1, 4)],
    )
    assert proposed(sheet).fields == ["given", "father", "family", "died", "death_cause"]


def test_where_a_format_forgets_merged_cells_the_upper_words_still_stand_over_what_follows():
    sheet = sheet_of(
        ("الاسم", "الولادة", "", "ملاحظات"),
        ("", "المحل", "التاريخ", ""),
        ("سليم رامي الحلو", "دوما", "1984", ""),
    )
    part = proposed(sheet)
    assert part.header == ["الاسم", "الولادة المحل", "الولادة التاريخ", "ملاحظات"]
    assert part.fields == ["name", "birth_place", "birth", "notes"]


@pytest.mark.parametrize(
    "below", [("(1)", "(2)", "(3)"), ("(الثلاثي)", "(يوم/شهر/سنة)", ""), ("1", "2", "3")]
)
def test_a_line_that_only_explains_the_header_is_no_row(below: tuple[str, ...]):
    part = proposed(sheet_of(("الاسم", "تاريخ الوفاة", "السجن"), below, ("سليم رامي الحلو", "2014", "")))
    assert (part.header_row, part.header_rows) == (2, 2)
    assert part.fields == ["name", "died", "facility"]


def test_the_first_row_below_a_header_is_a_row_whatever_it_says():
    part = proposed(
        sheet_of(("م", "الاسم", "تاريخ الوفاة"), ("1", "سليم رامي الحلو", ""), ("2", "نادر المختلق", ""))
    )
    assert (part.header_row, part.header_rows) == (1, 1)


@pytest.mark.parametrize(
    "foot",
    [
        [("المجموع", "2")],
        [("", "المجموع الكلي")],
        [("Total", "2")],
        [(), ("نظمها كاتب السجل",)],
        [("التوقيع:",)],
        [(), ("المجموع", "2"), (), ("ختم السجن",)],
    ],
)
def test_totals_and_remarks_below_a_list_are_proposed_as_not_belonging_to_it(foot: list[tuple[str, ...]]):
    people = [(str(number), name, died, "سجن") for number, (name, died) in enumerate(PEOPLE, start=1)]
    sheet = sheet_of(("م", "الاسم", "تاريخ الوفاة", "السجن"), *people, *foot)
    part = proposed(sheet)
    assert part.last_row == 3
    assert [number for number, _cells in part.foot if number > 3] == [row.number for row in sheet.rows[3:]]
    assert numbers_taken(list_of(sheet), [part]) == [("القائمة", 2), ("القائمة", 3)]


@pytest.mark.parametrize(
    "last",
    [("3", "سليم فؤاد المختلق", "", ""), ("", "سليم فؤاد المختلق", "", ""), ("3", "مجهول الهوية", "", "سجن")],
)
def test_a_last_row_that_says_little_is_still_a_row(last: tuple[str, ...]):
    people = [(str(number), name, died, "سجن") for number, (name, died) in enumerate(PEOPLE, start=1)]
    assert proposed(sheet_of(("م", "الاسم", "تاريخ الوفاة", "السجن"), *people, last)).last_row == 0


def test_a_header_that_stands_again_on_the_next_page_is_no_row():
    header = ("م", "الاسم", "تاريخ الوفاة")
    sheet = sheet_of(header, ("1", *PEOPLE[0]), header, ("2", *PEOPLE[1]))
    assert numbers_taken(list_of(sheet), [proposed(sheet)]) == [("القائمة", 2), ("القائمة", 4)]


def test_sheets_that_are_no_lists_are_proposed_as_left_out():
    read = list_of(sheet_of(("الجهة", "العدد"), ("سجن", "12"), name="إحصاء"), replace(LIST, name="الأسماء"))
    layout = propose_layout(read)
    assert [(part.sheet, part.taken) for part in layout] == [("إحصاء", False), ("الأسماء", True)]
    assert numbers_taken(read, layout) == [("الأسماء", 2), ("الأسماء", 3)]


def test_two_sheets_of_one_name_are_told_apart():
    read = list_of(LIST, LIST)
    assert [part.sheet for part in propose_layout(read)] == ["القائمة", "القائمة (2)"]
    assert len(numbers_taken(read, propose_layout(read))) == 4


def test_the_order_of_day_and_month_is_told_by_all_rows():
    rows = [(PEOPLE[0][0], "03/04/2013")] * 300
    assert proposed(sheet_of(("الاسم", "تاريخ الوفاة"), *rows)).date_orders == {}
    last = (PEOPLE[0][0], "04/25/2013")
    assert proposed(sheet_of(("الاسم", "تاريخ الوفاة"), *rows, last)).date_orders == {"died": "month_first"}


def test_another_header_row_makes_other_columns():
    read = list_of(sheet_of(("الاسم", "السجن"), ("Name", "Born"), *PEOPLE))
    layout = propose_layout(read)
    assert layout[0].header_row == 1
    [part] = read_sheet_otherwise(read, layout, "القائمة", header_row=2)
    assert (part.header_row, part.header, part.fields) == (2, ["Name", "Born"], ["name", "birth"])
    [part] = read_sheet_otherwise(read, layout, "القائمة", header_row=0)
    assert (part.header, len(numbers_taken(read, [part]))) == (["", ""], 4)


def test_another_last_row_leaves_the_columns_as_a_person_set_them():
    read = list_of(LIST)
    layout = with_fields(propose_layout(read), "القائمة", ["name", "arrested"])
    [part] = read_sheet_otherwise(read, layout, "القائمة", header_row=1, last_row=2)
    assert (part.fields, numbers_taken(read, [part])) == (["name", "arrested"], [("القائمة", 2)])
    [part] = read_sheet_otherwise(read, [part], "القائمة", header_row=1, taken=False)
    assert numbers_taken(read, [part]) == []


def test_columns_are_set_by_a_person():
    layout = with_fields(propose_layout(list_of(LIST)), "القائمة", ["name"])
    assert layout[0].fields == ["name", ""]


def test_an_order_of_dates_goes_with_its_column():
    rows = [(PEOPLE[0][0], "03/04/2013"), (PEOPLE[0][0], "22/10/2019")]
    layout = propose_layout(list_of(sheet_of(("الاسم", "تاريخ الوفاة"), *rows)))
    assert with_fields(layout, "القائمة", ["name", "died"])[0].date_orders == {"died": "day_first"}
    assert with_fields(layout, "القائمة", ["name", "arrested"])[0].date_orders == {}


@pytest.mark.parametrize(
    ("fields", "refusal"), [(["name", "colour"], UnknownField), (["name", "name"], FieldTwice)]
)
def test_columns_that_cannot_be_set_are_refused(fields: list[str], refusal: type[Exception]):
    with pytest.raises(refusal, match="colour|name"):
        with_fields(propose_layout(list_of(LIST)), "القائمة", fields)


def test_a_layout_by_which_nobody_can_be_told_apart_is_refused():
    layout = propose_layout(list_of(LIST))
    refuse_unusable(layout)
    with pytest.raises(NobodyInSheet, match="القائمة"):
        refuse_unusable(with_fields(layout, "القائمة", ["", "died"]))
    with pytest.raises(NoSheetTaken):
        refuse_unusable([replace(part, taken=False) for part in layout])


def test_what_may_be_followed_unseen_is_told_by_words_alone_to_the_last_row():
    people = [(name, "1984") for name, _died in PEOPLE]
    read = list_of(sheet_of(("الاسم", "سنة"), *people, *people, (), ("المجموع",)))
    assert propose_layout(read)[0].fields == ["name", "birth"]
    [part] = layout_by_words(read)
    assert (part.fields, part.last_row) == (["name", ""], 0)
    [part] = layout_by_words(read, mapping={"B": "birth"})
    assert part.fields == ["name", "birth"]
    with pytest.raises(NoHeader):
        layout_by_words(list_of(sheet_of(*people, *people)))
