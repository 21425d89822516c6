"""One invented person as they are, before anyone writes them down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .family_names import COMMUNITY_LOT, FAMILY_NAMES
from .given_names import GIVEN_NAMES
from .luck import Dice, Lot
from .places import Country, Place
from .sounds import Word

WOMEN = 0.03
"""Of the missing in Syrian lists nearly all are men."""
LOCAL_MOTHERS = 0.15
"""Marriages within the father's family: the mother bears its name."""
LIVE_AT_THE_SEAT = 0.3
BORN_WHERE_REGISTERED = 0.7
YEAR = 365.2425
FIRST_DAY, LAST_DAY = date(2011, 3, 15).toordinal(), date(2024, 12, 8).toordinal()
"""From the first protests to the day the prisons were opened."""
# How many were taken in each year from 2011 on, in a hundred; most vanished in 2012, 2013 and 2014.
TAKEN_YEARS: Lot[int] = Lot(enumerate((12.0, 26.0, 22.0, 15.0, 7.0, 5.0, 3.5, 4.0, 2.5, 1.0, 0.7, 0.5, 0.5)))
AGES: Lot[int] = Lot((age, weight) for age, weight in enumerate((
    *(0.2,) * 3, *(1.0, 2.0, 3.5, 4.5, 5.0, 5.5, 5.5, 5.2, 5.0, 4.8, 4.5, 4.2, 3.9, 3.6, 3.3, 3.0, 2.8, 2.6),
    *(2.4, 2.2, 2.0, 1.9, 1.8, 1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 1.0, 0.9, 0.9, 0.8, 0.8, 0.7, 0.7),
    *(0.6, 0.6, 0.5, 0.5, 0.4, 0.4, 0.3, 0.3, 0.2, 0.2, 0.2, 0.1),
), start=13))  # fmt: skip
"""Ages at which people were taken."""


@dataclass(slots=True)
class Individual:
    """Who someone is: their names, parents, birth, registry, and the day they were taken (days as ordinals)."""

    community: str
    given: Word
    father: Word
    grandfather: Word
    family: Word
    mother_given: Word
    mother_family: Word
    female: bool
    born: int
    birth_place: Place
    taken: int
    taken_place: Place
    died: int
    registry_place: Place
    registry_number: str
    national_number: int


def individual(country: Country, dice: Dice) -> Individual:
    """Return someone, drawn from the whole population."""
    community = COMMUNITY_LOT.draw(dice)
    men, women = GIVEN_NAMES[community]
    female = dice.random() < WOMEN
    taken = FIRST_DAY + int((TAKEN_YEARS.draw(dice) + dice.random()) * YEAR)
    born = taken - int((AGES.draw(dice) + dice.random()) * YEAR)
    father, family = men.draw(dice), FAMILY_NAMES[community].draw(dice)
    home = country.seat_of(family.arabic) if dice.random() < LIVE_AT_THE_SEAT else country.a_home(dice)
    return Individual(
        community=community,
        given=_another(women if female else men, father, dice),
        father=father,
        grandfather=_another(men, father, dice),
        family=family,
        mother_given=women.draw(dice),
        mother_family=family if dice.random() < LOCAL_MOTHERS else FAMILY_NAMES[community].draw(dice),
        female=female,
        born=born,
        birth_place=home if dice.random() < BORN_WHERE_REGISTERED else country.a_neighbour(home, dice),
        taken=taken,
        taken_place=country.a_neighbour(home, dice) if dice.random() < 0.7 else country.a_home(dice),
        died=day_of_death(taken, dice),
        registry_place=home,
        registry_number=_registry_number(dice),
        national_number=dice.within(10**9, 10**10 - 1),
    )


def _another(names: Lot[Word], father: Word, dice: Dice) -> Word:
    """A son hardly ever bears his father's name."""
    name = names.draw(dice)
    return name if name is not father else names.draw(dice)


def in_those_years(day: int) -> int:
    """Return the day itself, or the nearest on which someone could be taken and still die in prison."""
    return max(FIRST_DAY, min(day, LAST_DAY - 30))


def day_of_death(taken: int, dice: Dice) -> int:
    """Return a day some weeks to five years after the arrest, sooner rather than later."""
    return min(taken + 20 + int(dice.random() ** 2 * 5 * YEAR), LAST_DAY)


def _registry_number(dice: Dice) -> str:
    """A page, in half of the registries within a volume."""
    page = str(dice.within(1, 999))
    return page if dice.random() < 0.5 else f"{dice.within(1, 90)}/{page}"
