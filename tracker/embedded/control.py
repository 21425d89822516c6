"""Making, starting and stopping a cluster with PostgreSQL's own programs."""

import os
import shlex
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tracker.embedded.account import Account
from tracker.embedded.place import Place
from tracker.embedded.postmaster import PID_FILE, PORT, postmaster_of
from tracker.embedded.refusals import EmbeddedServerFailed

SUPERUSER = "athar"
# sockaddr_un holds 104 bytes on macOS and 108 on Linux, the socket's own name included.
LONGEST_SOCKET_FOLDER = 85
LONGEST_TEMPORARY_FOLDER = 60
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
LEAST_KEPT, MOST_KEPT = 128 * 2**20, 2**30
"""Bytes of tables that a server keeps in memory: its default, and enough for the keys of a million people."""
LOG_TAIL_LINES = 8
LOG_LIMIT_BYTES = 4_000_000
# The children of a killed server need a moment to notice and let go of its memory.
START_PATIENCE_SECONDS = 10.0


def kept_in_memory(memory: int) -> int:
    """Return how many bytes of tables a server keeps on a machine with so many: a quarter, as its handbook says.

    >>> [kept_in_memory(gigabytes * 2**30) // 2**20 for gigabytes in (0, 1, 2, 24)]
    [128, 256, 512, 1024]
    """
    return min(max(memory // 4, LEAST_KEPT), MOST_KEPT)


def shared_buffers() -> str:
    """Return what a server on this machine is told to keep in memory, as its setting has it.

    `POSTGRES_MEMORY` says how much, where an office of millions needs more.
    """
    if asked := os.environ.get("POSTGRES_MEMORY"):
        return asked
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{kept_in_memory(memory) // 2**20}MB"


@dataclass(frozen=True, slots=True)
class Control:
    """The levers of one cluster."""

    place: Place
    account: Account
    durable: bool

    def make(self, password: str) -> None:
        """Make an empty cluster that does not depend on the machine's languages."""
        unfinished = self.place.folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        with tempfile.NamedTemporaryFile("w", dir=self.place.folder) as secret:
            secret.write(password)
            secret.flush()
            self.account.own(Path(secret.name))
            self.call(
                "initdb",
                *("--pgdata", unfinished, "--username", SUPERUSER, "--pwfile", secret.name),
                *("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"),
                *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"),
                *(() if self.durable else ("--no-sync",)),
            )
        unfinished.rename(self.place.cluster)

    def start(self) -> None:
        """Start the server; again for a while when the remains of a killed one are in the way."""
        self.clear_remains()
        if self.place.log.is_file() and self.place.log.stat().st_size > LOG_LIMIT_BYTES:
            self.place.log.unlink()
        deadline = time.monotonic() + START_PATIENCE_SECONDS
        while True:
            try:
                self.pg_ctl("start", "--log", self.place.log, "--options", self.options())
            except EmbeddedServerFailed:
                if "pre-existing shared memory" not in self.log_tail() or time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
            else:
                return

    def clear_remains(self) -> None:
        """Remove what a killed server left: it names a process that may be someone else's by now."""
        for left in (self.place.cluster / PID_FILE, *self.place.sockets.glob(".s.PGSQL.*")):
            left.unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop the server, ending whatever is still connected."""
        postmaster = postmaster_of(self.place.cluster)
        if postmaster is None:
            return
        self.pg_ctl("stop", "--mode=fast")
        if Path(postmaster.sockets) != self.place.sockets:
            shutil.rmtree(postmaster.sockets, ignore_errors=True)

    def options(self) -> str:
        settings = {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": f'"{self.socket_folder()}"',
            "unix_socket_permissions": "0700",
            "shared_buffers": shared_buffers(),
            **({} if self.durable else FORGETFUL),
        }
        return shlex.join(part for name, value in settings.items() for part in ("-c", f"{name}={value}"))

    def socket_folder(self) -> Path:
        """Return a private folder whose path is short enough for a socket's address."""
        folder = self.place.sockets
        if len(str(folder).encode()) > LONGEST_SOCKET_FOLDER or set(str(folder)) & set('",'):
            temporary = tempfile.gettempdir()
            short = temporary if len(temporary) < LONGEST_TEMPORARY_FOLDER else "/tmp"  # noqa: S108
            folder = Path(tempfile.mkdtemp(prefix="athar-", dir=short))
            self.account.own(folder)
        elif not folder.is_dir():
            folder.mkdir(mode=0o700)
            self.account.own(folder)
        return folder

    def pg_ctl(self, deed: str, *arguments: str | Path) -> None:
        self.call("pg_ctl", deed, "--pgdata", self.place.cluster, "--wait", "--silent", *arguments)

    def call(self, name: str, *arguments: str | Path) -> None:
        # Into a file and not a pipe: the server inherits it, and a pipe would stay open as long as it runs.
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            command = (self.place.binaries.program(name), *arguments)
            done = self.account.run(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
            if done.returncode != 0:
                output.seek(0)
                said = (output.read() + "\n" + self.log_tail()).strip()
                raise EmbeddedServerFailed(
                    f"The embedded PostgreSQL in {self.place.folder} failed at {name}:\n{said}"
                )

    def log_tail(self) -> str:
        try:
            lines = self.place.log.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return ""
        return "\n".join(lines[-LOG_TAIL_LINES:])
