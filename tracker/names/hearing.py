"""How one part of a name is heard, articles, glued words and compounds taken into account."""

import re
from functools import lru_cache
from itertools import chain

from .compounds import (
    ALLAH_ENDINGS,
    DIN_ENDINGS,
    HEARD_ALLAH,
    HEARD_DIN,
    OWNER_OF,
    SECOND_WORDS,
    SERVANT_OF,
    STEMS_OF_DIN,
)
from .normalise import APOSTROPHES, LONGEST_NAME, clean_text, fold, mended, turned_back
from .particles import (
    ARTICLES,
    FATHER_OF,
    FORE_NAMES,
    FORE_NAMES_HEARD,
    NOT_A_SON,
    NOT_AN_ARTICLE,
    SON_OF,
    SUN_ARTICLES,
    is_spoken_before,
)
from .phonemes import (
    LONGEST,
    Sounds,
    arabic_readings,
    as_scanned,
    latin_letters,
    latin_sounds,
    other_readings,
    sounds_of,
    spelled_out,
)
from .script import is_arabic

READINGS = 3
"""How many ways of hearing one part are kept: "Albaridi" is al-Baridi or one word."""

GLUED_SERVANT = re.compile(r"ab[ei]?d(?:ou|oo|[ueaoiy])?(l|r(?=[^aeiour]))?([a-z]{3,})")
GLUED_FATHER = re.compile(r"[ae]b(?:ou|oo|[uo])l([bcdfghjkmnpqrstvwxyz][a-z]{2,})")
GLUED_SON = re.compile(r"b[ei]n([a-z]{3,})")
GLUED_ARTICLE = re.compile(r"(?:al|el|ul)([bcdfghjklmnpqrstvwxyz][a-z]{3,})")
GLUED_BEFORE_VOWEL = re.compile(r"(?:al|el)([aeiou][a-z]{2,})")
GLUED_SUN_ARTICLE = re.compile(r"[aeu](?=(rr|ss|nn|tt|dd|zz|shsh))\1?([a-z]{5,})")
ENDS_OF_GOD = frozenset(
    {"allah", "ullah", "ollah", "illah", "ellah", "alla", "ulla", "olla", "oullah", "oulla"}
)
SERVANT, FATHER, OWNER = "^abd", "^abu", "Dul"
"""How "servant of", "father of", "owner of" are heard before another word, in whatever way they are spelled."""
ARABIC_FATHER, ARABIC_OWNER = "^bU", "DUl"
GLUED_ARABIC = (("عبدال", "Ebd"), ("ابوال", ARABIC_FATHER), ("ذوال", ARABIC_OWNER))


def words_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a text, each with what stood before it ("-", " " or nothing).

    >>> words_of("Ali al-Baridi")
    (('', 'Ali'), (' ', 'al'), ('-', 'Baridi'))
    """
    words: list[tuple[str, str]] = []
    before, word = "", ""
    for character in mended(text[:LONGEST_NAME]):
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
    ('EbdrHmn', '^abdrahman')
    """
    words = _bare_words(clean_text(part[:LONGEST_NAME])[:LONGEST_NAME])
    if not words:
        return ()
    heard: list[str] = [""]
    for place, (word, behind_article) in enumerate(words):
        ways = _ways(word, behind_article=behind_article, first=place == 0, last=place == len(words) - 1)
        heard = [_join(before, way) for before in heard for way in ways][:READINGS]
    arabic = any(map(is_arabic, part[:LONGEST_NAME]))
    return tuple(dict.fromkeys(Sounds(sounds[:LONGEST], arabic) for sounds in heard if sounds))


@lru_cache(maxsize=262144)
def hear_shortened(part: str) -> tuple[Sounds, ...]:
    """Return how the bearer of a compound is called for short: قادر for عبد القادر, سراج for سراج الدين."""
    shortened: list[Sounds] = []
    for phonemes, arabic in hear(part):
        servant = "Ebd" if arabic else SERVANT
        if phonemes.endswith(("dyn", "dIn")) and len(phonemes) > 5:
            shortened.append(Sounds(phonemes[:-3], arabic))
        elif phonemes.startswith(servant) and len(phonemes) > len(servant) + 2:
            shortened.append(Sounds(phonemes[len(servant) :], arabic))
    return tuple(shortened)


