"""The keys by which names meet before anything is compared: consonants, the same for both writings.

A name is found by any two of its parts that agree, in any order, or by one part that is not a common one.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice, pairwise, product, zip_longest

from .common_names import COMMON_NAMES
from .hearing import hear, hear_shortened
from .normalise import LONGEST_NAME, fold
from .phonemes import Sounds
from .reading import Name, units_of

KEY_RULES = 10
"""By which rules names become keys. Raise it when they change, with a migration that notes everybody as unkeyed
(0007 to 0016): the worker then keys everybody anew, and writes anew what strangers can find."""
SHORT = 2
"""Parts of a name that is stored as a whole, too."""
MOST_UNITS = 8
"""Parts of one name that have keys."""
VARIANTS = 4
"""How many keys one part may have: each sound that the writings disagree on doubles them. Where it stands twice
it is the same letter twice, as one hand writes it: Gergis is جرجس."""

# Sound → the letters it may be in a key. Sounds not named are their own letter; vowels leave no letter.
KEY_LETTERS: tuple[tuple[str, str], ...] = (
    ("p", "b"), ("W", "t"), ("T", "tsd"), ("J", "zj"), ("B", "td"), ("c", "cj"), ("H", "h"), ("X", "s"),
    ("S", "c"), ("C", "cxhk"),
    ("D", "dz"), ("Y", "dz"), ("Z", "zd"), ("G", "g"), ("g", "gkj"), ("v", "f-"), ("q", "k"),
    *((vowel, "") for vowel in "aeiouAIUVMOwy^@%#'EQ"),
)  # fmt: skip
LETTERS = dict(KEY_LETTERS)
LATIN_LETTERS = LETTERS | {"G": "gk"}
"""Persian habit writes ق as "gh": Ghassem."""
AT_THE_OPENING = {"v": "f"}
LATIN_AT_THE_OPENING = AT_THE_OPENING | {"h": "hx", "s": "sz"}
"""Turkish habit opens with an h what is خ: Hatib, Huri; German habit with an s what is ز: Soubi, Sahra."""
OPENING_VOWELS = frozenset("^E'aeiouAIM")
OPENING = "^"
"""Stands for the first sound where it is written otherwise than the same sound later."""


@lru_cache(maxsize=262144)
def part_keys(part: str) -> tuple[str, ...]:
    """Return the consonant keys of one part of a name, the likeliest first.

    >>> part_keys("البقاعي"), part_keys("Beqai"), part_keys("علي")
    (('bk',), ('bk',), ('al',))
    """
    heard = hear(part)
    if not heard:
        folded = fold(part[:LONGEST_NAME]).replace(" ", "")[:24]
        return (folded.encode().hex()[:24],) if folded else ()
    # One of each way of hearing it in turn, so that none crowds out the others.
    in_turn = zip_longest(*map(skeletons, heard))
    return tuple(dict.fromkeys(key for keys in in_turn for key in keys if key is not None))[:VARIANTS]


@lru_cache(maxsize=262144)
def short_keys(part: str) -> tuple[str, ...]:
    """Return the keys of what the bearer of a compound is called for short; nothing where there is no such name.

    >>> short_keys("عبد القادر"), short_keys("Nasruddin"), short_keys("قادر")
    (('kdr',), ('nsr',), ())
    """
    short = hear_shortened(part)[:1]
    return tuple(dict.fromkeys(key for sounds in short for key in skeletons(sounds)))[:VARIANTS]


@lru_cache(maxsize=262144)
def all_keys(part: str) -> tuple[str, ...]:
    """Return the keys by which the bearers of a part are found, its own first: also by its short form.

    >>> all_keys("عبد القادر")
    ('bdkdr', 'kdr')
    """
    return tuple(dict.fromkeys((*part_keys(part), *short_keys(part))))


def skeletons(sounds: Sounds) -> list[str]:
    """Return the consonants of a word in every way they may have been meant."""
    phonemes = sounds.phonemes
    if not phonemes:
        return []
    opening = _opening(phonemes, arabic=sounds.arabic)
    table, at_the_opening = (
        (LETTERS, AT_THE_OPENING) if sounds.arabic else (LATIN_LETTERS, LATIN_AT_THE_OPENING)
    )
    consonants = [sound for sound in phonemes if table.get(sound, sound)]
    choices = {sound: table.get(sound, sound) for sound in consonants}
    if phonemes[0] in at_the_opening:
        opening, consonants[0] = "", OPENING
        choices[OPENING] = at_the_opening[phonemes[0]]
    open_letter = opening if opening in {"w", "y"} or (opening and len(consonants) <= 2) else ""
    endings = [""]
    if len(consonants) > 1 and phonemes[-1] in "HhX" and choices[consonants[-1]] == "h":
        endings, consonants = ["h", ""], consonants[:-1]
    elif phonemes[-1] == "#" and consonants:
        endings = ["", "h"]
    elif phonemes.endswith("A@") and consonants:  # it is spoken as a t behind a long a: نجاة is Najat
        endings = ["", "t"]
    different = list(dict.fromkeys(consonants))
    hands = islice(_hands([choices[c] for c in different]), VARIANTS)
    meant = (dict(zip(different, hand, strict=True)) for hand in hands)
    bodies = ("".join(letter_of[c] for c in consonants).replace("-", "") for letter_of in meant)
    return [open_letter + body + end for body in bodies for end in endings]


def _hands(choices: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a letter of each choice in every way, the likeliest first: that with the fewest meant otherwise.

    >>> list(_hands(["f-", "n", "cxh"]))[:4]
    [('f', 'n', 'c'), ('-', 'n', 'c'), ('f', 'n', 'x'), ('f', 'n', 'h')]
    """
    others = sorted((rank, place) for place, letters in enumerate(choices) for rank in range(1, len(letters)))
    for changed in range(len(choices) + 1):
        for chosen in combinations(others, changed):
            rank_at = {place: rank for rank, place in chosen}
            if len(rank_at) == changed:
                yield tuple(letters[rank_at.get(place, 0)] for place, letters in enumerate(choices))


