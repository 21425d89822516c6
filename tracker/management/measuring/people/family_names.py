"""Some thousands of family names, built from stems: a few that many bear, and a long tail that few do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .family_roots import (
    ARMENIAN_STEMS,
    CHRISTIAN,
    FREQUENT,
    KUNYA_NOUNS,
    KURDISH_ENDS,
    KURDISH_STEMS,
    NISBA_STEMS,
    PATTERNS,
    ROOTS,
    SERVANT_NOUNS,
    TRADES,
)
from .given_names import COMMON_MEN, OTHER_MEN
from .luck import Dice, Lot
from .sounds import Word, words_from

ORDER_SEED = 2011
"""The order of the tail, and so who is rarer than whom, is the same in every population."""
ROOT_LETTERS = "btjHxdrzs$SDT3gfqklmnhw"
INVENTED_ROOTS = 500
"""Roots that need not mean anything: with those that do, enough for some five thousand names."""
HEAD = 12
"""Ranks that are about as common as each other (Mandelbrot's correction of Zipf's law)."""
FALL = 0.85
"""How fast the rest fall off: the commonest name is then borne by about one man in a hundred."""
# How large each community is, by names: rough shares that only serve to mix the kinds of names.
COMMUNITIES: tuple[tuple[str, float], ...] = (
    ("", 0.86), ("kurdish", 0.08), ("christian", 0.05), ("armenian", 0.01),
)  # fmt: skip


def _nisbas() -> Iterator[Word]:
    for stem in words_from(NISBA_STEMS):
        yield Word(stem.arabic + "ي", stem.sound + "I")


def _of_roots(dice: Dice) -> Iterator[str]:
    """Few of the patterns for each root: with all of them, every name would have twenty that sound like it."""
    for root in ROOTS.split():
        yield from _of_root(root, dice.sample(PATTERNS, 9))
    for _ in range(INVENTED_ROOTS):
        yield from _of_root(dice.sample(ROOT_LETTERS, 3), dice.sample(PATTERNS, 5))


def _of_root(root: Sequence[str], patterns: Sequence[str]) -> Iterator[str]:
    first, second, third = root
    for pattern in patterns:
        yield pattern.replace("1", first).replace("2", second).replace("3", third)


def _of_forefathers() -> Iterator[Word]:
    entries = (entry.partition(":")[0] for entry in f"{COMMON_MEN} {OTHER_MEN}".split())
    for name in words_from(" ".join(entries)):
        if " " not in name.arabic:
            yield _with_article(name)
        yield name


def _with_article(name: Word) -> Word:
    return Word(f"ال{name.arabic}", f"al-{name.sound}")


def _compounds() -> Iterator[Word]:
    for noun in words_from(KUNYA_NOUNS):
        yield Word(f"أبو {noun.arabic}", f"'abU {noun.sound}")
        yield Word(f"آل {noun.arabic}", f"'Al {noun.sound}")
    for noun in words_from(SERVANT_NOUNS):
        yield Word(f"عبد ال{noun.arabic}", f"3abd al-{noun.sound}")
    for trade in words_from(TRADES)[:40]:
        yield Word(f"الحاج {trade.arabic}", f"al-HAjj {trade.sound}")


def _general() -> list[Word]:
    """The commonest first; with most names of the tail the article stands, with some it does not."""
    dice = Dice(ORDER_SEED)
    built = [*words_from(TRADES), *_nisbas(), *words_from(" ".join(_of_roots(dice)))]
    tail = [_with_article(name) if dice.random() < 0.65 else name for name in built]
    tail += [*_compounds(), *_of_forefathers()]
    dice.shuffle(tail)
    return [*words_from(FREQUENT), *tail]


def _kurdish() -> list[Word]:
    stems = words_from(KURDISH_STEMS)
    ends = words_from(" ".join(f"b{end}" for end in KURDISH_ENDS))
    return [Word(s.arabic + e.arabic[1:], s.sound + e.sound[1:]) for e in ends for s in stems]


def _armenian() -> list[Word]:
    return [Word(f"{stem.arabic}يان", f"{stem.sound}yAn") for stem in words_from(ARMENIAN_STEMS)]


def _christian() -> list[Word]:
    return [_with_article(n) if place % 2 else n for place, n in enumerate(words_from(CHRISTIAN))]


def _once(names: list[Word]) -> list[Word]:
    kept: dict[str, Word] = {}
    for name in names:
        kept.setdefault(name.arabic, name)
    return list(kept.values())


def _lot(names: list[Word]) -> Lot[Word]:
    return Lot((name, (rank + HEAD) ** -FALL) for rank, name in enumerate(_once(names)))


COMMUNITY_LOT: Lot[str] = Lot(COMMUNITIES)
FAMILY_NAMES: dict[str, Lot[Word]] = {
    "": _lot(_general()),
    "christian": _lot(_christian()),
    "kurdish": _lot(_kurdish()),
    "armenian": _lot(_armenian()),
}
