"""Everything but the names: what both profiles know is compared, each value once however many share it."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from .births import compare_births
from .custody import compare_dates_in_prison
from .frequencies import Frequencies
from .identity import compare_identifiers, compare_registry_numbers, compare_sexes
from .mothers import compare_mothers, hear_mothers
from .pair import Compare, Pair
from .places import compare_birth_places, compare_disappearance_places, compare_registry_places
from .profile import Finding, Profile

# Each comparison with all that it reads of a profile.
FACTS: tuple[tuple[Compare, tuple[str, ...]], ...] = (
    (compare_mothers, ("mothers",)),
    (compare_sexes, ("sex",)),
    (compare_births, ("birth",)),
    (compare_birth_places, ("birth_place",)),
    (compare_disappearance_places, ("disappeared_place",)),
    (compare_dates_in_prison, ("disappeared", "in_prison", "died")),
    (compare_registry_places, ("registry_place",)),
    (compare_registry_numbers, ("registry_number",)),
    (compare_identifiers, ("identifiers",)),
)

Findings = tuple[Finding, ...]


def compare_facts(query: Profile, candidates: Sequence[Profile], frequencies: Frequencies) -> list[Findings]:
    """Return what each candidate's facts say for or against, in the order of `FACTS`."""
    found: list[Findings] = [()] * len(candidates)
    hear_mothers(query, candidates)
    for comparison, fields in FACTS:
        if not any(getattr(query, field) for field in fields):
            continue
        known: dict[object, Findings] = {}
        value_of = attrgetter(*fields)
        for place, candidate in enumerate(candidates):
            value = value_of(candidate)
            findings = known.get(value)
            if findings is None:
                findings = known[value] = tuple(comparison(Pair(query, candidate, None, frequencies)))
            if findings:
                found[place] += findings
    return found
