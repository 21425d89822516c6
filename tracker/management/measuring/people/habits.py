"""How clerks of four countries put Arabic sounds into Latin letters: English, French, German and Turkish hands.

Each sound has the spellings it is given, a likelier one named more often; "-" writes nothing. A sound with ">"
is one that ends a word, with "<" one before which nothing is written yet.
"""

from __future__ import annotations

from dataclasses import dataclass, field

ALL_HANDS = {
    "b": "b", "t": "t", "d": "d", "r": "r", "z": "z", "S": "s", "T": "t", "f": "f", "k": "k", "l": "l",
    "m": "m", "n": "n", "h": "h", "H": "h", "p": "p b", "V": "v f", "y": "y", "'": "-",
    "3": "- - - - - ' a", "3>": "- - - '", "<3": "-", "<a": "a a a a a a a a a e", "h>": "h h -",
    "a": "a a a a a a e", "A": "a a a a a a a a aa", "Y": "a", "E": "e ee i", "C": "ch tch",
}  # fmt: skip

ENGLISH = {
    "v": "th th s t", "j": "j", "x": "kh", "c": "dh d z th", "s": "s", "$": "sh", "D": "d d dh",
    "Z": "z z dh", "g": "gh gh g", "q": "q q k", "w": "w", "i": "i i i e", "u": "u u u o ou", "I": "i i ee",
    "I>": "i i i y ee", "U": "u ou oo", "e": "ai ay ei ay e", "o": "aw au o ou", "O": "o u",
    "@": "a a ah eh",
}  # fmt: skip
FRENCH = {
    "v": "th s t", "j": "j j dj", "x": "kh kh k", "c": "dh d z", "s": "s s ss", "<s": "s", "s>": "s ss",
    "$": "ch", "D": "d dh", "Z": "z d", "g": "gh g", "q": "k q q c", "w": "ou w w", "i": "i i e",
    "u": "ou o u", "I": "i", "I>": "i i y", "U": "ou", "e": "ei ai aï eï", "o": "ao aou o au", "O": "o ô",
    "@": "a a é e", "n>": "n n ne", "m>": "m m me", "3>": "- - a", "C": "tch",
}  # fmt: skip
GERMAN = {
    "v": "th t s", "j": "dsch j dj j", "x": "ch ch kh", "c": "d dh s", "s": "s s ss", "<s": "s",
    "$": "sch sch sh", "D": "d", "Z": "z s", "g": "gh g", "q": "q k k", "w": "w w u", "i": "i i e",
    "u": "u u o", "I": "i i ie", "I>": "i", "U": "u u uh", "e": "ai ei ay", "o": "au au o", "O": "o",
    "@": "a a e eh", "y": "j y y", "C": "tsch", "z": "z s",
}  # fmt: skip
TURKISH = {
    "v": "s", "j": "c", "x": "h", "c": "z", "s": "s", "$": "ş ş s", "D": "d z", "Z": "z", "g": "g ğ",
    "q": "k", "w": "v", "i": "i", "u": "u u ü", "I": "i", "U": "u", "e": "ey ay", "o": "ev av", "O": "o",
    "@": "e e a", "a": "a a a e", "d>": "d d t", "b>": "b p", "j>": "c ç", "3": "- - - a", "C": "ç",
}  # fmt: skip

# How an article that stands alone joins its name. "+" is where the name's first letter is doubled (ar-Rahman).
# In compounds (Abd al-Rahman) the joint may swallow the blank before it.
ENGLISH_ARTICLES = ("al-", "al-", "al-", "Al ", "Al-", "el-", "El ", "Al", "a+-", "")
FRENCH_ARTICLES = ("al-", "Al ", "el ", "El ", "el-", "Al", "El", "E+ ", "")
GERMAN_ARTICLES = ("al-", "Al-", "Al ", "Al", "El ", "a+-", "")
TURKISH_ARTICLES = ("El ", "el-", "El", "E+-", "Al ", "")
ENGLISH_JOINTS = (" al-", "ul", "ul", "el", "ul ", "el ", " al ", " a+-", "u+", " el-", "al")
FRENCH_JOINTS = ("el ", "e+", "e+", " el ", "ou+", "el", " E+", "al", " al-")
GERMAN_JOINTS = ("ul", "al", " al-", " al ", "u+", " Al", "el ")
TURKISH_JOINTS = ("u+", "ul", "ü+", "e+", "el ", "ul ")
GOD_ENGLISH = ("ullah", "allah", "ulla", "alla", " Allah", "ullah")
GOD_FRENCH = ("allah", "oullah", "alla", " Allah")
GOD_GERMAN = ("ullah", "allah", "alla")
GOD_TURKISH = ("ullah", "ulla", "allah")


@dataclass(frozen=True, slots=True, eq=False)
class Habit:
    """One hand: what it writes for each sound, and how it joins an article or God's name to what comes before."""

    language: str
    own: dict[str, str]
    articles: tuple[str, ...]
    joints: tuple[str, ...]
    god: tuple[str, ...]
    spellings: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for sound, choices in (ALL_HANDS | self.own).items():
            self.spellings[sound] = tuple("" if one == "-" else one for one in choices.split())


HABITS: tuple[Habit, ...] = (
    Habit("English", ENGLISH, ENGLISH_ARTICLES, ENGLISH_JOINTS, GOD_ENGLISH),
    Habit("French", FRENCH, FRENCH_ARTICLES, FRENCH_JOINTS, GOD_FRENCH),
    Habit("German", GERMAN, GERMAN_ARTICLES, GERMAN_JOINTS, GOD_GERMAN),
    Habit("Turkish", TURKISH, TURKISH_ARTICLES, TURKISH_JOINTS, GOD_TURKISH),
)
