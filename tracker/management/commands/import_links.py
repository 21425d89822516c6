"""Bring back the links that a cluster found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from tracker.flow.linking.cluster import import_links
from tracker.matching.spark.folder import BadFolder


class Command(BaseCommand):
    """Score the links of a folder once more and offer them; what people decided stays. May be run again."""

    help = "Offer the links that a comparison on a cluster found; what people decided stays."

    def add_arguments(self, parser: CommandParser) -> None:
        """FOLDER."""
        parser.add_argument(
            "folder", type=Path, help="what export_comparison wrote, with the links beside it"
        )

    @no_translations
    def handle(self, *_args: Any, **options: Any) -> None:
        """Offer the links with progress on the error stream."""
        try:
            proposed = import_links(options["folder"], self._progress)
        except BadFolder as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"{proposed.pairs} links of {proposed.records} records read: {proposed.links} new links to review."
        )

    def _progress(self, done: int, total: int) -> None:
        self.stderr.write(f"  {done} of {total} records", ending="\r" if done < total else "\n")
