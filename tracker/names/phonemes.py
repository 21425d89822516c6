"""The one alphabet of sounds, and how Arabic and Latin letters become it.

A sound is one ASCII letter. Where a sound has a letter of its own in both writings, both give the same sound:
خ and "kh" are `x`. Where Latin is poorer, it gives the plain sound (`t` for ت and ط alike) and `costs` says that
they correspond. Vowels: Arabic writes only the long ones (`A I U`); Latin writes all (`a e i o u`) and means a long
one by "aa", "ee", "oo" (`A I M`); French "ou" (`V`) may be either.

`^` is an alef that opens a name, `@` a closing ة or ه, `%` a closing ى, `#` a closing Latin h, `'` a hamza or
an apostrophe, `Q` a hamza on ya, `C` a Latin "ch", which is sh in French, kh in German, ch in English.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from .normalise import APOSTROPHES, TATWEEL
from .script import is_arabic

LONGEST = 28
"""Sounds read of one part of a name; the longest real ones (Abd al-Mutajalli) have fewer than twenty."""

# Arabic letter → sound. Persian, Kurdish and Urdu letters stand beside the Arabic letter they are read as.
ARABIC_LETTERS: tuple[tuple[str, str], ...] = (
    ("اآأإٱٲٳٵ", "A"),
    ("بٻ", "b"),
    ("پ", "p"),
    ("تټٹٿ", "t"),
    ("ث", "T"),
    ("ج", "j"),
    ("چ", "c"),
    ("حځ", "H"),
    ("خ", "x"),
    ("دډڈ", "d"),
    ("ذ", "D"),
    ("رړڕڑ", "r"),
    ("ز", "z"),
    ("ژ", "J"),
    ("س", "s"),
    ("شښ", "S"),
    ("ص", "X"),
    ("ض", "Y"),
    ("ط", "W"),
    ("ظ", "Z"),
    ("ع", "E"),
    ("غ", "G"),
    ("ف", "f"),
    ("ڤ", "v"),
    ("ق", "q"),
    ("كکڪ", "k"),
    ("گګڭ", "g"),
    ("لڵ", "l"),
    ("م", "m"),
    ("نںڼ", "n"),
    ("هہھەۀۂ", "h"),
    ("ةۃ", "@"),
    ("وۆۇۋۏ", "U"),
    ("يیېێےۍۓؠ", "I"),
    ("ى", "%"),
    ("ءؤ", "'"),
    ("ئ", "Q"),
)
ARABIC_SOUNDS = {letter: sound for letters, sound in ARABIC_LETTERS for letter in letters}

# Latin letters whose mark is more than an ornament: scholars' transcription, Turkish, German, Slavic.
MARKED_LATIN: tuple[tuple[str, str], ...] = (
    ("ḥ", "h"), ("ħ", "h"), ("ḫ", "kh"), ("ẖ", "kh"), ("ḵ", "kh"), ("ġ", "gh"), ("ḡ", "gh"), ("ğ", "gh"),
    ("š", "sh"), ("ş", "sh"), ("ș", "sh"), ("ṯ", "th"), ("ḏ", "dh"), ("ž", "zh"), ("č", "ch"), ("ç", "ch"),
    ("ǧ", "j"), ("ǰ", "j"), ("ā", "aa"), ("ī", "ee"), ("ū", "oo"), ("ı", "i"), ("ß", "ss"), ("æ", "ae"),
    ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ə", "a"),
)  # fmt: skip

# Latin letters together → sounds; the longest that fits is taken. "w" and "y" keep what they may be, vowel or not.
LATIN_GROUPS: tuple[tuple[str, str], ...] = (
    ("tsch", "c"), ("tch", "c"), ("sch", "S"), ("sh", "S"), ("kh", "x"), ("gh", "G"), ("th", "T"), ("dh", "D"),
    ("zh", "J"), ("ph", "f"), ("ch", "C"), ("dj", "j"), ("dsch", "j"), ("ck", "k"), ("cq", "q"),
    ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("x", "ks"), ("c", "k"),
    ("aa", "A"), ("ee", "I"), ("ii", "I"), ("ie", "I"), ("oo", "M"), ("uu", "M"), ("ou", "V"), ("aou", "aw"),
    ("ai", "ay"), ("ei", "ey"), ("au", "aw"), ("ao", "aw"), ("aw", "aw"), ("ow", "ow"),
    ("eau", "o"), ("iya", "ya"), ("iye", "ye"), ("iyy", "y"), ("ij", "ij"), ("ia", "ya"), ("io", "yo"),
)  # fmt: skip

# Groups that in these names are two letters of two syllables, not one sound.
TWO_SYLLABLES: tuple[tuple[str, str], ...] = (
    ("azhar", "az·har"),  # أزهر
    ("mazhar", "maz·har"),  # مظهر
    ("mezher", "mez·her"),
    ("mezhir", "mez·hir"),
    ("adham", "ad·ham"),  # أدهم
    ("adhem", "ad·hem"),
    ("edhem", "ed·hem"),
    ("ishaq", "is·haq"),  # إسحاق
    ("ishak", "is·hak"),
    ("eshaq", "es·haq"),
    ("eshagh", "es·hagh"),
    ("ishagh", "is·hagh"),
    ("fathi", "fat·hi"),  # فتحي
    ("fathy", "fat·hy"),
    ("fethi", "fet·hi"),
    ("fathall", "fat·hall"),  # فتح الله
    ("fathull", "fat·hull"),
    ("midhat", "mid·hat"),  # مدحت
    ("medhat", "med·hat"),
    ("subhi", "sub·hi"),
    ("sobhi", "sob·hi"),
    ("mashadi", "mash·hadi"),
    ("ashab", "as·hab"),  # أصحاب
)
# Whole names whose Latin vowels alone would leave them between two Arabic ones.
WHOLE_NAMES: tuple[tuple[str, str], ...] = (
    ("mahmud", "mahmood"),  # محمود, and not محمد
    ("mahmoud", "mahmood"),
    ("mehmud", "mahmood"),
    ("mehmood", "mahmood"),
    ("mahmut", "mahmood"),
    ("makhmud", "mahmood"),
    ("mehmet", "muhammed"),  # the Turkish محمد
    ("mehmed", "muhammed"),
    ("mohd", "mohamed"),
    ("muhd", "mohamed"),
    ("mhd", "mohamed"),
    ("muh", "mohamed"),
)
WHOLE_NAME_TABLE = dict(WHOLE_NAMES)
LATIN_TABLE = {group: sounds for group, sounds in LATIN_GROUPS}
LONGEST_GROUP = max(map(len, LATIN_TABLE))


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
    letters = [c for c in unicodedata.normalize("NFC", word) if c != TATWEEL and not unicodedata.combining(c)]
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

    >>> latin_letters("Şaʿbān")
    'sha'baan'
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
    return sounds.rstrip("'") or sounds


def _undouble(sounds: str) -> str:
    kept = sounds[:1]
    for sound in sounds[1:]:
        if sound != kept[-1]:
            kept += sound
    return kept
