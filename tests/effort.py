"""How much work something is, told in a way that no busy machine changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls_of(work: Callable[[], Any]) -> int:
    """Return how many functions are called, Python's own among them, while the work is done."""
    count = 0

    def note(frame: FrameType, event: str, told: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def processor_seconds(work: Callable[[], Any]) -> float:
    """Return the processor's seconds for the work, for what hides within a single call, as a pattern that tries
    every way: they hardly change while others use the machine, as the clock's do.
    """
    started = time.thread_time()
    work()
    return time.thread_time() - started
