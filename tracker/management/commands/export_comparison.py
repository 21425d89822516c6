"""Write people and records for a comparison on a cluster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from tracker.flow.linking.cluster import export_comparison
from tracker.matching.spark.folder import BadFolder


class Command(BaseCommand):
    """Write all that comparison reads, and nothing else, into a new folder that its owner alone can open."""

    help = (
        "Write people and records for a comparison on a cluster. The folder holds names, mothers' names, births, "
        "places and numbers of people in danger: keep it encrypted, and delete it when the links are back."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """FOLDER."""
        parser.add_argument("folder", type=Path, help="a folder that does not exist yet")

    @no_translations
    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the folder with progress on the error stream."""
        try:
            exported = export_comparison(options["folder"], self._progress)
        except BadFolder as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"{exported.people} people and {exported.records} records written to {options['folder']}, "
            f"by the rules {exported.rules}."
        )

    def _progress(self, done: int, total: int) -> None:
        self.stderr.write(f"  {done} of {total} written", ending="\r" if done < total else "\n")
