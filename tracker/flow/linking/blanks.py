"""Names that a list gives without their blanks, read as the parts that people and records here bear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2

from tracker.flow.linking.house import House
from tracker.models import KnownPart
from tracker.names import Name, fold, index_keys, keyed_units, lines_apart, read_name
from tracker.names.closest import LONGEST
from tracker.names.normalise import LONGEST_NAME
from tracker.names.run_together import HELD
from tracker.names.undotted import in_shapes

SHORTEST_TOGETHER = 6
"""Letters from which on a part that nobody here is known to bear may be several."""
ENOUGH_PARTS = 3
"""Parts from which on a name is found and told apart by those that stand there, whatever two of them are.

Where those were taken apart as well, in 80,000 records that have their blanks, three more of 7,220 brothers were
taken for each other.
"""
LONGEST_PART = 11
"""Letters of a part up to which it stays one where somebody bears it; a longer one may have come in glued."""
FEWEST_BEARERS = 3
"""Names of one chunk that bear a part, so that it is taken for one: two may be one man's, both run together."""

Units = Mapping[Name, Sequence[str]]
"""The parts of names as their letters stand."""


def read_apart(names: Iterable[Name]) -> dict[Name, list[Name]]:
    """Return what names may be whose blanks were lost, of those that have a part which nobody bears.

    Known is what those bear who were keyed before, people or records, and what several of these names bear.

    Among 3,000 people, 2 of 100 Arabic records without any blank were offered to whom they are about where nobody
    thought of it, 94 with it, and 87 where the list was keyed before the people came.
    """
    units = {name: list(map(_as_it_stands, keyed_units(name))) for name in names}
    few = {name: parts for name, parts in units.items() if len(parts) < ENOUGH_PARTS}
    borne = _borne(units)
    strange = _strange_parts(few, borne)
    glued = [
        name for name, parts in few.items() if strange.intersection(parts) and _is_told_by_its_line(name)
    ]
    if not glued:
        return {}
    bits = {part: -log2(count / len(units)) for part, count in borne.items()}
    bits |= _bits({piece for name in glued for part in few[name] for piece in _pieces(part)} - strange)
    apart = {name: _readings(name, lines_apart(name.written, bits.get, HELD)) for name in glued}
    return {name: readings for name, readings in apart.items() if readings}


def _as_it_stands(unit: str) -> str:
    """Return the letters of a part as `undotted` does, and all of them."""
    return in_shapes(fold(unit[:LONGEST_NAME]).replace(" ", ""))


def _is_told_by_its_line(name: Name) -> bool:
    """Whether no column told more of a name than its line does: what the columns say must not be lost."""
    read = read_name(name.written)
    return (read.parts(), read.nickname) == (name.parts(), name.nickname)


def _readings(name: Name, lines: Iterable[str]) -> list[Name]:
    """Return lines as names that are found by other keys than the name is: عبد اللطيف is عبداللطيف."""
    keys = index_keys(name)
    return [reading for reading in map(read_name, lines) if index_keys(reading) != keys]


def _strange_parts(units: Units, borne: Iterable[str]) -> set[str]:
    """Return the parts that may be several: nobody here bears them, or they are too long to tell."""
    long = {part for parts in units.values() for part in parts if len(part) >= SHORTEST_TOGETHER}
    short = {part for part in long if len(part) <= LONGEST_PART}
    known = KnownPart.objects.filter(written__among=short).values_list("written", flat=True)
    return long.difference(known, borne)


def _pieces(part: str) -> Iterator[str]:
    for end in range(1, len(part) + 1):
        yield from (part[begin:end] for begin in range(max(end - LONGEST, 0), end))


def _borne(units: Units) -> dict[str, int]:
    """Return what several names bear, with how many they are."""
    bearers = Counter(part for parts in units.values() for part in set(parts))
    return {part: count for part, count in bearers.items() if count >= FEWEST_BEARERS}


def _bits(pieces: Iterable[str]) -> dict[str, float]:
    """Return what each piece tells, in bits, that is a part of somebody's name here."""
    known = KnownPart.objects.filter(written__among=pieces).values_list("written", "key")
    share_of_names = House.now().engine.frequencies.share_of_names
    shares: dict[str, float] = {}
    for written, key in known:
        shares[written] = max(shares.get(written, 0.0), share_of_names(key))
    return {written: -log2(share) for written, share in shares.items()}
