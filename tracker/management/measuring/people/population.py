"""A whole invented population, the same for the same seed, a few families at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .described import Batch, Described, Listed
from .households import Member, household, kin_between
from .individuals import Individual, individual
from .luck import Dice
from .places import Country
from .writing import filed, listed

MOST_ARE_FOUND = 0.4
"""Of the missing at most so many stand in the lists; the others are absent from them, as most are in life."""
MATCHES_AT_MOST = 0.5
"""And of the lines at most so many are about someone missing."""
KIN_ARE_LISTED = 0.5
"""Of the kin and namesakes who are not missing here, at most so many are in the lists."""
TWICE_LISTED = 0.12
OTHER_SCRIPT = "in another script than the family filed"

Kin = tuple[tuple[int, str], ...]
Subject = tuple[Individual, Described | None, Kin]
"""Whom a line is about: as they are, as the family filed them if they are missing, and who is like them."""


@cache
def the_country() -> Country:
    """Return the places, made once."""
    return Country()


@dataclass(frozen=True, slots=True)
class Population:
    """So many missing people and so many lines of lists, numbered from 0 each."""

    people: int
    records: int
    seed: int = 1

    def batches(self) -> Iterator[Batch]:
        """Yield the population family by family; no more than one family is held."""
        # The people are the same however many records there are: clerks throw dice of their own.
        dice, clerks = Dice(self.seed), Dice(f"clerks {self.seed}")
        country = the_country()
        people = records = 0
        while people < self.people:
            members = household(country, dice)
            _keep_missing(members, self.people - people)
            missing = [member for member in members if member.missing]
            files = {id(member): filed(people + n, member.who, dice) for n, member in enumerate(missing)}
            people += len(missing)
            due = self.records * people // self.people - records
            lines = self._lines(members, files, clerks)[: self.records - records]
            lines += [(individual(country, clerks), None, ()) for _ in range(due - len(lines))]
            yield Batch(
                list(files.values()), [_line(records + n, *line, clerks) for n, line in enumerate(lines)]
            )
            records += len(lines)

    def _lines(self, members: list[Member], files: dict[int, Described], dice: Dice) -> list[Subject]:
        """Choose whom the lists name: some of the missing, some of their kin; each with those like them."""
        plenty = self.records / self.people
        found, kin = min(MOST_ARE_FOUND, MATCHES_AT_MOST * plenty), min(KIN_ARE_LISTED, plenty / 4)
        lines: list[Subject] = []
        for member in members:
            if dice.random() < (found if member.missing else kin):
                subject = (member.who, files.get(id(member)), _kin_of(member, members, files))
                lines += [subject] * (2 if dice.random() < TWICE_LISTED else 1)
        return lines


def _keep_missing(members: list[Member], at_most: int) -> None:
    for member in [member for member in members if member.missing][at_most:]:
        member.missing = False


def _kin_of(subject: Member, members: list[Member], files: dict[int, Described]) -> Kin:
    others = (
        (files[id(other)].number, kin_between(subject, other))
        for other in members
        if other is not subject and other.missing
    )
    return tuple((number, kin) for number, kin in others if kin)


def _line(number: int, who: Individual, of: Described | None, kin: Kin, dice: Dice) -> Listed:
    line = listed(number, who, dice)
    damage = line.damage
    if of and line.described.names[0].script not in [name.script for name in of.names]:
        damage = (*damage, OTHER_SCRIPT)
    return Listed(line.described, of.number if of else None, kin, damage)
