"""Whether the day or the month stands first in a column of dates: told by its own values, never assumed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tracker.dates import FuzzyDate, Order, order_matters, read_date

DAY_FIRST, MONTH_FIRST = "day_first", "month_first"
ORDERS: Final[Mapping[str, Order]] = {DAY_FIRST: "dmy", MONTH_FIRST: "mdy"}
DATE_FIELDS: Final = frozenset({"birth", "birth_place_and_date", "arrested", "entered", "died"})
"""Fields whose cells hold a date."""

# Digits of any script, as \d and int() know them; marks that cannot be seen stand between them now and then.
TWO_NUMBERS_AND_A_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})[\s./\-\u200e\u200f]+(\d{1,2})[\s./\-\u200e\u200f]+\d{4}(?!\d)"
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
        self._shown: dict[str, set[str]] = {}
        self._open: set[str] = set()

    def note(self, field: str, text: str) -> None:
        """Take one cell of a field into account."""
        # Most cells are too short to hold a whole day: 3/4/2013 has eight characters.
        found = TWO_NUMBERS_AND_A_YEAR.search(text) if len(text) >= 8 else None
        if found is None:
            return
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            self._shown.setdefault(field, set()).add(DAY_FIRST)
        elif second > 12 >= first:
            self._shown.setdefault(field, set()).add(MONTH_FIRST)
        elif first != second:
            self._open.add(field)

    def order_of(self, field: str) -> str | None:
        """Return the order that the field's dates show; None where none shows it, or where they disagree."""
        shown = self._shown.get(field, set())
        return next(iter(shown)) if len(shown) == 1 else None

    def decided(self) -> dict[str, str]:
        """Return the order of each field in which it matters and is shown, as a layout keeps it."""
        orders = {field: self.order_of(field) for field in sorted(self._open)}
        return {field: order for field, order in orders.items() if order}


def read_cell_date(text: str, order: str | None) -> tuple[FuzzyDate, bool]:
    """Return the date of a cell, and whether day and month could each be the other.

    Where nothing decides, the day is taken to come first, as people in Syria write; whoever calls says so.
    Raises UnreadableDate.

    >>> date, ambiguous = read_cell_date("03/04/2013", None)
    >>> date.edtf, ambiguous
    ('2013-04-03', True)
    >>> read_cell_date("03/04/2013", "month_first")[0].edtf
    '2013-03-04'
    """
    date = read_date(text, order=ORDERS[order or DAY_FIRST])
    return date, order is None and order_matters(text)
