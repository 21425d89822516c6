"""Whether the server lives, asked of the operating system and not of a file that may be stale."""

import contextlib
import os
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

PID_FILE = "postmaster.pid"
PROC = Path("/proc")
PORT = 5432


@dataclass(frozen=True, slots=True)
class Postmaster:
    """A running server: its process, and the folder of its socket (lines 1 and 5 of its pid file)."""

    pid: int
    sockets: str

    def answers(self) -> bool:
        """Knock at the socket: after a `kill -9` the file stays, but nobody opens."""
        with socket.socket(socket.AF_UNIX) as knock:
            knock.settimeout(5)
            try:
                knock.connect(f"{self.sockets}/.s.PGSQL.{PORT}")
            except (ConnectionRefusedError, FileNotFoundError):
                return False
            except (BlockingIOError, TimeoutError):
                # Too busy to open at once is alive.
                return True
        return True


def postmaster_of(cluster: Path) -> Postmaster | None:
    """Return the server of this cluster, or nothing when its pid file is missing, unfinished or stale."""
    try:
        lines = (cluster / PID_FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return None
    if len(lines) < 5 or not lines[0].isdecimal():
        return None
    postmaster = Postmaster(int(lines[0]), lines[4])
    return postmaster if works_in(postmaster.pid, cluster) else None


def works_in(pid: int, cluster: Path) -> bool:
    """Say whether this process is the server of this cluster: the number alone may be another's by now."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        # A server of ours may be signalled by us, so this is someone else's process.
        return False
    if PROC.joinpath("self").exists():
        with contextlib.suppress(OSError):
            return cluster.samefile(PROC / str(pid) / "cwd")
        return False
    listing = subprocess.run(
        ["/bin/ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False
    )
    return str(cluster) in listing.stdout
