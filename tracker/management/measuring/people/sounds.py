"""How an invented name sounds, in an alphabet of its own, from which every spelling of it is made.

Nothing here is shared with the reading of names: what is measured must not be written by what is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

# A sound → how Arabic writes it. "e" and "o" are the diphthongs ay and aw, "E" and "O" the long vowels of foreign
# names; "@" is the feminine ending, "Y" the final long a that is written with a ya.
ARABIC_LETTERS: dict[str, str] = {
    "b": "ب", "p": "ب", "t": "ت", "v": "ث", "j": "ج", "H": "ح", "x": "خ", "d": "د", "c": "ذ", "r": "ر", "z": "ز",
    "s": "س", "$": "ش", "S": "ص", "D": "ض", "T": "ط", "Z": "ظ", "3": "ع", "g": "غ", "f": "ف", "V": "ف", "q": "ق",
    "k": "ك", "l": "ل", "m": "م", "n": "ن", "h": "ه", "w": "و", "y": "ي", "C": "تش", "@": "ة", "Y": "ى",
    "A": "ا", "I": "ي", "U": "و", "e": "ي", "o": "و", "E": "ي", "O": "و", "a": "", "i": "", "u": "",
}  # fmt: skip
VOWELS = frozenset("aiuAIUeoEOY@")
# Letters before which the article's l is spoken as the letter itself: ar-Rahman, ash-Shami.
SUN_LETTERS = frozenset("tvdcrzs$SDTZln")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One part of a name, perhaps of two words: its Arabic spelling on good papers, and its sound."""

    arabic: str
    sound: str


def words_from(table: str) -> list[Word]:
    """Return the words of a table: sounds between blanks, "_" inside a name, "=…" where Arabic has its own way.

    >>> [word.arabic for word in words_from("muHammad 3abd_al-raHmAn=عبد_الرحمن 'abU_zed fAris")]
    ['محمد', 'عبد الرحمن', 'أبو زيد', 'فارس']
    """
    words = []
    for entry in table.split():
        sound, _, arabic = entry.replace("_", " ").partition("=")
        # The vowel before the feminine ending is the ending's own: Fatima, not Fatimaa.
        words.append(Word(arabic or arabic_of(sound), sound.replace("a@", "@")))
    return words


@lru_cache(maxsize=65536)
def arabic_of(sound: str) -> str:
    """Return how good papers write a sound.

    >>> arabic_of("al-biqA3I"), arabic_of("'ibrAhIm"), arabic_of("nUr al-dIn"), arabic_of("rA'id")
    ('البقاعي', 'إبراهيم', 'نور الدين', 'رائد')
    """
    return " ".join(_word(word) for word in sound.split(" "))


def _word(word: str) -> str:
    if word == "allAh":
        return "الله"
    if word.startswith("al-"):
        return "ال" + _word(word[3:])
    written: list[str] = []
    for place, letter in enumerate(word):
        before, after = word[place - 1 : place], word[place + 1 : place + 2]
        if letter == "'":
            written.append(_hamza(before, after))
        elif (letter == before and letter not in VOWELS) or (letter == "A" and written[-1:] == ["آ"]):
            continue
        elif not place and letter in "aiuA":
            written.append("ا")
        else:
            written.append(ARABIC_LETTERS[letter])
    return "".join(written)


def _hamza(before: str, after: str) -> str:
    """The seat of a hamza follows its neighbours."""
    if after == "A" and before not in set("uUiI"):
        return "آ"
    if not before:
        return "إ" if after in set("iIE") else "أ"
    if not after or (before == "A" and after in set("aY")):
        return "ء"
    if after in set("iIeE") or before in set("iIe"):
        return "ئ"
    return "ؤ" if after in set("uU") or before in set("uU") else "أ"
