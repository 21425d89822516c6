"""The invented cases as rows: about sixty missing people and the families that wait for them."""

from datetime import date, timedelta
from random import Random

from tools.demo.gazetteer import gazetteer
from tools.demo.people_table import people
from tools.demo.relatives import DEMONSTRATION, name_of_relative, relative_rows
from tools.demo.rows import (
    NAME_PARTS,
    Row,
    claim,
    family,
    identifier,
    kinship,
    name,
    person,
    uid,
    when,
)
from tools.demo.sources import sources
from tools.demo.spellings import latin
from tools.demo.stories import story_of

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
# By family file, so that brothers share it: half agree to the public search, one in ten took it back.
SCOPES = ("public", "office", "public", "partners", "public", "none", "public", "withdrawn", "public", "none")
PLACES = {row["fields"]["slug"]: row["fields"] for row in gazetteer() if row["model"] == "tracker.place"}
NUMBER_ISSUER, CASE_ISSUER = "السجل المدني (رقم مخترع)", "منظمة مخترعة لتوثيق المفقودين"


def invented_rows() -> list[Row]:
    """Return the source of all this, every family file and everyone in them."""
    rows = sources("demonstration")
    told: dict[str, list[dict[str, str]]] = {}
    for line in people():
        told.setdefault(line["family"], []).append(line)
    for number, lines in told.items():
        rows += family_rows(number, lines)
    return rows


def family_rows(number: str, lines: list[dict[str, str]]) -> list[Row]:
    """Return one family file: its relatives once each, then everyone it misses."""
    first = parts_of(lines[0])
    rows = [family(number, f"عائلة {first['given']} {first['family']}", by=DEMONSTRATION)]
    relatives: list[str] = []
    for line in lines:
        # One draw for the whole family: the mother, or brother, of two brothers is one relative.
        chance = Random(f"relatives of {number}")  # noqa: S311
        asks = name_of_relative(line["kin"], parts_of(line), line["mother"], chance)
        if asks not in relatives:
            rows += relative_rows(number, asks, told_first=not relatives and has(lines[0], "first"))
            relatives.append(asks)
        rows += person_rows(line, asks)
        rows.append(kinship(f"{number}:{asks}", line["key"], line["kin"]))
    return rows


def person_rows(line: dict[str, str], asks: str) -> list[Row]:
    """Return one missing person: facts, names, numbers, and what is said of how they went."""
    chance = Random(f"person {line['key']}")  # noqa: S311
    where = PLACES[line["where"]]
    story = story_of(line["key"], line["sex"], chance)
    ar, en = (story[language].format(ar=where["name_ar"], en=where["name_en"]) for language in ("ar", "en"))
    code = "".join(chance.choice(CODE_LETTERS) for _ in range(8))
    registry = {"registry_place": PLACES[line["born_in"]]["name_ar"], "registry_number": extra(line, "khana")}
    facts = person(
        line["key"], f"{code[:4]}-{code[4:]}", family=line["family"], by=DEMONSTRATION,
        sex={"m": "male", "f": "female"}[line["sex"]], birth=when(line["birth"]),
        birth_place=uid("place", line["born_in"]), disappearance=when(line["disappeared"]),
        disappearance_place=uid("place", line["where"]), circumstances=ar,
        **(registry if has(line, "khana") else {}), **consent(line["family"], asks),
    )  # fmt: skip
    said = claim(
        line["key"], story["kind"], line["disappeared"], by=DEMONSTRATION, place=line["where"], ar=ar, en=en
    )
    return [facts, *names(line, chance), *numbers(line, chance), said]


def consent(file: str, asks: str) -> Row:
    """Return how far this family lets its case go, and since when."""
    scope = SCOPES[int(file) % len(SCOPES)]
    if scope == "none":
        return {}
    chance = Random(f"consent of {file}")  # noqa: S311
    given_on = date(2025, 3, 2) + timedelta(days=chance.randrange(300))
    return {
        "consent_scope": "public" if scope == "withdrawn" else scope,
        "consent_given_on": given_on.isoformat(),
        "consent_given_by": uid("relative", f"{file}:{asks}"),
        "consent_withdrawn_on": (given_on + timedelta(days=90)).isoformat() if scope == "withdrawn" else None,
    }


def names(line: dict[str, str], chance: Random) -> list[Row]:
    """Return the names in the scripts that the family gave: three in four also gave a Latin spelling."""
    arabic = parts_of(line)
    habit = chance.randrange(2)
    foreign = {part: latin(text, habit) if text else "" for part, text in arabic.items()}
    key, rows = line["key"], []
    only_latin = has(line, "latin")
    if not only_latin:
        rows.append(name(key, in_one_line(arabic), by=DEMONSTRATION, **arabic))
    if only_latin or chance.randrange(4):
        kind = "papers" if only_latin else "alias"
        rows.append(name(key, in_one_line(foreign), by=DEMONSTRATION, kind=kind, **foreign))
    if line["mother"]:
        given, _, last = line["mother"].partition(" ")
        rows.append(name(key, line["mother"], by=DEMONSTRATION, kind="mother", given=given, family=last))
    if nickname := extra(line, "nickname").replace("+", " "):
        rows.append(name(key, nickname, by=DEMONSTRATION, kind="alias", nickname=nickname))
    return rows


def numbers(line: dict[str, str], chance: Random) -> list[Row]:
    """Return invented numbers: a national number begins with nine noughts, as none does."""
    rows: list[Row] = []
    if has(line, "number"):
        value = f"000000000{chance.randrange(100):02d}"
        rows.append(identifier(line["key"], "national", NUMBER_ISSUER, value, by=DEMONSTRATION))
    if has(line, "case"):
        value = f"DEMO-{chance.randrange(10_000):04d}"
        rows.append(identifier(line["key"], "case", CASE_ISSUER, value, by=DEMONSTRATION))
    return rows


def parts_of(line: dict[str, str]) -> dict[str, str]:
    """Return given, father's, grandfather's and family name."""
    return dict(zip(NAME_PARTS, (part.strip() for part in line["name"].split("/")), strict=False))


def in_one_line(parts: dict[str, str]) -> str:
    return " ".join(part for part in parts.values() if part)


def has(line: dict[str, str], word: str) -> bool:
    return word in line["extras"].split()


def extra(line: dict[str, str], word: str) -> str:
    """Return what stands behind a word of the extras, or nothing."""
    words = line["extras"].split()
    return words[words.index(word) + 1] if word in words else ""
