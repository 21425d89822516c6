"""Other ways to bring the same rows into the same tables: raw COPY, and django-import-export in its two modes."""

from __future__ import annotations

import csv
import json
import sys
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

import django

from tests.bench.import_lists import FIELDS, HEADER
from tests.bench.import_offices import Office
from tests.bench.peers import package

TABLES = ("tracker_importrow", "tracker_prisonrecord")
BLOCK = 1024 * 1024
ATTRIBUTES = {"mother": "mother_written"}
NO_DATES = ("row_number", "birth", "died")


def copied_out(office: Office, folder: Path) -> list[Path]:
    """Write what a list became into files, as COPY writes it."""
    paths = []
    with office.connect() as connection:
        for table in TABLES:
            paths.append(folder / f"{table}.copy")
            with paths[-1].open("wb") as file, connection.cursor().copy(f"COPY {table} TO STDOUT") as copy:
                for block in copy:
                    file.write(block)
    return paths


def copied_in(office: Office, paths: list[Path], *, bare: bool) -> float:
    """Return the seconds in which COPY writes the files; `bare`: no trigger, no history, no foreign key.

    Given the first file alone, it writes the rows without their records.
    """
    with office.connect() as connection:
        if bare:
            connection.execute("SET session_replication_role = replica")
        start = perf_counter()
        with connection.transaction():
            for table, path in zip(TABLES, paths, strict=False):
                with path.open("rb") as file, connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                    while block := file.read(BLOCK):
                        copy.write(block)
        return perf_counter() - start


def resource(*, bulk: bool) -> Any:
    """Return the importer of records: texts alone, without dates, keys, checks or refusals."""
    from tracker.models import ImportRow, PrisonRecord

    resources, fields = package("import_export.resources"), package("import_export.fields")
    rows = iter(ImportRow.objects.order_by("pk").values_list("pk", "import_file"))

    class Records(resources.ModelResource):  # type: ignore[misc, name-defined]
        class Meta:
            model = PrisonRecord
            fields: tuple[str, ...] = ()
            import_id_fields: tuple[str, ...] = ()
            use_bulk, batch_size, skip_diff = bulk, 1_000, bulk
            force_init_instance = True

        def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
            instance.row_id, instance.import_file_id = next(rows)
            instance.script, instance.says_death = "arabic", False
            instance.name_written = f"{instance.given} {instance.father} {instance.family}"

    made = Records()
    for heading, field in zip(HEADER, FIELDS, strict=True):
        if field not in NO_DATES:
            name = ATTRIBUTES.get(field, field)
            made.fields[name] = fields.Field(attribute=name, column_name=heading)
    return made


def main() -> None:
    """`import_peers ORIGINALS MODE LIST ROWS`: import so many rows of a CSV, and tell the seconds."""
    django.setup()
    _, mode, path, count = sys.argv[1:]
    from django.conf import settings
    from django.db import connection

    from tracker.models import PrisonRecord

    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "import_export"]
    tablib = package("tablib")
    made = resource(bulk=mode == "bulk")
    connection.ensure_connection()
    with Path(path).open(encoding="utf-8", newline="") as text:
        lines = [next(text), *islice(text, int(count))]
    start = perf_counter()
    header, *rows = csv.reader(lines)
    result = made.import_data(tablib.Dataset(*rows, headers=header), raise_errors=True)
    seconds = perf_counter() - start
    assert not result.has_errors()
    assert PrisonRecord.objects.count() == int(count)
    print(json.dumps({"seconds": seconds, "rows": int(count)}))  # noqa: T201


if __name__ == "__main__":
    main()
