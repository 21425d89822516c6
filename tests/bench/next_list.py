"""A list that comes while everybody is still indexed from the list before: what a house waits for day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any

from tests.bench.ours import in_its_own_process, set_up
from tests.bench.results import run, say

SIZES = {"small": (2_000, 500), "full": (250_000, 10_000)}
SEED = 5
TURNS = (("the first list", 1), *[("the next list", 1), ("the next list", 2)] * 3)
"""Lists one after another, by one process or two: the first finds nobody indexed."""


def bench(size: str) -> dict[str, Any]:
    """Measure in a process of its own: the first list must find nothing that others left."""
    people, records = SIZES[size]
    say(f"  {people:,} people, lists of {records:,} records")
    return {"people": people, "records": records, "rows": in_its_own_process(measured, people, records)}


def measured(people: int, records: int) -> list[dict[str, Any]]:
    """Compare list after list with the same people, in tables of our own."""
    set_up()
    from tracker.flow.linking.frequencies import learn_names
    from tracker.flow.linking.keys import key_people
    from tracker.flow.linking.propose import propose_links
    from tracker.management.measuring.links import Stopwatch, fill_tables, peak_memory_mb
    from tracker.management.measuring.people import Population
    from tracker.management.measuring.people.truth import Truth
    from tracker.management.measuring.scratch import scratch_tables
    from tracker.matching.compiling import compile_everything

    compile_everything()
    rows = []
    with scratch_tables():
        fill_tables(Population(people, records * len(TURNS), SEED), Truth(), Stopwatch(), 2)
        key_people(2)
        learn_names()
        for (name, processes), some in zip(TURNS, _lists(records), strict=True):
            _let_wait(some)
            start = monotonic()
            done = propose_links(processes=processes)
            seconds = monotonic() - start
            rows.append({
                "name": name, "processes": processes, "records": done.records, "pairs": done.pairs,
                "links": done.links, "seconds": round(seconds, 1), "memory_mb": round(peak_memory_mb()),
            })  # fmt: skip
            say(f"  {name}, {processes}: {seconds:.1f} s")
    return rows


def _lists(size: int) -> Iterator[Sequence[int]]:
    """Take all records off those who wait, and return them in lists of one size."""
    from tracker.models import RecordKeys, UncomparedPerson, UncomparedRecord

    every = list(RecordKeys.objects.order_by("pk").values_list("pk", flat=True))
    UncomparedRecord.objects.all().delete()
    UncomparedPerson.objects.all().delete()
    return (every[first : first + size] for first in range(0, size * len(TURNS), size))


def _let_wait(records: Sequence[int]) -> None:
    from django.utils import timezone

    from tracker.models import UncomparedRecord

    UncomparedRecord.objects.bulk_create(
        [UncomparedRecord(record_id=record, since=timezone.now()) for record in records]
    )


if __name__ == "__main__":
    run("next_list", bench)
