"""Days in the forms that lists write them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from .draft import DateForm
from .luck import Dice

EASTERN_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WRITTEN_IN_EASTERN_DIGITS = 0.3
MUSLIM_ERA = 227_015
"""16 July 622 (Julian) as an ordinal of the Gregorian calendar (Dershowitz and Reingold)."""
CYCLE_YEARS, CYCLE_DAYS = 30, 10_631
"""The civil Muslim calendar repeats after thirty years, eleven of them a day longer than 354."""


@lru_cache(maxsize=65536)
def parts_of(day: int) -> tuple[int, int, int]:
    """Return year, month and day of an ordinal."""
    when = date.fromordinal(day)
    return when.year, when.month, when.day


def day_and_month(day: int) -> tuple[int, int]:
    """Return the day of the month and the month.

    >>> day_and_month(date(1984, 5, 12).toordinal())
    (12, 5)
    """
    _, month, day_of_month = parts_of(day)
    return day_of_month, month


def muslim_date(day: int) -> tuple[int, int, int]:
    """Return year, month and day by the civil (reckoned) Muslim calendar.

    >>> muslim_date(date(2000, 1, 1).toordinal())
    (1420, 9, 24)
    """
    year = (CYCLE_YEARS * (day - MUSLIM_ERA) + 10_646) // CYCLE_DAYS
    into = day - _muslim_new_year(year)
    month = min(12, 2 * into // 59 + 1)
    return year, month, into - (59 * (month - 1) + 1) // 2 + 1


def _muslim_new_year(year: int) -> int:
    return MUSLIM_ERA + 354 * (year - 1) + (3 + 11 * year) // CYCLE_YEARS


def written(day: int, form: DateForm, script: str, dice: Dice, *, swapped: bool = False) -> str:
    """Return a day as a list of that script might write it."""
    text = _in_figures(day, form, script, dice, swapped)
    if script == "arabic" and dice.random() < WRITTEN_IN_EASTERN_DIGITS:
        return text.translate(EASTERN_DIGITS)
    return text


def _in_figures(day: int, form: DateForm, script: str, dice: Dice, swapped: bool) -> str:
    year, month, of_month = parts_of(day)
    if form == "year":
        return str(year)
    if form == "month":
        return f"{month}/{year}" if dice.random() < 0.7 else f"{year}-{month:02}"
    if form == "Hijri":
        year, month, of_month = muslim_date(day)
        return f"{of_month}/{month}/{year} هـ" if script == "arabic" else f"{of_month}/{month}/{year} AH"
    if form == "1 January":
        month = of_month = 1
    if swapped:
        month, of_month = of_month, month
    chance = dice.random()
    if chance < 0.6:
        return f"{of_month}/{month}/{year}"
    if chance < 0.8:
        return f"{year}-{month:02}-{of_month:02}"
    return f"{of_month:02}-{month:02}-{year}" if script == "arabic" else f"{of_month:02}.{month:02}.{year}"
