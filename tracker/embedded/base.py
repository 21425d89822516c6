"""The engine itself: Django's PostgreSQL, on a server that is started when it is first needed."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import base, client

from tracker.embedded.binaries import installed_binaries
from tracker.embedded.cluster import cluster_in


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell` with the embedded server's own psql."""

    def runshell(self, parameters: Iterable[str]) -> None:
        self.executable_name = str(installed_binaries().program("psql"))
        self.connection.get_connection_params()
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose address is known only once the server runs."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        """Start the server if need be; everything that connects (the job queue too) asks here first."""
        settings = self.settings_dict
        cluster = cluster_in(settings["EMBEDDED_FOLDER"], durable=settings["EMBEDDED_DURABLE"])
        address = cluster.address()
        settings["HOST"] = address.host
        settings["PORT"] = address.port
        settings["USER"] = address.user
        settings["PASSWORD"] = address.password
        params: dict[str, Any] = super().get_connection_params()
        return params
