"""What dates, places and numbers turn into on their way into a list."""

from __future__ import annotations

from .dates import day_and_month
from .draft import Change, Draft
from .individuals import YEAR
from .luck import Dice


def leave_out_birth(draft: Draft, _dice: Dice) -> bool:
    """Nobody noted it."""
    draft.birth = None
    return True


def move_birth_a_year(draft: Draft, dice: Dice) -> bool:
    """Told from an age, or registered late."""
    return _move_birth(draft, dice, 1)


def move_birth_two_years(draft: Draft, dice: Dice) -> bool:
    """Told from an age by someone who guessed."""
    return _move_birth(draft, dice, 2)


def _move_birth(draft: Draft, dice: Dice, years: int) -> bool:
    if draft.birth is None:
        return False
    draft.birth += dice.of((-1, 1)) * int(years * YEAR)
    return True


def keep_birth_year(draft: Draft, _dice: Dice) -> bool:
    """مواليد ١٩٨٤."""
    draft.birth_form = "year"
    return draft.birth is not None


def put_birth_on_new_year(draft: Draft, _dice: Dice) -> bool:
    """1 January, which registries write where only the year is known."""
    draft.birth_form = "1 January"
    return draft.birth is not None


def swap_day_and_month(draft: Draft, _dice: Dice) -> bool:
    """5 March becomes 3 May."""
    if draft.birth is None or draft.birth_form != "day":
        return False
    day, month = day_and_month(draft.birth)
    draft.swapped = day <= 12 and day != month
    return draft.swapped


def write_birth_in_hijri(draft: Draft, dice: Dice) -> bool:
    """By the Muslim calendar, whose months begin a day or two apart from town to town."""
    if draft.birth is None or draft.birth_form != "day" or draft.swapped:
        return False
    draft.birth += dice.within(-2, 2)
    draft.birth_form = "Hijri"
    return True


def leave_out_birth_place(draft: Draft, _dice: Dice) -> bool:
    """Nobody noted it."""
    draft.birth_place = None
    return True


def widen_birth_place(draft: Draft, _dice: Dice) -> bool:
    """The governorate stands for the town."""
    place = draft.birth_place
    if place is None or place.governorate is place:
        return False
    draft.birth_place = place.governorate
    return True


def put_registry_for_birth_place(draft: Draft, _dice: Dice) -> bool:
    """The village of the family's page, where the son was born in town."""
    if draft.birth_place is None or draft.birth_place is draft.who.registry_place:
        return False
    draft.birth_place = draft.who.registry_place
    return True


def respell_birth_place(draft: Draft, dice: Dice) -> bool:
    """Another known spelling of the place."""
    place = draft.birth_place
    if place is None:
        return False
    spellings = place.arabic_spellings if draft.script == "arabic" else place.latin_spellings
    draft.birth_place_text = dice.of(spellings[1:]) if len(spellings) > 1 else ""
    return draft.birth_place_text != ""


def leave_out_arrest(draft: Draft, _dice: Dice) -> bool:
    """Nobody noted it."""
    draft.taken = None
    return True


def move_arrest_by_days(draft: Draft, dice: Dice) -> bool:
    """The list counts from the day of entry."""
    return _move_arrest(draft, dice.within(1, 6))


def move_arrest_by_weeks(draft: Draft, dice: Dice) -> bool:
    """A guess from memory, or the day another prison took him over."""
    return _move_arrest(draft, dice.within(7, 60) * dice.of((-1, 1)))


def _move_arrest(draft: Draft, days: int) -> bool:
    if draft.taken is None:
        return False
    draft.taken += days
    return True


def keep_arrest_month(draft: Draft, _dice: Dice) -> bool:
    """Only the month."""
    draft.taken_form = "month"
    return draft.taken is not None


def keep_arrest_year(draft: Draft, _dice: Dice) -> bool:
    """Only the year."""
    draft.taken_form = "year"
    return draft.taken is not None


def leave_out_death(draft: Draft, _dice: Dice) -> bool:
    """A list of prisoners and not of the dead."""
    draft.died = None
    return True


def keep_death_year(draft: Draft, _dice: Dice) -> bool:
    """Only the year."""
    draft.died_form = "year"
    return draft.died is not None


def leave_out_registry_place(draft: Draft, _dice: Dice) -> bool:
    """Most lists have no such column."""
    draft.registry_place = None
    return True


def leave_out_registry_number(draft: Draft, _dice: Dice) -> bool:
    """Most lists have no such column."""
    draft.registry_number = ""
    return True


def write_registry_number_otherwise(draft: Draft, dice: Dice) -> bool:
    """Other strokes and blanks between its two halves."""
    before = draft.registry_number
    draft.registry_number = before.replace("/", dice.of((" / ", "-", " ", "\\")))
    return draft.registry_number != before


def leave_out_national_number(draft: Draft, _dice: Dice) -> bool:
    """Few have one, and fewer lists give it."""
    draft.national_number = ""
    return True


def leave_out_sex(draft: Draft, _dice: Dice) -> bool:
    """Nearly all are men, so that nobody notes it."""
    draft.sex = ""
    return True


CHANGES_OF_FACTS: tuple[Change, ...] = (
    Change("birth missing", 0.15, 0.04, leave_out_birth),
    Change("birth a year off", 0.08, 0.03, move_birth_a_year),
    Change("birth two years off", 0.04, 0.01, move_birth_two_years),
    Change("only the birth year", 0.40, 0.28, keep_birth_year),
    Change("birth on 1 January", 0.08, 0.07, put_birth_on_new_year),
    Change("day and month of birth swapped", 0.04, 0.01, swap_day_and_month),
    Change("birth by the Muslim calendar", 0.03, 0.005, write_birth_in_hijri),
    Change("birth place missing", 0.30, 0.08, leave_out_birth_place),
    Change("registry place put for the birth place", 0.10, 0.05, put_registry_for_birth_place),
    Change("governorate put for the birth place", 0.20, 0.10, widen_birth_place),
    Change("birth place in another spelling", 0.25, 0.0, respell_birth_place),
    Change("arrest missing", 0.35, 0.04, leave_out_arrest),
    Change("arrest days off", 0.20, 0.05, move_arrest_by_days),
    Change("arrest weeks off", 0.12, 0.04, move_arrest_by_weeks),
    Change("only the month of arrest", 0.12, 0.18, keep_arrest_month),
    Change("only the year of arrest", 0.12, 0.12, keep_arrest_year),
    Change("death missing", 0.50, 1.0, leave_out_death),
    Change("only the year of death", 0.15, 0.0, keep_death_year),
    Change("registry place missing", 0.60, 0.35, leave_out_registry_place),
    Change("registry number missing", 0.75, 0.45, leave_out_registry_number),
    Change("registry number written otherwise", 0.50, 0.10, write_registry_number_otherwise),
    Change("national number missing", 0.97, 0.93, leave_out_national_number),
    Change("sex missing", 0.65, 0.05, leave_out_sex),
)
