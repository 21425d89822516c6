"""What a test does with a server: connect, ask whether it lives, end the process that uses it."""

import subprocess
from pathlib import Path

import psycopg

from tracker.embedded.cluster import DATABASE, Address
from tracker.embedded.postmaster import postmaster_of


def finish(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=30)
    assert process.returncode == 0


def wait_until_connected(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "connected\n"


def connect(address: Address, database: str = DATABASE) -> psycopg.Connection:
    return psycopg.connect(
        host=address.host,
        port=address.port,
        user=address.user,
        password=address.password,
        dbname=database,
        autocommit=True,
    )


def server_runs(cluster: Path) -> bool:
    postmaster = postmaster_of(cluster)
    return postmaster is not None and postmaster.answers()
