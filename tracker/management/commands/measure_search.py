"""Measure from the command line how well, and how fast, a gallery of names is searched."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from tracker.management.measuring.scratch import NoScratchTables, scratch_tables
from tracker.management.measuring.search import SearchRun, measure_search, names_of
from tracker.management.measuring.search_figures import Answer, Figures, by_track, figures_of
from tracker.management.measuring.search_lists import BadLine, Query, read_gallery, read_queries

HEADINGS = ("track", "n", "R@1", "R@10", "MRR", "candidates", "ms p50", "ms p95")
MISSES_HEADINGS = ("track", "query", "right", "rank", "first")
TICK_SECONDS, SELDOM_SECONDS = 1.0, 30.0


class Command(BaseCommand):
    """Load a gallery into tables of its own, search for each query, and print how often the right one came."""

    help = (
        "Measure name search. GALLERY: id, name; QUERIES: track, id, query; each line UTF-8, separated by tabs. "
        "Lines of the gallery with one id are names of one person. The office's own records are not touched."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """GALLERY QUERIES [--json] [--limit N] [--misses FILE]."""
        parser.add_argument("gallery", type=Path)
        parser.add_argument("queries", type=Path)
        parser.add_argument("--limit", type=int, default=20, help="answers asked of each search (20)")
        parser.add_argument(
            "--misses", type=Path, help="write the queries whose right answer was not first to this file"
        )
        parser.add_argument("--json", action="store_true")

    @no_translations
    def handle(self, *_args: Any, **options: Any) -> None:
        """Print a table, or one JSON object."""
        if options["limit"] < 1:
            raise CommandError("A search gives at least one answer: --limit 1 or more.")
        try:
            self._measure(**options)
        except (BadLine, NoScratchTables) as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be opened: {error.strerror}.") from error

    def _measure(
        self, *, gallery: Path, queries: Path, limit: int, misses: Path | None, **options: Any
    ) -> None:
        asked = read_queries(queries)
        people = {entry.person for entry in read_gallery(gallery)}
        if not asked or not people:
            raise BadLine(f"{(queries if people else gallery).name} has no line to measure with.")
        terminal = sys.stderr.isatty()
        ticker = _Ticker(self, terminal=terminal, shown=terminal or not options["json"])
        ticker.say_absent([query for query in asked if query.person not in people])
        del people
        with scratch_tables():
            run = measure_search(read_gallery(gallery), asked, limit=limit, report=ticker.tick)
            ticker.end()
            if misses:
                misses.write_text("\n".join(_misses(run.answers)) + "\n", encoding="utf-8")
        self.stdout.write(json.dumps(_object(run), ensure_ascii=False) if options["json"] else _table(run))


class _Ticker:
    """Says on the error stream how far the work has come: each second in a terminal, seldom in a file."""

    def __init__(self, command: BaseCommand, *, terminal: bool, shown: bool) -> None:
        self.command = command
        self.terminal = terminal
        self.shown = shown
        self.doing = ""
        self.done = 0
        self.said_at = 0.0
        self.said = ("", 0)

    def tick(self, doing: str, done: int) -> None:
        if doing != self.doing:
            self.end()
            self.said_at = monotonic()
        self.doing, self.done = doing, done
        if monotonic() - self.said_at >= (TICK_SECONDS if self.terminal else SELDOM_SECONDS):
            self._say(ending="" if self.terminal else "\n")

    def end(self) -> None:
        """Say where a piece of work ended, and leave its line standing."""
        if self.doing and (self.terminal or (self.doing, self.done) != self.said):
            self._say(ending="\n")

    def say_absent(self, absent: Sequence[Query]) -> None:
        if absent:
            self._write(
                f"Of {len(absent)} queries nobody in the gallery has the id, “{absent[0].person}” for one: "
                "they count as not found.\n"
            )

    def _say(self, *, ending: str) -> None:
        self.said_at, self.said = monotonic(), (self.doing, self.done)
        self._write(("\r" if self.terminal else "") + f"{self.doing}: {self.done:,}{ending}")

    def _write(self, text: str) -> None:
        if self.shown:
            self.command.stderr.write(text, ending="", style_func=str)


def _misses(answers: Sequence[Answer]) -> Iterator[str]:
    yield "\t".join(MISSES_HEADINGS)
    for answer in answers:
        if answer.rank != 1:
            rank = str(answer.rank or "not found")
            yield "\t".join((answer.track, answer.text, names_of(answer.person), rank, answer.first))


def _object(run: SearchRun) -> dict[str, Any]:
    every = figures_of(run.answers)
    tracks = {track: asdict(figures_of(answers)) for track, answers in by_track(run.answers).items()}
    shown = ("n", "recall_at_1", "recall_at_10", "mrr")
    return {
        "tracks": [
            {"track": track, **{name: _rounded(figures[name]) for name in shown}}
            for track, figures in tracks.items()
        ],
        "ms_p50": _rounded(every.ms_p50),
        "ms_p95": _rounded(every.ms_p95),
        "candidates_mean": _rounded(every.candidates),
        "names": run.names,
    }


def _rounded(figure: float) -> float:
    return figure if isinstance(figure, int) else round(figure, 4)


def _table(run: SearchRun) -> str:
    tracks = by_track(run.answers)
    rows = [(track, figures_of(answers)) for track, answers in tracks.items()]
    if len(rows) > 1:
        rows.append(("overall", figures_of(run.answers)))
    width = max(len(track) for track, _ in [*rows, (HEADINGS[0], None)])
    head = f"{HEADINGS[0]:<{width}}" + "".join(f"{heading:>11}" for heading in HEADINGS[1:])
    lines = [f"{track:<{width}}{_line(figures)}" for track, figures in rows]
    return "\n".join([f"{run.names:,} names", head, *lines])


def _line(figures: Figures) -> str:
    shares = (figures.recall_at_1, figures.recall_at_10, figures.mrr)
    rest = (figures.candidates, figures.ms_p50, figures.ms_p95)
    return (
        f"{figures.n:>11,}"
        + "".join(f"{share:>11.3f}" for share in shares)
        + "".join(f"{one:>11,.1f}" for one in rest)
    )
