"""Dates of birth: a day, a year, or about when; 1 January often means that only the year was known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .pair import Pair
from .profile import Finding
from .sentences import finding

if TYPE_CHECKING:
    from tracker.dates import FuzzyDate

YEAR_BITS = 5.0
"""One birth year in about forty is shared by chance, less what age groups share."""
DAY_BITS = 11.0
SWAPPED_BITS = 8.5
OTHER_DAY_BITS = 1.0
# Years apart → bits: papers are often a year or two off, ages in prison lists more.
YEARS_APART: tuple[tuple[int, float], ...] = ((1, 2.8), (2, 1.2), (3, -0.5), (5, -2.5), (10, -5.0))
FARTHER = -8.0


def compare_births(pair: Pair) -> Iterable[Finding]:
    """Compare two dates of birth by what they certainly say."""
    ours, theirs = pair.a.birth, pair.b.birth
    if ours is None or theirs is None:
        return
    left, right = _day(ours), _day(theirs)
    if left and right and left == right:
        yield finding("birth", DAY_BITS, "birth same day", a=left.isoformat())
    elif left and right and left.year == right.year:
        if (left.month, left.day) == (right.day, right.month):
            yield finding("birth", SWAPPED_BITS, "birth swapped", a=left.isoformat(), b=right.isoformat())
        else:
            yield finding(
                "birth", OTHER_DAY_BITS, "birth same year, other day", a=left.isoformat(), b=right.isoformat()
            )
    else:
        yield _by_years(ours, theirs)


def _day(date: FuzzyDate) -> dt.date | None:
    """The one day a date means, if it means one; 1 January stands for a year."""
    if date.earliest != date.latest or (date.earliest.month, date.earliest.day) == (1, 1):
        return None
    return date.earliest


def _by_years(ours: FuzzyDate, theirs: FuzzyDate) -> Finding:
    first, second = _years(ours), _years(theirs)
    apart = max(first[0] - second[1], second[0] - first[1], 0)
    if apart:
        weight = next((bits for years, bits in YEARS_APART if apart <= years), FARTHER)
        return finding("birth", weight, "birth years apart", a=_told(first), b=_told(second), n=apart)
    if first == second and first[0] == first[1]:
        return finding("birth", YEAR_BITS, "birth same year", a=str(first[0]))
    width = max(first[1] - first[0], second[1] - second[0]) + 1
    weight = max(0.5, YEAR_BITS - (width.bit_length() - 0.5))
    return finding("birth", weight, "birth overlaps", a=_told(first), b=_told(second))


def _years(date: FuzzyDate) -> tuple[int, int]:
    return date.earliest.year, date.latest.year


def _told(years: tuple[int, int]) -> str:
    return str(years[0]) if years[0] == years[1] else f"{years[0]}-{years[1]}"
