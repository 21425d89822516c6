"""The reader's child, forked from a process that has loaded it once: thousands of files in the time of hundreds.

All but the start is production's: the parent's code, the limits, the input, the output, the ending.
"""

from __future__ import annotations

import codecs
import contextlib
import gc
import os
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO
from unittest import mock

NUMBER = 4
LONGEST_ORDER = 4096
LONGEST_COMPLAINT = 1024 * 1024
PANIC = "pyo3_runtime.PanicException"


class Nursery:
    """The process that forks; one child at a time."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        environment = {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
        command = [sys.executable, "-P", "-s", "-m", __name__, str(theirs.fileno())]
        self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=environment)
        self.line = ours
        self.unforeseen: list[str] = []
        theirs.close()

    def close(self) -> None:
        """Let it end, as it does when nobody can ask any more."""
        self.line.close()
        self._process.wait(timeout=20)


class ForkedChild:
    """Stands where the parent's code starts a process; the forked one reads and ends as a started one would."""

    def __init__(self, nursery: Nursery, command: Sequence[str], *, stdin: BinaryIO, stdout: BinaryIO,
                 stderr: BinaryIO, env: Mapping[str, str]) -> None:  # fmt: skip
        arguments = "\n".join(command[command.index("-m") + 2 :]).encode()
        self._nursery = nursery
        self._complaints = stderr
        socket.send_fds(nursery.line, [arguments], [stdin.fileno(), stdout.fileno(), stderr.fileno()])
        self._pid = self._told()
        self._ending: int | None = None

    def wait(self, timeout: float | None = None) -> int:
        if self._ending is None:
            self._nursery.line.settimeout(timeout)
            try:
                self._ending = self._told()
            except TimeoutError:
                raise subprocess.TimeoutExpired("the forked child", timeout or 0) from None
            finally:
                self._nursery.line.settimeout(None)
            self._note_what_was_not_foreseen()
        return self._ending

    def kill(self) -> None:
        if self._ending is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, 9)

    def _note_what_was_not_foreseen(self) -> None:
        """A parser may panic, and the parent says "damaged"; an exception of our own code is a fault of ours."""
        said = os.pread(self._complaints.fileno(), LONGEST_COMPLAINT, 0).decode(errors="replace").strip()
        last = said.rpartition("\n")[2]
        if "Traceback" in said and not last.startswith(PANIC):
            self._nursery.unforeseen.append(last)

    def _told(self) -> int:
        return int.from_bytes(self._nursery.line.recv(NUMBER, socket.MSG_WAITALL), signed=True)


@contextlib.contextmanager
def children_are_forked() -> Iterator[Nursery]:
    """Within, `read_sheets` forks its children instead of starting them."""
    from tracker.flow.intake.readers import reading

    nursery = Nursery()
    start = SimpleNamespace(
        Popen=lambda command, **files: ForkedChild(nursery, command, **files),
        TimeoutExpired=subprocess.TimeoutExpired,
    )
    try:
        with mock.patch.object(reading, "subprocess", start):
            yield nursery
    finally:
        nursery.close()


def serve(line: socket.socket) -> None:
    """Fork for each order and tell the child's number, then how it ended; end with whoever asks."""
    while True:
        arguments, files, _, _ = socket.recv_fds(line, LONGEST_ORDER, 3)
        if not files:
            return
        pid = os.fork()
        if pid == 0:
            line.close()
            read_in_child(arguments.decode().split("\n"), files)
        for file in files:
            os.close(file)
        line.sendall(pid.to_bytes(NUMBER, signed=True))
        _, status = os.waitpid(pid, 0)
        line.sendall(os.waitstatus_to_exitcode(status).to_bytes(NUMBER, signed=True))


def read_in_child(arguments: list[str], files: list[int]) -> None:
    """Be the child, from its first line to its end."""
    from tracker.flow.intake.readers import child

    for place, file in enumerate(files):
        os.dup2(file, place)
        os.close(file)
    ending = 0
    try:
        child.main(arguments)
    finally:
        if sys.exception():  # a started interpreter would also print it and end with 1
            ending = 1
            traceback.print_exc()
            sys.stderr.flush()
        os._exit(ending)


if __name__ == "__main__":
    from tracker.flow.intake.readers import ENCODINGS, child  # noqa: F401  What every fork has from the beginning.

    for encoding in ("ascii", "cp437", *ENCODINGS):
        codecs.lookup(encoding)
    gc.disable()
    gc.freeze()
    serve(socket.socket(fileno=int(sys.argv[1])))
