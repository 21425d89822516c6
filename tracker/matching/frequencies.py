"""How common a name is: two men called Muhammad agree by chance, two called Ghadanfar hardly."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
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


class Frequencies:
    """The shares of given names (fathers' too) and surnames; works from its tables with nothing learned.

    >>> Frequencies().bits("محمد", "given") < 4 < Frequencies().bits("غضنفر", "given")
    True
    """

    def __init__(self, given: dict[str, int] | None = None, family: dict[str, int] | None = None) -> None:
        self.given: Counter[str] = Counter(given or {})
        self.family: Counter[str] = Counter(family or {})
        self._people = {False: self.given.total(), True: self.family.total()}
        self._bits: dict[bool, dict[str, float]] = {False: {}, True: {}}

    @classmethod
    def learn(cls, names: Iterable[Name]) -> Self:
        """Count the names of the house."""
        given: Counter[str] = Counter()
        family: Counter[str] = Counter()
        for name in names:
            for role, part in name.parts():
                (family if role == "family" else given).update(part_keys(part)[:1])
        return cls(given, family)

    def bits(self, part: str, role: str) -> float:
        """Return how many bits it tells when two people share this name."""
        return self.bits_of((part,), family=role == "family")[0]

    def bits_of(self, parts: Sequence[str], *, family: bool) -> list[float]:
        """Return the bits of many names, as surnames or as given names."""
        known = self._bits[family]
        if len(known) + len(parts) > REMEMBERED:
            known = self._bits[family] = {}
        for part in parts:
            if part not in known:
                known[part] = -math.log2(self._share(part, family=family))
        return [known[part] for part in parts]

    def _share(self, part: str, *, family: bool) -> float:
        keys = part_keys(part)
        counts = self.family if family else self.given
        believed = max((PRIOR.get(key, 0.0) for key in keys), default=0.0)
        # A given name serves as surname too, but for fewer people.
        prior = max(UNKNOWN_FAMILY, believed / 4) if family else max(UNKNOWN_GIVEN, believed)
        seen = max((counts[key] for key in keys), default=0)
        return max(RAREST, (seen + prior * BELIEVED) / (self._people[family] + BELIEVED))

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
