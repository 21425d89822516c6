"""The database of the tests: a server of their own, stopped when the last test process ends."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.database import server_of_the_tests, template_on
from tracker.embedded.refusals import EmbeddedServerFailed


def pytest_sessionstart(session: pytest.Session) -> None:
    """Hold the server for the whole run: a test worker may be ended without a chance to stop it."""
    if cluster := server_of_the_tests():
        try:
            cluster.join()
        except OSError as error:
            pytest.exit(f"The tests' database cannot be used: {error}", returncode=3)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Let each test database be a copy of one that was migrated before."""
    if cluster := server_of_the_tests():
        try:
            with django_db_blocker.unblock():
                settings.DATABASES["default"]["TEST"]["TEMPLATE"] = template_on(cluster)
        except EmbeddedServerFailed as failure:
            pytest.exit(str(failure), returncode=3)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """End sessions that a thread or a worker of some test left behind: the database could not be dropped."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
