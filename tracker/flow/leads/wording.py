"""What people typed, made fit to keep, and the days that an office works."""

from datetime import date, timedelta

from tracker.names import clean_text

DAYS_OF_REST = (4, 5)
"""Friday and Saturday, as ``date.weekday()`` counts: the weekend of Syrian offices."""


def clean_lines(text: str) -> str:
    """Return a text of several lines without hidden marks, its paragraphs kept.

    >>> clean_lines("first \\u202e line\\r\\n\\r\\n second")
    'first line\\n\\nsecond'
    """
    return "\n".join(clean_text(line) for line in text.splitlines()).strip()


def working_days_after(day: date, count: int) -> date:
    """Return the day that lies this many working days later.

    >>> working_days_after(date(2026, 11, 19), 2)  # a Thursday
    datetime.date(2026, 11, 23)
    """
    while count:
        day += timedelta(days=1)
        count -= day.weekday() not in DAYS_OF_REST
    return day
