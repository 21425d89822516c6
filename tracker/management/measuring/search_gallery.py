"""A gallery of names becomes missing people in the scratch tables, a million in a minute or two."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from typing import Any

from django.db import connection, models
from psycopg import sql

from tracker.dates import UnreadableDate, read_date
from tracker.management.measuring.people.places import GOVERNORATES
from tracker.management.measuring.scratch import TABLES, triggers_off
from tracker.management.measuring.search_lists import BadLine, Entry
from tracker.models import NameKind, Person, PersonName, Place, PlaceKind, Source, SourceKind
from tracker.models.identities import NAME_PARTS
from tracker.models.people import CODE_LETTERS
from tracker.names import clean_text, read_name

COUNTRY = "syria"
CHUNK = 20_000
"""Names brought in at once: a few megabytes of rows."""

PERSON_COLUMNS = ("id", "case_code", "birth", "disappearance_place_id")
NAME_COLUMNS = ("id", "person_id", "kind", "script", "written", *NAME_PARTS)

LONGEST = {field.attname: getattr(field, "max_length", 0) for field in PersonName._meta.concrete_fields}
"""The letters that a column holds."""

Progress = Callable[[int], None]


def load_gallery(entries: Iterable[Entry], progress: Progress | None = None) -> int:
    """Make a missing person of each id, with its names; return how many names came in.

    Triggers are off meanwhile, so what the models would have done on saving is done here: names are cleaned and
    their parts read.
    """
    source = Source.objects.create(
        slug="measured", name_ar="للقياس", name_en="To measure with", kind=SourceKind.DEMONSTRATION
    )
    loader = _Loader(source)
    entries = iter(entries)
    with triggers_off():
        while chunk := list(islice(entries, CHUNK)):
            loader.bring_in(chunk)
            if progress:
                progress(loader.names)
    return loader.names


def make_governorates(source: Source) -> dict[str, uuid.UUID]:
    """Make a country with its governorates; return these by their short names.

    Each has the same number in every run: paths of places are remembered for as long as none is added or changed.
    """
    country = Place(
        id=person_key(COUNTRY), slug=COUNTRY, kind=PlaceKind.COUNTRY, name_ar=COUNTRY, name_en=COUNTRY,
        source=source,
    )  # fmt: skip
    made = [
        Place(
            id=person_key(slug), slug=slug, kind=PlaceKind.GOVERNORATE, name_ar=slug, name_en=slug,
            parent=country, source=source,
        )
        for slug, _ in GOVERNORATES
    ]  # fmt: skip
    Place.objects.bulk_create([country, *made])
    return {place.slug: place.pk for place in made}


def settle() -> None:
    """Leave the tables as a database that has run for a while has them: counted, and its indexes tidied."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        for (table,) in cursor.fetchall():
            cursor.execute(f"VACUUM (ANALYZE) {table}")


def person_key(person: str) -> uuid.UUID:
    """Return under which number a person of the gallery stands in the tables."""
    return uuid.UUID(bytes=blake2b(person.encode(), digest_size=16).digest(), version=4)


class _Loader:
    """Brings chunks in, and remembers who is in already: their further lines are further names."""

    def __init__(self, source: Source) -> None:
        self.names = 0
        self._people: set[bytes] = set()
        self._spellings: set[bytes] = set()
        self._governorates = make_governorates(source)
        self._person = _Pattern(Person(source=source), PERSON_COLUMNS)
        self._name = _Pattern(PersonName(source=source), NAME_COLUMNS)

    def bring_in(self, chunk: Sequence[Entry]) -> None:
        people, names = [], []
        for entry in chunk:
            key = person_key(entry.person)
            written = _checked(entry, clean_text(entry.name))
            spelling = blake2b(key.bytes + written.encode(), digest_size=16).digest()
            if spelling in self._spellings:
                continue
            self._spellings.add(spelling)
            first = key.bytes not in self._people
            if first:
                self._people.add(key.bytes)
                people.append((key, case_code(len(self._people)), _birth(entry), self._place(entry)))
            kind = NameKind.PAPERS if first else NameKind.ALIAS
            names.append((uuid.UUID(bytes=spelling, version=4), key, kind.value, *_read(entry, written)))
        self._person.copy(people)
        self._name.copy(names)
        self.names += len(names)

    def _place(self, entry: Entry) -> uuid.UUID | None:
        """Return the governorate that an entry names; raise BadLine for one that is none."""
        if entry.taken_in and entry.taken_in not in self._governorates:
            raise BadLine(f"{entry.place} names a governorate that is not known.")
        return self._governorates.get(entry.taken_in)


class _Pattern:
    """A table whose new rows are all alike but for a few columns."""

    def __init__(self, pattern: models.Model, varying: Sequence[str]) -> None:
        fields = {field.attname: field for field in pattern._meta.concrete_fields}
        alike = [field for name, field in fields.items() if name not in varying]
        columns = [str(field.column) for field in (*(fields[name] for name in varying), *alike)]
        self._into = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(pattern._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, columns))
        )
        self._alike = tuple(
            field.get_db_prep_save(field.pre_save(pattern, add=True), connection) for field in alike
        )

    def copy(self, rows: Iterable[tuple[Any, ...]]) -> None:
        with connection.cursor() as cursor, cursor.copy(self._into) as copy:
            for row in rows:
                copy.write_row(row + self._alike)


def case_code(number: int) -> str:
    """Return the case code of the person with this number.

    >>> case_code(1), case_code(31)
    ('2222-2223', '2222-2233')
    """
    letters = "".join(
        CODE_LETTERS[number // len(CODE_LETTERS) ** place % len(CODE_LETTERS)] for place in range(8)
    )
    return f"{letters[:3:-1]}-{letters[3::-1]}"


def _read(entry: Entry, written: str) -> Iterator[str]:
    read = read_name(written)
    yield read.script.value
    yield written
    for part in NAME_PARTS:
        yield _fits(entry, part, getattr(read, part))


def _checked(entry: Entry, written: str) -> str:
    if not written:
        raise BadLine(f"{entry.place} has no name that can be read.")
    return _fits(entry, "written", written)


def _fits(entry: Entry, field: str, text: str) -> str:
    longest = LONGEST[field]
    if len(text) > longest:
        raise BadLine(f"{entry.place} has a name, or a part of one, of more than {longest} letters.")
    return text


def _birth(entry: Entry) -> Any:
    field = Person._meta.get_field("birth")
    try:
        birth = read_date(entry.born) if entry.born else None
    except UnreadableDate as error:
        raise BadLine(f"{entry.place}: {error.en}") from error
    return field.get_db_prep_save(birth, connection)
