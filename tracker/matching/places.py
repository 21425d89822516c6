"""Places as paths from the village up to the country: the same, one within the other, near, or apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .pair import Pair
from .profile import Finding
from .sentences import finding

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceWeights:
    """Bits for each way in which two places may stand to each other."""

    same: float
    within: float
    near: float
    apart: float


BIRTH = PlaceWeights(same=5.0, within=2.0, near=1.0, apart=-2.5)
# People are taken far from home, and families name the last place they know of.
DISAPPEARED = PlaceWeights(same=3.0, within=1.5, near=0.5, apart=-1.5)
REGISTRY = PlaceWeights(same=4.0, within=2.0, near=1.0, apart=-2.0)


def compare_birth_places(pair: Pair) -> Iterable[Finding]:
    """Compare where they were born."""
    return _compared(pair.a.birth_place, pair.b.birth_place, BIRTH, "place", "birth place")


def compare_disappearance_places(pair: Pair) -> Iterable[Finding]:
    """Compare where they were last seen."""
    return _compared(pair.a.disappeared_place, pair.b.disappeared_place, DISAPPEARED, "place", "place")


def compare_registry_places(pair: Pair) -> Iterable[Finding]:
    """Compare the civil registries they belong to."""
    return _compared(pair.a.registry_place, pair.b.registry_place, REGISTRY, "registry", "registry place")


def _compared(ours: Path, theirs: Path, weights: PlaceWeights, aspect: str, words: str) -> Iterable[Finding]:
    if not ours or not theirs:
        return
    if ours[0] == theirs[0]:
        # The country alone is shared by all.
        weight = weights.same if len(ours) > 1 or len(theirs) > 1 else 0.0
        yield finding(aspect, weight, f"{words} same")
    elif ours[0] in theirs or theirs[0] in ours:
        wide = ours if ours[0] in theirs else theirs
        yield finding(aspect, weights.within if len(wide) > 1 else 0.0, f"{words} within")
    elif set(ours[:-1]) & set(theirs[:-1]):
        yield finding(aspect, weights.near, f"{words} near")
    else:
        yield finding(aspect, weights.apart, f"{words} differs")
