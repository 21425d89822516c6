"""What a benchmark leaves for the report: one JSON file, with the machine and the day that it was taken on."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "bench"
SIZES = ("small", "full")

LAYOUT = 1
"""Counts up when results change their shape: older ones are then left out of the page."""

BUSY_FROM = 0.1
"""Of its cores' time, what others may use before a machine counts as busy."""
LOOKED_FOR_SECONDS = 2.0

Bench = Callable[[str], dict[str, Any]]
"""A benchmark: takes its size, and returns its tables as rows of plain values."""


def run(name: str, bench: Bench) -> None:
    """Run one benchmark from the command line and keep its result."""
    parser = argparse.ArgumentParser(description=(sys.modules["__main__"].__doc__ or "").strip())
    parser.add_argument("--size", choices=SIZES, default="small", help="small: minutes; full: all sizes")
    size = parser.parse_args().size
    before, start = busy_share(), monotonic()
    found = bench(size)
    seconds = round(monotonic() - start)
    taken = {
        "bench": name,
        "layout": LAYOUT,
        "size": size,
        "command": f"python -m tests.bench.{name} --size {size}",
        "taken": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "seconds": seconds,
        "machine": the_machine(max(before, busy_share())),
        **found,
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}-{size}.json"
    path.write_text(json.dumps(taken, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    say(f"{name}: {taken['seconds']} s, {path.relative_to(ROOT)}")


def note_table(name: str, head: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """Leave a table of texts beside the results, for whoever tunes the search: columns between tabs."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    told = ["\t".join(line) for line in (head, *lines)]
    (FOLDER / f"{name}.tsv").write_text("\n".join(told) + "\n", encoding="utf-8")


def say(text: str) -> None:
    """Tell whoever waits; the error stream, for what is measured goes into files."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def the_machine(others: float) -> dict[str, Any]:
    """Return what the figures depend on: processor, cores, memory, and which share of them others used."""
    return {
        "processor": _first_value(Path("/proc/cpuinfo"), "model name") or platform.processor() or "unknown",
        "cores": os.cpu_count() or 1,
        "memory_gib": round(
            int((_first_value(Path("/proc/meminfo"), "MemTotal") or "0 kB").split()[0]) / 2**20
        ),
        "system": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "used_by_others": round(others, 2),
        "busy": others > BUSY_FROM,
    }


def busy_share() -> float:
    """Return which share of the cores' time others are using, over two seconds in which we do nothing."""
    before = _idle_and_all()
    sleep(LOOKED_FOR_SECONDS)
    idle, every = (after - first for after, first in zip(_idle_and_all(), before, strict=True))
    return 1 - idle / every if every else 0.0


def _idle_and_all() -> tuple[int, int]:
    ticks = [int(number) for number in _first_value(Path("/proc/stat"), "cpu ", "cpu ").split()]
    return sum(ticks[3:5]), sum(ticks[:8])


def _first_value(path: Path, key: str, ends: str = ":") -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(ends)[2].strip() for line in lines if line.startswith(key)), "")
