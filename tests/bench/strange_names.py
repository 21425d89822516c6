"""How long the strangest texts take to read, key and compare: an ordinary name is the floor."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from time import perf_counter
from typing import Any

from tests.bench.results import run
from tests.names.strange import STRANGE, read_in_every_way
from tracker.management.measuring.search_figures import percentile

SIZES: dict[str, int] = {"small": 20, "full": 200}
"""Times that each text is read; what was read before is remembered, so each time it begins anew."""
ORDINARY = ("Mohsen Ali al-Baridi", "محسن علي البريدي")


def bench(size: str) -> dict[str, Any]:
    """Time ordinary names, then every strange text; tell the slowest of them."""
    _milliseconds(ORDINARY[0], 3)
    times = SIZES[size]
    ordinary = [spent for text in ORDINARY for spent in _milliseconds(text, times)]
    strange = {text: _milliseconds(text, times) for text in STRANGE}
    slowest = max(strange, key=lambda text: percentile(strange[text], 50))
    return {
        "texts": len(STRANGE),
        "rows": {
            "an ordinary name": _row(ordinary),
            "all strange texts": _row([spent for many in strange.values() for spent in many]),
            f"the slowest: {_told(slowest)}": _row(strange[slowest]),
        },
    }


def _milliseconds(text: str, times: int) -> list[float]:
    spent = []
    for _ in range(times):
        fresh = f"{secrets.token_hex(3)} {text}"
        began = perf_counter()
        read_in_every_way(fresh)
        spent.append((perf_counter() - began) * 1000)
    return spent


def _row(spent: Sequence[float]) -> dict[str, float]:
    return {"ms_p50": percentile(spent, 50), "ms_p95": percentile(spent, 95)}


def _told(text: str) -> str:
    return f"U+{ord(text[0]):04X} … of {len(text):,} letters" if len(text) > 20 else repr(text)


if __name__ == "__main__":
    run("strange_names", bench)
