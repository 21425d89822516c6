"""The usual forms of a date are read at once, and exactly as all others are."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.dates import UnreadableDate, plain_date, read_date

numbers = st.builds(
    lambda one, two, year, mark, width: f"{one:0{width}}{mark}{two:0{width}}{mark}{year}",
    st.integers(0, 33), st.integers(0, 33), st.integers(1880, 2040), st.sampled_from("/.-"), st.integers(1, 2),
)  # fmt: skip
years = st.integers(1800, 2100).map(str)


@given(numbers | years, st.booleans())
def test_a_plain_date_is_what_every_date_is(written: str, month_first: bool):
    plain = plain_date(written, month_first=month_first)
    try:
        read = read_date(written, order="mdy" if month_first else "dmy")
    except UnreadableDate:
        assert plain is None
    else:
        assert plain in (read, None)


@given(st.text(max_size=12))
def test_no_other_text_is_taken_for_one(text: str):
    plain = plain_date(text)
    assert plain is None or plain == read_date(text)
