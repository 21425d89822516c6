"""Name search, measured: people of a gallery in the product's own tables, and the product's own search."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

from tracker.flow.linking import search
from tracker.flow.linking.frequencies import learn_names
from tracker.flow.linking.keys import key_people
from tracker.flow.linking.ready import get_ready
from tracker.management.measuring.search_figures import Answer
from tracker.management.measuring.search_gallery import load_gallery, person_key, settle
from tracker.management.measuring.search_lists import Entry, Query
from tracker.models import PersonName, Place

WARM_UP = 20
"""Searches before the first that is timed: names are learned and files read into memory once, not each time."""

Report = Callable[[str, int], None]
"""Told what is being done, and how much of it is done."""


@dataclass(frozen=True, slots=True)
class SearchRun:
    """Every answer of a run, and how many names it searched."""

    names: int
    answers: list[Answer]


def measure_search(
    gallery: Iterable[Entry], queries: Sequence[Query], *, limit: int, report: Report
) -> SearchRun:
    """Load the gallery into the tables at hand, key it, and search for each query.

    The tables should be scratch_tables: empty, and not the office's.
    """
    names = fill(gallery, report=report)
    return SearchRun(names, answers_to(queries, limit=limit, report=report))


def fill(gallery: Iterable[Entry], *, report: Report) -> int:
    """Make the gallery's people, keyed and ready to be found; return how many names they have."""
    names = load_gallery(gallery, lambda done: report("names loaded", done))
    report("people keyed", 0)
    report("people keyed", key_people(os.cpu_count() or 1))
    learn_names()
    settle()
    return names


def answers_to(queries: Sequence[Query], *, limit: int, report: Report) -> list[Answer]:
    """Search for each query, as a process that serves pages does, and after some that are not counted."""
    get_ready()
    for query in queries[:: max(len(queries) // WARM_UP, 1)]:
        _asked(query, _place(query), limit)
    answers = []
    for done, query in enumerate(queries, start=1):
        answers.append(_answer(query, limit))
        report("searches", done)
    return answers


def _answer(query: Query, limit: int) -> Answer:
    place = _place(query)
    start = perf_counter()
    found, compared = _asked(query, place, limit)
    milliseconds = (perf_counter() - start) * 1000
    right = person_key(query.person)
    ranks = (rank for rank, one in enumerate(found, start=1) if one.person_id == right)
    rank = next(ranks, None)
    return Answer(
        track=query.track,
        person=query.person,
        text=query.text,
        rank=rank,
        first=" · ".join(found[0].names) if found and rank != 1 else "",
        candidates=compared,
        milliseconds=milliseconds,
    )


def _place(query: Query) -> Place | None:
    """Return the governorate that is asked for; a page knows it before it searches."""
    return Place.objects.get(slug=query.taken_in) if query.taken_in else None


def _asked(query: Query, place: Place | None, limit: int) -> tuple[list[search.FoundPerson], int]:
    """Ask as search_people does; return the scored answers, and how many people were compared."""
    answers = search.answers(query.text, born=query.born, governorate=place, limit=limit)
    return answers.found, answers.compared


def names_of(person: str) -> str:
    """Return the names of a person of the gallery, as the tables hold them."""
    names = PersonName.objects.filter(person=person_key(person)).order_by("kind", "written")
    return " · ".join(names.values_list("written", flat=True))
