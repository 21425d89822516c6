"""How one part of a name is heard, articles, glued words and compounds taken into account."""

import re
from functools import lru_cache

from .compounds import (
    ALLAH_ENDINGS,
    DIN_ENDINGS,
    HEARD_ALLAH,
    HEARD_DIN,
    SECOND_WORDS,
    SERVANT_OF,
)
from .normalise import APOSTROPHES, LONGEST_NAME, TURNED, clean_text, fold
from .particles import ARTICLES, FATHER_OF, NOT_AN_ARTICLE, SON_OF, SUN_ARTICLES
from .phonemes import Sounds, sounds_of
from .script import is_arabic

READINGS = 3
"""How many ways of hearing one part are kept: "Albaridi" is al-Baridi or one word."""

GLUED_SERVANT = re.compile(r"ab[ei]?d(?:ou|oo|[ueaoiy])?(l?)([a-z]{3,})")
GLUED_ARTICLE = re.compile(r"(?:al|el|ul)([bcdfghjklmnpqrstvwxyz][a-z]{3,})")
GLUED_BEFORE_VOWEL = re.compile(r"(?:al|el)([aeiou][a-z]{2,})")
GLUED_SUN_ARTICLE = re.compile(r"[aeu](?=(rr|ss|nn|tt|dd|zz|shsh))\1?([a-z]{4,})")
INSIDE = str.maketrans({"#": "h", "B": "t", "O": "a", "@": "h", "%": "A"})
ENDS_OF_GOD = frozenset(
    {"allah", "ullah", "ollah", "illah", "ellah", "alla", "ulla", "olla", "oullah", "oulla"}
)


