"""Every form in which a date is written is read; what is not sure is refused, never guessed."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from tracker.dates import UnreadableDate, likely_order, order_matters, read_date
from tracker.dates.unreadable import SENTENCES

FORMS = [
    ("22/10/2019", "2019-10-22"),
    ("22-10-2019", "2019-10-22"),
    ("22.10.2019", "2019-10-22"),
    ("22 10 2019", "2019-10-22"),
    (" 22 / 10 / 2019 م", "2019-10-22"),
    ("22\\10\\2019", "2019-10-22"),
    ("2019-10-22", "2019-10-22"),
    ("2019/10/22", "2019-10-22"),
    ("20191022", "2019-10-22"),
    ("22102019", "2019-10-22"),
    ("٢٢-١٠-٢٠١٩", "2019-10-22"),
    ("۲۲/۱۰/۲۰۱۹", "2019-10-22"),
    ("\u200f٢٢/١٠/٢٠١٩\u200e", "2019-10-22"),
    ("10/22/2019", "2019-10-22"),
    ("2019/22/10", "2019-10-22"),
    ("2019-10-22 00:00:00", "2019-10-22"),
    ("22/10/2019 14:30", "2019-10-22"),
    ("2019-10-22T14:30:00Z", "2019-10-22"),
    ("الثلاثاء 22/10/2019", "2019-10-22"),
    ("بتاريخ 22/10/2019", "2019-10-22"),
    (43760, "2019-10-22"),
    (43760.75, "2019-10-22"),
    ("43760", "2019-10-22"),
    ("٤٣٧٦٠", "2019-10-22"),
    (date(2019, 10, 22), "2019-10-22"),
    (datetime(2019, 10, 22, 23, 59, tzinfo=UTC), "2019-10-22"),
    ("22 تشرين الأول 2019", "2019-10-22"),
    ("22 تشرين اول 2019", "2019-10-22"),
    ("22 ت1 2019", "2019-10-22"),
    ("٢٢ تشرين الأوّل/أكتوبر ٢٠١٩", "2019-10-22"),
    ("22 اكتوبر 2019", "2019-10-22"),
    ("22 October 2019", "2019-10-22"),
    ("October 22nd, 2019", "2019-10-22"),
    ("22-Oct-2019", "2019-10-22"),
    ("le 22 octobre 2019", "2019-10-22"),
    ("2019 October 22", "2019-10-22"),
    ("1er août 2013", "2013-08-01"),
    ("آب 2012", "2012-08"),
    ("اب ٢٠١٢", "2012-08"),
    ("أغسطس 2012", "2012-08"),
    ("شهر آب عام 2012", "2012-08"),
    ("2012-08", "2012-08"),
    ("8/2012", "2012-08"),
    ("2012/8", "2012-08"),
    ("00/08/2012", "2012-08"),
    ("Aug 2012", "2012-08"),
    ("كانون الثاني 2013", "2013-01"),
    ("كانون الأول 2013", "2013-12"),
    ("تشرين الثاني 2014", "2014-11"),
    ("1984", "1984"),
    (1984, "1984"),
    (1984.0, "1984"),
    ("00/00/1984", "1984"),
    ("مواليد ١٩٨٤", "1984"),
    ("تولد 1984", "1984"),
    ("né en 1984", "1984"),
    ("2012?", "2012?"),
    ("2012؟", "2012?"),
    ("(2012?)", "2012?"),
    ("ربما 2012", "2012?"),
    ("2013~", "2013~"),
    ("حوالي 2013", "2013~"),
    ("about 2013", "2013~"),
    ("c. 2013", "2013~"),
    ("vers 2013", "2013~"),
    ("حوالي 2013؟", "2013%"),
    ("صيف 2013", "2013-22"),
    ("summer 2013", "2013-22"),
    ("été 2013", "2013-22"),
    ("2013-22", "2013-22"),
    ("ربيع 2013", "2013-21"),
    ("أوائل 2013", "2013-01/2013-04"),
    ("late 2013", "2013-09/2013-12"),
    ("2012-04/2012-08", "2012-04/2012-08"),
    ("2012-2013", "2012/2013"),
    ("بين 2012 و 2013", "2012/2013"),
    ("من نيسان 2012 إلى آب 2012", "2012-04/2012-08"),
    ("between 3/4/2012 and 5/4/2012", "2012-04-03/2012-04-05"),
    ("198X", "198X"),
    ("2019-10-22?", "2019-10-22?"),
]


@pytest.mark.parametrize(("written", "edtf"), FORMS)
def test_a_written_date_is_read(written: str | float | date, edtf: str):
    read = read_date(written)
    assert (read.edtf, read.calendar) == (edtf, "gregorian")


def test_the_text_is_kept_as_it_stood():
    assert read_date(" \u200f٢٢/١٠/٢٠١٩ ").written == " \u200f٢٢/١٠/٢٠١٩ "
    assert read_date(43760.0).written == "43760"


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        # 12 Ramadan 1434 was 20 July 2013 in the table of Umm al-Qura.
        ("12 رمضان 1434", "2013-07-18", "2013-07-22"),
        ("١٤٣٤/٩/١٢ هـ", "2013-07-18", "2013-07-22"),
        ("12/9/1434هـ", "2013-07-18", "2013-07-22"),
        ("12 Ramadan 1434 AH", "2013-07-18", "2013-07-22"),
        ("رمضان 1434", "2013-07-07", "2013-08-09"),
        ("1434 هـ", "2012-11-13", "2013-11-05"),
        ("1434 هجرية", "2012-11-13", "2013-11-05"),
        ("ربيع الأول 1434", "2013-01-11", "2013-02-12"),
        # This month had 29 days in the table, and a thirtieth where the moon was seen late.
        ("30/12/1434 هـ", "2013-11-01", "2013-11-05"),
    ],
)
def test_a_hijri_date_is_the_days_it_may_mean(written: str, earliest: str, latest: str):
    read = read_date(written)
    assert read.calendar == "hijri"
    assert (read.earliest.isoformat(), read.latest.isoformat()) == (earliest, latest)
    assert read.edtf == f"{earliest}/{latest}"


def test_about_a_hijri_year_reaches_further():
    about, exact = read_date("حوالي 1434 هـ"), read_date("1434 هـ")
    assert (exact.earliest - about.earliest).days == (about.latest - exact.latest).days == 355


REFUSED = [
    ("", "empty"),
    ("  ", "empty"),
    ("-", "empty"),
    ("؟", "unknown"),
    ("غير معروف", "unknown"),
    ("(غير معروف)", "unknown"),
    ("unknown", "unknown"),
    ("N/A", "unknown"),
    ("22/10/1619", "too_early"),
    ("1619", "too_early"),
    ("1899-12-31", "too_early"),
    ("1434", "perhaps_hijri"),
    ("12/9/1434", "perhaps_hijri"),
    ("2190", "too_late"),
    ("22/10/2091", "too_late"),
    (60000, "too_late"),
    ("1499 هـ", "too_late"),
    ("22/10/19", "short_year"),
    ("19-10-22", "short_year"),
    ("آب 12", "short_year"),
    ("84", "short_year"),
    ("صيف 13", "short_year"),
    ("31/02/2012", "no_such_day"),
    ("32/01/2012", "no_such_day"),
    ("13/13/2012", "no_such_day"),
    ("22/00/2012", "no_such_day"),
    ("2012-13", "no_such_day"),
    ("31 نيسان 2012", "no_such_day"),
    ("31/9/1434 هـ", "no_such_day"),
    ("2012-08/2012-04", "backwards"),
    ("2013-2012", "backwards"),
    ("1200 هـ", "hijri_range"),
    ("علي محسن", "unreadable"),
    ("22", "short_year"),
    ("22/10", "unreadable"),
    ("123", "unreadable"),
    ("9" * 5000, "unreadable"),
    ("تشرين 2012", "unreadable"),
    (True, "unreadable"),
    (float("inf"), "unreadable"),
    (-3.5, "unreadable"),
    (1e300, "unreadable"),
]


@pytest.mark.parametrize(("written", "code"), REFUSED)
def test_what_is_not_sure_is_refused_with_a_sentence_in_both_languages(written: str | float, code: str):
    with pytest.raises(UnreadableDate) as refusal:
        read_date(written)
    assert refusal.value.code == code
    assert refusal.value.en.endswith(".")
    assert refusal.value.ar.endswith(".")
    assert str(refusal.value) == refusal.value.en


def test_every_refusal_is_shown_here():
    assert {code for _, code in REFUSED} == set(SENTENCES)


def test_the_sentence_names_the_date_and_says_what_to_do():
    with pytest.raises(UnreadableDate) as refusal:
        read_date("22/10/1619")
    assert refusal.value.en == (
        "The date 22/10/1619 lies before 1900. Correct it in the list and bring the row in again."
    )


def test_a_long_text_is_not_repeated_whole_and_without_its_hidden_marks():
    with pytest.raises(UnreadableDate) as refusal:
        read_date("\u202eabc" + "x" * 150)
    assert len(refusal.value.en) < 200
    assert "\u202e" not in refusal.value.en


def test_next_year_is_the_last_that_is_read():
    with time_machine.travel(datetime(2026, 6, 1, tzinfo=UTC)):
        assert read_date("31/12/2027").year == 2027
        with pytest.raises(UnreadableDate):
            read_date("1/1/2028")


def test_the_order_asked_for_decides_where_both_could_be():
    assert read_date("03/04/2013").edtf == "2013-04-03"
    assert read_date("03/04/2013", order="mdy").edtf == "2013-03-04"
    assert read_date("22/10/2019", order="mdy").edtf == "2019-10-22"


def test_a_column_shows_its_order_only_where_it_does_not_contradict_itself():
    assert likely_order(["03/04/2013", "٢٢/١٠/٢٠١٩", "1984"]) == "dmy"
    assert likely_order(["03/04/2013", "10/22/2019"]) == "mdy"
    assert likely_order(["22/10/2019", "10/22/2019"]) is None
    assert likely_order(["03/04/2013", "2019-10-22"]) is None


@pytest.mark.parametrize(
    ("written", "matters"),
    [
        ("03/04/2013", True),
        ("٣-٤-٢٠١٣", True),
        ("22/10/2019", False),
        ("4/4/2013", False),
        ("2013-04-03", False),
    ],
)
def test_a_date_says_whether_its_order_matters(written: str, matters: bool):
    assert order_matters(written) is matters
