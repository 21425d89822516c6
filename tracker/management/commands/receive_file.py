"""Bring in a list from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from tracker.flow.intake.receive import receive_file
from tracker.flow.intake.store import store_rows
from tracker.flow.refusals import Refused
from tracker.management.speaking import account_or_refuse, source_or_refuse
from tracker.models import ImportFile, RowStatus


class Command(BaseCommand):
    """Read a list, store its rows and records, and leave the comparison to the worker or to propose_links."""

    help = "Bring in a list of prisoners, dead or bodies (CSV, XLSX, XLS, ODS)."

    def add_arguments(self, parser: CommandParser) -> None:
        """PATH --source SLUG [--mapping FILE] [--encoding NAME] [--by USER] [--json]."""
        parser.add_argument("path", type=Path)
        parser.add_argument("--source", required=True, help="short name of the source, as the admin shows it")
        parser.add_argument(
            "--mapping", type=Path, help='JSON: {"column heading or letter": "field or ignore"}'
        )
        parser.add_argument("--encoding", help="text encoding of a CSV file, when the guess is wrong")
        parser.add_argument(
            "--by", help="user name of the colleague who brings it in (default: the first who may)"
        )
        parser.add_argument("--json", action="store_true")

    @no_translations
    def handle(self, *_args: Any, **options: Any) -> None:
        """Run the deed; a refusal is one sentence and exit status 1."""
        try:
            imported = receive_file(
                _read(options["path"]),
                filename=options["path"].name,
                source=source_or_refuse(options["source"]),
                by=account_or_refuse(options["by"], "receive_file"),
                mapping=_mapping(options["mapping"]) if options["mapping"] else None,
                encoding=options["encoding"],
            )
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        imported = store_rows(imported.pk, progress=None if options["json"] else self._progress)
        self.stdout.write(
            json.dumps(_report(imported), ensure_ascii=False) if options["json"] else _told(imported)
        )

    def _progress(self, done: int, total: int) -> None:
        self.stderr.write(f"  {done} of {total} rows stored", ending="\r" if done < total else "\n")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def _mapping(path: Path) -> dict[str, str]:
    content = _read(path)
    try:
        mapping = json.loads(content)
    except ValueError:
        mapping = None
    if isinstance(mapping, dict) and all(isinstance(field, str) for field in mapping.values()):
        return mapping
    raise CommandError(
        f"{path} is not a mapping. Write one JSON object of columns and fields, "
        'such as {"Name of detainee": "name", "C": "died", "D": "ignore"}.'
    )


def _report(imported: ImportFile) -> dict[str, Any]:
    refused = imported.rows.filter(status=RowStatus.REFUSED).values("sheet", "number", "refusals")
    return {
        "import": imported.pk,
        "sha256": imported.document.sha256,
        "rows": imported.rows_total,
        "records": imported.records_count,
        "repeated": imported.repeated_count,
        "refused": list(refused),
        "sheets": imported.layout,
    }


def _told(imported: ImportFile) -> str:
    counts = (
        f"{imported.records_count} records, {imported.refused_count} rows refused, "
        f"{imported.repeated_count} repeat another row"
    )
    lines = [f"Import {imported.pk}: {counts}."]
    for row in imported.rows.filter(status=RowStatus.REFUSED):
        lines += [f"  row {row.number}: {reason['en']}" for reason in row.refusals]
    return "\n".join(lines)
