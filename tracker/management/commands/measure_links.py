"""Measure from the command line how well records are linked with missing people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from tracker.management.measuring.links import LinksMeasured, measure_links
from tracker.management.measuring.people import Population
from tracker.management.measuring.people.measures import FalseAlerts
from tracker.management.measuring.scratch import NoScratchTables

FEWEST_RECORDS = 20
"""A kind of damage that fewer records have is left out of the table: one record more or less would change it."""


class Command(BaseCommand):
    """Invent people and prison lists, compare them, and tell how many links were right, missed and wrong."""

    help = (
        "Measure the comparison on invented people and prison lists, in tables of its own. "
        "No record of this office is read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """[--people N] [--records N] [--seed S] [--offer-from P] [--json]."""
        parser.add_argument("--people", type=int, default=2_000, help="missing people to invent")
        parser.add_argument("--records", type=int, default=8_000, help="lines of prison lists to invent")
        parser.add_argument("--seed", type=int, default=1, help="the same seed invents the same people")
        parser.add_argument(
            "--offer-from",
            type=float,
            help="offer pairs from this probability on, so that thresholds below the usual one can be judged",
        )
        parser.add_argument("--json", action="store_true")

    @no_translations
    def handle(self, *_args: Any, **options: Any) -> None:
        """Print tables, or one JSON object."""
        if options["people"] < 1 or options["records"] < 1:
            raise CommandError("At least one person and one record are needed to compare.")
        population = Population(options["people"], options["records"], options["seed"])
        progress = None if options["json"] else self._progress
        try:
            measured = measure_links(population, offer_from=options["offer_from"], progress=progress)
        except NoScratchTables as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            self.stdout.write(json.dumps(measured.to_json()))
            return
        for line in told(measured):
            self.stdout.write(line)

    def _progress(self, done: int, total: int) -> None:
        self.stderr.write(f"  {done} of {total} compared", ending="\r" if done < total else "\n")


def told(measured: LinksMeasured) -> Iterator[str]:
    """Tell a run in tables and sentences."""
    measures = measured.measures
    yield (
        f"Invented with seed {measured.seed}: {measured.people:,} missing people and {measured.records:,} "
        f"records, of which {measures.true_pairs:,} are about one of them. Pairs offered: {measures.scored:,}."
    )
    yield ""
    yield f"{'':28}{'threshold':>10}{'precision':>10}{'recall':>10}{'F1':>10}"
    for title, quality in (("as the product offers", measures.own), ("at the best threshold", measures.best)):
        figures = (quality.precision, quality.recall, quality.f1)
        yield f"{title:28}{quality.threshold:10.4f}" + "".join(f"{figure:10.3f}" for figure in figures)
    yield ""
    yield _alerts_told("Every record counted: ", measures.false_alerts)
    yield _alerts_told(
        "Only records with father, mother and year of birth: ", measures.false_alerts_of_full_records
    )
    for kin, apart in measures.apart.items():
        yield f"No link was offered for {apart.share:.1%} of {apart.pairs:,} pairs with a {kin} of the subject."
    yield f"Calibration error over ten bins: {measures.calibration_error:.3f}"
    yield from _pace_told(measured)
    yield from _damage_told(measured)


def _alerts_told(which: str, alerts: FalseAlerts) -> str:
    return (
        f"{which}the threshold {alerts.threshold:.4f} finds {alerts.recall:.1%}; there {alerts.alerted:,} of "
        f"{alerts.absent:,} people who are in no record get a false alert ({alerts.share:.1%})."
    )


def _pace_told(measured: LinksMeasured) -> Iterator[str]:
    yield ""
    yield "Seconds: " + ", ".join(f"{name} {seconds:.1f}" for name, seconds in measured.seconds.items())
    pace = f"{measured.records_per_second:,.0f} records a second"
    if measured.pairs is not None and measured.pairs_per_second is not None:
        pace += f", {measured.pairs_per_second:,.0f} pairs a second ({measured.pairs:,} pairs)"
    yield f"Compared: {pace}. Most memory held: {measured.peak_memory_mb:,.0f} MB."


def _damage_told(measured: LinksMeasured) -> Iterator[str]:
    yield ""
    yield f"{'how a record departs from the truth':44}{'records':>9}{'recall':>9}"
    kinds = sorted(measured.measures.by_damage.items(), key=lambda kind: kind[1].recall)
    for name, found in kinds:
        if found.records >= FEWEST_RECORDS:
            yield f"{name:44}{found.records:9,}{found.recall:9.1%}"
