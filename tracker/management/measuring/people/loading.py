"""An invented population is put into the product's own tables, as intake would have left it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID, uuid5

from django.core.management.color import no_style
from django.db import connection

from tracker.dates import FuzzyDate
from tracker.models import (
    Identifier,
    ImportRow,
    NameKind,
    Person,
    PersonName,
    PrisonRecord,
    RowStatus,
)
from tracker.names import Name, read_name

from .described import Batch, Described
from .numbering import case_code, id_of_person
from .office import Office
from .readings import NATIONAL_ISSUER, day_read, name_read
from .tables import Table, send_all


def load(batches: Iterable[Batch]) -> None:
    """Put people and records into the tables; triggers should be off, as they would note every row."""
    house = _House()
    for batch in batches:
        for person in batch.people:
            house.take_in(person)
        for listed in batch.records:
            house.store(listed.record)
        send_all(house.tables, only_full=True)
    send_all(house.tables)
    _count_on([ImportRow, PrisonRecord])


class _House:
    """The tables of an office and what their rows refer to."""

    def __init__(self) -> None:
        self.office = Office()
        self.people, self.names, self.numbers = Table(Person), Table(PersonName), Table(Identifier)
        self.rows, self.records = Table(ImportRow), Table(PrisonRecord)
        self.tables = (self.people, self.names, self.numbers, self.rows, self.records)

    def take_in(self, person: Described) -> None:
        """Store a missing person with names and numbers."""
        key = id_of_person(person.number)
        self.people.add(
            id=key,
            case_code=case_code(person.number),
            source_id=self.office.source.pk,
            sex=person.sex,
            birth=_date(person.birth),
            birth_place_id=self.office.places.get(person.birth_place_slug),
            disappearance=_date(person.taken),
            disappearance_place_id=self.office.places.get(person.taken_place_slug),
            registry_place=person.registry_place,
            registry_number=person.registry_number,
        )
        for spelled in person.names:
            self._name(key, NameKind.PAPERS, name_read(spelled))
        for mother in person.mothers:
            self._name(key, NameKind.MOTHER, read_name(mother))
        if person.national_number:
            self.numbers.add(
                id=uuid5(key, "national"),
                person_id=key,
                kind="national",
                issuer=NATIONAL_ISSUER,
                value=person.national_number,
                source_id=self.office.source.pk,
            )

    def _name(self, person: UUID, kind: str, name: Name) -> None:
        self.names.add(
            id=uuid5(person, kind + name.script.value),
            person_id=person,
            kind=kind,
            written=name.written,
            source_id=self.office.source.pk,
            **_parts(name),
        )

    def store(self, record: Described) -> None:
        """Store a line of a list with the record it became."""
        spelled, key, in_list = record.names[0], record.number + 1, self.office.list_of(record.number)
        name, mother = name_read(spelled), record.mothers[0] if record.mothers else ""
        said = (
            spelled.written, spelled.given, spelled.father, spelled.grandfather, spelled.family, mother,
            record.sex, record.birth, record.birth_place, record.taken, record.died, record.registry_place,
            record.registry_number, record.national_number,
        )  # fmt: skip
        cells = json.dumps(said, ensure_ascii=False)
        self.rows.add(id=key, import_file_id=in_list, number=key, cells=cells, status=RowStatus.STORED)
        self.records.add(
            id=key,
            row_id=key,
            import_file_id=in_list,
            name_written=spelled.written,
            mother_written=mother,
            sex=record.sex,
            birth=_date(record.birth),
            birth_place_written=record.birth_place,
            registry_place_written=record.registry_place,
            registry_number=record.registry_number,
            national_number=record.national_number,
            arrested=_date(record.taken),
            died=_date(record.died),
            says_death=bool(record.died),
            **_parts(name),
        )


def _parts(name: Name) -> dict[str, str]:
    return {
        "script": name.script.value,
        "given": name.given,
        "father": name.father,
        "grandfather": name.grandfather,
        "family": name.family,
        "nickname": name.nickname,
    }


def _date(text: str) -> str | None:
    return _kept(day_read(text)) if text else None


@lru_cache(maxsize=262144)
def _kept(date: FuzzyDate | None) -> str | None:
    return json.dumps(date.to_json(), ensure_ascii=False) if date else None


def _count_on(models: list[type[ImportRow] | type[PrisonRecord]]) -> None:
    """Let the tables' own counters go on behind the ids that were given."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
