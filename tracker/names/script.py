"""In which writing a text stands: Arabic letters, Latin letters, or another."""

import re
from enum import StrEnum
from functools import lru_cache


class Script(StrEnum):
    """The writing of a name: «محسن» is Arabic, "Mohsen" is Latin, "Мохсен" is another."""

    ARABIC = "arabic"
    LATIN = "latin"
    OTHER = "other"


# Blocks of the Unicode standard: Arabic, its supplements and presentation forms.
ARABIC_BLOCKS: tuple[tuple[int, int], ...] = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x0870, 0x08FF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
)
# Latin letters with all their marks, up to "Latin Extended Additional" (ḥ, ṣ, ẓ).
LATIN_BLOCKS: tuple[tuple[int, int], ...] = ((0x0041, 0x024F), (0x1E00, 0x1EFF))


def _letter(blocks: tuple[tuple[int, int], ...]) -> re.Pattern[str]:
    return re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in blocks) + "]")


ARABIC_LETTER, LATIN_LETTER = _letter(ARABIC_BLOCKS), _letter(LATIN_BLOCKS)


def is_arabic(character: str) -> bool:
    """Say whether a letter belongs to the Arabic writing (Persian and Kurdish letters too)."""
    return character.isalpha() and ARABIC_LETTER.match(character) is not None


@lru_cache(maxsize=65536)
def script_of(text: str) -> Script:
    """Return the writing most letters of a text stand in.

    >>> script_of("علي محسن"), script_of("Ali"), script_of("12")
    (<Script.ARABIC: 'arabic'>, <Script.LATIN: 'latin'>, <Script.OTHER: 'other'>)
    """
    letters = "".join(filter(str.isalpha, text[:400]))
    arabic, latin = (len(of_a_writing.findall(letters)) for of_a_writing in (ARABIC_LETTER, LATIN_LETTER))
    others = len(letters) - arabic - latin
    if (not arabic and not latin) or others > max(arabic, latin):
        return Script.OTHER
    return Script.ARABIC if arabic >= latin else Script.LATIN
