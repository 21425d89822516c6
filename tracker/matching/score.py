"""One engine for one pair and for many: evidence in bits is added up and becomes a probability."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from tracker.names import Name

from .alignment import Alignment, align, parts_of
from .births import compare_births
from .custody import compare_dates_in_prison
from .frequencies import Frequencies
from .identity import compare_identifiers, compare_registry_numbers, compare_sexes
from .kin import kin_of
from .names import compare_families, compare_fathers, compare_given, compare_grandfathers, compare_mothers
from .pair import Compare, Pair
from .places import compare_birth_places, compare_disappearance_places, compare_registry_places
from .profile import Match, Profile
from .weighing import likenesses

RULES_VERSION = "2026.11-1"
"""Stored with each link, so that one knows by which rules it was proposed."""

PRIOR_BITS = -17.0
"""Before anything is compared: one record in about 130,000 is this person's, as many as are missing."""
PROPOSE_FROM = 0.25
"""A reviewer is asked from here on; below, three in four and more would be strangers."""
SHOW_FROM = 2.0**-15
"""A search lists from here on: at least two bits speak for it, as a common given name alone does."""

COMPARISONS: tuple[Compare, ...] = (
    compare_given,
    compare_fathers,
    compare_grandfathers,
    compare_families,
    compare_mothers,
    compare_sexes,
    compare_births,
    compare_birth_places,
    compare_disappearance_places,
    compare_dates_in_prison,
    compare_registry_places,
    compare_registry_numbers,
    compare_identifiers,
)


def compare(a: Profile, b: Profile, frequencies: Frequencies, *, prior: float = PRIOR_BITS) -> Match:
    """Compare two profiles."""
    return score_many(a, (b,), frequencies, prior=prior)[0]


def score_many(
    query: Profile, candidates: Sequence[Profile], frequencies: Frequencies, *, prior: float = PRIOR_BITS
) -> list[Match]:
    """Compare one profile with many, in their order; what all need of their names is measured in one go."""
    _hear_all(query, candidates)
    return [_score(query, candidate, frequencies, prior) for candidate in candidates]


def _hear_all(query: Profile, candidates: Iterable[Profile]) -> None:
    ours = set(_spellings(query))
    theirs = {part for one in candidates for part in _spellings(one)}
    likenesses(product(ours, theirs))


def _spellings(profile: Profile) -> Iterable[str]:
    for name in (*profile.names, *profile.fathers, *profile.mothers):
        for _, text in parts_of(name):
            yield text


def _score(a: Profile, b: Profile, frequencies: Frequencies, prior: float) -> Match:
    names, kin = _best_names(a, b, frequencies)
    pair = Pair(a, b, names, kin, frequencies)
    findings = tuple(finding for comparison in COMPARISONS for finding in comparison(pair))
    bits = prior + sum(sorted(finding.weight for finding in findings))
    return Match(_logistic(bits), bits, findings, kin)


def _best_names(a: Profile, b: Profile, frequencies: Frequencies) -> tuple[Alignment | None, str]:
    pairs = list(product(_readable(a), _readable(b)))
    if not pairs:
        return None, ""
    kins = [kin_of(left, right) for left, right in pairs]
    laid = [align(*pair, frequencies, kin=kin) for pair, kin in zip(pairs, kins, strict=True)]
    best = max(range(len(pairs)), key=lambda place: laid[place].score)
    return laid[best], kins[best]


def _readable(profile: Profile) -> list[Name]:
    return [name for name in profile.full_names() if name.parts()]


def _logistic(bits: float) -> float:
    if bits < 0:
        odds = 2.0 ** max(bits, -1000.0)
        return float(odds / (1.0 + odds))
    return float(1.0 / (1.0 + 2.0 ** -min(bits, 1000.0)))