def _opening(phonemes: str, *, arabic: bool) -> str:
    first, second = phonemes[0], phonemes[1:2]
    if first == "w" or (first == "U" and arabic) or (first == "V" and second in set("aeiA")):
        return "w"
    if first == "y" or (first == "I" and arabic):
        return "y"
    return "a" if first in OPENING_VOWELS | {"V", "U"} else ""


def name_keys(name: Name) -> frozenset[str]:
    """Return what a name is looked up by: every pair of its parts, and the parts that are not common.

    >>> from .reading import read_name
    >>> sorted(name_keys(read_name("Ahmed Beqai"))) == sorted(name_keys(read_name("أحمد البقاعي")))
    True
    """
    parts = keyed_parts(name)
    keys = {key for group in parts for key in group if key not in COMMON_KEYS}
    keys |= {key for pair in pairwise(parts) for key in glued(pair)}
    for left, right in combinations(parts, 2):
        keys |= set(map(pair_key, product(left, right)))
    if not keys:
        keys = {key for group in parts for key in group}
    return frozenset(keys)


def pair_key(keys: Sequence[str]) -> str:
    """Return the key of two parts together, in either order.

    >>> pair_key(["hmd", "bk"])
    'bk.hmd'
    """
    return ".".join(sorted(keys))


def whole_key(parts: Sequence[str]) -> str:
    """Return the key of names that have these parts and no other.

    >>> whole_key(["hmd", "bk"])
    '=bk.hmd'
    """
    return "=" + pair_key(parts)


def index_keys(name: Name) -> frozenset[str]:
    """Return what a name is stored under: its keys, and also its common parts each alone.

    So that "Mahmoud" alone finds every Mahmoud, while "Mahmoud Ahmad al-Baridi" need not read them all. A name of
    one part or two is also stored as one that has no more.
    """
    parts = keyed_parts(name)
    keys = name_keys(name) | {key for group in parts for key in group}
    if 0 < len(parts) <= SHORT:
        keys |= {whole_key(chosen) for chosen in product(*parts)}
    return keys


def keyed_parts(name: Name) -> list[tuple[str, ...]]:
    """Return the keys of each part of a name; of a nickname where nothing else is known.

    Whoever bears a compound is found by its short form too: عبد القادر السيد by "Kader Sayed".
    """
    return list(map(all_keys, keyed_units(name)))


def keyed_units(name: Name) -> list[str]:
    """Return the parts of a name that have keys, in their order."""
    units = [unit for _, part in name.parts() for unit in units_of(part)]
    if not units and name.nickname:
        units = [name.nickname]
    return [unit for unit in units if part_keys(unit)][:MOST_UNITS]


def glued(pair: tuple[tuple[str, ...], tuple[str, ...]]) -> set[str]:
    """Return the keys of two neighbours that another hand may have written as one word: ظاهرعويس."""
    left, right = pair
    rests = [key[1:] if len(key) > 1 and key[0] in "awy" else key for key in right]
    return {before + rest for before, rest in islice(product(left, rests), VARIANTS)}


COMMON_KEYS: frozenset[str] = frozenset(key for name in COMMON_NAMES for key in part_keys(name))
"""Keys that one given name in every fifty or so shares; alone they tell nothing."""
