"""Letters become sounds, by the tables of `letters`."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from .letters import (
    ARABIC_SOUNDS,
    CLOSING,
    LATIN_TABLE,
    LONGEST_GROUP,
    MARKED_LATIN,
    TWO_SYLLABLES,
    WHOLE_NAME_TABLE,
)
from .normalise import APOSTROPHES, TATWEEL
from .script import is_arabic

LONGEST = 28
"""Sounds read of one part of a name; the longest real ones (Abd al-Mutajalli) have fewer than twenty."""


class Sounds(NamedTuple):
    """How one part of a name sounds, and in which writing that was read."""

    phonemes: str
    arabic: bool


@lru_cache(maxsize=262144)
def sounds_of(word: str) -> Sounds:
    """Return the sounds of one word that has no article and no blank any more.

    >>> sounds_of("محسن"), sounds_of("mouhsen")
    (Sounds(phonemes='mHsn', arabic=True), Sounds(phonemes='mVhsen', arabic=False))
    """
    word = word[: LONGEST * 3]
    if any(map(is_arabic, word)):
        return Sounds(_arabic_sounds(word)[:LONGEST], arabic=True)
    return Sounds(_latin_sounds(word)[:LONGEST], arabic=False)


def _arabic_sounds(word: str) -> str:
    bare = "".join(
        c for c in unicodedata.normalize("NFC", word) if c != TATWEEL and not unicodedata.combining(c)
    )
    letters = WHOLE_NAME_TABLE.get(bare, bare)
    sounds = [ARABIC_SOUNDS.get(c) or (_latin_sounds(c) if c.isascii() else "") for c in letters]
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
    return _undouble("".join(sounds))


def latin_letters(word: str) -> str:
    """Return a Latin word in plain small letters, marks that matter spelled out.

    >>> latin_letters("Şaʿbān") == "sha'baan"
    True
    """
    word = unicodedata.normalize("NFC", word.lower())
    for marked, plain in MARKED_LATIN:
        if marked in word:
            word = word.replace(marked, plain)
    bare = unicodedata.normalize("NFKD", word)
    kept = ("'" if c in APOSTROPHES else c for c in bare if not unicodedata.combining(c))
    return "".join(c for c in kept if c == "'" or "a" <= c <= "z")


def _latin_sounds(word: str) -> str:
    letters = latin_letters(word)
    letters = WHOLE_NAME_TABLE.get(letters, letters)
    if letters.startswith(("ia", "iy")):
        letters = "i·y" + letters[1:].removeprefix("y")
    for joined, apart in TWO_SYLLABLES:
        if joined in letters:
            letters = letters.replace(joined, apart)
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
    return _closed(_undouble("".join(sounds)))


def _closed(sounds: str) -> str:
    if len(sounds) > 2 and sounds[-1] == "h" and sounds[-2] in "aeiouAIVM":
        return sounds[:-1] + "#"
    if len(sounds) > 3 and sounds[-1] in CLOSING:
        return sounds[:-1] + CLOSING[sounds[-1]]
    return sounds.rstrip("'") or sounds


def _undouble(sounds: str) -> str:
    kept = sounds[:1]
    for sound in sounds[1:]:
        if sound != kept[-1]:
            kept += sound
    return kept
