"""What the demonstration office holds, and the work that has been done in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from tracker.flow.intake.receive import AlreadyReceived, receive_file
from tracker.flow.intake.store import store_rows
from tracker.flow.linking.propose import propose_links
from tracker.flow.listing.publish import publish_all
from tracker.matching.compiling import compile_everything
from tracker.models import ImportFile, Person, Source, User

PASSWORD = "athar-demo"  # noqa: S105
"""Known to everyone: the demo listens on this machine alone and holds nobody's real secrets."""

FIXTURES = ("places", "report", "demo_people", "demo_accounts", "demo_leads")
LIST = Path("fixtures/imports/sednaya_dead_demo.xlsx")
LIST_SOURCE = "demonstration-list"

Say = Callable[[str], None]
Progress = Callable[[int, int], None]


def open_office(say: Say, progress: Progress) -> ImportFile:
    """Bring the database to a working office; every step that was done before is left as it stands."""
    say("Making the schema …")
    call_command("migrate", verbosity=0)
    if not Person.objects.exists():
        say("Loading the detainee report's facts, and invented people around them …")
        call_command("loaddata", *FIXTURES, verbosity=0)
    _let_accounts_in()
    say("Bringing in a list of dead prisoners …")
    imported = store_rows(_list().pk, progress=progress)
    say("Comparing every record with every missing person …")
    compile_everything()  # else the first search for a name with a slip waits some seconds
    propose_links(progress=progress)
    publish_all()
    return imported


def _let_accounts_in() -> None:
    for account in User.objects.all():
        if not account.has_usable_password():
            account.set_password(PASSWORD)
            account.save()


def _list() -> ImportFile:
    path = settings.BASE_DIR / LIST
    volunteer = User.objects.get(username="volunteer")
    source = Source.objects.get(slug=LIST_SOURCE)
    try:
        return receive_file(path.read_bytes(), filename=path.name, source=source, by=volunteer)
    except AlreadyReceived as known:
        return known.earlier