@lru_cache(maxsize=65536)
def is_fore_name(part: str) -> bool:
    """Say whether a name is often put before another and left out: محمد علي is often called علي.

    >>> is_fore_name("Mhd"), is_fore_name("Syed"), is_fore_name("محمود")
    (True, True, False)
    """
    if fold(part[:LONGEST_NAME]) in FORE_NAMES:
        return True
    return any(FORE_NAMES_HEARD.fullmatch(way.phonemes) for way in hear(part))


def _bare_words(part: str) -> list[tuple[str, bool]]:
    """Leave out articles and "son of", or keep them if nothing else is there; say what stood behind one."""
    words = words_of(part)
    kept: list[tuple[str, bool]] = []
    behind_article = False
    for place, (_, word) in enumerate(words):
        folded, last = fold(word), place == len(words) - 1
        follows = words[place + 1] if not last else ("", "")
        if not folded or (not last and folded in SON_OF):
            continue
        if not last and (folded in ARTICLES or _is_spoken_article(folded, follows, kept)):
            behind_article = True
            continue
        kept.append((word, behind_article))
        behind_article = False
    return kept


def _is_spoken_article(folded: str, follows: tuple[str, str], kept: list[tuple[str, bool]]) -> bool:
    """An article as it is spoken is known by what is behind it, or by "servant of" or "father of" before it."""
    joint, word = follows
    if is_spoken_before(folded, fold(word), joint):
        return True
    return folded in SUN_ARTICLES and bool(kept) and fold(kept[-1][0]) in SERVANT_OF | FATHER_OF


def _ways(word: str, *, behind_article: bool, first: bool, last: bool) -> list[str]:
    """Return how one word is heard where it stands among those of its part."""
    if any(map(is_arabic, word)):
        return _arabic_ways(word, fold(word).replace(" ", ""), first=first, last=last)
    glued = not behind_article
    ways: list[str] = []
    for spelled in dict.fromkeys((word, as_scanned(word))):
        folded = fold(spelled_out(spelled)).replace(" ", "")
        ways = _turn_about(ways, _latin_ways(folded, spelled, first=first, last=last, glued=glued))
    return [sounds for sounds in ways if sounds]


def _arabic_ways(word: str, folded: str, *, first: bool, last: bool) -> list[str]:
    if folded in SECOND_WORDS:
        return ["^l@" if first else "dIn" if folded == "الدين" else "l@"]
    if first and not last and folded in FATHER_OF | OWNER_OF:
        return [ARABIC_FATHER if folded in FATHER_OF else ARABIC_OWNER]
    if glued := _arabic_compound(folded):
        return glued
    word = turned_back(word)
    has_article = folded.startswith("ال") and (len(folded) > 4 or not first) and folded not in NOT_AN_ARTICLE
    bare = word[word.index("ل") + 1 :] if has_article else word
    if not last:
        return _arabic_stems(bare)
    # An alef with its hamza is no article's (أليكس), or is one that was written carelessly (ألحسن).
    ways = [word, bare] if has_article and word[0] in "أإ" else [bare]
    if folded.startswith("بن") and len(folded) > 4 and folded not in NOT_A_SON:
        ways.append(word[word.index("ن") + 1 :])
    return [sounds_of(reading).phonemes for way in ways for reading in arabic_readings(way)]


def _arabic_compound(folded: str) -> list[str]:
    """Return how two words that are written as one are heard, such as عبدالرحمن; nothing if it is one word."""
    for start, heard in GLUED_ARABIC:
        if folded.startswith(start) and len(folded) > len(start) + 2:
            return [heard + ("l@" if folded == "عبدالله" else sounds_of(folded[len(start) :]).phonemes)]
    if len(folded) > 5 and folded.endswith(("الدين", "الله")):
        stem = folded.removesuffix("الدين").removesuffix("الله")
        end = "dIn" if folded.endswith("الدين") else "l@"
        return [_join(before, end) for before in _arabic_stems(stem)]
    return []


