"""Which column holds what is told by its name in three languages, or by a mapping."""

from collections.abc import Mapping

import pytest

from tests.effort import processor_seconds
from tracker.flow.intake.columns import (
    Header,
    MappingRefused,
    NobodyMapped,
    NoHeader,
    UnknownColumn,
    UnknownField,
    apply_mapping,
    column_place,
    field_of,
    find_header,
    header_key,
)
from tracker.flow.intake.header_words import FIELDS, HEADER_WORDS
from tracker.flow.intake.readers import Row, Sheet

FIELD_NAMES = (
    "name, name_family_first, given, father, grandfather, family, mother, sex, birth, birth_place, "
    "birth_place_and_date, registry_place, registry_number, registry, national_number, prisoner_number, "
    "body_number, facility, arrested, entered, died, death_cause, body_order, notes, row_number"
)


def sheet_of(*rows: tuple[str, ...]) -> Sheet:
    return Sheet(
        "القائمة", tuple(Row(number, cells) for number, cells in enumerate(rows, start=1) if any(cells))
    )


def fields_by_word(header: Header) -> dict[str, str]:
    return {header.words[place]: field for place, field in header.fields.items()}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("إسم الأُمّ", "mother"),
        ("اسم الام:", "mother"),
        ("  الكنيه ", "family"),
        ("تاريخ الوفاة (يوم/شهر/سنة)", "died"),
        ("تاريخ الوفاة\nDate of death", "died"),
        ("الاسم / Name", "name"),
        ("Father’s Name", "father"),
        ("DATE_OF_BIRTH", "birth"),
        ("Date d'arrestation", "arrested"),
        ("Cause de décès", "death_cause"),
        ("محل وتاريخ الولادة", "birth_place_and_date"),
        ("محل ورقم القيد", "registry"),
        ("الخانة", "registry_number"),
        ("م", "row_number"),
        ("#", "row_number"),
        ("N°", "row_number"),
        ("رقم الجثة", "body_number"),
        ("الكنية والاسم", "name_family_first"),
        ("Nom et prénom", "name_family_first"),
        ("لون الشعر", None),
        ("", None),
    ],
)
def test_a_column_is_known_by_its_name(text: str, field: str | None):
    assert field_of(text) == field


def test_a_cell_of_nothing_but_brackets_is_no_name_and_holds_nobody_up():
    brackets = "(" * 32_000
    assert processor_seconds(lambda: field_of(brackets)) < 1
    assert field_of(brackets) is None


def test_every_word_stands_for_one_field_only():
    fields_of_word: dict[str, set[str]] = {}
    for field, words in HEADER_WORDS.items():
        for word in words.split(","):
            assert word.strip()
            fields_of_word.setdefault(header_key(word), set()).add(field)
    assert {word: fields for word, fields in fields_of_word.items() if len(fields) > 1} == {}


def test_the_fields_are_those_that_records_have():
    assert set(FIELD_NAMES.split(", ")) == FIELDS


def test_titles_above_the_header_are_passed_over():
    sheet = sheet_of(
        ("قائمة الأسماء",),
        ("الأسماء",),
        ("",),
        ("م", "الاسم الثلاثي", "اسم الأم", "لون الشعر"),
        ("1", "علي", "", ""),
    )
    header = find_header(sheet)
    assert header.row_number == 4
    assert fields_by_word(header) == {"م": "row_number", "الاسم الثلاثي": "name", "اسم الأم": "mother"}


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("الاسم", "تاريخ الوفاة"), "name"),
        (("الاسم", "اسم الأب"), "name"),
        (("الاسم", "اسم الأب", "الكنية"), "given"),
        (("Name", "Surname"), "given"),
        (("الاسم", "الاسم الأول", "الكنية"), "name"),
    ],
)
def test_a_name_beside_a_family_name_is_the_given_one(words: tuple[str, ...], field: str):
    assert find_header(sheet_of(words)).fields[0] == field


