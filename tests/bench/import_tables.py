"""What was measured of imports, as tables of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.bench.tables import Lines, Result, table, times
from tracker.management.measuring.search_figures import percentile

STEPS = ("bring_in", "check", "store")
WAYS = {"as it is": "COPY, tables as they are", "bare": "COPY, no triggers, no foreign keys"}

ABOUT = """
Invented registers of eight columns: one row in a hundred repeats an earlier one, one in two hundred has a
date that no calendar has. Brought in: read, kept, its columns proposed. Checked: every row read, with
doubts, and looked for in this list and in others. Stored: read again, rows and records written with what
they say and whom they are about as numbers, repeated rows found, history kept. Search keys are made
afterwards by the comparison and are not in these figures. COPY writes the rows and records that ours became
into the same two tables. The server may forget what a power cut takes, for all alike.
"""
PEERS = """
django-import-export finds the rows stored and makes the records alone, from five texts, without dates, checks or
keys: less than ours does.
"""
PAGES = """
Pages of the workplace (the first, the list of imports, a search), asked for twenty times a second while another
process stores a list, all on one machine with the database.
"""


def imports_section(result: Result) -> Lines:
    """Return the part of the page on imports."""
    counts = result["counts"]
    return [
        f"## Lists brought in, {counts['rows']:,} rows", ABOUT.rstrip(),
        *_ways(result), PEERS.rstrip(), *_against(result), *_long(result), *_pages(result),
    ]  # fmt: skip


def _pace(row: Mapping[str, Any]) -> float:
    return float(row["rows"] / row["seconds"])


def _whole(row: Mapping[str, Any]) -> float:
    return float(row["store"]["rows"] / sum(row[step]["seconds"] for step in STEPS))


def _ways(result: Result) -> Lines:
    headings = (
        "list", "MiB", "brought in, s", "checked, s", "stored, s", "stored, rows a second",
        "all three, rows a second", "largest process, MB", "its reader, MB",
    )  # fmt: skip
    rows = {f"{kind}, {row['store']['rows']:,} rows": row for kind, row in result["lists"].items()}
    long = result["long"]
    rows[f"csv, {long['store']['rows']:,} rows"] = long
    return table(headings, (
        (
            name, f"{row['mib']:.1f}", *(f"{row[step]['seconds']:.1f}" for step in STEPS),
            f"{_pace(row['store']):,.0f}", f"{_whole(row):,.0f}",
            str(max(row[step]["mb"] for step in STEPS)), str(max(row[step]["child_mb"] for step in STEPS)),
        )
        for name, row in rows.items()
    ))  # fmt: skip


def _against(result: Result) -> Lines:
    ours = {kind: (_pace(row["store"]), _whole(row)) for kind, row in result["lists"].items()}
    paces = {
        f"{WAYS[way]} ({kind})": (row["store"]["rows"] / seconds, kind)
        for kind, row in result["lists"].items()
        for way, seconds in row["copy_s"].items()
    }
    peers = result["lists"]["csv"]["peers"]
    paces |= {name: (_pace(row), "csv") for name, row in peers.items() if isinstance(row, dict)}
    lines = [
        (name, f"{pace:,.0f}", times(ours[kind][0], pace), times(ours[kind][1], pace))
        for name, (pace, kind) in paces.items()
    ]
    absent = [f"- {name}: not measured here: {row}." for name, row in peers.items() if isinstance(row, str)]
    return [
        *table(("beside", "rows a second", "Athar storing, to it", "Athar's three steps, to it"), lines),
        *absent,
    ]


def _long(result: Result) -> Lines:
    long, usual, dry = result["long"], result["lists"]["csv"], result["dry"]
    return table(("what", "figure"), (
        (f"storing {long['store']['rows']:,} rows, to the pace of {usual['store']['rows']:,}",
         times(_pace(long["store"]), _pace(usual["store"]))),
        (f"all three steps of {long['store']['rows']:,} rows, to the pace of {usual['store']['rows']:,}",
         times(_whole(long), _whole(usual))),
        (f"undoing {long['store']['rows']:,} rows, s", f"{long['undo']['seconds']:.2f}"),
        (f"dry run of {dry['rows']:,} rows to the whole report, beside a list that is held, s",
         f"{dry['seconds']:.1f}"),
    ))  # fmt: skip


def _pages(result: Result) -> Lines:
    pages = result["pages"]
    idle, storing = sorted(pages["idle"]), sorted(pages["storing"])
    told = [(f"p{share}", percentile(idle, share), percentile(storing, share)) for share in (50, 95)]
    throughout = (
        "" if pages["stored_throughout"] else "The list was stored before the last page was asked for."
    )
    headings = ("ms", "nothing else", "while a list is stored", "ratio")
    lines = ((name, f"{one:.1f}", f"{other:.1f}", times(other, one)) for name, one, other in told)
    return [PAGES.rstrip(), *table(headings, lines), throughout]
