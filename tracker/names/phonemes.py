"""Letters become sounds, by the tables of `letters` and `habits`."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from .common_names import VOCALISED
from .habits import (
    ANOTHER_ARABIC_HABIT,
    ANOTHER_HABIT,
    FIGURES_SEEN,
    OTHER_WHOLE_NAME_TABLE,
    STEMS,
    TAKEN_BY_A_SCAN,
    WHOLE_NAME_TABLE,
)
from .letters import (
    ARABIC_SOUNDS,
    CLOSING,
    CLOSING_H,
    CLOSING_VOWELS,
    FIGURES,
    LATIN_TABLE,
    LONGEST_GROUP,
    MARKED_LATIN,
    MARKED_VOWELS,
    OPENING_VOWELS,
)
from .normalise import APOSTROPHES, TATWEEL
from .script import is_arabic

SAME_AS_THE_LONG = re.compile(r"a(?=[A%@O])|i(?=I)|u(?=U)")
"""A short vowel before the long one that is written for it."""
ONE_LETTER = str.maketrans("أإآیک", "ااايك")
"""A name is found with its vowels however its alef, ya and kaf are written."""
WITH_VOWELS = {
    "".join(c for c in name if not unicodedata.combining(c)).translate(ONE_LETTER): name for name in VOCALISED
}
LONGEST = 28
"""Sounds read of one part of a name; the longest real ones (Abd al-Mutajalli) have fewer than twenty."""
SCANNED_L = re.compile(r"(?<=[a-z])I(?=[a-z])|(?<=^[A-Z])I(?=[a-z])")
"""A capital I among small letters is an l to the scan: "KhaIed"."""


class Sounds(NamedTuple):
    """How one part of a name sounds, and in which writing that was read."""

    phonemes: str
    arabic: bool


@lru_cache(maxsize=262144)
def sounds_of(word: str) -> Sounds:
    """Return the sounds of one word that has no article and no blank any more.

    >>> sounds_of("منذر"), sounds_of("mounzer")
    (Sounds(phonemes='mnDr', arabic=True), Sounds(phonemes='mVnzer', arabic=False))
    """
    word = word[: LONGEST * 3]
    if any(map(is_arabic, word)):
        return Sounds(_arabic_sounds(word)[:LONGEST], arabic=True)
    return Sounds(latin_sounds(latin_letters(word))[:LONGEST], arabic=False)


def _arabic_sounds(word: str) -> str:
    bare = "".join(
        c for c in unicodedata.normalize("NFC", word) if c != TATWEEL and not unicodedata.combining(c)
    )
    letters = WHOLE_NAME_TABLE.get(bare) or WITH_VOWELS.get(bare.translate(ONE_LETTER), bare)
    sounds = [ARABIC_SOUNDS.get(c) or (_spelled(c.lower()) if c.isascii() else "") for c in letters]
    sounds = [s for s in sounds if s]
    if not sounds:
        return ""
    if sounds[0] in {"A", "'"}:
        sounds[0] = "^"
        if letters[0] == "آ" and len(sounds) == 1:
            sounds.append("A")
    sounds[:-1] = ["I" if s == "%" else "t" if s == "@" else s for s in sounds[:-1]]
    if len(sounds) > 2 and sounds[-1] == "h":
        sounds[-1] = "@"
    if len(sounds) > 2 and sounds[-1] == "'":
        sounds.pop()
    if len(sounds) > 3 and letters[-1] == "ی":  # Persian has one letter for ي and ى: مصطفی, علوی
        sounds[-1] = "%"
    return _undouble(SAME_AS_THE_LONG.sub("", "".join(sounds)))


def spelled_out(word: str) -> str:
    """Return a Latin word in small letters, consonants whose marks matter as plain letters: ş is sh.

    >>> spelled_out("Şeyh"), spelled_out("A7mad"), spelled_out("KhaIed")
    ('sheyh', 'ahmad', 'khaled')
    """
    word = SCANNED_L.sub("l", unicodedata.normalize("NFC", word)).lower()
    if not word.isascii():
        for marked, plain in MARKED_LATIN:
            word = word.replace(marked, plain)
    if any(map(str.isdecimal, word)) and any(map(str.isalpha, word)):
        for figure, letters in FIGURES:
            word = word.replace(figure, letters)
    return word


def as_scanned(word: str) -> str:
    """Return a word with the letters that a scan took for figures; a number stays one.

    >>> as_scanned("A2iz"), as_scanned("25")
    ('Aziz', '25')
    """
    return word.translate(FIGURES_SEEN) if any(map(str.isalpha, word)) else word


def latin_letters(word: str) -> str:
    """Return a Latin word in plain small letters, marks that matter spelled out.

    >>> latin_letters("Şaʿbān") == "sha'baan"
    True
    """
    word = spelled_out(word)
    for marked, plain in MARKED_VOWELS:
        if marked in word:
            word = word.replace(marked, plain)
    bare = unicodedata.normalize("NFKD", word)
    kept = ("'" if c in APOSTROPHES else c for c in bare if not unicodedata.combining(c))
    return "".join(c for c in kept if c in "'·" or "a" <= c <= "z")


def other_readings(letters: str) -> list[str]:
    """Return what plain Latin letters may also be: another people's habit, or what a scan made of them.

    >>> other_readings("necmi"), other_readings("moharned"), other_readings("ali")
    (['nejmi'], ['mohamed'], [])
    """
    by_habit = _rewritten(OTHER_WHOLE_NAME_TABLE.get(letters, letters), ANOTHER_HABIT)
    by_scan = _rewritten(letters, TAKEN_BY_A_SCAN)
    return [reading for reading in (by_habit, by_scan) if reading != letters]


def _rewritten(letters: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, meant in rules:
        letters = re.sub(pattern, meant, letters)
    return letters


def arabic_readings(word: str) -> list[str]:
    """Return an Arabic word with the letter that others have for two of its own, and as it stands.

    >>> arabic_readings("تشرشل"), arabic_readings("علي")
    (['چرشل', 'تشرشل'], ['علي'])
    """
    other = word
    for written, meant in ANOTHER_ARABIC_HABIT:
        other = other.replace(written, meant)
    return list(dict.fromkeys((other, word)))


def latin_sounds(letters: str, *, closed: bool = True) -> str:
    """Return the sounds of plain Latin letters; inside a compound nothing closes them."""
    letters = WHOLE_NAME_TABLE.get(letters, letters)
    if letters.startswith(("ia", "iy")):
        letters = "i·y" + letters[1:].removeprefix("y")
    letters = f"^{letters}$"
    for written, meant in STEMS:
        if written in letters:
            letters = letters.replace(written, meant)
    sounds = _opened(_undouble(_spelled(letters.strip("^$"))))
    return _closed(sounds) if closed else sounds


def _spelled(letters: str) -> str:
    sounds: list[str] = []
    place = 0
    while place < len(letters):
        for size in range(LONGEST_GROUP, 0, -1):
            group = letters[place : place + size]
            if group in LATIN_TABLE:
                sounds.append(LATIN_TABLE[group])
                place += len(group)
                break
        else:
            sounds.append(letters[place] if letters[place] != "·" else "")
            place += 1
    return "".join(sounds)


def _opened(sounds: str) -> str:
    """Write the breath before a vowel that opens a name; "ou" before another vowel is w."""
    bare = sounds.lstrip("'")
    if not bare or bare[0] not in OPENING_VOWELS or (bare[0] == "V" and bare[1:2] in {*"aeiA"}):
        return sounds
    return "^" + bare


def _closed(sounds: str) -> str:
    length = len(sounds.lstrip("^"))
    if length > 2 and sounds[-1] == "h" and sounds[-2] in CLOSING_H:
        return sounds[:-1] + CLOSING_H[sounds[-2]]
    if length > 2 and sounds[-1] in CLOSING_VOWELS:
        return sounds[:-1] + CLOSING_VOWELS[sounds[-1]]
    if length > 3 and sounds[-1] in CLOSING:
        return sounds[:-1] + CLOSING[sounds[-1]]
    return sounds.rstrip("'") or sounds


def _undouble(sounds: str) -> str:
    kept = sounds[:1]
    for sound in sounds[1:]:
        if sound != kept[-1]:
            kept += sound
    return kept
