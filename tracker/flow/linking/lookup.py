"""Whom a name is compared with: which keys are looked up, by how many bear them.

Two parts that agree are enough, in any spelling and order, unless thousands share these two: then a third that
agrees is asked for. What is left out in this way could not be told from thousands of others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, islice, pairwise, product
from math import prod
from typing import Any

from tracker.flow.linking.keys import number_keys
from tracker.flow.linking.planned import found_by_index
from tracker.flow.linking.profiles import Numbers
from tracker.flow.linking.slips import Slips, keys_with_slips
from tracker.matching import Frequencies
from tracker.matching.side import stable_number
from tracker.names import Name, glued, keyed_parts, pair_key, whole_key

MANY, MANY_OF_TWO = 400, 2_000
"""Bearers, by our estimate, up to which a pair of parts is looked up; more where the name has no third."""
RARE = 100
"""Bearers up to which one part of a longer name alone is looked up."""
SHORTEST = 2
MANY_OF_THREE = 8_000
"""Bearers up to which three common parts of a longer name are looked up: what they find more was never the one
meant, of 300 spellings among 1,000,000 names."""
FEWEST_OF_THREE = 3
"""Parts of a name that can be found by nothing but these."""
TO_HOLD_THREE = 2
"""Pairs that hold three parts between them."""
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
    names: Iterable[Name], numbers: Numbers, frequencies: Frequencies, held: int,
    slips: Slips | None = None, apart: Iterable[Name] = (),
) -> Lookup:  # fmt: skip
    """Return what to look up for these names and numbers among so many names held.

    With slips, those too whose name was written with slips of the pen or a blank astray: several times as many
    keys, and many strangers beside. Names that were taken apart have lost their blanks, and no letter.
    """
    found = Lookup(any_of=number_keys(numbers))
    for name, may_slip in (*((name, True) for name in names), *((name, False) for name in apart)):
        parts = keyed_parts(name)
        if parts:
            _Planned(parts, frequencies, held).into(found)
            if slips is not None and may_slip:
                found.any_of.update(keys_with_slips(name, slips, frequencies, held))
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
        found.all_of += islice(self._threes(crowded, set(found.all_of)), MOST_SETS)
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

    def _threes(
        self, crowded: Sequence[tuple[int, int]], seen: set[tuple[str, ...]]
    ) -> Iterator[tuple[str, ...]]:
        """Yield once what is asked for of three parts, where each two of them are shared by many."""
        shared = set(crowded)
        for three in combinations(range(len(self.parts)), 3):
            if shared.issuperset(combinations(three, 2)):
                for keys in product(*(self.parts[place] for place in three)):
                    if len(self.parts) == FEWEST_OF_THREE or self.bearers(keys) <= MANY_OF_THREE:
                        pairs = self._all_three(keys)
                        if pairs not in seen:  # Muhammad Ahmad Mahmoud: two of them have the same key
                            seen.add(pairs)
                            yield pairs

    def _all_three(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return the keys of two pairs that are borne by whoever bears all three parts, those that fewest bear.

        The third pair would find nobody less, and its bearers are the most: among 5,000,000 names the same people
        were found in half the time. Of a part that is there twice, both pairs are needed.
        """
        pairs = dict.fromkeys(pair_key(two) for two in sorted(combinations(keys, 2), key=self.bearers))
        return tuple(sorted(islice(pairs, TO_HOLD_THREE)))


def found_by_keys(query: str, asked: Lookup) -> list[Any]:
    """Return the rows of a query whose keys are among those looked up."""
    condition, values = asked.condition("keys.keys")
    return found_by_index(query.format(condition=condition), values)
