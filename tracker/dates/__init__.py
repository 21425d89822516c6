"""Dates as papers and people give them: a day, a month, a year, a season, or about when (no Django here)."""

from tracker.dates.fuzzy import FuzzyDate
from tracker.dates.plain import plain_date
from tracker.dates.reading import Order, likely_order, order_matters, read_date
from tracker.dates.unreadable import UnreadableDate

__all__ = ["FuzzyDate", "Order", "UnreadableDate", "likely_order", "order_matters", "plain_date", "read_date"]
