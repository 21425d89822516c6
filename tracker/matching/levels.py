"""The ways in which two profiles may agree or differ, each a line: what it is called and what it weighs.

Bits are log2 likelihood ratios (Fellegi and Sunter 1969): how much oftener the line is met between two papers
about one person than between papers about two. `calibrate_matching` estimates them anew; what stands here is
what holds until a person adopts an estimate.
"""

from __future__ import annotations

from typing import NamedTuple


class Level(NamedTuple):
    """One way of agreeing or differing."""

    code: int
    aspect: str
    sentence: str
    bits: float


(
    SEX_DIFFERS,
    BIRTH_SAME_DAY, BIRTH_NEAR_DAY, BIRTH_SWAPPED, BIRTH_SAME_YEAR, BIRTH_OTHER_DAY, BIRTH_OVERLAPS, BIRTH_WIDE,
    BIRTH_1_APART, BIRTH_2_APART, BIRTH_3_APART, BIRTH_5_APART, BIRTH_10_APART, BIRTH_FAR_APART,
    BORN_SAME, BORN_WITHIN, BORN_NEAR, BORN_APART,
    TAKEN_SAME, TAKEN_WITHIN, TAKEN_NEAR, TAKEN_APART,
    REGISTERED_SAME, REGISTERED_WITHIN, REGISTERED_NEAR, REGISTERED_APART,
    PRISON_LONG_BEFORE, PRISON_BEFORE, PRISON_SOON_AFTER, PRISON_LATER,
    DEATH_LONG_BEFORE, DEATH_BEFORE, DEATH_SOON_AFTER, DEATH_LATER,
    CUSTODY_AFTER_DEATH,
    TAKEN_SAME_DAYS, TAKEN_SAME_TIME, TAKEN_SAME_YEAR, TAKEN_OTHER_TIME,
    DIED_SAME_DAY, DIED_SAME_TIME, DIED_OTHER_TIME,
    NUMBER_OF_REGISTRY_SAME, NUMBER_OF_REGISTRY_OTHER,
    NUMBER_SAME, NUMBER_OTHER, NATIONAL_NUMBER_OTHER,
) = range(1, 48)  # fmt: skip
NOTHING = 0
"""The code of what one of the two does not tell."""

LEVELS: tuple[Level, ...] = (
    Level(SEX_DIFFERS, "sex", "sex differs", -9.0),  # clerks do mark the wrong sex, once in five hundred lines
    Level(BIRTH_SAME_DAY, "birth", "birth same day", 11.0),
    Level(BIRTH_NEAR_DAY, "birth", "birth overlaps", 8.5),  # within the days that a Hijri date may mean
    Level(BIRTH_SWAPPED, "birth", "birth swapped", 8.5),
    Level(BIRTH_SAME_YEAR, "birth", "birth same year", 5.0),  # one year in about forty is shared by chance
    Level(BIRTH_OTHER_DAY, "birth", "birth same year, other day", 1.0),
    Level(BIRTH_OVERLAPS, "birth", "birth overlaps", 3.0),
    Level(BIRTH_WIDE, "birth", "birth overlaps", 0.5),
    Level(BIRTH_1_APART, "birth", "birth years apart", 2.8),
    Level(BIRTH_2_APART, "birth", "birth years apart", 1.2),
    Level(BIRTH_3_APART, "birth", "birth years apart", -0.5),
    Level(BIRTH_5_APART, "birth", "birth years apart", -2.5),
    Level(BIRTH_10_APART, "birth", "birth years apart", -5.0),
    Level(BIRTH_FAR_APART, "birth", "birth years apart", -8.0),
    Level(BORN_SAME, "place", "birth place same", 5.0),
    Level(BORN_WITHIN, "place", "birth place within", 2.0),
    Level(BORN_NEAR, "place", "birth place near", 1.0),
    Level(BORN_APART, "place", "birth place differs", -2.5),
    # People are taken far from home, and families name the last place they know of.
    Level(TAKEN_SAME, "place", "place same", 3.0),
    Level(TAKEN_WITHIN, "place", "place within", 1.5),
    Level(TAKEN_NEAR, "place", "place near", 0.5),
    Level(TAKEN_APART, "place", "place differs", -1.5),
    Level(REGISTERED_SAME, "registry", "registry place same", 4.0),
    Level(REGISTERED_WITHIN, "registry", "registry place within", 2.0),
    Level(REGISTERED_NEAR, "registry", "registry place near", 1.0),
    Level(REGISTERED_APART, "registry", "registry place differs", -2.0),
    # Nobody is held before being taken; but families and clerks are weeks off about dates.
    Level(PRISON_LONG_BEFORE, "dates", "prison before", -12.0),
    Level(PRISON_BEFORE, "dates", "prison before", -4.0),
    Level(PRISON_SOON_AFTER, "dates", "prison after", 0.7),
    Level(PRISON_LATER, "dates", "prison after", 0.2),
    Level(DEATH_LONG_BEFORE, "dates", "death before", -12.0),
    Level(DEATH_BEFORE, "dates", "death before", -4.0),
    Level(DEATH_SOON_AFTER, "dates", "death after", 0.7),
    Level(DEATH_LATER, "dates", "death after", 0.2),
    Level(CUSTODY_AFTER_DEATH, "dates", "custody after death", -8.0),
    Level(TAKEN_SAME_DAYS, "dates", "disappearance agrees", 4.0),
    Level(TAKEN_SAME_TIME, "dates", "disappearance agrees", 2.0),
    Level(TAKEN_SAME_YEAR, "dates", "disappearance differs", -1.0),
    Level(TAKEN_OTHER_TIME, "dates", "disappearance differs", -3.0),
    Level(DIED_SAME_DAY, "dates", "death agrees", 6.0),
    Level(DIED_SAME_TIME, "dates", "death agrees", 2.0),
    Level(DIED_OTHER_TIME, "dates", "death differs", -4.0),
    # A family shares its registry number: brothers too, so it is less than proof.
    Level(NUMBER_OF_REGISTRY_SAME, "registry", "registry number agrees", 8.0),
    Level(NUMBER_OF_REGISTRY_OTHER, "registry", "registry number differs", -3.0),
    Level(NUMBER_SAME, "number", "number agrees", 20.0),
    Level(NUMBER_OTHER, "number", "number differs", -4.0),
    Level(NATIONAL_NUMBER_OTHER, "number", "number differs", -9.0),  # a person has one, but several of other kinds
)
"""In the order of their codes, from 1."""

# The slots of a comparison: each holds one code, or none.
(
    SLOT_SEX, SLOT_BIRTH, SLOT_BORN, SLOT_TAKEN, SLOT_REGISTERED, SLOT_VANISHED_AND_HELD, SLOT_HELD_AND_VANISHED,
    SLOT_DIED_AND_HELD, SLOT_HELD_AND_DIED, SLOT_BOTH_TAKEN, SLOT_BOTH_DIED, SLOT_REGISTRY_NUMBER, SLOT_NUMBER,
) = range(13)  # fmt: skip
SLOTS = 13
