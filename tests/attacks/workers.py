"""Real workers in processes of their own, on the database of this test, to be killed at the worst moment."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from tracker.embedded.cluster import Address

GO = b"go\n"

READY = """
import os
from pathlib import Path
import django
from django.conf import settings
django.setup()
settings.DOCUMENT_ROOT = Path(os.environ["ORIGINALS"])
"""

STORE = """
import sys
from tracker.flow.intake import store
store.CHUNK = 5
print("go", flush=True)
store.store_rows(int(sys.argv[1]))
"""

WORKER = """
import sys
from django.core.management import call_command
from tracker.flow.intake import store
store.CHUNK = 5
print("go", flush=True)
call_command("procrastinate", "worker", *sys.argv[1:])
"""

NURSERY = """
import os, sys
from tracker.flow.intake import check, store
store.CHUNK = check.CHUNK = 15
deeds = {"check": check.check_rows, "store": store.store_rows}
print("go", flush=True)
for line in sys.stdin:
    deed, number = line.split()
    child = os.fork()
    if not child:
        deeds[deed](int(number))
        os._exit(0)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""

PROPOSE = """
from tracker.flow.linking import propose
propose.CHUNK = 5
print("go", flush=True)
propose.propose_links()
"""


def address() -> str:
    """Return this test's database as an address for another process."""
    told = connection.get_connection_params()
    place = Address(str(told["host"]), int(told.get("port", 5432)), str(told["user"]), str(told["password"]))
    return address_of(place, str(told["dbname"]))


def address_of(server: Address, database: str) -> str:
    """Return a database on a server as an address for another process."""
    host, secret = quote(server.host, safe=""), quote(server.password, safe="")
    return f"postgresql://{server.user}:{secret}@{host}:{server.port}/{database}"


def started(script: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a worker; return once it is about to begin."""
    environment = os.environ | {
        "ATHAR_TEST_DATABASE_URL": address(),
        "DJANGO_SETTINGS_MODULE": "tracker.settings.test",
        "ORIGINALS": str(settings.DOCUMENT_ROOT),
    }
    worker = subprocess.Popen(
        [sys.executable, "-c", f"{READY}{script}", *arguments],
        cwd=settings.BASE_DIR, env=environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert worker.stdout is not None
    assert worker.stdout.readline() == GO
    return worker


class Nursery:
    """A process that has loaded all that a worker needs, and forks one at a time: hundreds can be killed."""

    def __init__(self) -> None:
        self._process = started(NURSERY)

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *raised: object) -> None:
        self._process.communicate(timeout=60)

    def lets_go(self, deed: str, number: int, *, kill_after: float | None = None) -> bool:
        """Let a worker do its deed on a list; kill it after so many seconds. Say whether it came to its end."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{deed} {number}\n".encode())
        self._process.stdin.flush()
        worker = int(self._process.stdout.readline())
        if kill_after is not None:
            time.sleep(kill_after)
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        return int(self._process.stdout.readline()) == 0


def killed(worker: subprocess.Popen[bytes]) -> bool:
    """Kill it as the machine's own emergency would; say whether it was still at work."""
    was_at_work = worker.poll() is None
    worker.kill()
    worker.communicate(timeout=20)
    return was_at_work


def finished(worker: subprocess.Popen[bytes]) -> bool:
    """Let it do its work; say whether it ended well."""
    worker.communicate(timeout=90)
    return worker.returncode == 0
