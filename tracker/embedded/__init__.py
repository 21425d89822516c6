"""A PostgreSQL of the project's own, for a machine that has none.

It is a Django database engine: `ENGINE = "tracker.embedded"`. The server starts with the first
connection, listens on a unix socket only, and stops with the last process that used it.
"""
