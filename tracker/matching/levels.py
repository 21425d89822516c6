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
    name: str
    aspect: str
    sentence: str
    bits: float


(
    SEX_DIFFERS,
    BIRTH_SAME_DAY, BIRTH_NEAR_DAY, BIRTH_SWAPPED, BIRTH_SAME_YEAR, BIRTH_OTHER_DAY,
    BIRTH_OTHER_YEAR, BIRTH_OVERLAPS, BIRTH_WIDE,
    BIRTH_1_APART, BIRTH_2_APART, BIRTH_3_APART, BIRTH_5_APART, BIRTH_10_APART, BIRTH_FAR_APART,
    BORN_SAME, BORN_WITHIN, BORN_NEAR, BORN_APART,
    TAKEN_SAME, TAKEN_WITHIN, TAKEN_NEAR, TAKEN_APART,
    REGISTERED_SAME, REGISTERED_WITHIN, REGISTERED_NEAR, REGISTERED_APART,
    PRISON_LONG_BEFORE, PRISON_MONTHS_BEFORE, PRISON_BEFORE, PRISON_SOON_AFTER, PRISON_LATER,
    DEATH_LONG_BEFORE, DEATH_MONTHS_BEFORE, DEATH_BEFORE, DEATH_SOON_AFTER, DEATH_LATER,
    CUSTODY_AFTER_DEATH,
    TAKEN_SAME_DAYS, TAKEN_SAME_TIME, TAKEN_SAME_YEAR, TAKEN_OTHER_TIME,
    DIED_SAME_DAY, DIED_SAME_TIME, DIED_OTHER_TIME,
    NUMBER_OF_REGISTRY_SAME, NUMBER_OF_REGISTRY_OTHER,
    NUMBER_SAME, NUMBER_OTHER, NATIONAL_NUMBER_OTHER,
) = range(1, 51)  # fmt: skip
NOTHING = 0
"""The code of what one of the two does not tell."""

