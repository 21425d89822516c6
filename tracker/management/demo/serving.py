"""The demo's site and workers, started together and stopped together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from types import FrameType

from django.conf import settings
from django.core.management.base import CommandError

HOST = "127.0.0.1"
FIRST_ANSWER_SECONDS = 30
STOP_SECONDS = 10
QUEUES = ("intake", "linking")
"""A worker for each: nobody who brings in a list waits until another's records are compared."""


def refuse_taken_port(port: int) -> None:
    """Raise CommandError when something listens on this port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} is in use. Stop what uses it, or choose another: ATHAR_PORT=8001 make demo"
            ) from error


class Office:
    """The processes of a running demo: the site, and a worker for each queue."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.stopping = threading.Event()
        self.processes: list[subprocess.Popen[bytes]] = []

    def open(self) -> None:
        """Start the site and the workers; return when the site answers."""
        # Nothing is collected here, but whoever serves styles warns where the folder is missing.
        settings.STATIC_ROOT.mkdir(exist_ok=True)
        site = ["gunicorn", "tracker.wsgi", "--config", "python:tracker.serving"]
        how = ["--bind", f"{HOST}:{self.port}", "--threads", "4", "--log-level", "warning"]
        self._start([*site, *how, "--no-control-socket"])
        for queue in QUEUES:
            self._start(["django", "procrastinate", "-v", "0", "worker", "--queues", queue])
        deadline = time.monotonic() + FIRST_ANSWER_SECONDS
        while not self._answers():
            if self._ended() or time.monotonic() > deadline:
                self.close()
                raise CommandError("The site did not start; what it printed above says why.")
            time.sleep(0.1)

    def stay_open(self) -> int:
        """Serve until Ctrl-C, or until one of them ends; then stop all. Return the exit status."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        while not self.stopping.wait(0.2):
            if self._ended():
                break
        fallen = self._ended() and not self.stopping.is_set()
        self.close()
        return 1 if fallen else 0

    def close(self) -> None:
        """Stop all; what does not stop when asked is ended."""
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, module: Sequence[str]) -> None:
        # A session of its own: Ctrl-C reaches us alone, and we stop them in order.
        self.processes.append(
            subprocess.Popen(
                [sys.executable, "-m", "tracker.management.demo.tied", *module],
                cwd=settings.BASE_DIR,
                # People who try the demo meet our own pages for what goes wrong, not a developer's.
                env=os.environ | {"DEBUG": "off"},
                stdin=subprocess.PIPE,
                start_new_session=True,
            )
        )

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://{HOST}:{self.port}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _ended(self) -> bool:
        return any(process.poll() is not None for process in self.processes)

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping.set()
