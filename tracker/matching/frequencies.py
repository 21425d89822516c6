"""How common a name is: two men called Muhammad agree by chance, two called Ghadanfar hardly."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from tracker.names import Name, part_keys
from tracker.names.common_names import COMMON_SHARES

# Share of people (of 1) who bear a name that no table knows; a surname is rarer than a given name.
UNKNOWN_GIVEN = 1 / 400
UNKNOWN_FAMILY = 1 / 1000
BELIEVED = 400
"""The tables count as much as this many people of the house's own."""
REMEMBERED = 200_000
RAREST = 1 / 2500
"""No name counts as rarer: behind a rare spelling there may be a careless hand."""


def _prior() -> dict[str, float]:
    shares: dict[str, float] = {}
    for name, thousandths in COMMON_SHARES:
        key = part_keys(name)[0]
        shares[key] = max(shares.get(key, 0.0), thousandths / 1000)
    return shares


PRIOR = _prior()

Part = tuple[str, str]
"""A role and a spelling: ("father", "محسن")."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two parts of names that answer to each other, and what that weighs."""

    role: str
    left: str
    right: str
    likeness: float
    weight: float


class Frequencies:
    """The shares of given names (fathers' too) and surnames; works from its tables with nothing learned.

    >>> Frequencies().bits("محمد", "given") < 4 < Frequencies().bits("غضنفر", "given")
    True
    """

    def __init__(self, given: dict[str, int] | None = None, family: dict[str, int] | None = None) -> None:
        self.given: Counter[str] = Counter(given or {})
        self.family: Counter[str] = Counter(family or {})
        self._bits: dict[tuple[str, bool], float] = {}
        self.weighed: dict[tuple[Part, Part], Aligned] = {}

    @classmethod
    def learn(cls, names: Iterable[Name]) -> Self:
        """Count the names of the house."""
        frequencies = cls()
        for name in names:
            for role, part in name.parts():
                counts = frequencies.family if role == "family" else frequencies.given
                counts.update(part_keys(part)[:1])
        return frequencies

    def bits(self, part: str, role: str) -> float:
        """Return how many bits it tells when two people share this name."""
        key = (part, role == "family")
        bits = self._bits.get(key)
        if bits is None:
            if len(self._bits) > REMEMBERED:
                self._bits.clear()
            bits = self._bits[key] = -math.log2(self._share(part, family=role == "family"))
        return bits

    def _share(self, part: str, *, family: bool) -> float:
        keys = part_keys(part)
        counts = self.family if family else self.given
        believed = max((PRIOR.get(key, 0.0) for key in keys), default=0.0)
        # A given name serves as surname too, but for fewer people.
        prior = max(UNKNOWN_FAMILY, believed / 4) if family else max(UNKNOWN_GIVEN, believed)
        seen = max((counts[key] for key in keys), default=0)
        return max(RAREST, (seen + prior * BELIEVED) / (counts.total() + BELIEVED))

    def __getstate__(self) -> tuple[Counter[str], Counter[str]]:
        return self.given, self.family

    def __setstate__(self, counts: tuple[Counter[str], Counter[str]]) -> None:
        self.__init__(*counts)  # type: ignore[misc]

    def to_json(self) -> str:
        """Return the counts as text that `from_json` reads."""
        return json.dumps({"given": dict(self.given), "family": dict(self.family)}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote."""
        counts = json.loads(text)
        return cls(counts["given"], counts["family"])
