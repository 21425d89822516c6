"""How much memory a process holds, as Linux tells it; elsewhere it is not asked."""

from __future__ import annotations

import os
from pathlib import Path

MEBIBYTE = 1024 * 1024
PROCESSES = Path("/proc")
IS_TOLD = (PROCESSES / "self" / "clear_refs").exists()
FORGET_THE_HIGHEST = "5"


def resident(pid: int | None = None) -> int:
    """Return the bytes that a process holds in memory now."""
    return _told("VmRSS:", pid or os.getpid())


def highest(pid: int | None = None) -> int:
    """Return the most bytes that a process held at once since its beginning, or since `forget_highest`."""
    return _told("VmHWM:", pid or os.getpid())


def forget_highest() -> None:
    """Let the highest of this process begin anew from what it holds now."""
    (PROCESSES / "self" / "clear_refs").write_text(FORGET_THE_HIGHEST, encoding="ascii")


def _told(name: str, pid: int) -> int:
    for line in (PROCESSES / str(pid) / "status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith(name):
            return int(line.split()[1]) * 1024
    return 0
