"""Short ways to say what a test is about."""

import datetime as dt

from tracker.dates import FuzzyDate
from tracker.matching import Frequencies, Match, Profile, compare
from tracker.names import Name, read_name

FREQUENCIES = Frequencies()


def date(text: str) -> FuzzyDate:
    """A year, a month or a day, as ISO 8601 writes it; "1984/1986" from one to the other."""
    first, _, last = text.partition("/")
    return FuzzyDate(text, "gregorian", text, _edge(first, late=False), _edge(last or first, late=True))


def _edge(text: str, *, late: bool) -> dt.date:
    numbers = [int(number) for number in text.split("-")]
    if len(numbers) == 1:
        return dt.date(numbers[0], 12, 31) if late else dt.date(numbers[0], 1, 1)
    if len(numbers) == 2:
        first = dt.date(numbers[0], numbers[1], 1)
        following = (first + dt.timedelta(days=32)).replace(day=1)
        return following - dt.timedelta(days=1) if late else first
    return dt.date(*numbers)


def name(text: str) -> Name:
    return read_name(text)


def person(*names: str, **known: object) -> Profile:
    return Profile(tuple(map(read_name, names)), **known)  # type: ignore[arg-type]


def match(left: Profile, right: Profile) -> Match:
    return compare(left, right, FREQUENCIES)


def weight(found: Match, aspect: str) -> float:
    return sum(finding.weight for finding in found.findings if finding.aspect == aspect)
