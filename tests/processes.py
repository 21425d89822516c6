"""Whether a process still runs that another one began."""

from __future__ import annotations

import os
import signal
import subprocess
import time

from tests.database import lives

PATIENCE = 10


def ended(pid: int) -> bool:
    """Wait some seconds for a process to end; one that does not is killed."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if not _runs(pid):
            return True
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    return False


def _runs(pid: int) -> bool:
    if not lives(pid):
        return False
    # Nobody may be there to bury it.
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(state.stdout) and not state.stdout.startswith("Z")