def test_the_second_column_of_one_name_stays_unmapped():
    assert find_header(sheet_of(("الاسم", "ملاحظات", "ملاحظات"))).fields == {0: "name", 1: "notes"}


@pytest.mark.parametrize("words", [("رقم الجثة",), ("رقم السجين", "السجن"), ("الاسم الأول", "اسم الأب")])
def test_a_list_without_names_is_a_list_if_someone_can_be_told_apart(words: tuple[str, ...]):
    assert find_header(sheet_of(words)).row_number == 1


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("سليم", "رامي"), ("نادر", "فؤاد")),
        (("تاريخ الوفاة", "سبب الوفاة", "الكنية"),),
        (*[("عنوان",)] * 20, ("الاسم", "الكنية")),
    ],
)
def test_a_list_without_header_is_refused_with_the_words_it_may_use(rows: tuple[tuple[str, ...], ...]):
    with pytest.raises(NoHeader) as refusal:
        find_header(sheet_of(*rows))
    assert "القائمة" in str(refusal.value)
    assert "اسم الأب" in str(refusal.value)


def test_a_place_is_found_by_its_field():
    header = find_header(sheet_of(("م", "الاسم")))
    assert (header.place_of("name"), header.place_of("died")) == (1, None)


MAPPED = ("الاسم", "حالة", "تاريخ")


@pytest.mark.parametrize(
    ("mapping", "fields"),
    [
        ({"حالة": "death_cause"}, {0: "name", 1: "death_cause"}),
        ({"حاله": "death_cause"}, {0: "name", 1: "death_cause"}),
        ({"C": "died"}, {0: "name", 2: "died"}),
        ({"c": "died", "B": "notes"}, {0: "name", 1: "notes", 2: "died"}),
        ({"B": "name"}, {1: "name"}),
        ({"A": "ignore", "B": "name"}, {1: "name"}),
        ({"A": "father", "B": "name"}, {0: "father", 1: "name"}),
    ],
)
def test_a_mapping_overrules_what_the_words_say(mapping: Mapping[str, str], fields: Mapping[int, str]):
    assert apply_mapping(find_header(sheet_of(MAPPED)), mapping).fields == fields
    assert find_header(sheet_of(MAPPED), mapping=mapping).fields == fields


def test_a_column_without_a_word_can_be_mapped_by_its_letter():
    sheet = sheet_of(("الاسم",), ("علي", "2019"))
    assert find_header(sheet, mapping={"B": "died"}).fields == {0: "name", 1: "died"}


def test_words_of_a_mapping_make_a_header_of_a_row_that_nobody_knew():
    sheet = sheet_of(("عنوان",), ("صاحب العلاقة", "مات في"), ("علي", "2019"))
    header = find_header(sheet, mapping={"صاحب العلاقة": "name", "مات في": "died"})
    assert (header.row_number, header.fields) == (2, {0: "name", 1: "died"})


def test_a_list_without_any_header_is_read_by_the_letters_of_its_columns():
    header = find_header(sheet_of(("1", "علي محسن")), mapping={"B": "name"})
    assert (header.row_number, header.fields) == (0, {1: "name"})


@pytest.mark.parametrize(
    ("mapping", "refusal"),
    [
        ({"D": "died"}, UnknownColumn),
        ({"تاريخ آخر": "died"}, UnknownColumn),
        ({"B": "colour"}, UnknownField),
        ({"A": "ignore"}, NobodyMapped),
        ({"A": "father"}, NobodyMapped),
    ],
)
def test_a_mapping_that_cannot_be_followed_is_refused(
    mapping: Mapping[str, str], refusal: type[MappingRefused]
):
    with pytest.raises(refusal) as refused:
        find_header(sheet_of(MAPPED), mapping=mapping)
    assert str(refused.value)


@pytest.mark.parametrize(("letters", "place"), [("A", 0), ("z", 25), ("AA", 26), ("XFD", 16383)])
def test_letters_count_as_spreadsheet_programs_count(letters: str, place: int):
    assert column_place(letters) == place
