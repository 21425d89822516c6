"""rapidfuzz's token_sort_ratio over ICU's transliteration with its vowels cut: the strongest simple peer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process

from tests.bench.peers import DEEPEST, Ask, to_latin, without_vowels
from tracker.management.measuring.search_lists import Entry, Query


def by_sorted_tokens(entries: Sequence[Entry], *, deep: int = DEEPEST) -> Ask:
    """Transliterate a gallery once; return how it is asked: every name compared, in C, on one core."""
    people = [entry.person for entry in entries]
    born = np.array([int(entry.born or 0) for entry in entries])
    taken_in = np.array([entry.taken_in for entry in entries])
    # Sorted beforehand, so that each comparison is a plain ratio: the same figure in a third of the time.
    names = [_sorted(entry.name) for entry in entries]

    def ask(query: Query) -> Sequence[str]:
        scores = process.cdist([_sorted(query.text)], names, scorer=fuzz.ratio, dtype=np.float32)[0]
        if query.born:
            scores = np.where(np.abs(born - int(query.born)) <= 1, scores, 0)
        if query.taken_in:
            scores = np.where(taken_in == query.taken_in, scores, 0)
        deepest = min(deep, len(scores))
        best = np.argpartition(-scores, deepest - 1)[:deepest]
        return [people[place] for place in best[np.argsort(-scores[best], kind="stable")]]

    return ask


def _sorted(name: str) -> str:
    return " ".join(sorted(without_vowels(to_latin(name)).split()))
