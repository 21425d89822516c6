"""Two profiles in; out how likely they are one person, and why. Knows nothing of Django."""

from .frequencies import Frequencies
from .profile import Finding, Match, Profile
from .score import (
    PRIOR_BITS,
    PROPOSE_FROM,
    SHOW_FROM,
    Engine,
    compare,
    engine_for,
    prior_of_a_link,
    probability_of,
    score_many,
)
from .weights import Weights

__all__ = [
    "PRIOR_BITS",
    "PROPOSE_FROM",
    "SHOW_FROM",
    "Engine",
    "Finding",
    "Frequencies",
    "Match",
    "Profile",
    "Weights",
    "compare",
    "engine_for",
    "prior_of_a_link",
    "probability_of",
    "score_many",
]
