"""Cells that hold several things: a whole name, a place with a date, a registry's place with its number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import Final

from tracker.dates import FuzzyDate, UnreadableDate
from tracker.flow.intake.date_order import read_cell_date
from tracker.names import clean_text, read_name, units_of

Parts = list[tuple[str, str]]

LONGEST = 300
"""Characters of a cell that is taken apart; what is longer is no name, no place and no date."""

EDGES = " ،,;؛-–/\\:."
BEFORE_NUMBERS = re.compile(r"\b(?:خانة|خ|رقم|قيد|no|n|nr|num|khana)\b[.:°]?\s*(?=\d|$)", re.IGNORECASE)


def place_and_date(text: str, order: str | None = None) -> tuple[str, FuzzyDate | None, bool]:
    """Split "دوما 1984" at the first place from which the rest reads as a date; without one all is place.

    Also the other way round, "1984 دوما". The last part says whether day and month could each be the other.

    >>> place, date, _ = place_and_date("دوما 1984")
    >>> place, date.edtf
    ('دوما', '1984')
    """
    words = text.split() if len(text) <= LONGEST else []
    for written, place in _cuts(words):
        if not any(letter.isdigit() for letter in "".join(written)):
            continue
        try:
            date, ambiguous = read_cell_date(" ".join(written).strip(EDGES), order)
        except UnreadableDate:
            continue
        return " ".join(place).strip(EDGES), date, ambiguous
    return text, None, False


def _cuts(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """All ways to part a date from a place: the date behind it, then before it; the longest date first."""
    yield from ((words[start:], words[:start]) for start in range(len(words)))
    yield from ((words[:end], words[end:]) for end in range(len(words) - 1, 0, -1))


def place_and_number(text: str) -> tuple[str, str]:
    """Split "دوما / 112" or "دوما خانة 112" into the registry's place and number.

    >>> place_and_number("دوما / 112"), place_and_number("112 دوما")
    (('دوما', '112'), ('دوما', '112'))
    """
    words = BEFORE_NUMBERS.sub(" ", re.sub(r"[/\\،,:\-–()]", " ", text)).split()
    numbers = [word for word in words if word.isdecimal()]
    return " ".join(word for word in words if not word.isdecimal()), " ".join(numbers)


def family_first(text: str) -> str:
    """Return a name that begins with the family name in the form that says so: with a comma behind it.

    >>> family_first("الخطيب غسان نبيل"), family_first("EL KHATIB Ghassan"), family_first("Khoury, Elias")
    ('الخطيب، غسان نبيل', 'EL KHATIB، Ghassan', 'Khoury, Elias')
    """
    if "," in text or "،" in text:
        return text
    words = text.split()
    # French lists write the family name, of however many words, in capitals.
    capitals = sum(1 for _word in takewhile(lambda word: word.isupper() and len(word) > 1, words))
    if 0 < capitals < len(words):
        return f"{' '.join(words[:capitals])}، {' '.join(words[capitals:])}"
    units = units_of(text)
    return f"{units[0]}، {' '.join(units[1:])}" if len(units) > 1 else text


def _family_first(text: str) -> Parts:
    return _name(family_first(text))


def _name(text: str) -> Parts:
    name = read_name(text)
    parts = [*name.parts(), ("nickname", name.nickname)]
    return [(field, part) for field, part in parts if part]


def _birth(text: str) -> Parts:
    place, date, _ambiguous = place_and_date(text)
    return [("birth_place", place), ("birth", date.written if date else "")]


def _registry(text: str) -> Parts:
    place, number = place_and_number(text)
    return [("registry_place", place), ("registry_number", number)]


SPLITS: Final[dict[str, Callable[[str], Parts]]] = {
    "name": _name,
    "name_family_first": _family_first,
    "birth_place_and_date": _birth,
    "registry": _registry,
}
"""Field of a column that holds several things → how its cells fall apart."""


def parts_of_cell(field: str, text: str) -> Parts:
    """Return what a cell of this field holds, part by part; nothing for a field that is not split.

    >>> parts_of_cell("name", "علي محسن البريدي")
    [('given', 'علي'), ('father', 'محسن'), ('family', 'البريدي')]
    """
    split = SPLITS.get(field)
    clean = clean_text(text[: 2 * LONGEST])[:LONGEST]
    return [(part, said) for part, said in split(clean) if said] if split and clean else []
