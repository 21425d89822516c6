"""How a name written in one line falls into the parts that Syrian papers know."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .compounds import GIVEN_KUNYAS, NAMES_WITHOUT_ARTICLE, OWNER_OF, SECOND_AFTER, SECOND_WORDS, SERVANT_OF
from .hearing import hear, words_of
from .normalise import LONGEST_NAME, clean_text, fold
from .particles import (
    ARTICLES,
    FATHER_OF,
    KNOWN_AS,
    MOTHER_OF,
    RANKS_OF_RANKS,
    SON_OF,
    SUN_ARTICLES,
    TITLES,
    TITLES_HEARD,
    TITLES_OR_NAMES,
    TITLES_OR_NAMES_HEARD,
    is_spoken_before,
)
from .plain import plain_units
from .script import Script, script_of

GLUED_KUNYA = re.compile(r"(?:abou|abu|ابو)(\w{3,})")
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
    parts = (given, father, grandfather, family)
    told = {role: part for role, part in zip(ROLES, parts, strict=True) if part}
    plain = _read_plain(written, told) if len(written) <= LONGEST_NAME else None
    return plain or _read(*(text[:LONGEST_NAME] for text in (written, *parts)))


def _read_plain(written: str, told: dict[str, str]) -> Name | None:
    """Read a line of plain names, where nothing is said beyond the parts told."""
    units = plain_units(written)
    if not units:
        return None
    if told:
        known: list[str] = []
        for part in told.values():
            if not (own := plain_units(part)):
                return None
            known += own
        if not set(known).issuperset(units):
            return None
    return Name(written, Script.ARABIC, **(told or _roles(units)))


@lru_cache(maxsize=65536)
def _read(written: str, given: str, father: str, grandfather: str, family: str) -> Name:
    parts = zip(ROLES, (given, father, grandfather, family), strict=True)
    told = {role: _bare_of_titles(role, _cleaned(part)) for role, part in parts}
    told = {role: part for role, part in told.items() if part}
    line = _cleaned(written)
    units, nickname = _units_of_line(line)
    roles = told | _roles_beside(told, units) if told else _roles(units)
    line = line or " ".join(roles[role] for role in ROLES if role in roles)
    return Name(line, script_of(line), **roles, nickname=nickname)


def _cleaned(text: str) -> str:
    return clean_text(text)[:LONGEST_NAME].rstrip()


def _bare_of_titles(role: str, part: str) -> str:
    """Leave out a title before a given name; a surname may begin like one: الشيخ علي."""
    units = units_of(part)
    names = units if role == "family" else _without_titles(units)
    return part if len(names) == len(units) else " ".join(names)


def _units_of_line(line: str) -> tuple[list[str], str]:
    """Split a line into names; "Family, Given Father" is turned into the usual order."""
    family_first, _, rest = line.replace("،", ",").partition(",")
    if rest.strip() and family_first.strip():
        units, nickname = _without_nickname(_names_of(rest))
        return [*units, " ".join(units_of(family_first))], nickname
    return _without_nickname(_names_of(line))


def _names_of(line: str) -> list[str]:
    """Return the names in a line, without the titles before them and the letters that only stand for a name."""
    return _without_initials(_without_titles(units_of(line)))


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
        glued = place == 0 and len(units) > 2 and _is_glued_kunya(words)
        if glued or (_is_kunya(words) and not last_with_given):
            nickname = nickname or unit
        elif words and words[0] in KNOWN_AS and kept:
            nickname = " ".join(units[place + 1 :]) or nickname
            break
        else:
            kept.append(unit)
    return kept, nickname


def _is_kunya(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0] in FATHER_OF | MOTHER_OF and not (GIVEN_KUNYAS & set(words[1:]))


def _is_glued_kunya(words: Sequence[str]) -> bool:
    """Say whether "Abu X" is written as one word: أبوعمر, and not أبوبكر, which is a given name."""
    glued = GLUED_KUNYA.fullmatch(words[0]) if len(words) == 1 else None
    return glued is not None and not glued.group(1).startswith(tuple(GIVEN_KUNYAS))


def _without_titles(units: list[str]) -> list[str]:
    """Leave out what stands before a name and is none; one name at least remains."""
    first = 0
    while first < len(units) - 1 and is_title(units[first], len(units) - 1 - first, behind_rank=first > 0):
        first += 1
    return units[first:]


def is_title(unit: str, following: int, *, behind_rank: bool) -> bool:
    """Say whether a word is a title, with so many names behind it."""
    word = _only_word(unit)
    if word in TITLES or (behind_rank and word in RANKS_OF_RANKS):
        return True
    sounds = [way.phonemes for way in hear(unit) if word and not way.arabic]
    if any(map(TITLES_HEARD.fullmatch, sounds)):
        return True
    return following > 1 and (word in TITLES_OR_NAMES or any(map(TITLES_OR_NAMES_HEARD.fullmatch, sounds)))


def _only_word(unit: str) -> str:
    """Return the one word of a name beside its article, folded; "" if it has more."""
    words = [fold(word) for _, word in words_of(unit)]
    bare = [word for word in words if word not in ARTICLES | SUN_ARTICLES] or words
    return bare[0] if len(bare) == 1 else ""


def _without_initials(units: list[str]) -> list[str]:
    """Leave out letters that stand for a name, where two names are written out: "Rahman S. Taha"."""
    whole = [unit for unit in units if len(_only_word(unit)) != 1]
    return whole if len(whole) > 1 else units


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
        if any(folded[lead:end]):
            units.append(text)
        place = end
    return tuple(units)


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
    while end < last and _needs_next(folded, words[end + 1][0], end, end == start):
        end += 1
    while end < last and _belongs_before(folded, end + 1):
        after_article = folded[end + 1] in ARTICLES | SUN_ARTICLES and end + 2 <= last
        end += 2 if after_article else 1
    return end + 1


def _needs_next(folded: Sequence[str], joint: str, place: int, opens: bool) -> bool:
    word = folded[place]
    if word in NAMES_WITHOUT_ARTICLE:
        return folded[place + 1] in ARTICLES | SUN_ARTICLES
    if any(word in words for words in (ARTICLES, SERVANT_OF, FATHER_OF, MOTHER_OF, SON_OF, OWNER_OF)):
        return True
    return is_spoken_before(word, folded[place + 1], joint) or (word in SUN_ARTICLES and not opens)


def _belongs_before(folded: Sequence[str], place: int) -> bool:
    word = folded[place]
    if word in ARTICLES | SUN_ARTICLES:
        following = folded[place + 1] if place + 1 < len(folded) else ""
        return following in {"din", "deen", "dine"} or _second_after(folded[place - 1], following)
    return word in SECOND_WORDS or _second_after(folded[place - 1], word)


def _second_after(first: str, second: str) -> bool:
    return any(first in firsts and second in seconds for firsts, seconds in SECOND_AFTER)
