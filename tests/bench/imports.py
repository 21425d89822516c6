"""How fast a list is brought in, checked, stored and taken back: beside raw COPY and django-import-export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bench.import_lists import write_csv, write_xlsx
from tests.bench.import_offices import Office, Offices, offices
from tests.bench.import_peers import copied_in, copied_out
from tests.bench.peers import NotHere, measured, package
from tests.bench.results import run, say

SIZES: dict[str, dict[str, int]] = {
    "small": {"rows": 10_000, "long": 50_000, "dry": 20_000, "one_by_one": 1_000, "requests": 60},
    "full": {"rows": 100_000, "long": 1_000_000, "dry": 200_000, "one_by_one": 10_000, "requests": 150},
}
"""Rows of the usual list, the long one, the one that is only checked, and those that a peer takes one by one."""

WRITERS = {"csv": write_csv, "xlsx": write_xlsx}


def bench(size: str) -> dict[str, Any]:
    """Store lists of invented people, every part in a database of its own."""
    counts = SIZES[size]
    with offices() as made:
        found: dict[str, Any] = {"counts": counts, "lists": {}}
        xlsx, found["lists"]["xlsx"] = _one_list(made, "xlsx", counts)
        made.drop(xlsx)
        office, found["lists"]["csv"] = _one_list(made, "csv", counts)
        found["pages"], found["dry"] = _beside_pages(made, office, counts)
        made.drop(office)
        found["long"] = _long(made, counts["long"])
    return found


def _one_list(made: Offices, kind: str, counts: dict[str, int]) -> tuple[Office, dict[str, Any]]:
    path = WRITERS[kind](made.folder / f"usual.{kind}", counts["rows"], seed=41)
    say(f"  {kind}, {counts['rows']:,} rows, {path.stat().st_size / 2**20:.1f} MiB")
    office = made.new()
    brought = _brought(office, path)
    checked = office.step("import_steps", "check", brought["list"])
    bare, as_it_is, empty = (made.new(like=office) for _ in range(3))
    stored = office.step("import_steps", "store", brought["list"])
    paths = copied_out(office, made.folder)
    row = {"mib": path.stat().st_size / 2**20, "bring_in": brought, "check": checked, "store": stored}
    row["copy_s"] = {
        "bare": copied_in(bare, paths, bare=True),
        "as it is": copied_in(as_it_is, paths, bare=False),
    }
    if kind == "csv":
        row["peers"] = {
            "django-import-export, default": measured(
                "django-import-export",
                lambda: _peer(made, empty, paths[0], "default", path, counts["one_by_one"]),
            ),
            "django-import-export, bulk": measured(
                "django-import-export, bulk",
                lambda: _peer(made, empty, paths[0], "bulk", path, counts["rows"]),
            ),
        }
    made.drop(bare, as_it_is, empty)
    return office, row


def _brought(office: Office, path: Path) -> dict[str, Any]:
    """Bring a list in as the site and the worker do, each in its process; of their memory the larger is told."""
    first = office.step("import_steps", "bring_in", path)
    behind = office.step("import_steps", "read_on", first["list"])
    return {
        "list": first["list"],
        "rows": behind["rows"],
        "seconds": first["seconds"] + behind["seconds"],
        "page_seconds": first["seconds"],
        "mb": max(first["mb"], behind["mb"]),
        "child_mb": max(first["child_mb"], behind["child_mb"]),
    }


def _peer(made: Offices, empty: Office, rows: Path, mode: str, path: Path, count: int) -> dict[str, Any]:
    """The peer finds the rows of the list stored, each waiting for its record."""
    package("import_export")
    office = made.new(like=empty)
    copied_in(office, [rows], bare=True)
    try:
        return office.step("import_peers", mode, path, count)
    except RuntimeError as failure:
        raise NotHere(str(failure)) from failure
    finally:
        made.drop(office)


def _beside_pages(made: Offices, office: Office, counts: dict[str, int]) -> tuple[Any, Any]:
    """In an office that holds a list already: a longer one is checked, then stored while pages are asked for."""
    path = write_csv(made.folder / "dry.csv", counts["dry"], seed=42)
    brought = _brought(office, path)
    dry = office.step("import_steps", "check", brought["list"])
    say(f"  dry run of {counts['dry']:,} rows: {dry['seconds']:.1f} s")
    idle = office.step("import_pages", counts["requests"])["times"]
    storing = office.begun("import_steps", "store", brought["list"])
    busy = office.step("import_pages", counts["requests"])["times"]
    throughout = storing.poll() is None
    storing.communicate()
    return {"idle": idle, "storing": busy, "stored_throughout": throughout}, dry


def _long(made: Offices, count: int) -> dict[str, Any]:
    path = write_csv(made.folder / "long.csv", count, seed=43)
    say(f"  {count:,} rows, {path.stat().st_size / 2**20:.1f} MiB")
    office = made.new()
    brought = _brought(office, path)
    row: dict[str, Any] = {"mib": path.stat().st_size / 2**20, "bring_in": brought}
    for step in ("check", "store", "undo"):
        row[step] = office.step("import_steps", step, brought["list"])
        say(f"  {step}: {row[step]['seconds']:.1f} s")
    return row


if __name__ == "__main__":
    run("imports", bench)
