"""Names as they arrive from bad scans, tired clerks and memory: the same for the same seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

ARABIC_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"

# Letters of one shape, told apart by their dots alone.
SAME_BUT_FOR_DOTS = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "كگ")
DOTTED = {letter: group.replace(letter, "") for group in SAME_BUT_FOR_DOTS for letter in group}

# What a reader of scans takes for what, one or two letters at a time.
SEEN_IN_ARABIC = (
    ("ا", "ل"), ("ل", "ا"), ("م", "ه"), ("ه", "م"), ("ه", "ة"), ("ة", "ه"), ("و", "ر"), ("ر", "و"), ("د", "ر"),
    ("س", "ين"), ("ي", "ى"), ("ى", "ي"), ("ن", "ر"), ("ف", "غ"), ("ع", "غ"), ("ك", "ل"), ("لا", "ال"), ("ط", "ظ"),
    ("ح", "ج"), ("ق", "ف"), ("ب", "ت"), ("أ", "ا"), ("إ", "ا"), ("ص", "ض"),
)  # fmt: skip
SEEN_IN_LATIN = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("i", "l"), ("l", "i"), ("o", "0"), ("e", "c"), ("c", "e"), ("a", "o"),
    ("u", "v"), ("v", "u"), ("h", "b"), ("b", "h"), ("d", "cl"), ("cl", "d"), ("n", "u"), ("nn", "m"), ("s", "5"),
    ("g", "q"), ("q", "g"), ("t", "f"), ("f", "t"), ("y", "v"), ("w", "vv"), ("z", "2"),
)  # fmt: skip

SHORTEST_CUT, LONGEST_SHORT = 6, 9

Damage = Callable[[str, Random], str | None]
"""A damaged spelling; nothing when a name does not lend itself to this damage."""


def is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def two_typos(name: str, luck: Random) -> str | None:
    """Two slips of the hand: a letter lost, doubled, wrong, or changed with its neighbour."""
    for _ in range(2):
        name = _slip(name, luck)
    return name


def _slip(name: str, luck: Random) -> str:
    place = luck.choice([n for n, letter in enumerate(name) if letter.isalpha()])
    letter = luck.choice(ARABIC_LETTERS if is_arabic(name) else LATIN_LETTERS)
    before, here, after = name[:place], name[place], name[place + 1 :]
    kind = luck.choice(("lost", "added", "wrong", "changed round"))
    if kind == "changed round" and after[:1].isalpha():
        return before + after[0] + here + after[1:]
    return before + {"lost": "", "added": here + letter, "wrong": letter}.get(kind, letter) + after


def two_dot_confusions(name: str, luck: Random) -> str | None:
    """Two letters taken for others of their shape; Arabic script only."""
    places = [place for place, letter in enumerate(name) if letter in DOTTED]
    if len(places) < 2:
        return None
    letters = list(name)
    for place in luck.sample(places, 2):
        letters[place] = luck.choice(DOTTED[letters[place]])
    return "".join(letters)


def misread_scan(name: str, luck: Random) -> str | None:
    """Two shapes misread, and now and then a blank lost or seen where none is."""
    table = SEEN_IN_ARABIC if is_arabic(name) else SEEN_IN_LATIN
    for _ in range(2):
        lower = name.lower()
        found = [(n, seen) for seen in table for n in range(len(name)) if lower.startswith(seen[0], n)]
        if not found:
            return None
        place, (true, false) = luck.choice(found)
        name = name[:place] + false + name[place + len(true) :]
    if luck.random() < 0.3 and " " in name:
        words = name.split()
        joint = luck.randrange(len(words) - 1)
        words[joint : joint + 2] = [words[joint] + words[joint + 1]]
        name = " ".join(words)
    return name


def reordered_with_one_part_missing(name: str, luck: Random) -> str | None:
    """The parts in another order, and one of them not there; names of three words and more."""
    words = name.split()
    if len(words) < 3:
        return None
    del words[luck.randrange(len(words))]
    turned = words[1:] + words[:1] if luck.random() < 0.5 else luck.sample(words, len(words))
    return " ".join(turned)


def without_blanks(name: str, luck: Random) -> str | None:
    """All blanks lost, as text layers lose them."""
    return "".join(name.split())


def cut_off(name: str, luck: Random) -> str | None:
    """The last three letters of ten lost, as narrow columns lose them, or not typed yet; six at least remain."""
    kept = max(SHORTEST_CUT, len(name) * 7 // 10)
    return name[:kept] if len(name) > 2 * SHORTEST_CUT else None


def short_with_a_slip(name: str, luck: Random) -> str | None:
    """One slip of the hand in a name of nine letters at most."""
    return _slip(name, luck) if sum(map(str.isalpha, name)) <= LONGEST_SHORT else None


KINDS: dict[str, Damage] = {
    "two typos": two_typos,
    "two dot confusions": two_dot_confusions,
    "misread scan": misread_scan,
    "reordered, one part missing": reordered_with_one_part_missing,
}
OTHER_KINDS: dict[str, Damage] = {
    "all blanks lost": without_blanks,
    "end cut off": cut_off,
    "short, one slip": short_with_a_slip,
}
