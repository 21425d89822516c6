"""A PostgreSQL with its extensions, for the peer that needs one: started and stopped by the benchmark."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.bench.peers import NotHere
from tracker.embedded.account import Account, account_for
from tracker.embedded.control import shared_buffers

INSTALLATIONS = ("/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/usr")
SETTINGS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
NO_SERVER = (
    "no PostgreSQL with its extensions is installed here (Debian: apt install postgresql), and the embedded one "
    "has none"
)


@contextmanager
def contrib_server() -> Iterator[psycopg.Connection]:
    """Start a server in a folder of its own on a unix socket; connected to, and gone with the block."""
    programs = _programs()
    if programs is None:
        raise NotHere(NO_SERVER)
    folder = Path(tempfile.mkdtemp(prefix="athar-bench-", dir="/tmp"))
    account = account_for(Path("/"))
    account.own(folder)
    data = folder / "data"
    try:
        _call(account, programs / "initdb", "--pgdata", data, "--auth=trust", "--username=bench",
              "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        memory = shared_buffers()  # as much as ours
        options = f"{SETTINGS} -c shared_buffers={memory} -c unix_socket_directories={folder}"
        _call(
            account, programs / "pg_ctl", "start", "-D", data, "-w", "-s", "-l", folder / "log", "-o", options
        )
        try:
            with psycopg.connect(
                host=str(folder), user="bench", dbname="postgres", autocommit=True
            ) as connection:
                yield connection
        finally:
            _call(account, programs / "pg_ctl", "stop", "-D", data, "-w", "-s", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """Return the folder of the newest installed server's programs that brings pg_trgm."""
    found = [
        initdb.parent
        for place in INSTALLATIONS
        for initdb in (*Path(place).glob("*/bin/initdb"), *Path(place).glob("bin/initdb"))
        if (initdb.parent / "pg_ctl").is_file() and _has_pg_trgm(initdb.parent)
    ]
    return max(found, key=lambda path: int((re.findall(r"\d+", str(path)) or ["0"])[-1]), default=None)


def _has_pg_trgm(programs: Path) -> bool:
    config = programs / "pg_config"
    asked = [str(config), "--sharedir"] if config.is_file() else ["/bin/true"]
    share = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    version = programs.parent.name
    shares = [Path(share), Path(f"/usr/share/postgresql/{version}")]
    return any((path / "extension" / "pg_trgm.control").is_file() for path in shares)


def _call(account: Account, *command: str | Path) -> None:
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        done = account.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        if done.returncode:
            output.seek(0)
            raise NotHere(f"{Path(command[0]).name} failed: {' '.join(output.read().split())[-300:]}")
