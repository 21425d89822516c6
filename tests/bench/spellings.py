"""Real spellings of names where this machine has them, and the gallery that they are looked for in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from random import Random

from tests.bench.damage import KINDS, Damage, is_arabic
from tests.bench.invented import ARABIC_SHARE, invented_names
from tracker.management.measuring.search_lists import Entry, Query, read_gallery, read_queries

ROOT = Path(__file__).resolve().parents[2]
REAL = Path(os.environ.get("ATHAR_REAL_NAMES", ROOT.parent / "shared" / "data" / "names"))
"""A folder with gallery.tsv (id, name) and queries.tsv (track, id, query)."""

# Words that are no name by themselves: they stay with the one behind them.
LEADING = frozenset({
    "abd", "abdul", "abdel", "abdal", "abu", "abou", "umm", "um", "al", "el", "ad", "an", "ar", "as", "ash",
    "at", "az", "bin", "ben", "ibn", "bint", "de", "van", "عبد", "أبو", "ابو", "أم", "بن", "ابن", "بنت", "ال",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spellings:
    """Names to be found, and other spellings of them."""

    entries: list[Entry]
    queries: list[Query]
    are_real: bool


def spellings() -> Spellings:
    """Return the real spellings, or generated ones where there are none."""
    if (REAL / "gallery.tsv").is_file() and (REAL / "queries.tsv").is_file():
        return Spellings(list(read_gallery(REAL / "gallery.tsv")), read_queries(REAL / "queries.tsv"), True)
    return generated(6_000)


def generated(count: int) -> Spellings:
    """Return invented names in one writing, to be found by the other one, or by another hand."""
    luck = Random(101)
    entries, queries = [], []
    for number, name in enumerate(islice(invented_names(102), count)):
        written = name.written(luck)
        entries.append(Entry("generated", f"g{number}", written))
        if is_arabic(written):
            queries.append(Query("generated>ar", f"g{number}", name.latin()))
        else:
            queries.append(Query("generated>lat", f"g{number}", another_hand(written)))
    return Spellings(entries, queries, False)


def another_hand(latin: str) -> str:
    """Write a Latin name as a Frenchman would hear it."""
    for here, there in (("sh", "ch"), ("ou", "u"), ("kh", "k"), ("al-", "el "), ("ss", "s"), ("y", "i")):
        latin = latin.replace(here, there)
    return latin


def padded(entries: Sequence[Entry], size: int) -> list[Entry]:
    """Return a gallery of this size: the given names, then namesakes and strangers in equal numbers.

    A namesake is put together from parts of the given names, so that for each query there are others who share
    its parts; a stranger is invented. None of them has a name of the given ones.
    """
    taken = {_bare(entry.name) for entry in entries}
    luck = Random(103)
    kinds = (_namesakes(entries, Random(104)), (name.written(luck) for name in invented_names(105)))
    gallery = list(entries)
    turn = 0
    while len(gallery) < size:
        name = next(kinds[turn % 2])
        turn += 1
        if _bare(name) not in taken:
            gallery.append(Entry("padding", f"padding{len(gallery)}", name))
    return gallery[: max(size, len(entries))]


def _namesakes(entries: Sequence[Entry], luck: Random) -> Iterator[str]:
    names = [parts for entry in entries if 2 <= len(parts := parts_of(entry.name)) <= 5]
    by_script = {arabic: [n for n in names if is_arabic(n[0]) is arabic] for arabic in (True, False)}
    while True:
        others = by_script[luck.random() < ARABIC_SHARE] or names
        pattern = luck.choice(others)
        last = len(pattern) - 1
        # Given names come from given names and families from families.
        chosen = [luck.choice(others)[-1 if place == last else 0] for place in range(last + 1)]
        yield " ".join(chosen)


def parts_of(name: str) -> list[str]:
    """Return the parts of a name, each with the small word that leads it."""
    parts: list[str] = []
    waiting = ""
    for word in name.replace(",", " ").split():
        waiting = f"{waiting} {word}".strip()
        if word.casefold().strip("-'") not in LEADING:
            parts.append(waiting)
            waiting = ""
    return [*parts, waiting] if waiting else parts


def damaged(entries: Sequence[Entry], each: int, kinds: Mapping[str, Damage] = KINDS) -> list[Query]:
    """Return so many damaged spellings of each kind, of names of two parts and more."""
    luck = Random(106)
    candidates = [entry for entry in entries if len(parts_of(entry.name)) >= 2]
    queries: list[Query] = []
    for kind, damage in kinds.items():
        whole = iter(luck.sample(candidates, len(candidates)))
        spoilt = ((entry, damage(entry.name, luck)) for entry in whole)
        told = (Query(kind, e.person, text) for e, text in spoilt if text and _bare(text) != _bare(e.name))
        queries += islice(told, each)
    return queries


def damaged_again(queries: Sequence[Query], each: int) -> list[Query]:
    """Return damaged spellings of what are other spellings already, and often in the other writing."""
    entries = [Entry(query.track, query.person, query.text) for query in queries]
    return [replace(query, track=f"respelled, {query.track}") for query in damaged(entries, each)]


def _bare(name: str) -> str:
    return " ".join(sorted(name.casefold().replace("-", " ").split()))
