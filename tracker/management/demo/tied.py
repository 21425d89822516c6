"""Run a module that ends when whoever started it ends, however that happened.

``python -m tracker.management.demo.tied gunicorn …`` with a pipe as standard input: the pipe closes with the
starter, even one that was killed, and what was started then stops in order. No orphan keeps the port.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading


def _stop_with_starter() -> None:
    # Not through sys.stdin: a daemon thread inside its lock makes the interpreter abort at its end.
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    """Run the module named first, with the arguments that follow."""
    sys.argv = sys.argv[1:]
    threading.Thread(target=_stop_with_starter, daemon=True).start()
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
