"""What a clerk is about to write of someone; changes happen to it before it is a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .habits import Habit
from .individuals import Individual
from .luck import Dice
from .places import Place
from .sounds import Word

GIVEN, FATHER, GRANDFATHER, FAMILY, MOTHER_GIVEN, MOTHER_FAMILY = range(6)

DateForm = Literal["day", "month", "year", "1 January", "Hijri"]


@dataclass(slots=True)
class Draft:
    """Names as words, then as texts; dates as ordinals with the form they will be written in."""

    who: Individual
    of_a_list: bool
    script: str
    habit: Habit | None
    words: list[Word | None]
    texts: list[str] = field(default_factory=list)
    nickname: Word | None = None
    in_columns: bool = False
    family_first: bool = False
    sex: str = ""
    birth: int | None = None
    birth_form: DateForm = "day"
    swapped: bool = False
    birth_place: Place | None = None
    birth_place_text: str = ""
    taken: int | None = None
    taken_form: DateForm = "day"
    died: int | None = None
    died_form: DateForm = "day"
    registry_place: Place | None = None
    registry_number: str = ""
    national_number: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One way in which what is written departs from what is true, with how often it does.

    `in_records` and `in_files` are shares of the lines of prison lists, and of what families filed. They are
    estimates from the look of published lists, rounded; the deed says False where there was nothing to change.
    """

    name: str
    in_records: float
    in_files: float
    make: Callable[[Draft, Dice], bool]


def draft_of(who: Individual, script: str, habit: Habit | None, *, of_a_list: bool) -> Draft:
    """Return all that is true of someone, to be written by one hand."""
    return Draft(
        who=who,
        of_a_list=of_a_list,
        script=script,
        habit=habit,
        words=[who.given, who.father, who.grandfather, who.family, who.mother_given, who.mother_family],
        sex="female" if who.female else "male",
        birth=who.born,
        birth_place=who.birth_place,
        taken=who.taken,
        died=who.died,
        registry_place=who.registry_place,
        registry_number=who.registry_number,
        national_number=f"0{who.national_number}",
    )


def happen(changes: Sequence[Change], draft: Draft, dice: Dice) -> list[str]:
    """Let each change happen as often as it does; return the names of those that changed something."""
    throw = dice.random
    if draft.of_a_list:
        return [each.name for each in changes if throw() < each.in_records and each.make(draft, dice)]
    return [each.name for each in changes if throw() < each.in_files and each.make(draft, dice)]
