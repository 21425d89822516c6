"""Ours and every peer over one gallery, asked the same queries one after another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from statistics import fmean
from typing import Any

from tests.bench.contrib_server import contrib_server
from tests.bench.logic_v2 import by_logic_v2
from tests.bench.ours import our_search
from tests.bench.peers import DEEPEST, answers_of, measured, to_latin
from tests.bench.results import note_table
from tests.bench.sorted_tokens import by_sorted_tokens
from tests.bench.trigrams import as_it_is, by_trigrams
from tracker.management.measuring.search_figures import Answer, figures_of, recall_at
from tracker.management.measuring.search_lists import Entry, Query

Answers = list[Answer] | str
"""What a matcher answered, or why it is not measured here."""

Asked = tuple[str, str, str]
"""What tells one query from another: its track, whom it means, and its text."""

Group = Callable[[Answer], bool]
"""Says of an answer whether it belongs to a group of queries."""

OURS = "Athar"
TRIGRAMS, TRIGRAMS_ICU = "pg_trgm, raw", "pg_trgm over ICU"
SORTED_TOKENS = "rapidfuzz token_sort over ICU, vowels cut"
LOGIC_V2 = "nomenklatura logic-v2, right answer forced in"


def answers_of_all(
    entries: Sequence[Entry], queries: Sequence[Query], few: Sequence[Query] | None = None
) -> dict[str, Answers]:
    """Ask ours and each peer; logic-v2, which takes a tenth of a second or more, only the few."""

    def ours() -> list[Answer]:
        with our_search(entries) as search:
            return search.answers(queries)

    def trigrams(writing: Callable[[str], str]) -> list[Answer]:
        with contrib_server() as server:
            return answers_of(by_trigrams(server, entries, writing=writing), queries)

    def logic_v2() -> list[Answer]:
        candidates = by_sorted_tokens(entries, deep=2 * DEEPEST)
        return answers_of(by_logic_v2(entries, candidates), few or queries, warm_up=1)

    matchers: dict[str, Callable[[], list[Answer]]] = {
        OURS: ours,
        TRIGRAMS: lambda: trigrams(as_it_is),
        TRIGRAMS_ICU: lambda: trigrams(to_latin),
        SORTED_TOKENS: lambda: answers_of(by_sorted_tokens(entries), queries),
        LOGIC_V2: logic_v2,
    }
    return {name: measured(name, matcher) for name, matcher in matchers.items()}


def rows_of(
    answers: Mapping[str, Answers], groups: Mapping[str, Callable[[Answer], bool]]
) -> dict[str, dict[str, Any]]:
    """Return the figures of each matcher in each group of queries; or why there are none.

    Beside each stands what ours came to on the very queries that the other was asked.
    """
    ours = answers[OURS]
    first = {} if isinstance(ours, str) else {asked_in(answer): answer.rank == 1 for answer in ours}
    return {name: _row(of, groups, first) for name, of in answers.items()}


def _row(
    answers: Answers, groups: Mapping[str, Callable[[Answer], bool]], first: Mapping[Asked, bool]
) -> dict[str, Any]:
    if isinstance(answers, str):
        return {"not_measured": answers}
    every = figures_of(answers)
    found = {group: [answer for answer in answers if belongs(answer)] for group, belongs in groups.items()}
    return {
        "groups": {group: _shares(of, first) for group, of in found.items() if of},
        "ms_p50": every.ms_p50,
        "ms_p95": every.ms_p95,
    }


def _shares(answers: list[Answer], first: Mapping[Asked, bool]) -> dict[str, float | None]:
    figures = figures_of(answers)
    return {
        "n": figures.n,
        "r1": figures.recall_at_1,
        "r10": figures.recall_at_10,
        "r50": recall_at(50, answers),
        "mrr": figures.mrr,
        "ours_r1": fmean(first[asked_in(answer)] for answer in answers) if first else None,
    }


def note_misses(bench: str, answers: Mapping[str, Answers], entries: Sequence[Entry]) -> None:
    """Leave the queries whose right answer was not our first beside the results, for whoever tunes the search."""
    ours = answers[OURS]
    if isinstance(ours, str):
        return
    names = {entry.person: entry.name for entry in entries}
    misses = [
        (a.track, a.text, names[a.person], str(a.rank or "not found"), a.first) for a in ours if a.rank != 1
    ]
    note_table(f"{bench}-misses", ("track", "query", "right", "rank", "first"), misses)


def of_track(track: str) -> Group:
    """Return the group of all queries of a track."""
    return lambda answer: answer.track == track


def asked_in(answer: Answer) -> Asked:
    """Return what tells the query of an answer from another."""
    return answer.track, answer.person, answer.text


def some(queries: Sequence[Query], count: int | None) -> list[Query]:
    """Return a sample in an order of its own, always the same."""
    return Random(201).sample(list(queries), min(count or len(queries), len(queries)))


def some_of_each(queries: Sequence[Query], count: int) -> list[Query]:
    """Return a sample of so many from each track."""
    tracks: dict[str, list[Query]] = {}
    for query in queries:
        tracks.setdefault(query.track, []).append(query)
    return [query for of in tracks.values() for query in some(of, count)]