def _arabic_stems(word: str) -> list[str]:
    """Return the sounds of a first word before its second: its closing ة is a t there (هبة الله)."""
    sounds = sounds_of(word).phonemes
    if not sounds.endswith("@"):
        return [sounds]
    return [sounds[:-1] + closing for closing in (("t",) if word.endswith("ة") else ("h", "t"))]


def _latin_ways(folded: str, word: str, *, first: bool, last: bool, glued: bool) -> list[str]:
    if first and folded in SERVANT_OF:
        return [SERVANT]
    if first and not last and folded in FATHER_OF | OWNER_OF:
        return [FATHER if folded in FATHER_OF else OWNER]
    if folded in SECOND_WORDS and not first:
        return [HEARD_ALLAH if folded in ENDS_OF_GOD or folded == "lillah" else HEARD_DIN]
    for endings, heard in ((DIN_ENDINGS, HEARD_DIN), (ALLAH_ENDINGS, HEARD_ALLAH)):
        ending = next((e for e in endings if folded.endswith(e) and len(folded) > len(e) + 1), "")
        if ending:
            stem = folded.removesuffix(ending)
            stem = STEMS_OF_DIN.get(stem, stem) if heard == HEARD_DIN else stem
            return [_join(sounds, heard) for sounds in _stems(stem)]
    if servant := GLUED_SERVANT.fullmatch(folded):
        article, rest = servant.groups()
        ways = [rest, article + rest] if article and rest[0] in "aeiou" else [rest]
        return [SERVANT + sounds for way in ways for sounds in _with_other_readings(way)]
    if not last:
        return _stems(latin_letters(word))
    plain = _with_other_readings(latin_letters(word))
    return _whole_or_glued(folded, plain) if glued else plain


def _whole_or_glued(folded: str, plain: list[str]) -> list[str]:
    """Return a word as it stands, and without the article, "son of" or "father of" that is glued to it."""
    if folded not in NOT_AN_ARTICLE and (glued := GLUED_ARTICLE.fullmatch(folded)):
        return _turn_about(_with_other_readings(glued.group(1)), plain)
    if folded not in NOT_AN_ARTICLE and (glued := GLUED_BEFORE_VOWEL.fullmatch(folded)):
        return _turn_about(plain, _with_other_readings(glued.group(1)))
    if folded not in NOT_AN_ARTICLE and (glued := GLUED_SUN_ARTICLE.fullmatch(folded)):
        return _turn_about(plain, _with_other_readings(glued.group(2)))
    if folded not in NOT_A_SON and (glued := GLUED_SON.fullmatch(folded)):
        return _turn_about(plain, _with_other_readings(glued.group(1)))
    if glued := GLUED_FATHER.fullmatch(folded):
        return [FATHER + sounds for sounds in _with_other_readings(glued.group(1))]
    return plain


def _with_other_readings(letters: str) -> list[str]:
    return [latin_sounds(reading) for reading in (letters, *other_readings(letters))]


def _turn_about(ours: list[str], others: list[str]) -> list[str]:
    """Take one of each in turn, so that none crowds out the others."""
    most = max(len(ours), len(others))
    return list(chain.from_iterable((*ours[n : n + 1], *others[n : n + 1]) for n in range(most)))


def _stems(letters: str) -> list[str]:
    """Return the sounds of a first word before its second, where nothing closes it."""
    if letters in SERVANT_OF:
        return [SERVANT]
    return [latin_sounds(reading, closed=False) for reading in (letters, *other_readings(letters))]


def _join(before: str, after: str) -> str:
    """Before Allah a vowel is lost, and of two l that meet one is heard."""
    if after not in {HEARD_ALLAH, "l@"}:
        return before + after
    stem = before.rstrip("aA") if len(before) > 2 else before
    return stem.removesuffix("l") + after
