"""What each agreement weighs: one table, with a version that is stored with every link."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from functools import cached_property
from hashlib import sha256
from typing import Self

import numpy as np
from numpy.typing import NDArray

from .levels import LEVELS

RULES = "2026.21"
"""Changes when the rules change, as the weights' own version does when the weights change."""

GIVEN, FATHER, GRANDFATHER, FAMILY, MOTHER, MOTHERS_FAMILY = range(6)
KINDS = ("given", "father", "grandfather", "family", "mother", "mother's family")
"""The kinds of parts that names are compared by; the first four are the parts of one's own name."""
IN_ANY_ROLE = len(KINDS)
"""The kind that weighs at each likeness what the heaviest part of one's own name does there."""

KNOTS: tuple[float, ...] = (0.0, 0.42, 0.55, 0.67, 0.78, 0.88, 0.94, 1.0)
"""Likenesses at which a part's weight is told; between two of them it lies on a straight line."""
SHARES: tuple[float, ...] = (0.0, 0.0, 0.0, 0.25, 0.55, 0.85, 0.97, 1.0)
"""Knot → share of the name's rarity that it earns. One typing error in a name of four sounds is about 0.65."""
GIVEN_SHARES: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0, 0.2, 0.85, 0.97, 1.0)
GIVEN_DOUBTS: tuple[float, ...] = (-1.0, -1.0, -0.7, -0.4, -0.1, 0.0, 0.0, 0.0)
"""Of given names: many that resemble each other are two names, and often brothers': محمد, حامد, محمود, أحمد."""
DOUBTS: tuple[float, ...] = (-1.0, -0.7, -0.3, -0.05, -0.03, 0.0, 0.0, 0.0)
AGAINST: tuple[float, ...] = (10.0, 8.0, 3.5, 6.0, 9.0, 3.5)
TELLING: tuple[float, ...] = (1.0, 1.0, 0.55, 1.0, 0.9, 0.6)
"""Kind → bits against, where the parts differ altogether. A surname varies more (clan, village); a mother is
often written with her husband's surname."""


def _part_bits() -> dict[str, list[float]]:
    return {
        kind: [round(doubt * AGAINST[k], 3) for doubt in (DOUBTS if k else GIVEN_DOUBTS)]
        for k, kind in enumerate(KINDS)
    }


def _part_shares() -> dict[str, list[float]]:
    return {
        kind: [round(share * TELLING[k], 3) for share in (SHARES if k else GIVEN_SHARES)]
        for k, kind in enumerate(KINDS)
    }


def _level_bits() -> dict[str, float]:
    return {level.name: level.bits for level in LEVELS}


@dataclass(frozen=True)
class Weights:
    """Every weight of the comparison, in bits."""

    levels: dict[str, float] = field(default_factory=_level_bits)
    shares: dict[str, list[float]] = field(default_factory=_part_shares)
    parts: dict[str, list[float]] = field(default_factory=_part_bits)
    left_out: float = 0.9
    """A part that one of the two does not have: who has all that is told is likelier meant than who has more. Of
    600 real spellings among 65,000 names the right person came first for 0.890 with 0.2 and 0.8 bits, for 0.908
    with 0.9 and 1.5, and for as many with 1.3 and 1.8."""
    family_left_out: float = 1.5
    left_out_beside_one: float = 0.3
    """A part beside a name that has one part only."""
    given_left_out: float = 6.0
    """Hardly ever done; unless it is one of the names that are put before another: محمد علي → علي."""
    fore_name_left_out: float = 6.5
    one_of_two_left_out: float = 1.2
    """Of two given names in one column, one."""
    other_role: float = 1.2
    """A part that stands in another place, as a grandfather in the father's."""
    other_than_given: float = 3.5
    turned_round: float = 4.5
    """"Family Given Father", where the usual order explains nothing."""
    exchanged: float = 6.5
    """Given name and father's name in each other's place, where the births say that they are one man's."""
    shuffled: float = 8.0
    """Any other order."""
    given_unsaid: float = 10.0
    """Any other order of all that a name says, the given name not among it: منبه خليل, كويني خليل منبه."""
    kin: float = 8.0
    """The given name is the father's, or the son's: the paper names the other."""
    kin_perhaps: float = 3.0
    """As above, but the one who may be the father has no father's name of his own to go by."""
    sibling: float = 0.0
    """How much oftener a list names the man himself than his brother, where all that a family shares agrees."""
    twins: float = 6.0
    """The same birth tells a man from his brother no better than this: twins are born on one day."""
    no_sibling: float = 5.5
    """Brothers hardly ever bear one given name; less surely where it is a fore name: محمد علي and محمد نور."""
    no_sibling_by_fore_name: float = 4.5
    slip: float = 1.0
    """A given name that hardly anybody bears, one slip apart from one that many bear: rather his own than his
    brother's."""

    def to_json(self) -> str:
        """Return the weights as text that `from_json` reads."""
        return self._text

    @cached_property
    def _text(self) -> str:  # asked for by every search
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote; raise ValueError or TypeError for anything else."""
        told = json.loads(text)
        weights = cls(**told)
        weights.scale()
        return weights

    @property
    def version(self) -> str:
        """The rules and the weights, as a link keeps them: the same table has the same name."""
        if self == Weights():
            return RULES
        return f"{RULES}+{sha256(self.to_json().encode()).hexdigest()[:8]}"

    def scale(self) -> NDArray[np.void]:
        """Return the weights as the one row of `SCALE`; raise ValueError or KeyError where one is missing."""
        made = np.zeros(1, dtype=SCALE)
        made["levels"] = [0.0, *(self.levels[level.name] for level in LEVELS)]
        for name, told in (("shares", self.shares), ("parts", self.parts)):
            made[name][:, :IN_ANY_ROLE] = [told[kind] for kind in KINDS]
            made[name][:, IN_ANY_ROLE] = made[name][:, : FAMILY + 1].max(axis=1)
        made["knots"] = KNOTS
        for toll in TOLLS:
            made[toll] = getattr(self, toll)
        return made


TOLLS = tuple(one.name for one in fields(Weights) if one.type == "float")
SCALE = np.dtype(
    [
        ("levels", np.float64, len(LEVELS) + 1),
        ("shares", np.float64, (len(KINDS) + 1, len(KNOTS))),
        ("parts", np.float64, (len(KINDS) + 1, len(KNOTS))),
        ("knots", np.float64, len(KNOTS)),
        *((toll, np.float64) for toll in TOLLS),
    ]
)
"""The weights as the engine takes them."""
