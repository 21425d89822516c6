"""The part of EDTF (ISO 8601-2, https://www.loc.gov/standards/datetime/) that lists and families need.

A day, month, year, season or decade, each perhaps with `?` (uncertain), `~` (about) or `%` (both); or an
interval of two.
"""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

ONE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[?~%]?)", re.ASCII
)
DECADE = re.compile(r"(?P<decade>[0-9]{3})X(?P<mark>[?~%]?)")
SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
FIRST_MONTH = {SPRING: 3, SUMMER: 6, AUTUMN: 9}
ABOUT = frozenset("~%")

# How far "about" reaches to either side, by what is known: our own rule, since EDTF gives none.
ABOUT_DAYS = timedelta(days=7)
ABOUT_MONTHS = {"month": 1, "season": 3, "year": 12, "decade": 60}


class Span(NamedTuple):
    """The earliest and the latest day that a date may mean."""

    earliest: date
    latest: date


class Part(NamedTuple):
    """One end of an interval, or a whole date: `value` is a month or a season's number."""

    precision: str
    year: int
    value: int
    day: int
    mark: str


def parse_part(text: str) -> Part:
    """Return the parts of one EDTF date; ValueError where it is none."""
    if found := DECADE.fullmatch(text):
        return Part("decade", int(found["decade"]) * 10, 0, 0, found["mark"])
    found = ONE.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, value, day = int(found["year"]), int(found["month"] or 0), int(found["day"] or 0)
    if SPRING <= value <= WINTER and not day:
        return Part("season", year, value, 0, found["mark"])
    precision = "day" if found["day"] else "month" if found["month"] else "year"
    return Part(precision, year, value, day, found["mark"])


def span_of_part(part: Part) -> Span:
    """Return the days one date may mean, more of them for "about"; ValueError where there is no such day."""
    earliest, latest = _exact_span(part)
    if part.mark not in ABOUT:
        return Span(earliest, latest)
    if part.precision == "day":
        return Span(earliest - ABOUT_DAYS, latest + ABOUT_DAYS)
    reach = ABOUT_MONTHS[part.precision]
    return Span(_first_of_month(earliest, -reach), _first_of_month(latest, reach + 1) - timedelta(days=1))


def _first_of_month(day: date, months_later: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months_later, 12)
    return date(year, month + 1, 1)


def _exact_span(part: Part) -> Span:
    year, month = part.year, part.value
    if part.precision == "day":
        return Span(date(year, month, part.day), date(year, month, part.day))
    if part.precision == "month":
        return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    if part.precision == "season":
        return _season(year, month)
    return Span(date(year, 1, 1), date(year + (9 if part.precision == "decade" else 0), 12, 31))


def _season(year: int, season: int) -> Span:
    if season == WINTER:
        # "Winter 2013" is said of the one that began that year and of the one that ended in it.
        return Span(date(year - 1, 12, 1), date(year + 1, 2, calendar.monthrange(year + 1, 2)[1]))
    first = FIRST_MONTH[season]
    return Span(date(year, first, 1), date(year, first + 2, calendar.monthrange(year, first + 2)[1]))


def parts_of(edtf: str) -> tuple[Part, ...]:
    """Return the one date, or the two ends of an interval."""
    return tuple(parse_part(text) for text in edtf.split("/", 1))


def span_of(edtf: str) -> Span:
    """Return the earliest and the latest day of an EDTF text; ValueError where it is none that we know.

    >>> span_of("2012-04/2012-08")
    Span(earliest=datetime.date(2012, 4, 1), latest=datetime.date(2012, 8, 31))
    """
    try:
        spans = [span_of_part(part) for part in parts_of(edtf)]
    except OverflowError as error:
        raise ValueError(edtf) from error
    if spans[0].earliest > spans[-1].earliest or spans[0].latest > spans[-1].latest:
        raise Backwards(edtf)
    return Span(spans[0].earliest, spans[-1].latest)


class Backwards(ValueError):
    """An interval whose end lies before its beginning."""
