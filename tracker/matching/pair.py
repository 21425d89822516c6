"""Two profiles laid side by side, with what every comparison needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .beside import Alignment
from .frequencies import Frequencies
from .profile import Finding, Profile


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles, their two names that agree best, and how common names are."""

    a: Profile
    b: Profile
    names: Alignment | None
    frequencies: Frequencies


Compare = Callable[[Pair], Iterable[Finding]]
