"""How long a search takes as the house grows: ours and pg_trgm on the same names; a primary key is the floor."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import islice
from random import Random
from time import perf_counter
from typing import Any

from django.db import connection

from tests.bench.contrib_server import contrib_server
from tests.bench.damage import is_arabic
from tests.bench.invented import invented_names
from tests.bench.ours import our_search
from tests.bench.peers import answers_of, measured
from tests.bench.results import run, say
from tests.bench.spellings import another_hand
from tests.bench.trigrams import as_it_is, by_trigrams
from tracker.management.measuring.search_figures import Answer, figures_of, percentile
from tracker.management.measuring.search_lists import Entry, Query

SIZES: dict[str, list[tuple[int, int]]] = {
    "small": [(20_000, 100)],
    "full": [(65_000, 300), (1_000_000, 300)],
}
LARGEST, SEARCHES = "ATHAR_LARGEST_HOUSE", 100
"""Set to 5000000 it is measured too, with so many searches: such a house takes hours to load."""
DEEP = 20
"""Answers of one page, as the product's own pages ask for."""

BY_KEY = "SELECT id, case_code, birth FROM tracker_person WHERE id = %s"
INDEX_SIZE = """
    SELECT sum(pg_indexes_size(oid)) FROM pg_class
     WHERE relname = 'tracker_personkeys' AND relnamespace = current_schema()::regnamespace
"""


def bench(size: str) -> dict[str, Any]:
    """Measure each size: spellings that differ from the stored ones, half of them in the other writing."""
    sizes = [*SIZES[size]]
    if largest := os.environ.get(LARGEST):
        sizes.append((int(largest), SEARCHES))
    return {"rows": {str(names): _row(names, searches) for names, searches in sizes}}


def _row(names: int, searches: int) -> dict[str, Any]:
    entries, queries = gallery_and_queries(names, searches)
    say(f"  {names:,} names, {searches} searches")
    return _ours(entries, queries) | {"pg_trgm": measured("pg_trgm", lambda: _trigrams(entries, queries))}


def gallery_and_queries(names: int, searches: int) -> tuple[list[Entry], list[Query]]:
    luck, asked = Random(601), set(Random(602).sample(range(names), searches))
    entries, queries = [], []
    for number, name in enumerate(islice(invented_names(603), names)):
        written = name.written(luck)
        entries.append(Entry("invented", f"i{number}", written))
        if number in asked:
            latin = another_hand(name.latin())
            text = name.arabic() if luck.random() < 0.5 and not is_arabic(written) else latin
            queries.append(Query("searches", f"i{number}", text))
    return entries, queries


def _ours(entries: list[Entry], queries: list[Query]) -> dict[str, Any]:
    with our_search(entries) as search:
        # Not before Django is set up.
        from tracker.management.measuring.search_gallery import person_key

        keys = [person_key(query.person) for query in queries]
        floor = _times_by_key(keys)
        answers = search.answers(queries, deep=DEEP)
        with connection.cursor() as cursor:
            cursor.execute(INDEX_SIZE)
            size = cursor.fetchone()
        return {
            "ours": _times(answers) | {"candidates": figures_of(answers).candidates},
            "floor": {"ms_p50": percentile(floor, 50), "ms_p95": percentile(floor, 95)},
            "load_s": round(search.seconds_to_load),
            "index_mb": round(int(size[0]) / 2**20) if size and size[0] else None,
        }


def _times_by_key(keys: Sequence[Any]) -> list[float]:
    times = []
    with connection.cursor() as cursor:
        for key in [*keys[:20], *keys]:
            start = perf_counter()
            cursor.execute(BY_KEY, [key])
            cursor.fetchone()
            times.append((perf_counter() - start) * 1000)
    return times[20:]


def _trigrams(entries: list[Entry], queries: list[Query]) -> dict[str, Any]:
    with contrib_server() as server:
        return _times(answers_of(by_trigrams(server, entries, writing=as_it_is), queries))


def _times(answers: list[Answer]) -> dict[str, Any]:
    figures = figures_of(answers)
    return {
        "ms_p50": figures.ms_p50,
        "ms_p95": figures.ms_p95,
        "r1": figures.recall_at_1,
        "r10": figures.recall_at_10,
    }


if __name__ == "__main__":
    run("latency", bench)
