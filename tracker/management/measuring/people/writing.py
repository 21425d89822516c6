"""Someone is written down: by the family that files them, or by the clerk of a list."""

from __future__ import annotations

from dataclasses import dataclass

from .changes_of_facts import CHANGES_OF_FACTS
from .changes_of_letters import CHANGES_OF_LETTERS
from .changes_of_words import CHANGES_OF_WORDS
from .dates import EASTERN_DIGITS, WRITTEN_IN_EASTERN_DIGITS, written
from .described import Described, Spelled
from .draft import FAMILY, MOTHER_FAMILY, MOTHER_GIVEN, Draft, draft_of, happen
from .habits import HABITS, Habit
from .individuals import Individual
from .luck import Dice, Lot
from .places import Place
from .spelling import latin

ARABIC: tuple[str, Habit | None] = ("arabic", None)
HANDS: Lot[Habit] = Lot(zip(HABITS, (50.0, 20.0, 15.0, 15.0), strict=True))
LISTS_IN_LATIN = 0.3
FILED_IN_LATIN, FILED_IN_BOTH = 0.2, 0.15
"""Families abroad file in the letters of the country they live in; some give both spellings."""
SAID_TO_BE_BORN = 0.1
"""Years of birth with the word for it: مواليد ١٩٨٤."""
IN_COLUMNS = 0.4
"""Lists, and families' forms, that have a column for each part of a name."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a list says of someone, and how it departs from the truth."""

    described: Described
    damage: tuple[str, ...]


def filed(number: int, who: Individual, dice: Dice) -> Described:
    """Return a missing person as the family files them."""
    chance = dice.random()
    script, habit = ARABIC if chance >= FILED_IN_LATIN else ("latin", HANDS.draw(dice))
    draft = draft_of(who, script, habit, of_a_list=False)
    _change_words(draft, dice)
    happen(CHANGES_OF_FACTS, draft, dice)
    spelled, mother, _ = _spell(draft, dice)
    names, mothers = [spelled], [mother]
    if FILED_IN_LATIN <= chance < FILED_IN_LATIN + FILED_IN_BOTH:
        draft.script, draft.habit = "latin", HANDS.draw(dice)
        spelled, mother, _ = _spell(draft, dice)
        names, mothers = [*names, spelled], [*mothers, mother]
        draft.script = "arabic"
    return _described(number, draft, dice, tuple(names), tuple(text for text in mothers if text))


def listed(number: int, who: Individual, dice: Dice) -> Line:
    """Return a line of a list about someone."""
    script, habit = ARABIC if dice.random() >= LISTS_IN_LATIN else ("latin", HANDS.draw(dice))
    draft = draft_of(who, script, habit, of_a_list=True)
    damage = [f"{habit.language} spelling"] if habit else []
    damage += _change_words(draft, dice)
    damage += happen(CHANGES_OF_FACTS, draft, dice)
    spelled, mother, slips = _spell(draft, dice)
    described = _described(number, draft, dice, (spelled,), (mother,) if mother else ())
    return Line(described, (*damage, *slips))


def _change_words(draft: Draft, dice: Dice) -> list[str]:
    draft.in_columns = dice.random() < IN_COLUMNS
    return happen(CHANGES_OF_WORDS, draft, dice)


def _spell(draft: Draft, dice: Dice) -> tuple[Spelled, str, list[str]]:
    """Put the words of a draft into letters; return the name, the mother's name, and what befell them."""
    habit = draft.habit
    if habit is None:
        draft.texts = [word.arabic if word else "" for word in draft.words]
    else:
        draft.texts = [latin(word.sound, habit, dice) if word else "" for word in draft.words]
    slips = happen(CHANGES_OF_LETTERS, draft, dice)
    texts = draft.texts
    mother = f"{texts[MOTHER_GIVEN]} {texts[MOTHER_FAMILY]}".strip()
    return _spelled(draft, dice), mother, slips


def _spelled(draft: Draft, dice: Dice) -> Spelled:
    parts = draft.texts[: FAMILY + 1]
    order = [parts[FAMILY], *parts[:FAMILY]] if draft.family_first else parts
    line = " ".join([text for text in order if text])
    if draft.nickname:
        habit = draft.habit
        line = f"{latin(draft.nickname.sound, habit, dice) if habit else draft.nickname.arabic} {line}"
    if draft.in_columns:
        return Spelled(draft.script, line, True, *parts)
    return Spelled(draft.script, line)


def _described(
    number: int, draft: Draft, dice: Dice, names: tuple[Spelled, ...], mothers: tuple[str, ...]
) -> Described:
    script, birth_place = draft.script, draft.birth_place
    in_a_file = not draft.of_a_list
    registry_number, national_number = draft.registry_number, draft.national_number
    if script == "arabic" and dice.random() < WRITTEN_IN_EASTERN_DIGITS:
        registry_number = registry_number.translate(EASTERN_DIGITS)
        national_number = national_number.translate(EASTERN_DIGITS)
    return Described(
        number=number,
        missing=in_a_file,
        names=names,
        mothers=mothers,
        sex=draft.sex,
        birth=_birth(draft, dice),
        birth_place=draft.birth_place_text or _named(birth_place, script),
        birth_place_slug=birth_place.slug if birth_place and in_a_file else "",
        taken=written(draft.taken, draft.taken_form, script, dice) if draft.taken else "",
        taken_place_slug=draft.who.taken_place.slug if in_a_file else "",
        died=written(draft.died, draft.died_form, script, dice) if draft.died else "",
        registry_place=_named(draft.registry_place, script),
        registry_number=registry_number,
        national_number=national_number,
    )


def _birth(draft: Draft, dice: Dice) -> str:
    if draft.birth is None:
        return ""
    text = written(draft.birth, draft.birth_form, draft.script, dice, swapped=draft.swapped)
    if draft.birth_form == "year" and draft.script == "arabic" and dice.random() < SAID_TO_BE_BORN:
        return f"مواليد {text}"
    return text


def _named(place: Place | None, script: str) -> str:
    if place is None:
        return ""
    return place.arabic if script == "arabic" else place.latin
