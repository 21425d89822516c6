"""How common a name is: two men called Muhammad agree by chance, two called Ghadanfar hardly."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Self

from tracker.names import Name, all_keys, part_keys
from tracker.names.common_names import COMMON_SHARES

USES = ("given", "family", "mother")
"""A name is counted apart as given name (also of fathers), as surname, and as mother's given name."""
GIVEN, FAMILY, MOTHER = range(3)
UNKNOWN: tuple[float, ...] = (1 / 400, 1 / 1000, 1 / 150)
"""Share of people who bear a name that no table knows; a surname is rarer than a given name, and daughters are
named from a shorter list than sons."""
BELIEVED = 400
"""The tables count as much as this many people of the house's own."""
REMEMBERED = 200_000
RAREST = 1 / 2500
"""No name counts as rarer: behind a rare spelling there may be a careless hand."""

PLACES = 2.5
"""A given name stands in so many places of a name: one's own, the father's, often the grandfather's."""

# Of a thousand mothers. Rounded estimates, right within a factor of two, that give way to the house's own names.
MOTHERS: tuple[tuple[str, float], ...] = (
    ("فاطمة", 60.0), ("مريم", 28.0), ("خديجة", 25.0), ("آمنة", 25.0), ("عائشة", 22.0), ("زينب", 25.0),
    ("زهرة", 12.0), ("حليمة", 12.0), ("سعاد", 12.0), ("نجاح", 10.0), ("هند", 8.0), ("سميرة", 10.0), ("ليلى", 8.0),
    ("هدى", 10.0), ("أمينة", 14.0), ("رقية", 8.0), ("نوال", 9.0), ("سلمى", 7.0), ("منى", 9.0), ("سهام", 8.0),
)  # fmt: skip


def _prior(table: Iterable[tuple[str, float]], share_of: float) -> dict[str, float]:
    shares: dict[str, float] = {}
    for name, thousandths in table:
        key = part_keys(name)[0]
        shares[key] = max(shares.get(key, 0.0), thousandths / 1000 * share_of)
    return shares


PRIORS = (_prior(COMMON_SHARES, 1.0), _prior(COMMON_SHARES, 0.25), _prior(MOTHERS, 1.0))
"""A given name serves as surname too, but for fewer people."""


class Frequencies:
    """The shares of names in each use; works from its tables with nothing learned.

    >>> Frequencies().bits("محمد", GIVEN) < 4 < Frequencies().bits("غضنفر", GIVEN)
    True
    """

    def __init__(
        self, counts: Sequence[Mapping[str, int]] = ({}, {}, {}), also: Mapping[str, int] | None = None
    ) -> None:
        self.counts: tuple[Counter[str], ...] = tuple(Counter(counted) for counted in counts)
        self.also = Counter(also or {})
        """How many may be heard under a key besides the one under which they are counted."""
        self._people = [counted.total() for counted in self.counts]
        self._shares: dict[str, float] = {}

    @classmethod
    def learn(cls, names: Iterable[Name], mothers: Iterable[Name] = ()) -> Self:
        """Count the names of the house."""
        borne = (
            (FAMILY if role == "family" else GIVEN, all_keys(part), 1)
            for name in names
            for role, part in name.parts()
        )
        return cls.of_keys(chain(borne, ((MOTHER, part_keys(mother.given), 1) for mother in mothers)))

    @classmethod
    def of_keys(cls, parts: Iterable[tuple[int, Sequence[str], int]]) -> Self:
        """Return what parts of names tell, each by its use, the keys of its bearers, and how many these are."""
        counts: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
        also: Counter[str] = Counter()
        for use, keys, bearers in parts:
            for key in keys[:1]:
                counts[use][key] += bearers
            if use != MOTHER:
                for key in keys[1:]:
                    also[key] += bearers
        return cls(counts, also)

    def bits(self, part: str, use: int) -> float:
        """Return how many bits it tells when two people share this name."""
        return self.bits_of(part_keys(part), use)

    def bits_of(self, keys: Sequence[str], use: int) -> float:
        """Return the bits of a name with these keys in one use."""
        return -math.log2(self._share(keys, use))

    def bearers(self, key: str) -> int:
        """Return how many were counted under a key, as given name or as surname."""
        return self.counts[GIVEN][key] + self.counts[FAMILY][key]

    def share_of_names(self, key: str) -> float:
        """Return about which share of names has a part with this key, in any place."""
        share = self._shares.get(key)
        if share is None:
            if len(self._shares) > REMEMBERED:
                self._shares = {}
            share = self._shares[key] = self._share_of_names(key)
        return share

    def _share_of_names(self, key: str) -> float:
        seen, names = self.bearers(key) + self.also[key], max(self._people[FAMILY], 1)
        believed = max(prior.get(key, 0.0) for prior in PRIORS[:2]) * PLACES
        return min(1.0, (seen + max(believed, UNKNOWN[FAMILY]) * BELIEVED) / (names + BELIEVED))

    def _share(self, keys: Sequence[str], use: int) -> float:
        prior, seen = UNKNOWN[use], 0
        for key in keys:
            prior, seen = max(prior, PRIORS[use].get(key, 0.0)), max(seen, self.counts[use].get(key, 0))
        return max(RAREST, (seen + prior * BELIEVED) / (self._people[use] + BELIEVED))

    def __getstate__(self) -> tuple[tuple[Counter[str], ...], Counter[str]]:
        return self.counts, self.also

    def __setstate__(self, state: tuple[tuple[Counter[str], ...], Counter[str]]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    def to_json(self) -> str:
        """Return the counts as text that `from_json` reads."""
        told = dict(zip(USES, self.counts, strict=True)) | {"also": self.also}
        return json.dumps(told, sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote."""
        told = json.loads(text)
        return cls([told[use] for use in USES], told.get("also"))
