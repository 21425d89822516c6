"""When someone vanished against when a record has them in prison: nobody is held before being taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .pair import Pair
from .profile import Finding, Profile
from .sentences import finding

if TYPE_CHECKING:
    from tracker.dates import FuzzyDate

SLACK_DAYS = 31
"""Families and clerks are weeks off about dates; a record this much too early speaks only softly against."""
LONG_BEFORE, SHORTLY_BEFORE = -12.0, -4.0
SOON_AFTER, LATER = 0.7, 0.2
SOON_DAYS = 3 * 366
SAME_TIME, OTHER_TIME = 4.0, -3.0
FAR_DAYS = 366
SAME_DEATH, OTHER_DEATH = 6.0, -4.0
AFTER_DEATH = -8.0


def compare_dates_in_prison(pair: Pair) -> Iterable[Finding]:
    """Compare a disappearance with the other's custody and death, both ways round."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        yield from _after_vanishing(one, other)
        yield from _after_dying(one, other)
    yield from _two_disappearances(pair)
    yield from _two_deaths(pair)


def _after_vanishing(missing: Profile, record: Profile) -> Iterable[Finding]:
    if missing.disappeared is None or record.disappeared is not None:
        return
    for date, words in ((record.in_prison, "prison"), (record.died, "death")):
        if date is None or (words == "death" and record.in_prison is not None and not _before(missing, date)):
            continue
        too_early = (missing.disappeared.earliest - date.latest).days
        when = "before" if too_early > 0 else "after"
        if too_early > 0:
            weight = LONG_BEFORE if too_early > SLACK_DAYS else SHORTLY_BEFORE
        else:
            later = (date.earliest - missing.disappeared.latest).days
            weight = SOON_AFTER if later <= SOON_DAYS else LATER
        yield finding("dates", weight, f"{words} {when}", a=told(missing.disappeared), b=told(date))


def _before(missing: Profile, date: FuzzyDate) -> bool:
    return missing.disappeared is not None and date.latest < missing.disappeared.earliest


def _after_dying(dead: Profile, other: Profile) -> Iterable[Finding]:
    if dead.died is None or other.in_prison is None or dead.in_prison == other.in_prison:
        return
    if (other.in_prison.earliest - dead.died.latest).days > SLACK_DAYS:
        yield finding("dates", AFTER_DEATH, "custody after death", a=told(dead.died), b=told(other.in_prison))


def _two_disappearances(pair: Pair) -> Iterable[Finding]:
    ours, theirs = pair.a.disappeared, pair.b.disappeared
    if ours is None or theirs is None:
        return
    apart = _days_apart(ours, theirs)
    if apart <= SLACK_DAYS:
        narrow = max((d.latest - d.earliest).days for d in (ours, theirs)) <= SLACK_DAYS
        weight = SAME_TIME if narrow else SAME_TIME / 2
        yield finding("dates", weight, "disappearance agrees", a=told(ours), b=told(theirs))
    else:
        weight = OTHER_TIME if apart > FAR_DAYS else OTHER_TIME / 3
        yield finding("dates", weight, "disappearance differs", a=told(ours), b=told(theirs))


def _two_deaths(pair: Pair) -> Iterable[Finding]:
    ours, theirs = pair.a.died, pair.b.died
    if ours is None or theirs is None:
        return
    if _days_apart(ours, theirs) == 0:
        one_day = ours.earliest == ours.latest and theirs.earliest == theirs.latest
        weight = SAME_DEATH if one_day else SAME_DEATH / 3
        yield finding("dates", weight, "death agrees", a=told(ours), b=told(theirs))
    else:
        yield finding("dates", OTHER_DEATH, "death differs", a=told(ours), b=told(theirs))


def _days_apart(ours: FuzzyDate, theirs: FuzzyDate) -> int:
    return max((ours.earliest - theirs.latest).days, (theirs.earliest - ours.latest).days, 0)


def told(date: FuzzyDate) -> str:
    """Return a date as a sentence names it: the day, else what was written."""
    return date.earliest.isoformat() if date.earliest == date.latest else date.written or date.edtf
