"""Families: brothers who share all but the first name, fathers and sons, and namesakes who share nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from .family_names import FAMILY_NAMES
from .given_names import GIVEN_NAMES
from .individuals import WOMEN, YEAR, Individual, day_of_death, in_those_years, individual
from .luck import Dice, Lot
from .places import Country
from .sounds import Word

BROTHERS_IN_A_HUNDRED = 21.5
"""Households in a hundred with several brothers: 35 % of the missing then belong to such a group."""
GROUP_SIZES: Lot[int] = Lot(((2, 45.0), (3, 28.0), (4, 17.0), (5, 10.0)))
BROTHER_IS_MISSING = 0.5
"""The others are not among the missing here, but may stand in the lists."""
KIN_IS_MISSING = 0.35
TAKEN_TOGETHER = 0.35
YOUNGEST, OLDEST = 13, 80


@dataclass(slots=True)
class Member:
    """Someone of a household, with their place in it: "brother", "father", "son" (of the first) or "namesake"."""

    who: Individual
    role: str
    missing: bool


def household(country: Country, dice: Dice) -> list[Member]:
    """Return one or more people of whom the first is missing, and their kin and namesakes."""
    first = individual(country, dice)
    members = [Member(first, "brother", missing=True)]
    if dice.random() < BROTHERS_IN_A_HUNDRED / 100:
        for _ in range(GROUP_SIZES.draw(dice) - 1):
            members.append(Member(_brother(members, dice), "brother", dice.random() < BROTHER_IS_MISSING))
    for role, share, made in KIN:
        if dice.random() < share and (other := made(first, country, dice)) is not None:
            members.append(Member(other, role, dice.random() < KIN_IS_MISSING))
    return members


def kin_between(subject: Member, other: Member) -> str:
    """Return what the second is to the first: "brother" (or sister), "father", "son", "namesake" or ""."""
    roles = subject.role, other.role
    if roles == ("brother", "brother"):
        return "brother"
    if "namesake" in roles:
        return "namesake" if _four_names(subject.who) == _four_names(other.who) else ""
    if "son" in roles:
        # The son is the first brother's; to the others he is a nephew, and to the father a grandson.
        mine = subject.who.father is other.who.given and subject.who.grandfather is other.who.father
        his = other.who.father is subject.who.given and other.who.grandfather is subject.who.father
        return "father" if mine else "son" if his else ""
    return "father" if other.role == "father" else "son"


def _four_names(who: Individual) -> tuple[Word, ...]:
    return who.given, who.father, who.grandfather, who.family


def _brother(members: list[Member], dice: Dice) -> Individual:
    first = members[0].who
    female = dice.random() < WOMEN
    names = GIVEN_NAMES[first.community][female]
    taken_names = {member.who.given for member in members} | {first.father}
    given = names.draw(dice)
    while given in taken_names:
        given = names.draw(dice)
    apart = 0 if dice.random() < TAKEN_TOGETHER else dice.within(-500, 500)
    taken = in_those_years(first.taken + apart)
    younger = dice.within(300, 2600) * dice.of((-1, 1))
    if taken - first.born - younger < YOUNGEST * YEAR:
        younger = -abs(younger)
    return replace(
        first,
        given=given,
        female=female,
        born=first.born + younger,
        taken=taken,
        died=day_of_death(taken, dice),
        national_number=dice.within(10**9, 10**10 - 1),
    )


def _father(first: Individual, country: Country, dice: Dice) -> Individual | None:
    born = first.born - int(dice.within(19, 40) * YEAR)
    if first.taken - born > OLDEST * YEAR:
        return None
    other = individual(country, dice)
    men, women = GIVEN_NAMES[first.community]
    return replace(
        first,
        given=first.father,
        father=first.grandfather,
        grandfather=men.draw(dice),
        mother_given=women.draw(dice),
        mother_family=FAMILY_NAMES[first.community].draw(dice),
        female=False,
        born=born,
        birth_place=first.registry_place,
        taken=other.taken,
        taken_place=first.taken_place,
        died=other.died,
        national_number=other.national_number,
    )


def _son(first: Individual, _country: Country, dice: Dice) -> Individual | None:
    born = first.born + int(dice.within(20, 38) * YEAR)
    if first.female or first.taken - born < YOUNGEST * YEAR:
        return None
    men, women = GIVEN_NAMES[first.community]
    taken = in_those_years(first.taken + dice.within(-300, 300))
    return replace(
        first,
        given=men.draw(dice),
        father=first.given,
        grandfather=first.father,
        mother_given=women.draw(dice),
        mother_family=FAMILY_NAMES[first.community].draw(dice),
        born=born,
        taken=taken,
        died=day_of_death(taken, dice),
        national_number=dice.within(10**9, 10**10 - 1),
    )


def _namesake(first: Individual, country: Country, dice: Dice) -> Individual:
    """Someone else of the same four names."""
    other = individual(country, dice)
    return replace(
        other,
        community=first.community,
        given=first.given,
        father=first.father,
        grandfather=first.grandfather,
        family=first.family,
        female=first.female,
    )


# Who else there may be in a household, and in which share of them.
KIN: tuple[tuple[str, float, Callable[[Individual, Country, Dice], Individual | None]], ...] = (
    ("father", 0.10, _father),
    ("son", 0.08, _son),
    ("namesake", 0.05, _namesake),
)
