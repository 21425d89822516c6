"""Names that a list gives without their blanks, read as the parts that people and records here bear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2

from tracker.flow.linking.house import House
from tracker.models import KnownPart
from tracker.names import Name, keyed_units, lines_apart, read_name, undotted
from tracker.names.closest import LONGEST
from tracker.names.run_together import HELD

SHORTEST_TOGETHER = 6
"""Letters from which on a part that nobody here is known to bear may be several."""
ENOUGH_PARTS = 3
"""Parts from which on a name is found and told apart by those that stand there, whatever two of them are.

Of 80,000 records that have their blanks, two were linked with somebody else where those were taken apart as well.
"""
FEWEST_BEARERS = 3
"""Names of one chunk that bear a part, so that it is taken for one: two may be one man's, both run together."""

Units = Mapping[Name, Sequence[str]]
"""The parts of names as their letters stand (`undotted`)."""


def read_apart(names: Iterable[Name]) -> dict[Name, list[Name]]:
    """Return what names may be whose blanks were lost, of those that have a part which nobody bears.

    Known is what those bear who were keyed before, people or records, and what several of these names bear.

    Among 3,000 people, 2 of 100 Arabic records without any blank were offered to whom they are about where nobody
    thought of it, 94 with it, and 87 where the list was keyed before the people came.
    """
    units = {name: list(map(undotted, keyed_units(name))) for name in names}
    pieces = _pieces_of_strange_parts(units)
    if not pieces:
        return {}
    bits = _bits(units, set().union(*pieces.values()))
    apart = {name: lines_apart(name.written, bits.get, HELD) for name in pieces}
    return {name: list(map(read_name, lines)) for name, lines in apart.items() if lines}


def _pieces_of_strange_parts(units: Units) -> dict[Name, list[str]]:
    """Return the names with parts that may be several, with all that these may be made of."""
    few = {name: parts for name, parts in units.items() if len(parts) < ENOUGH_PARTS}
    long = {part for parts in few.values() for part in parts if len(part) >= SHORTEST_TOGETHER}
    known = KnownPart.objects.filter(written__among=long).values_list("written", flat=True)
    strange = long.difference(known, _borne(units))
    pieces = {
        name: [piece for part in strange.intersection(parts) for piece in _pieces(part)]
        for name, parts in few.items()
    }
    return {name: some for name, some in pieces.items() if some}


def _pieces(part: str) -> Iterator[str]:
    for end in range(1, len(part) + 1):
        yield from (part[begin:end] for begin in range(max(end - LONGEST, 0), end))


def _borne(units: Units) -> dict[str, int]:
    """Return what several names bear, with how many they are."""
    bearers = Counter(part for parts in units.values() for part in set(parts))
    return {part: count for part, count in bearers.items() if count >= FEWEST_BEARERS}


def _bits(units: Units, pieces: Iterable[str]) -> dict[str, float]:
    """Return what each piece tells that is a part, in bits: by who is held, or by these names alone."""
    bits = {part: -log2(count / len(units)) for part, count in _borne(units).items()}
    known = KnownPart.objects.filter(written__among=pieces).values_list("written", "key")
    share_of_names = House.now().engine.frequencies.share_of_names
    shares: dict[str, float] = {}
    for written, key in known:
        shares[written] = max(shares.get(written, 0.0), share_of_names(key))
    return bits | {written: -log2(share) for written, share in shares.items()}
