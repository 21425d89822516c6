"""Hijri dates as the Gregorian days that they may mean.

The table of Umm al-Qura (hijridate) and a month begun by sight of the moon differ by a day or two, and nobody
wrote down which was used: two days are added at either end.
"""

from datetime import date, timedelta

from hijridate import Hijri

FIRST_YEAR, LAST_YEAR = 1343, 1500
SIGHTING = timedelta(days=2)
ABOUT = {"day": timedelta(days=7), "month": timedelta(days=30), "year": timedelta(days=355)}


def gregorian_interval(year: int, month: int = 0, day: int = 0, *, about: bool = False) -> str:
    """Return the EDTF interval of a Hijri year, month or day; ValueError where there is no such day.

    >>> gregorian_interval(1434, 9, 12)
    '2013-07-18/2013-07-22'
    """
    last = Hijri(year, month or 12, 1)
    # The thirtieth of a month that the table ends at 29 was a day wherever the moon was seen late.
    begin = _gregorian(Hijri(year, month or 1, min(day, last.month_length()) if day == 30 else day or 1))
    end = begin if day else _gregorian(last) + timedelta(days=last.month_length() - 1)
    reach = SIGHTING + (ABOUT["day" if day else "month" if month else "year"] if about else timedelta(0))
    return f"{begin - reach}/{end + reach}"


def _gregorian(day: Hijri) -> date:
    return date(*day.to_gregorian().datetuple())
