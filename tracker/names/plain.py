"""Names of plain Arabic words, one to a name or behind عبد: most lines of most lists, told by a look at words."""

import re
from collections.abc import Collection
from functools import lru_cache

from .compounds import OWNER_OF, SECOND_AFTER, SECOND_WORDS, SERVANT_OF
from .normalise import LONGEST_NAME, fold
from .particles import (
    ARTICLES,
    FATHER_OF,
    KNOWN_AS,
    MOTHER_OF,
    RANKS_OF_RANKS,
    SON_OF,
    SUN_ARTICLES,
    TITLES,
    TITLES_OR_NAMES,
)

PLAIN = re.compile(r"[ء-غف-ي]{2,}")
"""Letters alone, two at least: nothing that a text layer split, no title of one letter, no mark."""

SERVANT, GOD = "عبد", "الله"
MOST_WORDS = 24
GLUED_KUNYA = re.compile(r"ابو(\w{3,})")
NOT_A_NAME_ALONE = frozenset().union(
    ARTICLES,
    SUN_ARTICLES,
    SON_OF,
    FATHER_OF,
    MOTHER_OF,
    SERVANT_OF,
    OWNER_OF,
    SECOND_WORDS,
    TITLES,
    TITLES_OR_NAMES,
    RANKS_OF_RANKS,
    KNOWN_AS,
    *(words for pair in SECOND_AFTER for words in pair),
)


@lru_cache(maxsize=32768)
def is_plain(word: str) -> bool:
    """Say whether a word is a name of its own wherever it stands: no article, title or half of a compound.

    >>> is_plain("محسن"), is_plain("عبد"), is_plain("الشيخ")
    (True, False, False)
    """
    if not PLAIN.fullmatch(word):
        return False
    folded = fold(word)
    return len(folded) > 1 and folded not in NOT_A_NAME_ALONE and not GLUED_KUNYA.fullmatch(folded)


def plain_units(line: str) -> list[str] | None:
    """Return the names in a line that is as plain as that, else None; `units_of` gives the same.

    >>> plain_units("عبد الله محسن البريدي"), plain_units("علي بن محسن")
    (['عبد الله', 'محسن', 'البريدي'], None)
    """
    words = line.split(" ")
    units: list[str] = []
    servant = False
    for word in words:
        if is_plain(word) or (servant and word == GOD):
            units.append(f"{SERVANT} {word}" if servant else word)
            servant = False
        elif word == SERVANT and not servant:
            servant = True
        else:
            return None
    return None if servant or len(words) > MOST_WORDS else units


def are_plain(parts: Collection[str]) -> bool:
    """Say whether the parts of a name are each as plain as that: `read_name` then leaves them as they are.

    >>> are_plain(["محسن", "البريدي"]), are_plain(["محسن", "أبو عمر"])
    (True, False)
    """
    words, letters = 0, -1
    for part in parts:
        if not (of_part := _plain_words(part)):
            return False
        words, letters = words + of_part, letters + 1 + len(part)
    return words <= MOST_WORDS and letters <= LONGEST_NAME


@lru_cache(maxsize=32768)
def _plain_words(part: str) -> int:
    """Return of how many words a plain part consists, 0 for any other."""
    return len(part.split(" ")) if plain_units(part) else 0
