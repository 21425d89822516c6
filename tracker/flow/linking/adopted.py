"""Which weights are in force: the table that a person adopted last, else the one that Athar came with."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tracker.flow.permissions import require
from tracker.matching import Weights
from tracker.models import AdoptedWeights, User


def weights_in_force() -> Weights:
    """Return the weights by which pairs are compared now."""
    return weights_adopted(AdoptedWeights.objects.order_by("-id").values_list("id", flat=True).first())


def weights_adopted(number: int | None) -> Weights:
    """Return one adopted table; the one that Athar came with where there is none."""
    return _adopted(number) if number else Weights()


@lru_cache(maxsize=2)
def _adopted(number: int) -> Weights:
    return Weights.from_json(AdoptedWeights.objects.get(pk=number).weights)


def adopt(weights: Weights, *, by: User, reason: str, figures: dict[str, Any]) -> AdoptedWeights:
    """Put a table of weights in force; links keep the version they were offered by until they are scored anew."""
    require(by, "adopt_weights")
    return AdoptedWeights.objects.create(
        version=weights.version, weights=weights.to_json(), figures=figures, by=by, reason=reason
    )
