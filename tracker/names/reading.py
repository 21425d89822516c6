"""How a name written in one line falls into the parts that Syrian papers know."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .compounds import GIVEN_KUNYAS, SECOND_AFTER, SECOND_WORDS, SERVANT_OF
from .hearing import hear, words_of
from .normalise import LONGEST_NAME, clean_text, fold
from .particles import ARTICLES, FATHER_OF, KNOWN_AS, MOTHER_OF, SON_OF, SUN_ARTICLES, TITLES, TITLES_OR_NAMES
from .script import Script, script_of

ROLES = ("given", "father", "grandfather", "family")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as one source wrote it, and its parts as far as they are known.

    "Ali Mohsen al-Baridi": given Ali, father Mohsen, family al-Baridi. A part that is not known is "".
    """

    written: str
    script: Script
    given: str = ""
    father: str = ""
    grandfather: str = ""
    family: str = ""
    nickname: str = ""

    def parts(self) -> tuple[tuple[str, str], ...]:
        """Return the known parts in their usual order, each with its role."""
        every = zip(ROLES, (self.given, self.father, self.grandfather, self.family), strict=True)
        return tuple((role, part) for role, part in every if part)


def read_name(
    written: str, *, given: str = "", father: str = "", grandfather: str = "", family: str = ""
) -> Name:
    """Read a name; parts that the source itself names are trusted, the line fills in the others.

    Of each text the first 200 characters are read, so that no cell of a list holds up the rest.

    >>> name = read_name("أبو عمر علي بن محسن البريدي")
    >>> name.given, name.father, name.family, name.nickname
    ('علي', 'محسن', 'البريدي', 'أبو عمر')
    """
    return _read(*(text[:LONGEST_NAME] for text in (written, given, father, grandfather, family)))


@lru_cache(maxsize=65536)
def _read(written: str, given: str, father: str, grandfather: str, family: str) -> Name:
    told = {
        role: clean_text(part) for role, part in zip(ROLES, (given, father, grandfather, family), strict=True)
    }
    told = {role: part for role, part in told.items() if part}
    line = clean_text(written)
    units, nickname = _units_of_line(line)
    roles = told | _roles_beside(told, units) if told else _roles(units)
    line = line or " ".join(roles[role] for role in ROLES if role in roles)
    return Name(line, script_of(line), **roles, nickname=nickname)


def _units_of_line(line: str) -> tuple[list[str], str]:
    """Split a line into names; "Family, Given Father" is turned into the usual order."""
    family_first, _, rest = line.replace("،", ",").partition(",")
    if rest.strip() and family_first.strip():
        units, nickname = _without_nickname(units_of(rest))
        return [*units, " ".join(units_of(family_first))], nickname
    return _without_nickname(units_of(line))


def _roles(units: Sequence[str]) -> dict[str, str]:
    """Name the parts of a line by their number: two are given and family, three have the father between."""
    if not units:
        return {}
    if len(units) == 1:
        return {"family" if _has_article(units[0]) else "given": units[0]}
    middle = list(units[1:-1])
    roles = {"given": units[0], "family": units[-1]}
    if middle:
        roles["father"] = middle[0]
    if len(middle) > 1:
        roles["grandfather"] = " ".join(middle[1:])
    return roles


def _roles_beside(told: dict[str, str], units: Sequence[str]) -> dict[str, str]:
    """Give what the line says beyond the parts already told to the roles still free."""
    known = {sound for part in told.values() for unit in (*units_of(part), part) for sound in hear(unit)}
    left = [unit for unit in units if known.isdisjoint(hear(unit))]
    free = [role for role in ROLES if role not in told]
    if not left or not free:
        return {}
    if len(left) == 1 and "given" not in free:
        return {("family" if "family" in free else free[0]): left[0]}
    if "family" in free and len(left) > 1 and len(free) > len(left):
        free = [role for role in free if role != "grandfather"]
    roles = dict(zip(free, left, strict=False))
    if "family" in free and len(left) >= 2 and "family" not in roles:
        roles.pop(free[len(left) - 1])
        roles["family"] = left[-1]
    return roles


def _has_article(unit: str) -> bool:
    words = words_of(unit)
    return len(words) > 1 and fold(words[0][1]) in ARTICLES | SUN_ARTICLES


def _without_nickname(units: list[str]) -> tuple[list[str], str]:
    """Take "Abu X" out of a name, unless it stands where the surname stands, or is a given name itself."""
    nickname = ""
    kept: list[str] = []
    for place, unit in enumerate(units):
        words = [fold(word) for _, word in words_of(unit)]
        last_with_given = place == len(units) - 1 and bool(kept)
        kunya = len(words) > 1 and words[0] in FATHER_OF | MOTHER_OF
        if kunya and not last_with_given and not (GIVEN_KUNYAS & set(words[1:])):
            nickname = nickname or unit
        elif words and words[0] in KNOWN_AS and kept:
            nickname = " ".join(units[place + 1 :]) or nickname
            break
        else:
            kept.append(unit)
    return kept, nickname


@lru_cache(maxsize=65536)
def _units(line: str) -> tuple[str, ...]:
    words = words_of(line)
    folded = [fold(word) for _, word in words]
    units: list[str] = []
    place = 0
    while place < len(words):
        end = _end_of_unit(words, folded, place)
        lead = place
        while lead < end - 1 and folded[lead] in SON_OF:
            lead += 1
        text = "".join(
            (before if n > lead else "") + word for n, (before, word) in enumerate(words[lead:end], lead)
        )
        if any(folded[lead:end]) and (units or not _is_title(folded[place:end], len(words) - end)):
            units.append(text)
        place = end
    return tuple(units)


def _is_title(unit: Sequence[str], following: int) -> bool:
    if len(unit) != 1 or not following:
        return False
    return unit[0] in TITLES or (unit[0] in TITLES_OR_NAMES and following > 1)


def units_of(line: str) -> list[str]:
    """Return the names in a line, articles and compounds kept together, as they are written.

    >>> units_of("Abd al-Rahman bin Nour Eddine el Bekaai")
    ['Abd al-Rahman', 'Nour Eddine', 'el Bekaai']
    """
    return list(_units(line))


def _end_of_unit(words: Sequence[tuple[str, str]], folded: Sequence[str], start: int) -> int:
    """Find where the name that begins at `start` ends: behind its article, its "abd", its "din"."""
    last = len(words) - 1
    end = start
    while end < last and _needs_next(folded[end], words[end + 1][0], end == start):
        end += 1
    while end < last and _belongs_before(folded, end + 1):
        after_article = folded[end + 1] in ARTICLES | SUN_ARTICLES and end + 2 <= last
        end += 2 if after_article else 1
    return end + 1


def _needs_next(word: str, joint: str, opens: bool) -> bool:
    if word in ARTICLES or word in SERVANT_OF or word in FATHER_OF or word in MOTHER_OF or word in SON_OF:
        return True
    return word in SUN_ARTICLES and (joint == "-" or not opens)


def _belongs_before(folded: Sequence[str], place: int) -> bool:
    word = folded[place]
    if word in ARTICLES | SUN_ARTICLES:
        following = folded[place + 1] if place + 1 < len(folded) else ""
        return following in {"din", "deen", "dine"} or _second_after(folded[place - 1], following)
    return word in SECOND_WORDS or _second_after(folded[place - 1], word)


def _second_after(first: str, second: str) -> bool:
    return any(first in firsts and second in seconds for firsts, seconds in SECOND_AFTER)