def words_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a text, each with what stood before it ("-", " " or nothing).

    >>> words_of("Ali al-Baridi")
    (('', 'Ali'), (' ', 'al'), ('-', 'Baridi'))
    """
    words: list[tuple[str, str]] = []
    before, word = "", ""
    for character in text[:LONGEST_NAME]:
        if character.isalnum() or character in APOSTROPHES or (not character.isascii() and _joins(character)):
            word += character
            continue
        if word:
            words.append((before, word))
            before, word = "", ""
        before = "-" if character in "-‐‑–" else before or " "
    if word:
        words.append((before, word))
    return tuple(words[:24])


def _joins(character: str) -> bool:
    """Marks above and below letters, and tatweel, belong to the word they stand in."""
    return character == "ـ" or "\u0300" <= character <= "\u036f" or "\u064b" <= character <= "\u0670"


@lru_cache(maxsize=262144)
def hear(part: str) -> tuple[Sounds, ...]:
    """Return the ways in which one part of a name may be heard, the likeliest first.

    >>> hear("عبد الرحمن")[0].phonemes, hear("Abdurrahman")[0].phonemes
    ('EbdrHmn', 'abdrahman')
    """
    words = _bare_words(clean_text(part[:LONGEST_NAME]))
    if not words:
        return ()
    heard: list[str] = [""]
    for place, word in enumerate(words):
        ways = _ways(word, first=place == 0)
        heard = [_join(before, way) for before in heard for way in ways][:READINGS]
    arabic = any(map(is_arabic, part[:LONGEST_NAME]))
    return tuple(dict.fromkeys(Sounds(sounds[:28], arabic) for sounds in heard if sounds))


@lru_cache(maxsize=262144)
def hear_shortened(part: str) -> tuple[Sounds, ...]:
    """Return how the bearer of a compound is called for short: قادر for عبد القادر, سراج for سراج الدين."""
    shortened: list[Sounds] = []
    for phonemes, arabic in hear(part):
        if phonemes.endswith(("dyn", "dIn")) and len(phonemes) > 5:
            shortened.append(Sounds(phonemes[:-3], arabic))
        elif phonemes.startswith(("abd", "Ebd")) and len(phonemes) > 5:
            shortened.append(Sounds(phonemes[3:], arabic))
    return tuple(shortened)


def _bare_words(part: str) -> list[str]:
    """Leave out articles and "son of"; keep them if nothing else is there."""
    words = words_of(part)
    kept: list[str] = []
    for place, (_, word) in enumerate(words):
        folded, last = fold(word), place == len(words) - 1
        follows = words[place + 1][0] if not last else ""
        if not folded or (not last and folded in ARTICLES | SON_OF):
            continue
        if follows == "-" and folded in SUN_ARTICLES:
            continue
        if kept and not last and fold(kept[-1]) in SERVANT_OF | FATHER_OF and folded in SUN_ARTICLES:
            continue
        kept.append(word)
    return kept


def _ways(word: str, *, first: bool) -> list[str]:
    folded = fold(word).replace(" ", "")
    if any(map(is_arabic, word)):
        return [_arabic_way(word, folded, first=first)]
    return [sounds for sounds in _latin_ways(folded, word, first=first) if sounds]


def _arabic_way(word: str, folded: str, *, first: bool) -> str:
    for wrong, right in TURNED:
        word = word.replace(wrong, right)
    if folded in SECOND_WORDS:
        return "^l@" if first else "dIn" if folded == "الدين" else "l@"
    for start in ("عبدال", "ابوال"):
        if folded.startswith(start) and len(folded) > len(start) + 2:
            rest = "l@" if folded.endswith("عبدالله") else sounds_of(folded[len(start) :]).phonemes
            return sounds_of(start[:3]).phonemes + rest
    if len(folded) > 5 and folded.endswith(("الدين", "الله")):
        stem = folded.removesuffix("الدين").removesuffix("الله")
        return _join(sounds_of(stem).phonemes, "dIn" if folded.endswith("الدين") else "l@")
    if folded.startswith("ال") and len(folded) > 4 and folded not in NOT_AN_ARTICLE:
        word = word[word.index("ل") + 1 :]
    return sounds_of(word).phonemes


def _latin_ways(folded: str, word: str, *, first: bool) -> list[str]:
    if folded in SERVANT_OF and first:
        return ["abd"]
    if folded in SECOND_WORDS and not first:
        return [HEARD_ALLAH if folded in ENDS_OF_GOD or folded == "lillah" else HEARD_DIN]
    for endings, heard in ((DIN_ENDINGS, HEARD_DIN), (ALLAH_ENDINGS, HEARD_ALLAH)):
        ending = next((e for e in endings if folded.endswith(e) and len(folded) > len(e) + 1), "")
        if ending:
            return [_join(_stem_way(folded.removesuffix(ending)), heard)]
    if servant := GLUED_SERVANT.fullmatch(folded):
        article, rest = servant.groups()
        ways = [rest, article + rest] if article and rest[0] in "aeiou" else [rest]
        return ["abd" + sounds_of(way).phonemes for way in ways]
    return _with_or_without_article(folded, sounds_of(word).phonemes)


def _with_or_without_article(folded: str, plain: str) -> list[str]:
    if folded not in NOT_AN_ARTICLE and (glued := GLUED_ARTICLE.fullmatch(folded)):
        return [sounds_of(glued.group(1)).phonemes, plain]
    if folded not in NOT_AN_ARTICLE and (glued := GLUED_BEFORE_VOWEL.fullmatch(folded)):
        return [plain, sounds_of(glued.group(1)).phonemes]
    if glued := GLUED_SUN_ARTICLE.fullmatch(folded):
        return [plain, sounds_of(glued.group(2)).phonemes]
    return [plain]


def _stem_way(stem: str) -> str:
    return "abd" if stem in SERVANT_OF else sounds_of(stem).phonemes


def _join(before: str, after: str) -> str:
    """What closes a word alone does not close it inside a compound; a vowel is lost before Allah."""
    inner = before.translate(INSIDE)
    return (inner.rstrip("aA") if after in {HEARD_ALLAH, "l@"} and len(inner) > 2 else inner) + after
