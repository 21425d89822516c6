"""The many rows of the demonstration list that are about nobody, drawn from tables/filler.toml."""

from datetime import date, datetime, timedelta
from random import Random

from tools.demo.people_table import people
from tools.demo.tables import prose

Cell = str | int | datetime
WORDS = prose("filler")
GIVEN, FAMILY, MOTHERS, BORN_IN = (WORDS[key].split() for key in ("given", "family", "mothers", "born_in"))
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
# No row may rival the four of the report: their given names are not arrested when and where they vanished.
RIVALS = {("محمود", 2012), ("أحمد", 2012)}


def missing_pairs() -> set[tuple[str, str]]:
    """Return (given, father) and (given, family) of everyone whom the demonstration misses."""
    pairs = set()
    for line in people():
        given, father, _, last = (part.strip() for part in line["name"].split("/"))
        pairs |= {(given, father), (given, last)}
    return pairs


def filler_rows(count: int) -> list[tuple[Cell, ...]]:
    """Return so many rows, in the columns of list_rows.py without the remark."""
    chance = Random("rows of nobody")  # noqa: S311 - the same every time is what is wanted
    taken = missing_pairs()
    rows: list[tuple[Cell, ...]] = []
    while len(rows) < count:
        given, father, grandfather = (chance.choice(GIVEN).replace("_", " ") for _ in range(3))
        last = chance.choice(FAMILY)
        arrested = date(2011, 5, 1) + timedelta(days=chance.randrange(2400))
        if {(given, father), (given, last)} & taken or (given, arrested.year) in RIVALS or given == father:
            continue
        taken.add((given, last))
        names = [given, father, grandfather, last] if chance.randrange(6) == 0 else [given, father, last]
        rows.append(one_row(ugly(" ".join(names), chance), arrested, chance))
    return rows


def one_row(name: str, arrested: date, chance: Random) -> tuple[Cell, ...]:
    died = arrested + timedelta(days=60 + chance.randrange(1300))
    mother = chance.choice(MOTHERS)
    return (
        str(8000 + chance.randrange(6000)) if chance.randrange(4) else "",
        name,
        ugly(f"{mother} {chance.choice(FAMILY)}", chance) if chance.randrange(3) else mother,
        birth(chance),
        written_date(arrested, chance) if chance.randrange(8) else "",
        chance.choice(WORDS["held_by"]),
        datetime(died.year, died.month, died.day) if chance.randrange(5) == 0 else written_date(died, chance),  # noqa: DTZ001
        chance.choice(WORDS["causes"]),
        chance.choice(WORDS["orders"]),
    )


def ugly(name: str, chance: Random) -> str:
    """Write a name as clerks do: hamza left out, ة as ه, ي as ى, compounds in one word."""
    if chance.randrange(3) == 0:
        name = name.translate(str.maketrans("أإآ", "ااا"))
    if chance.randrange(4) == 0:
        name = name.replace("ة ", "ه ").removesuffix("ة") + ("ه" if name.endswith("ة") else "")
    if chance.randrange(5) == 0:
        name = name.removesuffix("ي") + ("ى" if name.endswith("ي") else "")
    return name.replace("عبد ", "عبد") if chance.randrange(3) == 0 else name


def birth(chance: Random) -> str:
    """Write place and date of birth: mostly place and year, sometimes one alone, sometimes a whole day."""
    where, year = chance.choice(BORN_IN), 1948 + chance.randrange(50)
    day = f"{1 + chance.randrange(28)}/{1 + chance.randrange(12)}/{year}"
    form = chance.choice(("{w} {y}", "{w} {y}", "{w} {y}", "{w} {d}", "{w} - {d}", "{y}", "{w}", ""))
    text = form.format(w=where, y=year, d=day)
    return text.translate(INDIC) if chance.randrange(6) == 0 else text


def written_date(day: date, chance: Random) -> str:
    """Write a day in one of the forms that lists mix."""
    plain = f"{day.day}/{day.month}/{day.year}"
    forms = (
        plain,
        plain,
        f"{day:%d-%m-%Y}",
        day.isoformat(),
        plain.translate(INDIC),
        f"{day.day} {WORDS['months'][day.month - 1]} {day.year}",
        f"{day.month}/{day.year}",
    )
    return chance.choice(forms)
