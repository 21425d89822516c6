"""The tests' databases: migrated once for each state of the migrations, then copied in no time."""

import fcntl
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import LiteralString

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from tracker.embedded.cluster import Address, Cluster, cluster_in

MADE_BY_A_RUN = re.compile(r"test_athar_(\d+)(_gw\d+)?")
TEMPLATE = "template_athar_"
UNFINISHED = "unfinished_template_athar"
TEMPLATES_KEPT = 2


def server_of_the_tests() -> Cluster | None:
    """Return the embedded server, unless the tests were pointed at another one."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] != "tracker.embedded":
        return None
    return cluster_in(database["EMBEDDED_FOLDER"], durable=database["EMBEDDED_DURABLE"])


def state_of_the_migrations() -> str:
    """Return a mark that changes whenever a migration of ours, or the version of a package, does."""
    mark = hashlib.sha256()
    for path in sorted((settings.BASE_DIR / "tracker" / "migrations").glob("*.py")):
        mark.update(path.read_bytes())
    # The migrations of other packages change with their versions only.
    mark.update((settings.BASE_DIR / "uv.lock").read_bytes())
    return mark.hexdigest()[:16]


def template_on(cluster: Cluster) -> str:
    """Return the name of a migrated database to copy, having made it if this is the first run."""
    address = cluster.address()
    name = TEMPLATE + state_of_the_migrations()
    with one_at_a_time(cluster.home / "template.lock"):
        drop_leftovers(address)
        if name not in databases(address):
            migrate_once(address, name)
    return name


def migrate_once(address: Address, name: str) -> None:
    run(address, "DROP DATABASE IF EXISTS {}", UNFINISHED)
    run(address, "CREATE DATABASE {}", UNFINISHED)
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = UNFINISHED
    try:
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
    run(address, "ALTER DATABASE {} RENAME TO {}", UNFINISHED, name)


def drop_leftovers(address: Address) -> None:
    """Drop the databases of runs that were killed, and all but the newest templates."""
    names = databases(address)
    killed = [
        name for name in names if (run_of := MADE_BY_A_RUN.fullmatch(name)) and not lives(int(run_of[1]))
    ]
    templates = [name for name in names if name.startswith(TEMPLATE)]
    for name in [*killed, *templates[:-TEMPLATES_KEPT]]:
        run(address, "DROP DATABASE IF EXISTS {}", name)


def databases(address: Address) -> list[str]:
    """Return the names of all databases, the oldest first."""
    with maintenance(address) as server:
        return [name for (name,) in server.execute("SELECT datname FROM pg_database ORDER BY oid")]


def run(address: Address, statement: LiteralString, *names: str) -> None:
    with maintenance(address) as server:
        server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def maintenance(address: Address) -> Iterator[psycopg.Connection]:
    with psycopg.connect(
        host=address.host,
        port=address.port,
        user=address.user,
        password=address.password,
        dbname="postgres",
        autocommit=True,
    ) as server:
        yield server


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Let the other test processes wait while one makes the template."""
    with path.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
