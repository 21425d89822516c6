"""Databases for lists to be stored in: copied from the template of the tests, dropped with the block."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from tests.bench.ours import set_up
from tests.bench.results import ROOT


@dataclass(frozen=True, slots=True)
class Office:
    """A database, and the folder of its originals."""

    name: str
    originals: Path

    @property
    def address(self) -> str:
        """Where another process finds the database."""
        from tests.database import server_of_the_tests

        cluster = server_of_the_tests()
        assert cluster is not None, "measured on the embedded server"
        told = cluster.address()
        host, secret = quote(told.host, safe=""), quote(told.password, safe="")
        return f"postgresql://{told.user}:{secret}@{host}:{told.port}/{self.name}"

    def step(self, module: str, *arguments: object) -> dict[str, Any]:
        """Run one step in a process of its own, as the site and its worker are, and return what it told."""
        done = self.begun(module, *arguments)
        told, _ = done.communicate()
        if done.returncode:
            raise RuntimeError(f"{module} {arguments[0]} failed")
        found: dict[str, Any] = json.loads(told.splitlines()[-1])
        return found

    def begun(self, module: str, *arguments: object) -> subprocess.Popen[str]:
        """Begin a step without waiting for its end."""
        environment = os.environ | {
            "ATHAR_TEST_DATABASE_URL": self.address,
            "DJANGO_SETTINGS_MODULE": "tracker.settings.test",
        }
        command = [sys.executable, "-m", f"tests.bench.{module}", str(self.originals), *map(str, arguments)]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)

    def connect(self) -> psycopg.Connection:
        return psycopg.connect(self.address, autocommit=True)


class Offices:
    """Makes them, and drops them all."""

    def __init__(self, folder: Path, template: str) -> None:
        self.folder = folder
        self._template = template
        self._made: list[str] = []

    def new(self, like: Office | None = None) -> Office:
        """Return an empty office, or one that is like another at this moment."""
        name = f"bench_imports_{os.getpid()}_{len(self._made)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {like.name if like else self._template}")
        self._made.append(name)
        return Office(name, like.originals if like else self.folder / name)

    def drop(self, *offices: Office) -> None:
        """Drop what is not needed any more."""
        for office in offices:
            self._run(f"DROP DATABASE IF EXISTS {office.name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with Office("postgres", self.folder).connect() as server:
            # Names are made above.
            server.execute(statement.encode())

    def close(self) -> None:
        self.drop(*(Office(name, self.folder) for name in self._made))


@contextmanager
def offices() -> Iterator[Offices]:
    """Yield a maker of offices on the server of the tests, which forgets what a power cut takes."""
    set_up()
    from tests.database import server_of_the_tests, template_on

    cluster = server_of_the_tests()
    if cluster is None:
        raise RuntimeError("measured on the embedded server: unset ATHAR_TEST_DATABASE_URL")
    cluster.join()
    with tempfile.TemporaryDirectory(prefix="athar-bench-", dir="/tmp") as folder:
        made = Offices(Path(folder), template_on(cluster))
        try:
            yield made
        finally:
            made.close()
