"""Search missing people by name from the command line."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from tracker.dates import UnreadableDate
from tracker.flow.linking.search import FoundPerson, search_people


class Command(BaseCommand):
    """Print the missing people whom a name may mean, best first, with the reasons."""

    help = "Search missing people by a name in any spelling, Arabic or Latin."

    def add_arguments(self, parser: CommandParser) -> None:
        """NAME [--father …] [--mother …] [--born …] [--json]."""
        parser.add_argument("name")
        parser.add_argument("--father", default="")
        parser.add_argument("--mother", default="")
        parser.add_argument(
            "--born", default="", help="a date of birth as far as it is known: 1984, 3/1984, …"
        )
        parser.add_argument("--limit", type=int, default=20)
        parser.add_argument("--json", action="store_true")

    @no_translations
    def handle(self, *_args: Any, **options: Any) -> None:
        """Print a table, or one JSON list."""
        facts = {fact: options[fact] for fact in ("father", "mother", "born", "limit")}
        try:
            found = search_people(options["name"], **facts)
        except UnreadableDate as error:
            raise CommandError(error.en) from error
        if options["json"]:
            self.stdout.write(json.dumps([_entry(person) for person in found], ensure_ascii=False))
            return
        for person in found:
            self.stdout.write(f"{person.score:6.1%}  {' · '.join(person.names)}")
            for reason in person.reasons:
                self.stdout.write(f"        {reason.weight:+5.1f}  {reason.en}")
        if not found:
            self.stdout.write("Nobody of that name is among the missing people here.")


def _entry(found: FoundPerson) -> dict[str, Any]:
    return {
        "id": str(found.person.pk),
        "case_code": found.person.case_code,
        "names": found.names,
        "score": round(found.score, 4),
        "reasons": [{"en": reason.en, "ar": reason.ar, "weight": reason.weight} for reason in found.reasons],
    }
