"""A written date, in any form that lists and families give it, becomes a FuzzyDate."""

import math
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from tracker.dates.clues import NOT_KNOWN, find_clues, halves
from tracker.dates.edtf import Backwards, parts_of, span_of
from tracker.dates.fuzzy import Calendar, FuzzyDate
from tracker.dates.hijri import FIRST_YEAR, LAST_YEAR
from tracker.dates.shapes import NoSuchDay, ShortYear, edtf_of_shape
from tracker.dates.unreadable import UnreadableDate
from tracker.dates.words import simplify

Order = Literal["dmy", "mdy"]
EARLIEST_YEAR = 1900
LONGEST_TEXT = 200
# Day 0 of spreadsheet programs, moved by the 29 February 1900 that never was; serials run from 1927 to 2064.
SERIAL_ZERO = date(1899, 12, 30)
SERIALS = range(10_000, 60_001)
SERIAL_TEXT = re.compile(r"[1-6][0-9]{4}(\.[0-9]+)?")
DAY_MONTH_YEAR = re.compile(r"(?<!\d)(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+\d{4}(?!\d)")


def read_date(written: str | date | datetime | float, *, order: Order = "dmy") -> FuzzyDate:
    """Return what was written as a date, or raise UnreadableDate with a sentence that says what to do.

    Never guessed: a year of two digits, or a Hijri year without its mark, is refused. `order` says which of
    day and month comes first where both could be either; a date that only the other order makes possible is
    read by that.

    >>> read_date("٢٢-١٠-٢٠١٩").edtf, read_date("صيف 2013").edtf, read_date("حوالي 2013").edtf
    ('2019-10-22', '2013-22', '2013~')
    """
    if isinstance(written, datetime):
        written = written.date()
    if isinstance(written, date):
        return _checked(written.isoformat(), written.isoformat(), "gregorian")
    if isinstance(written, bool):
        raise UnreadableDate("unreadable", str(written))
    if isinstance(written, int | float):
        return _read_number(written)
    return _read_text(written, order)


def _read_number(number: float) -> FuzzyDate:
    text = (
        str(int(number))
        if math.isfinite(number) and number == int(number) and abs(number) < 1e9
        else str(number)
    )
    if math.isfinite(number) and int(number) in SERIALS:
        return _read_serial(text, text)
    return _read_text(text, "dmy")


def _read_serial(serial: str, written: str) -> FuzzyDate:
    day = SERIAL_ZERO + timedelta(days=int(float(serial)))
    return _checked(day.isoformat(), written, "gregorian")


def _read_text(written: str, order: Order) -> FuzzyDate:
    if len(written) > LONGEST_TEXT:
        raise UnreadableDate("unreadable", written)
    simple = simplify(written)
    bare = re.sub(r"[\W_]+", " ", simple).strip()
    if not bare:
        raise UnreadableDate("unknown" if "?" in simple else "empty", written)
    if NOT_KNOWN.fullmatch(bare):
        raise UnreadableDate("unknown", written)
    if SERIAL_TEXT.fullmatch(simple) and int(simple[:5]) in SERIALS:
        return _read_serial(simple, written)
    if edtf := _edtf_as_written(simple):
        return _checked(edtf, written, "gregorian")
    edtf, calendar = _edtf(simple, written, order)
    return _checked(edtf, written, calendar)


def _edtf_as_written(simple: str) -> str | None:
    """EDTF itself, which some partner organisations write."""
    try:
        parts_of(simple.upper())
    except ValueError:
        return None
    return simple.upper()


def _edtf(simple: str, written: str, order: Order) -> tuple[str, Calendar]:
    clues = find_clues(simple)
    try:
        edtf = edtf_of_shape(clues.shape, hijri=clues.hijri, about=clues.about, order=order)
    except ShortYear:
        raise UnreadableDate("short_year", written) from None
    except NoSuchDay:
        raise UnreadableDate("no_such_day", written) from None
    except OverflowError:
        raise UnreadableDate("hijri_range", written) from None
    if edtf is None:
        return _period(simple, written, order)
    if clues.hijri:
        return edtf, "hijri"
    return "/".join(end + clues.mark for end in edtf.split("/")), "gregorian"


def _period(simple: str, written: str, order: Order) -> tuple[str, Calendar]:
    ends = halves(simple)
    if ends is None:
        raise UnreadableDate("unreadable", written)
    (first, calendar), (last, calendar_of_last) = (_edtf_of_end(end, written, order) for end in ends)
    if calendar != calendar_of_last:
        raise UnreadableDate("unreadable", written)
    return f"{first.split('/')[0]}/{last.split('/')[-1]}", calendar


def _edtf_of_end(end: str, written: str, order: Order) -> tuple[str, Calendar]:
    if halves(end):
        raise UnreadableDate("unreadable", written)
    return _edtf(end, written, order)


def _checked(edtf: str, written: str, calendar: Calendar) -> FuzzyDate:
    """Return the date if it can be true of someone missing, or of a birth."""
    this_year = datetime.now(tz=UTC).year
    for part in parts_of(edtf):
        if part.year < EARLIEST_YEAR:
            hijri = calendar == "gregorian" and FIRST_YEAR <= part.year <= LAST_YEAR
            raise UnreadableDate("perhaps_hijri" if hijri else "too_early", written)
        if part.year > this_year + 1:
            raise UnreadableDate("too_late", written)
    try:
        span_of(edtf)
    except Backwards:
        raise UnreadableDate("backwards", written) from None
    except ValueError:
        raise UnreadableDate("no_such_day", written) from None
    return FuzzyDate.from_edtf(edtf, written=written, calendar=calendar)


def likely_order(written: Iterable[str]) -> Order | None:
    """Return the order that the dates of one column show, or None where none shows it or they disagree.

    >>> likely_order(["03/04/2013", "22/10/2019"]), likely_order(["03/04/2013"])
    ('dmy', None)
    """
    shown: set[Order] = set()
    for text in written:
        if found := DAY_MONTH_YEAR.search(simplify(text)):
            first, second = int(found[1]), int(found[2])
            if first > 12 >= second:
                shown.add("dmy")
            elif second > 12 >= first:
                shown.add("mdy")
    return shown.pop() if len(shown) == 1 else None


def order_matters(written: str) -> bool:
    """Say whether day and month could each be the other, as in 03/04/2013.

    >>> order_matters("03/04/2013"), order_matters("22/10/2019"), order_matters("04/04/2013")
    (True, False, False)
    """
    found = DAY_MONTH_YEAR.search(simplify(written))
    return found is not None and int(found[1]) != int(found[2]) and int(found[1]) <= 12 >= int(found[2])
