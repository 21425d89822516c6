"""Whom a name is compared with: which keys are looked up, by how many bear them.

Two parts that agree are enough, in any spelling and order, unless thousands share these two: then a third that
agrees is asked for. What is left out in this way could not be told from thousands of others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, islice, pairwise, product
from math import prod
from operator import itemgetter
from typing import Any

from django.db import connection, transaction

from tracker.flow.linking.keys import number_keys
from tracker.flow.linking.profiles import Numbers
from tracker.matching import Frequencies
from tracker.matching.side import stable_number
from tracker.names import Name, asked_with_slips, glued, keyed_parts, pair_key, whole_key

Shared = tuple[str, float]
"""A key and about how many bear it."""

MANY, MANY_OF_TWO = 400, 2_000
"""Bearers, by our estimate, up to which a pair of parts is looked up; more where the name has no third."""
RARE = 100
"""Bearers up to which one part of a longer name alone is looked up."""
FEW = 200
"""Bearers of a pair up to which it is looked up where one of the two may have a slip,"""
MOST_WITH_SLIPS = 1_500
"""and of all such pairs together, those that the fewest bear first."""
SHORTEST = 2
MOST_SETS = 40
"""Sets of three parts that are tried where each two of them are shared by many."""


@dataclass(slots=True)
class Lookup:
    """Keys of which one is enough, and sets of keys that must all be there."""

    any_of: set[str] = field(default_factory=set)
    all_of: list[tuple[str, ...]] = field(default_factory=list)
    left_out: bool = False
    """Whether thousands who share something were not looked at."""

    def condition(self, keys: str) -> tuple[str, list[Any]]:
        """Return the SQL condition on a column of keys, with its values."""
        wanted = [f"{keys} && %s"] + [f"{keys} @> %s"] * len(self.all_of)
        values = [
            sorted(map(stable_number, self.any_of)),
            *([*map(stable_number, keys)] for keys in self.all_of),
        ]
        return f"({' OR '.join(wanted)})", values


def lookup(
    names: Iterable[Name], numbers: Numbers, frequencies: Frequencies, held: int, *, slips: bool = True
) -> Lookup:
    """Return what to look up for these names and numbers among so many names held.

    With `slips`, those too whose name was written with a slip of the pen or a blank astray: several times as
    many keys, and many strangers beside.
    """
    found = Lookup(any_of=number_keys(numbers))
    for name in names:
        parts = keyed_parts(name)
        if parts:
            planned = _Planned(parts, frequencies, held)
            planned.into(found)
            if slips:
                found.any_of.update(planned.few_with_slips())
    return found


class _Planned:
    """One name's keys, sorted by how many bear them."""

    def __init__(self, parts: Sequence[tuple[str, ...]], frequencies: Frequencies, held: int) -> None:
        self.parts = parts
        self.frequencies = frequencies
        self.held = held
        self.many = MANY if len(parts) > SHORTEST else MANY_OF_TWO

    def into(self, found: Lookup) -> None:
        found.any_of |= set(self._whole()) | set(self._rare_parts())
        crowded: list[tuple[int, int]] = []
        for i, j in combinations(range(len(self.parts)), 2):
            pairs = list(product(self.parts[i], self.parts[j]))
            if all(self.bearers(pair) <= self.many for pair in pairs):
                found.any_of.update(map(pair_key, pairs))
            else:
                found.any_of.update(pair_key(pair) for pair in pairs if self.bearers(pair) <= self.many)
                crowded.append((i, j))
        found.all_of += islice(self._threes(crowded), MOST_SETS)
        found.left_out |= bool(crowded) or (len(self.parts) == 1 and not set(self.parts[0]) & found.any_of)

    def bearers(self, keys: Sequence[str]) -> float:
        """Return about how many of those held bear all these parts."""
        return prod(map(self.frequencies.share_of_names, keys)) * self.held

    def _whole(self) -> Iterator[str]:
        """Yield the keys of names that have one or two of these parts and no other."""
        yield from (whole_key([key]) for part in self.parts for key in part)
        for pair in combinations(self.parts, 2):
            yield from map(whole_key, product(*pair))

    def _rare_parts(self) -> Iterator[str]:
        most = RARE if len(self.parts) > 1 else self.many
        yield from (key for key in chain(*self.parts) if self.bearers([key]) <= most)
        for two in pairwise(self.parts):
            # Whoever bears both parts apart is stored under them as one word as well.
            if self.bearers([two[0][0], two[1][0]]) <= most:
                yield from (key for key in glued(two) if self.bearers([key]) <= most)

    def _with_slips(self) -> Iterator[Shared]:
        """Yield what a name with a slip of the pen is looked up by, each with about how many bear it."""
        slip, whole = self.frequencies.share_with_slip, self.frequencies.share_of_names
        for key, rests, parts in asked_with_slips(self.parts):
            yield key, prod((*map(slip, rests), *map(whole, parts))) * self.held

    def _run_together(self) -> Iterator[Shared]:
        """Yield pairs of two parts that a hand or a scan wrote as one, and one that it wrote as two."""
        met = self.frequencies.met
        pairs = [
            pair
            for keys in self.parts
            for cut in range(2, len(keys[0]) - 1)
            for pair in product(met(keys[0][:cut], "h", ""), met(keys[0][cut:], "", "awy"))
        ]
        for place, two in enumerate(pairwise(self.parts)):
            rest = (*self.parts[:place], *self.parts[place + 2 :])
            pairs += product(glued(two), (key for keys in rest for key in keys))
        yield from ((pair_key(pair), self.bearers(pair)) for pair in pairs)

    def few_with_slips(self) -> Iterator[str]:
        """Yield the keys of slips that few bear, until together they are borne by too many."""
        left = float(MOST_WITH_SLIPS)
        for key, bearers in sorted(chain(self._run_together(), self._with_slips()), key=itemgetter(1)):
            left -= bearers
            if bearers > FEW or left < 0:
                return
            yield key

    def _threes(self, crowded: Sequence[tuple[int, int]]) -> Iterator[tuple[str, ...]]:
        """Yield the three pairs of three parts, where each two of them are shared by many."""
        shared = set(crowded)
        for three in combinations(range(len(self.parts)), 3):
            if shared.issuperset(combinations(three, 2)):
                for keys in product(*(self.parts[place] for place in three)):
                    yield tuple(map(pair_key, combinations(keys, 2)))


def found_by_keys(query: str, asked: Lookup) -> list[Any]:
    """Return the rows of a query whose keys are among those looked up.

    The planner takes three hundred keys for three hundred times as many rows and would read the whole table;
    keys that hardly anyone bears are what the index is for.
    """
    condition, values = asked.condition("keys.keys")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(query.format(condition=condition), values)
        rows: list[Any] = cursor.fetchall()
        cursor.execute("SET LOCAL enable_seqscan = on")
    return rows
