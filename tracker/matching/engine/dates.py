"""Births, disappearances, custody and deaths: what two spans of days say together."""

from __future__ import annotations

from tracker.names.compiled import compiled

from ..levels import (
    BIRTH_1_APART,
    BIRTH_2_APART,
    BIRTH_3_APART,
    BIRTH_5_APART,
    BIRTH_10_APART,
    BIRTH_FAR_APART,
    BIRTH_NEAR_DAY,
    BIRTH_OTHER_DAY,
    BIRTH_OTHER_YEAR,
    BIRTH_OVERLAPS,
    BIRTH_SAME_DAY,
    BIRTH_SAME_YEAR,
    BIRTH_SWAPPED,
    BIRTH_WIDE,
    CUSTODY_AFTER_DEATH,
    DEATH_LATER,
    DEATH_LONG_BEFORE,
    DEATH_SOON_AFTER,
    DIED_OTHER_TIME,
    DIED_SAME_DAY,
    DIED_SAME_TIME,
    NOTHING,
    PRISON_LATER,
    PRISON_LONG_BEFORE,
    PRISON_SOON_AFTER,
    TAKEN_OTHER_TIME,
    TAKEN_SAME_DAYS,
    TAKEN_SAME_TIME,
    TAKEN_SAME_YEAR,
)  # fmt: skip

SLACK_DAYS = 31
"""Families and clerks are weeks off about dates; a record this much too early speaks only softly against."""
MONTHS = 92
"""And now and then a month or two: a record this much too early is not yet beyond belief."""
SOON_DAYS = 3 * 366
FAR_DAYS = 366
NARROW_DAYS = 5
"""A Hijri date may mean any of five days: the calendar computed and the moon seen differ by two."""
NARROW_YEARS = 3
NEAR_YEARS = 10
"""A slip of one digit, or a year told from an age, is no farther off."""
CERTAINLY_FAR_DAYS = (NEAR_YEARS + 1) * 366
"""Farther apart, no calendar need be asked in which years two days lie."""
DAYS_BEFORE_1970 = 719163
"""Ordinal of 1 January 1970, with 1 January of the year 1 as day 1, as Python counts."""


@compiled
def civil(ordinal):
    """Return year, month and day of an ordinal, by the reckoning of eras of 400 years (146,097 days)."""
    shifted = ordinal - DAYS_BEFORE_1970 + 719468
    era = shifted // 146097
    day_of_era = shifted - era * 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return (
        year_of_era + era * 400 + (1 if month <= 2 else 0),
        month,
        day_of_year - (153 * shifted_month + 2) // 5 + 1,
    )


@compiled
def births(ours_from: int, ours_to: int, theirs_from: int, theirs_to: int) -> int:
    """Return the level of two births by what they certainly say; 1 January alone stands for a year."""
    if ours_from == 0 or theirs_from == 0:
        return NOTHING
    if max(ours_from - theirs_to, theirs_from - ours_to) > CERTAINLY_FAR_DAYS:
        return BIRTH_FAR_APART
    year, month, day = civil(ours_from)
    other_year, other_month, other_day = civil(theirs_from)
    ours_narrow = ours_to - ours_from < NARROW_DAYS and not (ours_from == ours_to and month == 1 and day == 1)
    theirs_narrow = theirs_to - theirs_from < NARROW_DAYS and not (
        theirs_from == theirs_to and other_month == 1 and other_day == 1
    )
    if not (ours_narrow and theirs_narrow):
        return birth_years(year, civil(ours_to)[0], other_year, civil(theirs_to)[0])
    if ours_from == ours_to and theirs_from == theirs_to:
        if ours_from == theirs_from:
            return BIRTH_SAME_DAY
        if year == other_year:
            return BIRTH_SWAPPED if month == other_day and day == other_month else BIRTH_OTHER_DAY
        if month == other_month and day == other_day and abs(year - other_year) <= NEAR_YEARS:
            return BIRTH_OTHER_YEAR
    elif ours_from <= theirs_to and theirs_from <= ours_to:
        return BIRTH_NEAR_DAY
    elif year == other_year:
        return BIRTH_OTHER_DAY
    return birth_years(year, civil(ours_to)[0], other_year, civil(theirs_to)[0])


@compiled
def birth_years(first: int, last: int, other_first: int, other_last: int) -> int:
    """Return the level of two spans of years."""
    apart = max(first - other_last, other_first - last)
    if apart <= 0:
        widest = max(last - first, other_last - other_first) + 1
        if widest == 1:
            return BIRTH_SAME_YEAR
        return BIRTH_OVERLAPS if widest <= NARROW_YEARS else BIRTH_WIDE
    if apart <= 3:
        return (BIRTH_1_APART, BIRTH_2_APART, BIRTH_3_APART)[apart - 1]
    if apart <= 5:
        return BIRTH_5_APART
    return BIRTH_10_APART if apart <= 10 else BIRTH_FAR_APART


@compiled
def after_vanishing(vanished, held, died):
    """Return the level of a disappearance beside a record's custody, or beside its death alone."""
    if vanished[0] == 0:
        return NOTHING
    if died[0] != 0 and died[1] < vanished[0]:
        return too_early(vanished[0] - died[1], DEATH_LONG_BEFORE)
    if held[0] != 0:
        if vanished[0] > held[1]:
            return too_early(vanished[0] - held[1], PRISON_LONG_BEFORE)
        return PRISON_SOON_AFTER if held[0] - vanished[1] <= SOON_DAYS else PRISON_LATER
    if died[0] != 0:
        return DEATH_SOON_AFTER if died[0] - vanished[1] <= SOON_DAYS else DEATH_LATER
    return NOTHING


@compiled
def too_early(days: int, longest: int) -> int:
    """Return the level of so many days before the disappearance; `longest` and the two after it in the table."""
    if days <= SLACK_DAYS:
        return longest + 2
    return longest + 1 if days <= MONTHS else longest


@compiled
def after_dying(died, held):
    """Return the level of one's death beside the other's custody: nobody is held after dying."""
    if died[0] == 0 or held[0] == 0:
        return NOTHING
    return CUSTODY_AFTER_DEATH if held[0] - died[1] > SLACK_DAYS else NOTHING


@compiled
def both_vanished(ours, theirs):
    """Return the level of two disappearances."""
    if ours[0] == 0 or theirs[0] == 0:
        return NOTHING
    apart = max(ours[0] - theirs[1], theirs[0] - ours[1])
    if apart <= SLACK_DAYS:
        narrow = max(ours[1] - ours[0], theirs[1] - theirs[0]) <= SLACK_DAYS
        return TAKEN_SAME_DAYS if narrow else TAKEN_SAME_TIME
    return TAKEN_OTHER_TIME if apart > FAR_DAYS else TAKEN_SAME_YEAR


@compiled
def both_died(ours, theirs):
    """Return the level of two deaths."""
    if ours[0] == 0 or theirs[0] == 0:
        return NOTHING
    if max(ours[0] - theirs[1], theirs[0] - ours[1]) > 0:
        return DIED_OTHER_TIME
    return DIED_SAME_DAY if ours[0] == ours[1] and theirs[0] == theirs[1] else DIED_SAME_TIME
