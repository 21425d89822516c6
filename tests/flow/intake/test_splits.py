"""A cell that holds several things falls apart as it does when it is stored."""

import pytest

from tests.effort import processor_seconds
from tracker.flow.intake.splits import parts_of_cell, place_and_date, place_and_number


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("علي محسن البريدي", ["given علي", "father محسن", "family البريدي"]),
        ("عبد الرحمن سعد خليل الزعبي", ["given عبد الرحمن", "father سعد", "grandfather خليل", "family الزعبي"]),
        ("السعدي، رانيا عدنان", ["given رانيا", "father عدنان", "family السعدي"]),
        ("أبو عمر علي بن محسن البريدي", ["given علي", "father محسن", "family البريدي", "nickname أبو عمر"]),
        ("Ali Mohsen al-Baridi", ["given Ali", "father Mohsen", "family al-Baridi"]),
        ("  ", []),
    ],
)  # fmt: skip
def test_a_whole_name_falls_into_its_parts(text: str, parts: list[str]):
    assert [f"{field} {part}" for field, part in parts_of_cell("name", text)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("الخطيب غسان نبيل", ["given غسان", "father نبيل", "family الخطيب"]),
        ("EL KHATIB Ghassan Nabil", ["given Ghassan", "father Nabil", "family EL KHATIB"]),
        ("El Khatib Ghassan", ["given Ghassan", "family El Khatib"]),
        ("KHOURY, Élias", ["given Élias", "family KHOURY"]),
        ("عبد الله محمد", ["given محمد", "family عبد الله"]),
        ("الخطيب", ["given الخطيب"]),
    ],
)
def test_a_name_that_begins_with_the_family_name_is_turned(text: str, parts: list[str]):
    assert [f"{field} {part}" for field, part in parts_of_cell("name_family_first", text)] == parts


@pytest.mark.parametrize(
    ("text", "place", "edtf"),
    [
        ("دوما 1984", "دوما", "1984"),
        ("دوما، ١٩٨٤", "دوما", "1984"),
        ("دوما - 11/2/1984", "دوما", "1984-02-11"),
        ("1984 دوما", "دوما", "1984"),
        ("12/3/1986 - حرستا", "حرستا", "1986-03-12"),
        ("دير الزور صيف 1990", "دير الزور", "1990-22"),
        ("دمشق 15 آذار 1977", "دمشق", "1977-03-15"),
        ("١٩٧٥", "", "1975"),
        ("Homs, 1990", "Homs", "1990"),
        ("دير الزور", "دير الزور", None),
        ("دوما 99/99/1984", "دوما 99/99/1984", None),
    ],
)
def test_a_place_and_a_date_of_birth_are_told_apart(text: str, place: str, edtf: str | None):
    found, date, _ambiguous = place_and_date(text)
    assert (found, date.edtf if date else None) == (place, edtf)


def test_a_date_behind_a_place_is_read_by_the_order_of_its_column():
    place, date, ambiguous = place_and_date("دوما 3/4/1984", "month_first")
    assert date is not None
    assert (place, date.edtf, ambiguous) == ("دوما", "1984-03-04", False)
    assert place_and_date("دوما 3/4/1984")[2]


@pytest.mark.parametrize(
    ("text", "place", "number"),
    [
        ("دوما / 112", "دوما", "112"),
        ("دوما/112", "دوما", "112"),
        ("دوما خانة 112", "دوما", "112"),
        ("دوما خ 112", "دوما", "112"),
        ("112 - دوما", "دوما", "112"),
        ("خان أرنبة 12", "خان أرنبة", "12"),
        ("دير الزور ٤٥", "دير الزور", "٤٥"),
        ("دوما", "دوما", ""),
        ("112", "", "112"),
        ("Douma no. 112", "Douma", "112"),
    ],
)
def test_a_registry_falls_into_its_place_and_number(text: str, place: str, number: str):
    assert place_and_number(text) == (place, number)


@pytest.mark.parametrize("field", ["name", "birth_place_and_date", "registry"])
def test_a_giant_cell_holds_nobody_up(field: str):
    assert processor_seconds(lambda: parts_of_cell(field, "1 " * 16_000)) < 1


def test_what_is_shown_of_a_split_names_the_fields():
    assert parts_of_cell("registry", "دوما / 112") == [("registry_place", "دوما"), ("registry_number", "112")]
    assert parts_of_cell("birth_place_and_date", "دوما ١٩٨٤") == [("birth_place", "دوما"), ("birth", "١٩٨٤")]
    assert parts_of_cell("birth_place_and_date", "دوما") == [("birth_place", "دوما")]
    assert parts_of_cell("died", "2014") == []
