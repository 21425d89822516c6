"""Records linked with missing people: ours beside Splink, on the same invented people and the same measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from time import monotonic
from typing import Any

from tests.bench.ours import in_its_own_process, set_up
from tests.bench.peers import measured
from tests.bench.results import run, say

SIZES = {"small": (2_000, 8_000), "full": (100_000, 500_000)}
SEED = 7


def bench(size: str) -> dict[str, Any]:
    """Measure each in a process of its own, so that each is charged with its own memory."""
    people, records = SIZES[size]
    say(f"  {people:,} people, {records:,} records")
    apart: dict[str, Callable[[int, int], dict[str, Any]]] = {"Athar": ours, "Splink": splinks}
    rows = {}
    for name, measure in apart.items():
        found = measured(name, partial(in_its_own_process, measure, people, records))
        rows[name] = {"not_measured": found} if isinstance(found, str) else found
    return {"people": people, "records": records, "rows": rows}


def ours(people: int, records: int) -> dict[str, Any]:
    """Put the population through the product's own comparison, in tables of its own."""
    set_up()
    from tracker.management.measuring.links import measure_links
    from tracker.management.measuring.people import Population

    found = measure_links(Population(people, records, SEED))
    seconds = found.seconds
    return _row(
        asdict(found.measures),
        seconds=seconds["propose"],
        beforehand=seconds["key people"] + seconds.get("key records", 0.0),
        pairs=found.pairs,
        memory=found.peak_memory_mb,
    )


def splinks(people: int, records: int) -> dict[str, Any]:
    """Let Splink train itself and predict, on flat rows of the same population."""
    set_up()
    from tests.bench.splink_model import Model, rows_of
    from tracker.management.measuring.links import peak_memory_mb
    from tracker.management.measuring.people import Population
    from tracker.management.measuring.people.measures import measure
    from tracker.management.measuring.people.truth import Truth

    truth = Truth()
    batches = list(truth.learn(Population(people, records, SEED).batches()))
    model = Model(
        list(rows_of(person for batch in batches for person in batch.people)),
        list(rows_of(listed.record for batch in batches for listed in batch.records)),
    )
    del batches
    start = monotonic()
    model.train()
    trained = monotonic()
    pairs = model.pairs()
    predicted = monotonic()
    return _row(
        asdict(measure(pairs, truth, threshold=0.5)),
        seconds=predicted - trained,
        beforehand=trained - start,
        pairs=model.compared(),
        memory=peak_memory_mb(),
    )


def _row(
    measures: dict[str, Any], *, seconds: float, beforehand: float, pairs: int | None, memory: float
) -> dict[str, Any]:
    return {
        "best": measures["best"],
        "own": measures["own"],
        "false_alerts": measures["false_alerts"],
        "apart": measures["apart"],
        "seconds": round(seconds, 1),
        "seconds_beforehand": round(beforehand, 1),
        "pairs_per_second": round(pairs / seconds) if pairs else None,
        "pairs": pairs,
        "memory_mb": round(memory),
    }


if __name__ == "__main__":
    run("links", bench)
