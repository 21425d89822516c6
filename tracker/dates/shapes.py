"""The shapes of a date once its words are single letters: "22 10 2019", "M 2012", "S 2013"."""

import re
from collections.abc import Callable

from tracker.dates.clues import HIJRI_MONTH, MONTH, SEASON, YEAR_PART, YEAR_PARTS
from tracker.dates.hijri import gregorian_interval

NUMBER, SHORT, YEAR = r"(\d{1,2})", r"(\d{1,2})", r"(\d{4})"
MONTH_NAME = f"([{chr(MONTH)}-{chr(SEASON - 1)}])"
SEASON_NAME = f"([{chr(SEASON)}-{chr(YEAR_PART - 1)}])"
YEAR_PART_NAME = f"([{chr(YEAR_PART)}-{chr(YEAR_PART + 31)}])"


class ShortYear(ValueError):
    """A year of two digits: 14 may be 2014, or a day."""


class NoSuchDay(ValueError):
    """The numbers stand where a day and a month stand, but name none."""


def edtf_of_shape(shape: str, *, hijri: bool, about: bool, order: str) -> str | None:
    """Return the EDTF text of a shape, None for a shape that is no date.

    Raises NoSuchDay and ShortYear, and OverflowError for a Hijri year that cannot be converted.
    """
    found = _year_month_day(shape, order)
    if found:
        return _hijri(found, about=about) if hijri else _gregorian(found)
    if hijri:
        return None
    return _other_shape(shape)


def _hijri(found: tuple[int, int, int], *, about: bool) -> str:
    try:
        return gregorian_interval(*found, about=about)
    except ValueError:
        raise NoSuchDay from None


def _gregorian(found: tuple[int, int, int]) -> str:
    year, month, day = found
    if month > 12 or day > 31:
        raise NoSuchDay
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _month(letter: str) -> int:
    number = ord(letter) - MONTH
    return number if number < HIJRI_MONTH - MONTH else number - (HIJRI_MONTH - MONTH)


def _in_order(first: str, second: str, year: str, order: str) -> tuple[int, int, int]:
    """Day and month by the order asked for; by the other one where only that is possible."""
    one, two = int(first), int(second)
    day, month = (one, two) if order == "dmy" else (two, one)
    if month > 12 >= day:
        day, month = month, day
    return _whole(int(year), month, day)


def _whole(year: int, month: int, day: int) -> tuple[int, int, int]:
    # 00/00/1984 and 00/08/2012: registers write zeros for what is not known; a day without its month is a
    # mistake.
    if day and not month:
        raise NoSuchDay
    return year, month, day


def _year_and_month(year: str, month: str) -> tuple[int, int, int]:
    if not 1 <= int(month) <= 12:
        raise NoSuchDay
    return int(year), int(month), 0


def _compact(digits: str) -> tuple[int, int, int]:
    """20191022 or 22102019: never both, since no year from 1900 to 2100 is also a month and a day."""
    if digits[:2] in {"19", "20"} and 1 <= int(digits[4:6]) <= 12:
        return _whole(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return _whole(int(digits[4:]), int(digits[2:4]), int(digits[:2]))


Found = tuple[str, ...]
DATE_SHAPES: tuple[tuple[str, Callable[[Found, str], tuple[int, int, int]]], ...] = (
    (f"{YEAR}", lambda f, _: (int(f[0]), 0, 0)),
    (f"{NUMBER} {NUMBER} {YEAR}", lambda f, order: _in_order(f[0], f[1], f[2], order)),
    # A list typed from right to left may hold year, day, month.
    (f"{YEAR} {NUMBER} {NUMBER}", lambda f, _: _in_order(f[2], f[1], f[0], "dmy")),
    (f"{YEAR} {NUMBER}", lambda f, _: _year_and_month(f[0], f[1])),
    (f"{NUMBER} {YEAR}", lambda f, _: _year_and_month(f[1], f[0])),
    (r"(\d{8})", lambda f, _: _compact(f[0])),
    (f"{NUMBER} {MONTH_NAME} {YEAR}", lambda f, _: _whole(int(f[2]), _month(f[1]), int(f[0]))),
    (f"{MONTH_NAME} {NUMBER} {YEAR}", lambda f, _: _whole(int(f[2]), _month(f[0]), int(f[1]))),
    (f"{YEAR} {MONTH_NAME} {NUMBER}", lambda f, _: _whole(int(f[0]), _month(f[1]), int(f[2]))),
    (f"{MONTH_NAME} {YEAR}", lambda f, _: (int(f[1]), _month(f[0]), 0)),
    (f"{YEAR} {MONTH_NAME}", lambda f, _: (int(f[0]), _month(f[1]), 0)),
)
SHORT_YEARS = (
    f"{NUMBER} {NUMBER} {SHORT}",
    f"{NUMBER} {MONTH_NAME} {SHORT}",
    f"{MONTH_NAME} {NUMBER} {SHORT}",
    f"{MONTH_NAME} {SHORT}",
    f"(?:{SEASON_NAME}|{YEAR_PART_NAME}) {SHORT}",
    SHORT,
)


def _year_month_day(shape: str, order: str) -> tuple[int, int, int] | None:
    """Return year, month and day, 0 for what is not given."""
    for pattern, read in DATE_SHAPES:
        if found := re.fullmatch(pattern, shape):
            return read(found.groups(), order)
    if any(re.fullmatch(pattern, shape) for pattern in SHORT_YEARS):
        raise ShortYear
    return None


def _other_shape(shape: str) -> str | None:
    if found := re.fullmatch(f"{YEAR} {YEAR}", shape):
        return f"{found[1]}/{found[2]}"
    if found := re.fullmatch(f"{SEASON_NAME} {YEAR}", shape) or re.fullmatch(f"{YEAR} {SEASON_NAME}", shape):
        year, season = sorted(found.groups())
        return f"{year}-{ord(season) - SEASON}"
    if found := re.fullmatch(f"{YEAR_PART_NAME} {YEAR}", shape):
        first, last = YEAR_PARTS[ord(found[1]) - YEAR_PART]
        return f"{found[2]}-{first:02}/{found[2]}-{last:02}"
    return None
