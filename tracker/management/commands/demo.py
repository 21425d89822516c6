"""The whole road on this machine, with invented people."""

from __future__ import annotations

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from tracker.management.demo.database import claim_database
from tracker.management.demo.office import PASSWORD, open_office
from tracker.management.demo.serving import HOST, Office, refuse_taken_port
from tracker.models import ImportFile, Link, Person, User


class Command(BaseCommand):
    """Make the demonstration office in a database of its own, then serve it."""

    help = "Make a database with invented cases, import a list, propose links, and serve the site."

    def add_arguments(self, parser: CommandParser) -> None:
        """[--no-serve]."""
        parser.add_argument("--no-serve", action="store_true", help="do all but serve")

    @no_translations
    def handle(self, *_args: Any, **options: Any) -> None:
        """Do every step that was not done before; end with what to try."""
        port = _port()
        if not options["no_serve"]:
            refuse_taken_port(port)
        claim_database()
        imported = open_office(self._say, self._progress)
        if options["no_serve"]:
            self.stdout.write(_summary(imported))
            return
        self._say("Starting the site and its workers …")
        office = Office(port)
        office.open()
        self.stdout.write(_summary(imported) + _what_to_try(port))
        self.stdout.flush()
        if status := office.stay_open():
            sys.exit(status)
        self.stdout.write("\nStopped. Everything is kept: “make demo” goes on where you left.")

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _progress(self, done: int, total: int) -> None:
        width = 30
        bar = "█" * (width * done // max(total, 1))
        end = "\n" if done >= total or not self.stdout.isatty() else "\r"
        self.stdout.write(f"  {bar:░<{width}} {done} of {total}", ending=end)
        self.stdout.flush()


def _port() -> int:
    written = os.environ.get("ATHAR_PORT", "8000")
    if not written.isdecimal() or not 0 < int(written) < 65536:
        raise CommandError(f"ATHAR_PORT must be a port number between 1 and 65535, not “{written}”.")
    return int(written)


def _summary(imported: ImportFile) -> str:
    return (
        f"\n{Person.objects.count()} missing people; {imported.records_count} records of “{imported}” "
        f"({imported.refused_count} rows refused, with their reasons); "
        f"{Link.objects.undecided().count()} links wait for a reviewer.\n"
    )


def _what_to_try(port: int) -> str:
    site = f"http://{HOST}:{port}"
    accounts = "\n".join(
        f"  {user.username:<15} {user.get_role_display()}" for user in User.objects.order_by("pk")
    )
    return f"""
The site is open:  {site}/         (families)
                   {site}/admin/   (colleagues)

Accounts, all with the password {PASSWORD}:
{accounts}

Three things to try:
  1. Sign in as reviewer, open the queue, and confirm the link of Ali Mohsen al-Baridi; then as reviewer2.
  2. Sign in as caseworker: the family is owed the news. Record how they were told.
  3. As a family, search for an invented person at {site}/, or write an inquiry and find it among the leads.

Ctrl-C stops everything.
"""
