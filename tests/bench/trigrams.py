"""pg_trgm: what a PostgreSQL house reaches for first. As it is, and over ICU's transliteration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import psycopg
from psycopg import sql

from tests.bench.peers import DEEPEST, Ask
from tracker.management.measuring.search_lists import Entry, Query

MAKE = """
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    DROP TABLE IF EXISTS {0};
    CREATE TABLE {0} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person text, name text, born int,
        taken_in text);
"""
SEARCH = (
    "SELECT person FROM {} WHERE name %% %(name)s ORDER BY similarity(name, %(name)s) DESC LIMIT %(deep)s"
)
SEARCH_WITH_BIRTH = """
    SELECT person FROM {} WHERE name %% %(name)s AND born BETWEEN %(born)s - 1 AND %(born)s + 1
     ORDER BY similarity(name, %(name)s) DESC LIMIT %(deep)s
"""

SEARCH_WITH_PLACE = """
    SELECT person FROM {} WHERE name %% %(name)s AND taken_in = %(taken_in)s
     ORDER BY similarity(name, %(name)s) DESC LIMIT %(deep)s
"""

Writing = Callable[[str], str]


def as_it_is(text: str) -> str:
    return text


def by_trigrams(server: psycopg.Connection, entries: Iterable[Entry], *, writing: Writing) -> Ask:
    """Store a gallery with an index of trigrams; return how it is asked."""
    name = sql.Identifier("gallery")
    server.execute(sql.SQL(MAKE).format(name))
    into = sql.SQL("COPY {} (person, name, born, taken_in) FROM STDIN").format(name)
    with server.cursor() as cursor, cursor.copy(into) as copy:
        for entry in entries:
            born = int(entry.born) if entry.born else None
            copy.write_row((entry.person, writing(entry.name), born, entry.taken_in))
    server.execute("SET maintenance_work_mem = '1GB'")
    server.execute(sql.SQL("CREATE INDEX ON {} USING gin (name gin_trgm_ops)").format(name))
    server.execute(sql.SQL("VACUUM (ANALYZE) {}").format(name))
    plain, with_birth, with_place = (
        sql.SQL(search).format(name) for search in (SEARCH, SEARCH_WITH_BIRTH, SEARCH_WITH_PLACE)
    )

    def ask(query: Query) -> Sequence[str]:
        search = with_birth if query.born else with_place if query.taken_in else plain
        facts = {
            "name": writing(query.text), "born": int(query.born or 0), "taken_in": query.taken_in,
            "deep": DEEPEST,
        }  # fmt: skip
        return [person for (person,) in server.execute(search, facts).fetchall()]

    return ask
