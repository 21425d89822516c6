"""Real workers in processes of their own, on the database of this test, to be killed at the worst moment."""

from __future__ import annotations

import os
import subprocess
import sys
from urllib.parse import quote

from django.conf import settings
from django.db import connection

GO = b"go\n"

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

PROPOSE = """
from tracker.flow.linking import propose
propose.CHUNK = 5
print("go", flush=True)
propose.propose_links()
"""


def address() -> str:
    """Return this test's database as an address for another process."""
    told = connection.get_connection_params()
    host, secret = quote(str(told["host"]), safe=""), quote(str(told["password"]), safe="")
    return f"postgresql://{told['user']}:{secret}@{host}:{told.get('port', 5432)}/{told['dbname']}"


def started(script: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a worker; return once it is about to begin."""
    environment = os.environ | {
        "ATHAR_TEST_DATABASE_URL": address(),
        "DJANGO_SETTINGS_MODULE": "tracker.settings.test",
    }
    worker = subprocess.Popen(
        [sys.executable, "-c", f"import django; django.setup(){script}", *arguments],
        cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert worker.stdout is not None
    assert worker.stdout.readline() == GO
    return worker


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
