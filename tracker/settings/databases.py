"""Where the records are kept: a PostgreSQL that was named, or one that Athar starts by itself."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import environ
from django.core.exceptions import ImproperlyConfigured

POSTGRESQL_SCHEMES = ("postgres://", "postgresql://")


def chosen_database(url: str, folder: Path, *, durable: bool = True) -> dict[str, Any]:
    """Return the named server, or an embedded one below `folder` where none was named."""
    if url:
        return named_database(url)
    return {
        "ENGINE": "tracker.embedded",
        "NAME": "athar",
        "EMBEDDED_FOLDER": folder,
        "EMBEDDED_DURABLE": durable,
    }


def named_database(url: str) -> dict[str, Any]:
    """Read DATABASE_URL, refusing every engine whose promises differ from PostgreSQL's.

    >>> named_database("postgresql://athar:secret@db:5432/athar")["HOST"]
    'db'
    >>> named_database("postgresql://athar:secret@%2Frun%2Fpostgresql/athar")["HOST"]
    '/run/postgresql'
    """
    if not url.startswith(POSTGRESQL_SCHEMES):
        raise ImproperlyConfigured(
            "DATABASE_URL must name a PostgreSQL server, as in postgresql://user:password@host:5432/athar."
        )
    database: dict[str, Any] = environ.Env.db_url_config(url, engine="django.db.backends.postgresql")
    # The folder of a unix socket stands percent-encoded where a host's name would.
    database["HOST"] = unquote(database["HOST"])
    return database
