"""The sentence of each fact that two profiles agree or differ in, with the dates and numbers it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .levels import (
    BIRTH_1_APART,
    BIRTH_FAR_APART,
    BIRTH_NEAR_DAY,
    BIRTH_OTHER_DAY,
    BIRTH_OTHER_YEAR,
    BIRTH_SAME_DAY,
    BIRTH_SWAPPED,
    LEVELS,
    NUMBER_SAME,
    SLOT_BIRTH,
    SLOT_BOTH_DIED,
    SLOT_BOTH_TAKEN,
    SLOT_DIED_AND_HELD,
    SLOT_HELD_AND_DIED,
    SLOT_HELD_AND_VANISHED,
    SLOT_NUMBER,
    SLOT_REGISTRY_NUMBER,
    SLOT_VANISHED_AND_HELD,
)
from .profile import Finding, Profile
from .sentences import finding
from .side import digits

if TYPE_CHECKING:
    from tracker.dates import FuzzyDate

SPOKEN_OF_AS_DAYS = frozenset(
    {BIRTH_SAME_DAY, BIRTH_NEAR_DAY, BIRTH_SWAPPED, BIRTH_OTHER_DAY, BIRTH_OTHER_YEAR}
)


def fact_told(slot: int, code: int, bits: float, ours: Profile, theirs: Profile) -> Finding:
    """Return a fact's finding."""
    level = LEVELS[code - 1]
    a, b, apart = _spoken_of(slot, code, ours, theirs)
    return finding(level.aspect, bits, level.sentence, a=a, b=b, n=apart)


def _spoken_of(slot: int, code: int, ours: Profile, theirs: Profile) -> tuple[str, str, int]:
    if slot == SLOT_BIRTH:
        return _births(code, ours.birth, theirs.birth)
    if slot == SLOT_REGISTRY_NUMBER:
        return digits(ours.registry_number), digits(theirs.registry_number), 0
    if slot == SLOT_NUMBER:
        return (*_numbers(code, ours, theirs), 0)
    first, second = _dates(slot, code, ours, theirs)
    return day_told(first), day_told(second), 0


def _dates(slot: int, code: int, ours: Profile, theirs: Profile) -> tuple[FuzzyDate | None, FuzzyDate | None]:
    if slot == SLOT_BOTH_TAKEN:
        return ours.disappeared, theirs.disappeared
    if slot == SLOT_BOTH_DIED:
        return ours.died, theirs.died
    if slot in {SLOT_DIED_AND_HELD, SLOT_HELD_AND_DIED}:
        dead, held = (ours, theirs) if slot == SLOT_DIED_AND_HELD else (theirs, ours)
        return dead.died, held.in_prison
    if slot in {SLOT_VANISHED_AND_HELD, SLOT_HELD_AND_VANISHED}:
        missing, record = (ours, theirs) if slot == SLOT_VANISHED_AND_HELD else (theirs, ours)
        of_death = LEVELS[code - 1].sentence.startswith("death")
        return missing.disappeared, record.died if of_death else record.in_prison
    return None, None


def _births(code: int, ours: FuzzyDate | None, theirs: FuzzyDate | None) -> tuple[str, str, int]:
    if ours is None or theirs is None:
        return "", "", 0
    first, second = (ours.earliest.year, ours.latest.year), (theirs.earliest.year, theirs.latest.year)
    apart = max(first[0] - second[1], second[0] - first[1], 0)
    if code in SPOKEN_OF_AS_DAYS:
        return day_told(ours), day_told(theirs), apart
    return _years(first), _years(second), apart if BIRTH_1_APART <= code <= BIRTH_FAR_APART else 0


def _years(years: tuple[int, int]) -> str:
    return str(years[0]) if years[0] == years[1] else f"{years[0]}-{years[1]}"


def _numbers(code: int, ours: Profile, theirs: Profile) -> tuple[str, str]:
    pairs = sorted(
        (digits(mine), digits(other))
        for kind, issuer, mine in ours.identifiers
        for other_kind, other_issuer, other in theirs.identifiers
        if (kind, issuer) == (other_kind, other_issuer)
    )
    agreeing = [pair for pair in pairs if pair[0] == pair[1]]
    return (agreeing if code == NUMBER_SAME else pairs)[0]


def day_told(date: FuzzyDate | None) -> str:
    """Return a date as a sentence names it: the day, else what was written."""
    if date is None:
        return ""
    return date.earliest.isoformat() if date.earliest == date.latest else date.written or date.edtf
