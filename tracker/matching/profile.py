"""What is compared: what is known of one person, whoever says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tracker.names import Name, name_keys, read_name

if TYPE_CHECKING:
    from tracker.dates import FuzzyDate


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one person: someone missing, a line of a prison's list, or a search.

    A place is a path of keys from the village or prison up to the country: ("douma", "rif-dimashq", "syria").
    """

    names: tuple[Name, ...]
    mothers: tuple[Name, ...] = ()
    fathers: tuple[Name, ...] = ()
    sex: str = ""
    birth: FuzzyDate | None = None
    birth_place: tuple[str, ...] = ()
    disappeared: FuzzyDate | None = None
    disappeared_place: tuple[str, ...] = ()
    in_prison: FuzzyDate | None = None
    died: FuzzyDate | None = None
    registry_place: tuple[str, ...] = ()
    registry_number: str = ""
    identifiers: frozenset[tuple[str, str, str]] = frozenset()

    def full_names(self) -> tuple[Name, ...]:
        """Return the names, each with the father that was named apart where the name itself has none."""
        if not self.fathers:
            return self.names
        return tuple(
            name if name.father else _with_father(name, father.given or father.written)
            for name in self.names
            for father in (self.fathers if not name.father else self.fathers[:1])
        )

    def keys(self) -> frozenset[str]:
        """Return what the names are looked up by, fathers named apart included."""
        return frozenset(key for name in self.full_names() for key in name_keys(name))


def _with_father(name: Name, father: str) -> Name:
    return read_name(
        name.written, given=name.given, father=father, grandfather=name.grandfather, family=name.family
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing two profiles agree or disagree in, with the sentence a reviewer reads."""

    aspect: str
    weight: float
    en: str
    ar: str

    def to_json(self) -> dict[str, str | float]:
        """Return it as a link keeps it."""
        return {"aspect": self.aspect, "weight": self.weight, "en": self.en, "ar": self.ar}


class Reasons(Protocol):
    """Where the findings of many matches are told from, once someone asks."""

    def findings(self, place: int) -> tuple[Finding, ...]:
        """Return the findings of one of them."""
        ...


class Match:
    """How likely two profiles are one person, and every reason for saying so.

    `kin` says what the second is to the first, if they look like relatives: "brother", "father" or "son".
    The findings are put into words when they are first asked for: most matches are only ranked.
    """

    __slots__ = ("_place", "_reasons", "bits", "kin", "probability")

    def __init__(
        self,
        probability: float,
        bits: float,
        reasons: tuple[Finding, ...] | Reasons,
        kin: str = "",
        place: int = 0,
    ) -> None:
        self.probability = probability
        self.bits = bits
        self.kin = kin
        self._reasons = reasons
        self._place = place

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return every finding; their weights and what was held before add up to `bits`."""
        if not isinstance(self._reasons, tuple):
            self._reasons = self._reasons.findings(self._place)
        return self._reasons

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Match):
            return NotImplemented
        return (self.bits, self.kin, self.findings) == (other.bits, other.kin, other.findings)

    def __hash__(self) -> int:
        return hash((self.bits, self.kin))

    def __reduce__(self) -> tuple[type[Match], tuple[float, float, tuple[Finding, ...], str]]:
        return Match, (self.probability, self.bits, self.findings, self.kin)

    def __repr__(self) -> str:
        return f"Match(probability={self.probability!r}, bits={self.bits!r}, kin={self.kin!r})"
