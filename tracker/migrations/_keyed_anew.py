"""Keys and profiles are made by other rules: everybody who has some is keyed anew, by the worker."""

from django.db.migrations import RunSQL

EVERYBODY_WAITS = """
    INSERT INTO tracker_unkeyedperson (person_id) SELECT person_id FROM tracker_personkeys
    ON CONFLICT (person_id) DO NOTHING
"""


def everybody_keyed_anew() -> RunSQL:
    """Return the operation that notes everybody as unkeyed."""
    return RunSQL(EVERYBODY_WAITS, RunSQL.noop)
