"""Only a database that the demo made is the demo's to fill."""

from __future__ import annotations

from django.core.management.base import CommandError
from django.db import connection

MARK = "made by the Athar demonstration"


def claim_database() -> bool:
    """Mark an empty database as the demo's own; return whether it was new.

    Raises CommandError for a database that holds anything and does not carry the mark.
    """
    with connection.cursor() as cursor:
        name = connection.settings_dict["NAME"]
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        )
        if cursor.fetchone() == (MARK,):
            return False
        if connection.introspection.table_names(cursor):
            raise CommandError(
                f"The database “{name}” was not made by the demo, so the demo leaves it alone. To try the "
                "demo, name an empty database in DATABASE_URL, or work in a fresh checkout without DATABASE_URL."
            )
        cursor.execute(f"COMMENT ON DATABASE {connection.ops.quote_name(str(name))} IS '{MARK}'")
    return True
