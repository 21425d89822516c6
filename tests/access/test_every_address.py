"""The table of addresses, walked: each address by everyone, with every method."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import transaction
from django.test import Client

from tests import make
from tests.access.addresses import PARAMETER, all_routes
from tests.access.table import EVERYONE, Doors, table
from tracker.flow.intake.originals import keep_original
from tracker.models import AdoptedWeights, ContactReveal, HistoryEntry, LinkStatus, Role, User

pytestmark = pytest.mark.django_db

LETTERS = {
    "V": Role.VOLUNTEER,
    "C": Role.CASEWORKER,
    "R": Role.REVIEWER,
    "A": Role.AUDITOR,
    "M": Role.ADMINISTRATOR,
}
TABLE = table()
ODD_METHODS = ("PUT", "PATCH", "DELETE")
PARTS = 4
"""The walk is cut up, so that two processors share it."""


class Visit:
    """One of everything, and someone at each door."""

    def __init__(self) -> None:
        self.accounts: dict[str, User] = {letter: make.user(role) for letter, role in LETTERS.items()}
        self.person = make.person()
        self.relative = make.relative(self.person.family)
        self.contact = make.contact(self.relative)
        self.link = make.link(LinkStatus.CONFIRMED, person=self.person)
        self.notice = make.notice(self.link)
        self.inquiry = make.inquiry()
        self.lead = make.lead()
        self.claim = make.claim(self.person)
        self.document = keep_original(
            b"x", filename="x.csv", source=make.source(), media_type="text/csv", by=self.accounts["V"]
        )
        self.weights = AdoptedWeights.objects.create(
            version="2026.12", weights="{}", by=self.accounts["R"], reason="calibrated"
        )
        self.reveal = ContactReveal.objects.create(
            contact=self.contact, by=self.accounts["C"], reason="to call"
        )

    def client(self, letter: str) -> Client:
        """Return a browser in which this role is signed in, or nobody for a stranger."""
        client = Client(raise_request_exception=True)
        if letter != "S":
            client.force_login(self.accounts[letter])
        return client

    def object_of(self, noun: str) -> Any:
        """Return the key of one object of a noun."""
        objects = {
            "adoptedweights": self.weights,
            "claim": self.claim, "contactreveal": self.reveal, "document": self.document,
            "family": self.person.family, "importfile": self.link.record.import_file,
            "importrow": self.link.record.row, "inquiry": self.inquiry, "lead": self.lead, "link": self.link,
            "notice": self.notice, "person": self.person, "place": None, "prisonrecord": self.link.record,
            "relative": self.relative, "source": self.person.source, "user": self.accounts["V"],
        }  # fmt: skip
        if noun == "historyentry":
            return HistoryEntry.objects.all()[0].pk
        return (objects[noun] or make.place()).pk

    def address(self, route: str) -> str:
        """Return a route with its parameters filled in."""
        step = route.removeprefix("admin/").split("/", maxsplit=1)[0]
        noun = route.split("/")[2] if route.startswith("admin/tracker/") else ""
        known: dict[str, Any] = {
            "contact": self.contact.pk, "noun": "person", "id": self.accounts["V"].pk,
        }  # fmt: skip
        by_step: dict[str, Any] = {
            "import": self.link.record.import_file.pk, "documents": self.document.pk, "review": self.link.pk,
            "leads": self.lead.pk, "telling": self.notice.pk, "people": self.person.pk,
            "withdraw": self.person.pk,
        }  # fmt: skip
        known["pk"] = by_step.get(step)
        if "<path:object_id>" in route:
            known["object_id"] = self.object_of(noun) if noun else uuid.uuid4()
        plain = route.replace("^(?P<app_label>tracker)/$", "tracker/").replace("(?P<url>.*)$", "no/such/page")
        return "/" + PARAMETER.sub(lambda found: str(known[found[1]]), plain)


@pytest.fixture
def visit(tmp_path: Path, settings: LazySettings) -> Visit:
    settings.DOCUMENT_ROOT = tmp_path
    return Visit()


def let_in(status: int, location: str) -> bool:
    """Whether an answer is one to somebody who may be there; 500 is an answer to nobody."""
    if status in (403, 404, 405):
        return False
    assert status in (200, 302), status
    return "/admin/login/" not in location


def who_gets_in(visit: Visit, route: str, method: str) -> str:
    address = visit.address(route)
    return "".join(letter for letter in EVERYONE if enters(visit.client(letter), address, method))


def enters(client: Client, address: str, method: str) -> bool:
    answer = client.generic(method, address, content_type="application/x-www-form-urlencoded")
    if answer.streaming:
        list(answer)  # read to its end, so that the file behind it is closed
    return let_in(answer.status_code, answer.get("Location", ""))


def test_every_address_of_the_site_is_in_the_table() -> None:
    assert set(all_routes()) == set(TABLE)


def tried(routes: list[str], visit_one: Callable[[str], Any]) -> dict[str, Any]:
    """Return what each visit found; whatever a visit changed is put back before the next."""
    found: dict[str, Any] = {}
    for route in routes:
        with transaction.atomic():
            found[route] = visit_one(route)
            transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_an_address_lets_in_whom_the_table_says_and_nobody_else(visit: Visit, part: int) -> None:
    routes = sorted(TABLE)[part::PARTS]
    doors = tried(routes, lambda route: Doors(*(who_gets_in(visit, route, how) for how in ("GET", "POST"))))
    assert doors == {route: TABLE[route] for route in routes}


@pytest.mark.parametrize("part", range(PARTS))
def test_no_address_lets_anyone_else_in_by_a_method_that_no_form_sends(visit: Visit, part: int) -> None:
    def intruders(route: str) -> list[tuple[str, str]]:
        allowed = EVERYONE if "<path:object_id>/" in route else TABLE[route].get + TABLE[route].post
        tries = [(letter, method) for letter in EVERYONE for method in ODD_METHODS if letter not in allowed]
        return [(who, how) for who, how in tries if enters(visit.client(who), visit.address(route), how)]

    routes = sorted(TABLE)[part::PARTS]
    assert tried(routes, intruders) == {route: [] for route in routes}


def test_a_deactivated_account_loses_its_session_at_once(visit: Visit) -> None:
    client = visit.client("C")
    assert client.get("/admin/leads/").status_code == 200
    account = visit.accounts["C"]
    account.is_active = False
    account.save()
    assert client.get("/admin/leads/").status_code == 302
