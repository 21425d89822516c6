"""A date as far as it is known can be compared, kept and shown."""

from datetime import date

import pytest

from tracker.dates import FuzzyDate, read_date
from tracker.dates.edtf import Backwards, span_of


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2019-10-22", "2019-10-22", "2019-10-22"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("1984", "1984-01-01", "1984-12-31"),
        ("2012?", "2012-01-01", "2012-12-31"),
        ("2013~", "2012-01-01", "2014-12-31"),
        ("2013%", "2012-01-01", "2014-12-31"),
        ("2013-01~", "2012-12-01", "2013-02-28"),
        ("2013-12~", "2013-11-01", "2014-01-31"),
        ("2013-05-10~", "2013-05-03", "2013-05-17"),
        ("2013-21", "2013-03-01", "2013-05-31"),
        ("2013-22", "2013-06-01", "2013-08-31"),
        ("2013-23", "2013-09-01", "2013-11-30"),
        ("2013-24", "2012-12-01", "2014-02-28"),
        ("2013-22~", "2013-03-01", "2013-11-30"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("198X~", "1975-01-01", "1994-12-31"),
        ("2012-04/2012-08", "2012-04-01", "2012-08-31"),
        ("2012~/2013", "2011-01-01", "2013-12-31"),
    ],
)
def test_an_edtf_text_spans_the_days_it_may_mean(edtf: str, earliest: str, latest: str):
    assert tuple(end.isoformat() for end in span_of(edtf)) == (earliest, latest)


@pytest.mark.parametrize(
    "text", ["", "x", "2012-00", "2012-13", "2012-02-30", "2012-4", "12", "2012/", "2012-25", "٢٠١٢"]
)
def test_what_is_no_edtf_is_refused(text: str):
    with pytest.raises(ValueError, match=r".*"):
        span_of(text)


def test_an_interval_does_not_run_backwards():
    with pytest.raises(Backwards):
        span_of("2013/2012")


def test_a_date_is_the_same_after_it_was_kept():
    for text in ("22/10/2019", "حوالي 2013", "12 رمضان 1434"):
        read = read_date(text)
        assert FuzzyDate.from_json(read.to_json()) == read
        assert all(isinstance(kept, str) for kept in read.to_json().values())


@pytest.mark.parametrize(
    ("text", "year"), [("22/10/2019", 2019), ("صيف 2013", 2013), ("شتاء 2013", None), ("2012/2013", None)]
)
def test_the_year_is_known_where_all_days_lie_in_it(text: str, year: int | None):
    assert read_date(text).year == year


@pytest.mark.parametrize(
    ("text", "perhaps"),
    [("1/1/1984", True), ("01-01-1984?", True), ("2/1/1984", False), ("1984", False), ("1984-01", False)],
)
def test_the_first_of_january_is_perhaps_only_a_year(text: str, perhaps: bool):
    assert read_date(text).perhaps_year_only is perhaps


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2012", "22/10/2012", 0),
        ("2012", "2013", 1),
        ("22/10/2019", "25/10/2019", 3),
        ("2012~", "2013-06", 0),
        ("1434 هـ", "2013-07", 0),
    ],
)
def test_days_apart_are_counted_between_the_nearest_ends(one: str, other: str, apart: int):
    first, second = read_date(one), read_date(other)
    assert first.days_apart(second) == second.days_apart(first) == apart
    assert first.overlaps(second) is second.overlaps(first) is (apart == 0)


@pytest.mark.parametrize(
    ("text", "precision", "approximate"),
    [
        ("22/10/2019", "day", False),
        ("آب 2012", "month", False),
        ("2012?", "year", True),
        ("صيف 2013", "season", False),
        ("198X", "decade", False),
        ("2012~/2013", "interval", True),
    ],
)
def test_a_date_says_how_much_is_known(text: str, precision: str, approximate: bool):
    read = read_date(text)
    assert (read.precision, read.is_approximate) == (precision, approximate)


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("2012-04-17", "17 April 2012", "17 نيسان 2012"),
        ("آب 2012", "August 2012", "آب 2012"),
        ("1984", "1984", "1984"),
        ("about 2013", "about 2013", "حوالي 2013"),
        ("2012?", "2012 (uncertain)", "2012 (غير مؤكد)"),
        ("2012%", "about 2012 (uncertain)", "حوالي 2012 (غير مؤكد)"),
        ("summer 2013", "summer 2013", "صيف 2013"),
        ("198X", "the 1980s", "عقد 1980"),
        ("2012-04/2012-08", "between April 2012 and August 2012", "بين نيسان 2012 وآب 2012"),
        (
            "12 رمضان 1434",
            "\u206812 رمضان 1434\u2069 (Hijri: between 18 July 2013 and 22 July 2013)",
            "\u206812 رمضان 1434\u2069 (هجري: بين 18 تموز 2013 و22 تموز 2013)",
        ),
    ],
)
def test_a_date_is_shown_as_a_person_writes_it(text: str, english: str, arabic: str):
    read = read_date(text)
    assert (read.display("en"), read.display("ar")) == (english, arabic)


def test_a_hidden_mark_in_the_text_does_not_turn_the_line_round():
    assert "\u202e" not in read_date("\u202e12 رمضان 1434").display("en")


def test_every_month_is_shown_under_its_syrian_name():
    shown = [FuzzyDate.from_edtf(f"2012-{month:02}").display("ar") for month in range(1, 13)]
    assert [read_date(text).earliest for text in shown] == [date(2012, month, 1) for month in range(1, 13)]
