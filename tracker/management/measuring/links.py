"""How well records are linked with missing people: an invented population goes through the comparison."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar
from unittest.mock import patch

from django.db import connection

from tracker.flow.linking.keys import key_people, key_records
from tracker.flow.linking.propose import propose_links
from tracker.management.measuring.people import Population
from tracker.management.measuring.people.loading import load
from tracker.management.measuring.people.measures import Measures, Pair, measure
from tracker.management.measuring.people.numbering import number_of_person, number_of_record
from tracker.management.measuring.people.truth import Truth
from tracker.management.measuring.scratch import scratch_tables, triggers_off
from tracker.matching import PROPOSE_FROM
from tracker.models import Link

THRESHOLD_OF_OFFERS = "tracker.flow.linking.offers.PROPOSE_FROM"
BYTES_OF_A_UNIT = 1 if sys.platform == "darwin" else 1024
"""What the system counts a process's memory in."""

Thing = TypeVar("Thing")
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Stopwatch:
    """How long each stage took, in seconds."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what happens inside as one stage."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun

    def over(self, name: str, things: Iterable[Thing]) -> Iterator[Thing]:
        """Hand things on, counting as a stage of its own the time until each is there."""
        source = iter(things)
        while True:
            with self.stage(name):
                try:
                    thing = next(source)
                except StopIteration:
                    return
            yield thing


@dataclass(frozen=True, slots=True)
class LinksMeasured:
    """One run: how many were compared, how good the links are, how long each stage took.

    `pairs` is None where the comparison does not tell how many pairs it looked at.
    """

    people: int
    records: int
    seed: int
    offered_from: float
    links: int
    pairs: int | None
    seconds: dict[str, float]
    records_per_second: float
    pairs_per_second: float | None
    peak_memory_mb: float
    measures: Measures

    def to_json(self) -> dict[str, Any]:
        """Return all of it as plain values."""
        return asdict(self)


def measure_links(
    population: Population, *, offer_from: float | None = None, progress: Progress | None = None
) -> LinksMeasured:
    """Measure in tables of our own with all processors; the office's are neither read nor touched."""
    with scratch_tables():
        return measure_in_empty_tables(
            population, offer_from=offer_from, progress=progress, processes=os.cpu_count() or 1
        )


def measure_in_empty_tables(
    population: Population, *, offer_from: float | None = None, progress: Progress | None = None,
    processes: int = 1,
) -> LinksMeasured:  # fmt: skip
    """Put a population into the tables, compare all, and measure what was offered.

    With `offer_from` less likely pairs are offered too, so that thresholds below the product's can be judged.
    What the product offers is then taken to be what is as likely as that in the end: it offers by what speaks for
    a pair alone, and whom a record is offered to share its odds afterwards.
    """
    watch, truth = Stopwatch(), Truth()
    fill_tables(population, truth, watch, processes)
    with watch.stage("key people"):
        key_people(processes)
    lowered = nullcontext() if offer_from is None else patch(THRESHOLD_OF_OFFERS, offer_from)
    with watch.stage("propose"), lowered:
        proposed = propose_links(everything=True, progress=progress, processes=processes)
    with watch.stage("read back"):
        links = list(_links())
    with watch.stage("measure"):
        measures = measure(links, truth, threshold=None if offer_from is None else PROPOSE_FROM)
    seconds = watch.seconds["propose"]
    pairs: int | None = getattr(proposed, "pairs", None)
    return LinksMeasured(
        people=truth.people,
        records=truth.records,
        seed=population.seed,
        offered_from=PROPOSE_FROM if offer_from is None else offer_from,
        links=proposed.links,
        pairs=pairs,
        seconds=watch.seconds,
        records_per_second=truth.records / seconds,
        pairs_per_second=None if pairs is None else pairs / seconds,
        peak_memory_mb=peak_memory_mb(),
        measures=measures,
    )


def fill_tables(population: Population, truth: Truth, watch: Stopwatch, processes: int) -> None:
    """Put a population into the tables, its records keyed."""
    invented = watch.over("invent", population.batches())
    with triggers_off(), watch.stage("load"):
        load(truth.learn(invented))
    watch.seconds["load"] -= watch.seconds["invent"]
    with watch.stage("key records"):
        key_records(processes)
    with connection.cursor() as cursor:
        # As the server does by itself within a minute: without it, plans would rest on empty tables.
        cursor.execute("ANALYZE tracker_person, tracker_prisonrecord, tracker_importfile, tracker_recordkeys")


def _links() -> Iterator[Pair]:
    rows = Link.objects.order_by("pk").values_list("person_id", "record_id", "probability")
    for person, record, probability in rows.iterator():
        yield number_of_person(person), number_of_record(record), probability


def peak_memory_mb() -> float:
    """Return the most memory that this process, or one that shared its work, has held so far, in megabytes."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in whose) * BYTES_OF_A_UNIT / 1e6