LEVELS: tuple[Level, ...] = (
    Level(
        SEX_DIFFERS, "sex differs", "sex", "sex differs", -9.0
    ),  # clerks do mark the wrong sex, once in five hundred lines
    Level(BIRTH_SAME_DAY, "born the same day", "birth", "birth same day", 12.5),
    Level(
        BIRTH_NEAR_DAY, "born within days", "birth", "birth overlaps", 9.0
    ),  # within the days that a Hijri date may mean
    Level(BIRTH_SWAPPED, "born with day and month exchanged", "birth", "birth swapped", 8.5),
    Level(
        BIRTH_SAME_YEAR, "born the same year", "birth", "birth same year", 5.0
    ),  # one year in about forty is shared by chance
    Level(BIRTH_OTHER_DAY, "born another day of the year", "birth", "birth same year, other day", 0.3),
    Level(BIRTH_OTHER_YEAR, "born the same day of another year", "birth", "birth other year", 6.0),
    Level(BIRTH_OVERLAPS, "born in years that overlap", "birth", "birth overlaps", 3.0),
    Level(BIRTH_WIDE, "born in many years that overlap", "birth", "birth overlaps", 0.5),
    Level(BIRTH_1_APART, "born 1 year apart", "birth", "birth years apart", 1.0),
    Level(BIRTH_2_APART, "born 2 years apart", "birth", "birth years apart", 0.3),
    Level(BIRTH_3_APART, "born 3 years apart", "birth", "birth years apart", -2.0),
    Level(BIRTH_5_APART, "born 5 years apart", "birth", "birth years apart", -4.5),
    Level(BIRTH_10_APART, "born 10 years apart", "birth", "birth years apart", -6.5),
    Level(BIRTH_FAR_APART, "born more than 10 years apart", "birth", "birth years apart", -9.0),
    Level(BORN_SAME, "born in the same place", "place", "birth place same", 5.5),
    Level(BORN_WITHIN, "born in a place around the other", "place", "birth place within", 2.5),
    Level(BORN_NEAR, "born in the same region", "place", "birth place near", 0.3),
    Level(BORN_APART, "born elsewhere", "place", "birth place differs", -4.5),
    # People are taken far from home, and families name the last place they know of.
    Level(TAKEN_SAME, "taken in the same place", "place", "place same", 3.0),
    Level(TAKEN_WITHIN, "taken in a place around the other", "place", "place within", 1.5),
    Level(TAKEN_NEAR, "taken in the same region", "place", "place near", 0.5),
    Level(TAKEN_APART, "taken elsewhere", "place", "place differs", -1.5),
    Level(REGISTERED_SAME, "registered in the same place", "registry", "registry place same", 3.5),
    Level(
        REGISTERED_WITHIN, "registered in a place around the other", "registry", "registry place within", 1.0
    ),
    Level(REGISTERED_NEAR, "registered in the same region", "registry", "registry place near", 0.3),
    Level(REGISTERED_APART, "registered elsewhere", "registry", "registry place differs", -3.5),
    # Nobody is held before being taken; but families and clerks are weeks off about dates.
    Level(PRISON_LONG_BEFORE, "held long before vanishing", "dates", "prison before", -12.0),
    Level(PRISON_MONTHS_BEFORE, "held months before vanishing", "dates", "prison before", -4.0),
    Level(PRISON_BEFORE, "held weeks before vanishing", "dates", "prison before", -1.0),
    Level(PRISON_SOON_AFTER, "held soon after vanishing", "dates", "prison after", 1.0),
    Level(PRISON_LATER, "held years after vanishing", "dates", "prison after", -1.0),
    Level(DEATH_LONG_BEFORE, "died long before vanishing", "dates", "death before", -12.0),
    Level(DEATH_MONTHS_BEFORE, "died months before vanishing", "dates", "death before", -6.0),
    Level(DEATH_BEFORE, "died weeks before vanishing", "dates", "death before", -3.0),
    Level(DEATH_SOON_AFTER, "died soon after vanishing", "dates", "death after", 0.8),
    Level(DEATH_LATER, "died years after vanishing", "dates", "death after", 0.0),
    Level(CUSTODY_AFTER_DEATH, "held after dying", "dates", "custody after death", -8.0),
    Level(TAKEN_SAME_DAYS, "vanished the same days", "dates", "disappearance agrees", 4.0),
    Level(TAKEN_SAME_TIME, "vanished the same time", "dates", "disappearance agrees", 2.0),
    Level(TAKEN_SAME_YEAR, "vanished within a year", "dates", "disappearance differs", -1.0),
    Level(TAKEN_OTHER_TIME, "vanished another time", "dates", "disappearance differs", -3.0),
    Level(DIED_SAME_DAY, "died the same day", "dates", "death agrees", 6.0),
    Level(DIED_SAME_TIME, "died the same time", "dates", "death agrees", 2.0),
    Level(DIED_OTHER_TIME, "died another time", "dates", "death differs", -4.0),
    # A family shares its registry number: brothers too, so it is less than proof.
    Level(
        NUMBER_OF_REGISTRY_SAME, "the same page of the registry", "registry", "registry number agrees", 9.0
    ),
    Level(
        NUMBER_OF_REGISTRY_OTHER, "another page of the registry", "registry", "registry number differs", -4.0
    ),
    Level(NUMBER_SAME, "the same number", "number", "number agrees", 20.0),
    Level(NUMBER_OTHER, "another number", "number", "number differs", -4.0),
    Level(
        NATIONAL_NUMBER_OTHER, "another national number", "number", "number differs", -9.0
    ),  # a person has one, but several of other kinds
)
"""In the order of their codes, from 1."""

# The slots of a comparison: each holds one code, or none.
(
    SLOT_SEX, SLOT_BIRTH, SLOT_BORN, SLOT_TAKEN, SLOT_REGISTERED, SLOT_VANISHED_AND_HELD, SLOT_HELD_AND_VANISHED,
    SLOT_DIED_AND_HELD, SLOT_HELD_AND_DIED, SLOT_BOTH_TAKEN, SLOT_BOTH_DIED, SLOT_REGISTRY_NUMBER, SLOT_NUMBER,
) = range(13)  # fmt: skip
SLOTS = 13
