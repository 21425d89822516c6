"""Whatever stands in a cell, reading it as a date ends in a date that holds together, or in a refusal."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tracker.dates import FuzzyDate, UnreadableDate, read_date, words
from tracker.dates.edtf import span_of

WORDS = [
    phrase.strip()
    for listed in (
        *words.MONTHS.values(),
        *words.HIJRI_MONTHS.values(),
        *words.SEASONS.values(),
        *words.YEAR_PARTS.values(),
        words.ABOUT,
        words.UNCERTAIN,
        words.HIJRI,
        words.GREGORIAN,
        words.BETWEEN,
        words.AND,
        words.FILLERS,
    )
    for phrase in listed.split(",")
]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.integers(0, 40).map(str),
    st.integers(1300, 2100).map(str),
    st.integers(9_000, 70_000).map(str),
    st.sampled_from(
        ["/", "-", " - ", ".", ",", " ", "?", "~", "%", "٢", "۹", "ـ", "\u202e", "(", ")", "X", ":", "T"]
    ),
    st.text(max_size=3),
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=8).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)
DAYS = st.dates(date(1900, 1, 1), date(2026, 1, 1))


def read_or_none(written: str | float) -> FuzzyDate | None:
    try:
        return read_date(written)
    except UnreadableDate:
        return None


def test_the_words_are_in_the_form_in_which_they_are_looked_for():
    assert [phrase for phrase in WORDS if words.simplify(phrase) != phrase] == []


@given(TEXTS)
def test_any_text_is_a_date_that_holds_together_or_is_refused(text: str):
    if read := read_or_none(text):
        assert read.written == text
        assert read.earliest <= read.latest
        assert span_of(read.edtf) == (read.earliest, read.latest)
        again = read_date(read.edtf)
        assert (again.earliest, again.latest) == (read.earliest, read.latest)
        assert FuzzyDate.from_json(read.to_json()) == read
        assert read.display("en")
        assert read.display("ar")


@given(st.one_of(st.floats(), st.integers()))
def test_any_number_is_a_date_or_is_refused(number: float):
    read_or_none(number)


@given(
    DAYS, st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%Y%m%d", "%d%m%Y", "%d-%b-%Y"])
)
def test_a_day_is_read_from_every_form_it_is_written_in(day: date, form: str):
    written = day.strftime(form)
    for digits in ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"):
        read = read_date(written.translate(str.maketrans("0123456789", digits)))
        assert read.earliest == read.latest == day


@given(DAYS)
def test_what_is_shown_can_be_read_back(day: date):
    for text in (read_date(day).display("en"), read_date(day).display("ar")):
        assert read_date(text).earliest == day


@given(DAYS)
def test_a_serial_of_a_spreadsheet_is_its_day(day: date):
    serial = (day - date(1899, 12, 30)).days
    if serial >= 10_000:
        assert read_date(serial).earliest == read_date(str(serial)).earliest == day
