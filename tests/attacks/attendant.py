"""Work done in processes of their own, forked from one that has loaded everything: to be killed at any moment."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from select import select
from typing import Any

from django.conf import settings

NUMBER = 4
LONGEST_ORDER = 4096
LONGEST_FAILURE = 4_000
PATIENCE = 600


class Work:
    """One piece of work on its way."""

    def __init__(self, pid: int, told: int) -> None:
        self.pid = pid
        self._told = told
        self.failure = ""

    def kill(self) -> bool:
        """Kill it as the machine's own emergency would; say whether it was still at work."""
        was_at_work = not self._ended(0)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.result()
        return was_at_work

    def result(self) -> Any:
        """Wait for its end; return what it told, or None when it was killed or failed (``failure`` says how)."""
        assert self._ended(PATIENCE)
        with os.fdopen(self._told, encoding="utf-8") as told:
            text = told.read()
        self.failure, result = json.loads(text) if text else ("killed", None)
        return result

    def _ended(self, seconds: float) -> bool:
        return bool(select([self._told], [], [], seconds)[0])


class Attendant:
    """The process that forks; `address` is the database that its children work on."""

    def __init__(self, address: str) -> None:
        self._line, theirs = socket.socketpair()
        environment = os.environ | {
            "ATHAR_TEST_DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "tracker.settings.test",
        }
        command = [sys.executable, "-m", __name__, str(theirs.fileno()), str(settings.DOCUMENT_ROOT)]
        self._process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], cwd=settings.BASE_DIR, env=environment
        )
        theirs.close()

    def begin(self, deed: str, *arguments: object) -> Work:
        """Let a child begin a deed of tests/attacks/deeds.py."""
        told, tells = os.pipe()
        socket.send_fds(self._line, [json.dumps([deed, *arguments]).encode()], [tells])
        os.close(tells)
        return Work(int.from_bytes(self._line.recv(NUMBER, socket.MSG_WAITALL)), told)

    def do(self, deed: str, *arguments: object) -> Any:
        """Let a child do a deed, and return what it tells."""
        work = self.begin(deed, *arguments)
        result = work.result()
        assert not work.failure, work.failure
        return result

    def close(self) -> None:
        """Let it end."""
        self._line.close()
        self._process.wait(timeout=PATIENCE)


def serve(line: socket.socket) -> None:
    """Fork for each order; end with whoever asks."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that are killed
    while True:
        order, files, _, _ = socket.recv_fds(line, LONGEST_ORDER, 1)
        if not files:
            return
        pid = os.fork()
        if pid == 0:
            line.close()
            act(order, files[0])
        os.close(files[0])
        line.sendall(pid.to_bytes(NUMBER))


def act(order: bytes, tells: int) -> None:
    """Be the child."""
    from tests.attacks import deeds

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    told = "", None
    try:
        deed, *arguments = json.loads(order)
        told = "", getattr(deeds, deed)(*arguments)
    finally:
        if sys.exception():  # whoever asked is told
            told = traceback.format_exc()[-LONGEST_FAILURE:], None
        os.write(tells, json.dumps(told).encode())
        os._exit(0)


if __name__ == "__main__":
    import django

    django.setup()
    settings.DOCUMENT_ROOT = Path(sys.argv[2])
    import tests.attacks.deeds  # noqa: F401  What every fork has from the beginning.

    serve(socket.socket(fileno=int(sys.argv[1])))
