"""Compare records with missing people from the command line."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser, no_translations

from tracker.flow.linking.propose import propose_links


class Command(BaseCommand):
    """Compare what has not been compared yet, or everything anew; store likely pairs as proposed links."""

    help = "Compare records with missing people; likely pairs become proposed links."

    def add_arguments(self, parser: CommandParser) -> None:
        """[--all] [--json]."""
        parser.add_argument("--all", action="store_true", help="compare every record with every person anew")
        parser.add_argument("--json", action="store_true")

    @no_translations
    def handle(self, *_args: Any, **options: Any) -> None:
        """Run the comparison with its progress on the error stream."""
        progress = None if options["json"] else self._progress
        proposed = propose_links(everything=options["all"], progress=progress, processes=os.cpu_count() or 1)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(proposed)))
            return
        self.stdout.write(
            f"{proposed.records} records and {proposed.people} people compared: "
            f"{proposed.links} new links to review."
        )

    def _progress(self, done: int, total: int) -> None:
        self.stderr.write(f"  {done} of {total} compared", ending="\r" if done < total else "\n")
