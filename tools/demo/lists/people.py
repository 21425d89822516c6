"""People who never were, for lists of every kind: names drawn from the tables, dates by chance from a seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

from tools.demo.filler_rows import BORN_IN, FAMILY, GIVEN, INDIC, MOTHERS, RIVALS, WORDS, missing_pairs

INVENTED = "بيانات مخترعة للعرض"
TITLE = "قائمة صُنعت للعرض: كل من فيها أشخاص مخترعون"


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who never was, as a clerk would know them."""

    given: str
    father: str
    grandfather: str
    family: str
    mother: str
    born: date
    born_in: str
    arrested: date
    died: date
    held_by: str
    cause: str
    number: int


def people(seed: str, count: int) -> list[Invented]:
    """Return so many people, the same for a seed each time, none of whom resembles one of the missing."""
    return list(islice(_people(Random(seed)), count))  # noqa: S311 - the same every time is what is wanted


def _people(chance: Random) -> Iterator[Invented]:
    taken = missing_pairs()
    held = [place for place in WORDS["held_by"] if place]
    causes = [cause for cause in WORDS["causes"] if cause]
    while True:
        given, father, grandfather = (chance.choice(GIVEN).replace("_", " ") for _ in range(3))
        family = chance.choice(FAMILY)
        arrested = date(2011, 5, 1) + timedelta(days=chance.randrange(2000))
        if {(given, father), (given, family)} & taken or (given, arrested.year) in RIVALS or given == father:
            continue
        taken.add((given, family))
        yield Invented(
            given, father, grandfather, family,
            mother=f"{chance.choice(MOTHERS)} {chance.choice(FAMILY)}",
            born=date(1950, 1, 1) + timedelta(days=chance.randrange(17_000)),
            born_in=chance.choice(BORN_IN),
            arrested=arrested,
            died=arrested + timedelta(days=60 + chance.randrange(1_000)),
            held_by=chance.choice(held),
            cause=chance.choice(causes),
            number=chance.randrange(1_000, 15_000),
        )  # fmt: skip


def day_first(day: date) -> str:
    """Write a day as Syrian clerks do."""
    return f"{day.day}/{day.month}/{day.year}"


def indic(text: object) -> str:
    """Write digits as Arabic typewriters do."""
    return str(text).translate(INDIC)
