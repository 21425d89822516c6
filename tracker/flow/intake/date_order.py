"""Whether the day or the month stands first in a column of dates: told by its own values, never assumed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tracker.dates import FuzzyDate, Order, order_matters, read_date

DAY_FIRST, MONTH_FIRST, YEAR_FIRST_OPEN = "day_first", "month_first", "year_first_open"
ORDERS: Final[Mapping[str, Order]] = {DAY_FIRST: "dmy", MONTH_FIRST: "mdy"}
DATE_FIELDS: Final = frozenset({"birth", "birth_place_and_date", "arrested", "entered", "died"})
"""Fields whose cells hold a date."""

ENOUGH = 3
"""Dates of one kind that make a habit of a program."""

# Digits of any script, as \d and int() know them; marks that cannot be seen stand between them now and then.
BETWEEN = r"[\s./\-\u200e\u200f]+"
DAY_AND_MONTH = re.compile(
    rf"(?<!\d)(?:(\d{{1,2}}){BETWEEN}(\d{{1,2}}){BETWEEN}\d{{4}}|\d{{4}}{BETWEEN}(\d{{1,2}}){BETWEEN}(\d{{1,2}}))(?!\d)"
)


class DateOrders:
    """What the dates of a list show about the order in which they were written, field by field.

    >>> orders = DateOrders()
    >>> orders.note("died", "03/04/2013")
    >>> orders.order_of("died") is None
    True
    >>> orders.note("died", "٢٢/١٠/٢٠١٩")
    >>> orders.order_of("died")
    'day_first'
    """

    def __init__(self) -> None:
        self._seen: dict[str, Counter[str]] = {}

    def note(self, field: str, text: str) -> None:
        """Take one cell of a field into account."""
        # Many cells are too short to hold a whole day: 3/4/2013 has eight characters.
        if len(text) >= 8 and (kind := _kind_of(text)):
            self._seen.setdefault(field, Counter())[kind] += 1

    def order_of(self, field: str) -> str | None:
        """Return the order that the field's dates show; None where none shows it, or where they disagree."""
        seen = self._seen.get(field, Counter())
        shown = [order for order in ORDERS if seen[order]]
        return shown[0] if len(shown) == 1 else None

    def decided(self) -> dict[str, str]:
        """Return what is known of each field in which it matters, as a layout keeps it."""
        told: dict[str, str] = {}
        for field, seen in sorted(self._seen.items()):
            order = self.order_of(field) if seen["open"] else None
            doubtful = YEAR_FIRST_OPEN if _year_first_is_open(seen) else None
            if order or doubtful:
                told[field] = " ".join(filter(None, (order, doubtful)))
        return told


@lru_cache(maxsize=65536)
def _kind_of(text: str) -> str:
    """Say what a cell shows of the order, "" where nothing; the days of a list are few, its rows many."""
    found = DAY_AND_MONTH.search(text)
    if found is None:
        return ""
    first, second, middle, last = found.groups()
    return _kind(int(first), int(second), "") if first else _kind(int(middle), int(last), "year ")


def _kind(one: int, two: int, prefix: str) -> str:
    """Say which of two numbers is the day, "open" where it may be either, "" where there is no such day."""
    if one > 31 or two > 31 or min(one, two) > 12 or one == two:
        return ""
    if max(one, two) <= 12:
        return f"{prefix}open"
    return f"{prefix}{DAY_FIRST if one > two else MONTH_FIRST}"


def _year_first_is_open(seen: Mapping[str, int]) -> bool:
    """Say whether 2013-04-03 may be the 4th of March here, as it never is elsewhere.

    Either the list also has 2013/22/10, typed from right to left; or a program set to another country's habit
    turned every date that it could into a day, and left the others (22/10/2013) as text: then no day of
    those that it turned is beyond the twelfth, and none of the others is before.
    """
    if not seen["year open"]:
        return False
    if seen[f"year {DAY_FIRST}"]:
        return True
    left_as_text = seen[DAY_FIRST] + seen[MONTH_FIRST]
    turned = seen["year open"] >= ENOUGH and not seen[f"year {MONTH_FIRST}"]
    return turned and left_as_text >= ENOUGH and not seen["open"]


def read_cell_date(text: str, order: str | None) -> tuple[FuzzyDate, bool]:
    """Return the date of a cell, and whether day and month could each be the other.

    ``order`` is what the layout says of the field. Where nothing decides, the day is taken to come first, as
    people in Syria write; whoever calls says so. Raises UnreadableDate.

    >>> date, ambiguous = read_cell_date("03/04/2013", None)
    >>> date.edtf, ambiguous
    ('2013-04-03', True)
    >>> read_cell_date("03/04/2013", "month_first")[0].edtf
    '2013-03-04'
    """
    told = order.split() if order else []
    shown = next((ORDERS[one] for one in told if one in ORDERS), None)
    date = read_date(text, order=shown or "dmy")
    if YEAR_FIRST_OPEN in told and _may_be_exchanged(text):
        return date, True
    return date, shown is None and order_matters(text)


def _may_be_exchanged(text: str) -> bool:
    found = DAY_AND_MONTH.search(text)
    return found is not None and bool(found[3]) and _kind(int(found[3]), int(found[4]), "") == "open"
