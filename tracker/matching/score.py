"""One engine for one pair and for many: evidence in bits is added up and becomes a probability."""

from __future__ import annotations

from collections.abc import Sequence

from .best import BestNames
from .facts import FACTS, Findings, compare_facts
from .frequencies import Frequencies
from .names import KIN_AGAINST, compare_families, compare_fathers, compare_given, compare_grandfathers
from .pair import Compare, Pair
from .profile import Match, Profile

RULES_VERSION = "2026.11-2"
"""Stored with each link, so that one knows by which rules it was proposed."""

PRIOR_BITS = -17.0
"""Before anything is compared: one record in about 130,000 is this person's, as many as are missing."""
PROPOSE_FROM = 0.25
"""A reviewer is asked from here on; below, three in four and more would be strangers."""
SHOW_FROM = 2.0**-15
"""A search lists from here on: at least two bits speak for it, as a common given name alone does."""
BLOCK = 4096
"""Candidates compared in one go: some tens of megabytes, however many there are."""

NAME_COMPARISONS: tuple[Compare, ...] = (
    compare_given,
    compare_fathers,
    compare_grandfathers,
    compare_families,
)
COMPARISONS: tuple[Compare, ...] = (*NAME_COMPARISONS, *(comparison for comparison, _ in FACTS))


def compare(a: Profile, b: Profile, frequencies: Frequencies, *, prior: float = PRIOR_BITS) -> Match:
    """Compare two profiles."""
    return score_many(a, (b,), frequencies, prior=prior)[0]


def score_many(
    query: Profile, candidates: Sequence[Profile], frequencies: Frequencies, *, prior: float = PRIOR_BITS
) -> list[Match]:
    """Compare one profile with many, in their order, by the same arithmetic as one with one."""
    matches: list[Match] = []
    for start in range(0, len(candidates), BLOCK):
        matches += _Block(query, candidates[start : start + BLOCK], frequencies).matches(prior)
    return matches


class _Block:
    """One profile beside some; keeps what the findings are told from."""

    def __init__(self, query: Profile, candidates: Sequence[Profile], frequencies: Frequencies) -> None:
        self.query = query
        self.candidates = candidates
        self.frequencies = frequencies
        self.names = BestNames(query.full_names(), [one.full_names() for one in candidates], frequencies)
        self.facts = compare_facts(query, candidates, frequencies)

    def matches(self, prior: float) -> list[Match]:
        matches: list[Match] = []
        each = zip(self.names.score.tolist(), self.names.kin(), self.facts, strict=True)
        for place, (names, kin, facts) in enumerate(each):
            bits = prior + names - (KIN_AGAINST if kin else 0.0)
            if facts:
                bits += sum(sorted(finding.weight for finding in facts))
            matches.append(Match(_logistic(bits), bits, self, kin, place))
        return matches

    def findings(self, place: int) -> Findings:
        """Tell the reasons of one match; its weights are those that were added up."""
        pair = Pair(self.query, self.candidates[place], self.names.alignment(place), self.frequencies)
        told = tuple(finding for comparison in NAME_COMPARISONS for finding in comparison(pair))
        return told + self.facts[place]


def _logistic(bits: float) -> float:
    return float(1.0 / (1.0 + 2.0 ** -max(bits, -1000.0)))
