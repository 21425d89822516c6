"""The demo, run as a newcomer runs it: as a program, in a database of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from tests.database import server_of_the_tests

ROOT = Path(__file__).resolve().parents[2]
BEST_CANDIDATE = """
    SELECT record.name_written FROM tracker_link link
      JOIN tracker_prisonrecord record ON record.id = link.record_id
      JOIN tracker_personname name ON name.person_id = link.person_id AND name.written = %s
     ORDER BY link.probability DESC
"""
SCORES = """
    SELECT coalesce(max(link.probability), 0) FROM tracker_personname name
      JOIN tracker_person person ON person.id = name.person_id
      JOIN tracker_source source ON source.id = person.source_id AND source.slug = 'detainee-report'
      LEFT JOIN tracker_link link ON link.person_id = person.id
     WHERE name.written = %s
"""


class Scratch:
    """A database of its own on the tests' server."""

    def __init__(self, name: str) -> None:
        cluster = server_of_the_tests()
        if cluster is None:
            pytest.skip("the demo is tried on the embedded server only")
        address = cluster.address()
        self.name = name
        self.params = {
            "host": address.host, "port": address.port, "user": address.user, "password": address.password,
        }  # fmt: skip
        self.url = (
            f"postgresql://{address.user}:{quote(address.password, safe='')}@{quote(address.host, safe='')}"
            f":{address.port}/{name}"
        )

    def ask(self, sql: str, *params: object) -> list[tuple[object, ...]]:
        with psycopg.connect(dbname=self.name, **self.params) as connection:  # type: ignore[arg-type]
            return connection.execute(sql, params).fetchall()

    def on_server(self, sql: str) -> None:
        with psycopg.connect(dbname="postgres", autocommit=True, **self.params) as connection:  # type: ignore[arg-type]
            connection.execute(sql)


@contextmanager
def scratch(what: str) -> Iterator[Scratch]:
    database = Scratch(f"test_athar_{os.getpid()}_{what}")
    database.on_server(f'CREATE DATABASE "{database.name}"')
    try:
        yield database
    finally:
        database.on_server(f'DROP DATABASE "{database.name}" WITH (FORCE)')


def environment(database: Scratch, files: Path, **more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "DATABASE_URL": database.url,
        "DOCUMENT_ROOT": str(files),
        "DJANGO_SETTINGS_MODULE": "tracker.settings.development",
    } | more  # fmt: skip


def run_demo(database: Scratch, files: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "demo", "--no-serve"],
        cwd=ROOT, env=environment(database, files), capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Scratch, Path]]:
    files = tmp_path_factory.mktemp("files")
    with scratch("demo") as database:
        done = run_demo(database, files)
        assert done.returncode == 0, done.stderr
        yield database, files


def test_the_reports_one_record_is_its_persons_first_candidate(demo: tuple[Scratch, Path]) -> None:
    database, _files = demo
    assert database.ask(BEST_CANDIDATE, "Ali Mohsen al-Baridi")[0] == ("علي محسن البريدي",)


@pytest.mark.parametrize("name", ["Mahmoud", "Ahmed", "Yazan"])
def test_nobody_else_of_the_report_has_a_candidate_as_likely(demo: tuple[Scratch, Path], name: str) -> None:
    database, _files = demo
    [(ali,)] = database.ask(SCORES, "Ali Mohsen al-Baridi")
    [(other,)] = database.ask(SCORES, name)
    assert isinstance(ali, float)
    assert isinstance(other, float)
    assert ali > 0.9
    assert other < ali


def test_the_demo_goes_on_where_it_left(demo: tuple[Scratch, Path]) -> None:
    database, files = demo
    counts = """
        SELECT (SELECT count(*) FROM tracker_person), (SELECT count(*) FROM tracker_link),
               (SELECT count(*) FROM tracker_prisonrecord), (SELECT count(*) FROM tracker_personevent)
    """
    before = database.ask(counts)
    again = run_demo(database, files)
    assert again.returncode == 0, again.stderr
    assert database.ask(counts) == before


def test_the_demo_leaves_alone_a_database_that_it_did_not_make(tmp_path: Path) -> None:
    with scratch("theirs") as database:
        with psycopg.connect(dbname=database.name, **database.params) as theirs:  # type: ignore[arg-type]
            theirs.execute("CREATE TABLE somebody_elses (id int)")
        refused = run_demo(database, tmp_path)
        assert refused.returncode == 1
        assert "was not made by the demo" in refused.stderr
        assert "Traceback" not in refused.stderr
        assert database.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(1,)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(demo: tuple[Scratch, Path], port: int) -> Iterator[subprocess.Popen[str]]:
    database, files = demo
    process = subprocess.Popen(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT, env=environment(database, files, ATHAR_PORT=str(port)),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def wait_until_open(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    told = ""
    for line in process.stdout:
        told += line
        if "Ctrl-C" in line:
            return told
    pytest.fail(told)


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def becomes_free(port: int) -> bool:
    deadline = time.monotonic() + 20
    while not is_free(port):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def test_the_demo_serves_says_how_to_begin_and_stops_when_asked(demo: tuple[Scratch, Path]) -> None:
    port = free_port()
    with serving(demo, port) as process:
        told = wait_until_open(process)
        assert f"http://127.0.0.1:{port}/" in told
        assert "arning" not in told, "it starts without a word of complaint"
        for username in ("volunteer", "caseworker", "reviewer", "reviewer2", "auditor", "administrator"):
            assert re.search(rf"^\s+{username}\s", told, re.MULTILINE)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
            assert b'dir="rtl"' in page.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert is_free(port)
        assert process.stdout is not None
        assert "rror" not in process.stdout.read(), "it stops without a word of complaint"


def test_a_demo_that_was_killed_leaves_no_orphan_on_its_port(demo: tuple[Scratch, Path]) -> None:
    port = free_port()
    with serving(demo, port) as process:
        wait_until_open(process)
        process.kill()
        process.wait()
        assert becomes_free(port)


def test_a_taken_port_is_said_before_anything_is_done(demo: tuple[Scratch, Path]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with serving(demo, taken.getsockname()[1]) as process:
            told, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "ATHAR_PORT" in told
    assert "Traceback" not in told
