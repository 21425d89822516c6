"""Two profiles in; out how likely they are one person, and why. Knows nothing of Django."""

from .frequencies import Frequencies
from .pair import Compare, Pair
from .profile import Finding, Match, Profile
from .score import COMPARISONS, PRIOR_BITS, PROPOSE_FROM, RULES_VERSION, SHOW_FROM, compare, score_many

__all__ = [
    "COMPARISONS",
    "PRIOR_BITS",
    "PROPOSE_FROM",
    "RULES_VERSION",
    "SHOW_FROM",
    "Compare",
    "Finding",
    "Frequencies",
    "Match",
    "Pair",
    "Profile",
    "compare",
    "score_many",
]
