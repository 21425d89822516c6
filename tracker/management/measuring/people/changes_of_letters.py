"""How a name that was spelled well is spoilt: by habit, by hurry, by a bad copy."""

from __future__ import annotations

from .draft import FAMILY, Change, Draft
from .luck import Dice

# Letters that differ by their dots alone.
DOTTED_ALIKE = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق")
# What a scanner takes one letter for.
SCANNED_ARABIC = {
    "ر": "ود", "و": "رف", "د": "ر", "ه": "مة", "م": "ه", "ك": "ل", "ل": "اك", "ا": "ل", "ي": "ى", "ن": "ز",
    "س": "ن", "ع": "ء", "ف": "ة", "ح": "خ",
}  # fmt: skip
SCANNED_LATIN = {
    "i": "l1", "l": "i1", "e": "c", "c": "eo", "h": "bn", "b": "h", "n": "ur", "u": "n", "a": "o", "o": "a0",
    "m": "n", "s": "5", "r": "n", "f": "t", "t": "f",
}  # fmt: skip
ARABIC_ALPHABET = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LATIN_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# Letters that never join the next one: a blank slips in behind them unseen.
UNJOINED = frozenset("ادذرزو")
LAZY_HAMZA = str.maketrans("أإآؤئ", "ااايي")
LAZY_TA = str.maketrans("ة", "ه")
LAZY_YA = (str.maketrans("ى", "ي"), str.maketrans("ي", "ى"))
SHORTEST = 3
"""A name of fewer letters is left alone: what would remain is no name."""


def write_lazily(draft: Draft, dice: Dice) -> bool:
    """Leave out hamza, dots of the ta marbuta, or confuse final ya with alef maqsura, throughout the line."""
    if draft.script != "arabic":
        return False
    before = list(draft.texts)
    if dice.random() < 0.8:
        draft.texts = [text.translate(LAZY_HAMZA) for text in draft.texts]
    if dice.random() < 0.5:
        draft.texts = [text.translate(LAZY_TA) for text in draft.texts]
    if dice.random() < 0.3:
        table = dice.of(LAZY_YA)
        draft.texts = [text[:-1] + text[-1:].translate(table) for text in draft.texts]
    return draft.texts != before


def drop_article(draft: Draft, _dice: Dice) -> bool:
    """البقاعي becomes بقاعي, "al-Beqai" Beqai."""
    article, rest = _article(draft)
    if not article:
        return False
    draft.texts[FAMILY] = rest[:1].upper() + rest[1:]
    return True


def move_article(draft: Draft, _dice: Dice) -> bool:
    """Glue the article to its name in Latin letters ("Albeqai"), part the two in Arabic (ال بقاعي)."""
    article, rest = _article(draft)
    if not article:
        return False
    draft.texts[FAMILY] = f"{article} {rest}" if draft.script == "arabic" else article + rest.lower()
    return True


def _article(draft: Draft) -> tuple[str, str]:
    text = draft.texts[FAMILY]
    if draft.script == "arabic":
        return ("ال", text[2:]) if text.startswith("ال") and len(text) > 4 else ("", text)
    head, _, rest = text.replace(" ", "-", 1).partition("-")
    return (head, rest) if rest and len(head) == 2 else ("", text)


def glue_compound(draft: Draft, dice: Dice) -> bool:
    """عبد الرحمن becomes عبدالرحمن; ظاهر عويس may be glued as well."""
    parted = [place for place, text in enumerate(draft.texts) if " " in text]
    if not parted:
        return False
    place = dice.of(parted)
    first, *others = draft.texts[place].replace("-", " ").split(" ")
    draft.texts[place] = first + "".join(other.lower() for other in others)
    return True


def split_name(draft: Draft, dice: Dice) -> bool:
    """A blank slips into a name: "Abdul Rahman", عبد الر حمن."""
    place = _some_text(draft, dice, shortest=6)
    text = draft.texts[place]
    cuts = (
        [n for n in range(2, len(text) - 2) if text[n - 1] in UNJOINED]
        if draft.script == "arabic"
        else [4, 5]
    )
    cuts = [n for n in cuts if " " not in text[n - 2 : n + 2]]
    if len(text) < 6 or not cuts:
        return False
    cut = dice.of(cuts)
    draft.texts[place] = f"{text[:cut]} {text[cut:]}"
    return True


def confuse_dots(draft: Draft, dice: Dice) -> bool:
    """ب for ت, ح for خ: a dot was lost or misread."""
    return draft.script == "arabic" and _replace_one(draft, dice, DOTS)


def misread_scan(draft: Draft, dice: Dice) -> bool:
    """A machine read one letter for another."""
    return _replace_one(draft, dice, SCANNED_ARABIC if draft.script == "arabic" else SCANNED_LATIN)


def _replace_one(draft: Draft, dice: Dice, table: dict[str, str]) -> bool:
    place = _some_text(draft, dice, shortest=SHORTEST)
    text = draft.texts[place]
    spots = [n for n, letter in enumerate(text) if letter in table]
    if len(text) < SHORTEST or not spots:
        return False
    spot = dice.of(spots)
    draft.texts[place] = text[:spot] + dice.of(table[text[spot]]) + text[spot + 1 :]
    return True


def mistype_once(draft: Draft, dice: Dice) -> bool:
    """One letter too many, too few, wrong, or two exchanged."""
    place = _some_text(draft, dice, shortest=SHORTEST)
    text = draft.texts[place]
    if len(text) < SHORTEST:
        return False
    spot = dice.within(1, len(text) - 1)
    letter = dice.of(ARABIC_ALPHABET if draft.script == "arabic" else LATIN_ALPHABET)
    before, here, after = text[:spot], text[spot], text[spot + 1 :]
    exchanged = before[:-1] + here + before[-1] + after
    slips = (before + after, before + letter + after, before + letter + here + after, exchanged)
    draft.texts[place] = dice.of(slips)
    return draft.texts[place] != text


def mistype_twice(draft: Draft, dice: Dice) -> bool:
    """Two such slips in one line."""
    once = mistype_once(draft, dice)
    return mistype_once(draft, dice) and once


def _some_text(draft: Draft, dice: Dice, *, shortest: int) -> int:
    return dice.of([n for n, text in enumerate(draft.texts) if len(text) >= shortest] or [FAMILY])


DOTS = {letter: group.replace(letter, "") for group in DOTTED_ALIKE for letter in group}

CHANGES_OF_LETTERS: tuple[Change, ...] = (
    Change("hamza, ta marbuta or ya", 0.50, 0.25, write_lazily),
    Change("article dropped", 0.08, 0.04, drop_article),
    Change("article glued or parted", 0.05, 0.02, move_article),
    Change("compound glued", 0.30, 0.15, glue_compound),
    Change("name split", 0.02, 0.005, split_name),
    Change("dots confused", 0.04, 0.003, confuse_dots),
    Change("scan misread", 0.03, 0.0, misread_scan),
    Change("one slip", 0.06, 0.015, mistype_once),
    Change("two slips", 0.015, 0.002, mistype_twice),
)
