"""The database of the tests: a server of their own, stopped when the last test process ends."""

import os
import re

import psycopg
import pytest
from django.conf import settings

from tracker.embedded.cluster import Address, Cluster, cluster_in
from tracker.embedded.refusals import EmbeddedServerFailed

TEST_DATABASE = re.compile(r"test_athar_(\d+)(_gw\d+)?")


def server_of_the_tests() -> Cluster | None:
    """Return the embedded server, unless the tests were pointed at another one."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] != "tracker.embedded":
        return None
    return cluster_in(database["EMBEDDED_FOLDER"], durable=database["EMBEDDED_DURABLE"])


def pytest_sessionstart(session: pytest.Session) -> None:
    """Hold the server for the whole run: a test worker may be ended without a chance to stop it."""
    if cluster := server_of_the_tests():
        cluster.join()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Start the server before the test database is made, so that a failure is one sentence."""
    if cluster := server_of_the_tests():
        try:
            drop_leftovers(cluster.address())
        except EmbeddedServerFailed as failure:
            pytest.exit(str(failure), returncode=3)


def drop_leftovers(address: Address) -> None:
    """Drop the databases of test runs that were killed; each is named after its process."""
    with psycopg.connect(
        host=address.host,
        port=address.port,
        user=address.user,
        password=address.password,
        dbname="postgres",
        autocommit=True,
    ) as connection:
        for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall():
            made_by = TEST_DATABASE.fullmatch(name)
            if made_by and not lives(int(made_by[1])):
                connection.execute(f'DROP DATABASE IF EXISTS "{name}"')


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
