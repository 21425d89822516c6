"""A small office with one of everything in it, and every address of the site filled in for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from tests import make
from tests.access.addresses import PARAMETER, all_routes
from tracker.models import HistoryEntry, LinkStatus, Notice, Person
from tracker.web.staff.noted import tables_by_noun


@dataclass
class World:
    """The things that an address may speak of."""

    person: Person
    notice: Notice
    things: dict[str, Any]

    def key_of(self, noun: str) -> str:
        return str(self.things[noun].pk)


def office(text: str = "An invented text") -> World:
    """One of every noun, with this text wherever people write."""
    source = make.source(name_ar=text, name_en=text, about=text)
    place = make.place(text, text, source=source)
    home = make.family(label=text, notes=text, source=source)
    relative = make.relative(home, name_ar=text, name_latin=text, notes=text)
    person = make.person(
        text, mother=text, family=home, source=source, circumstances=text, registry_place=text,
        registry_number=text[:50], disappearance_place=place, birth_place=place, birth="1984",
    )  # fmt: skip
    contact = make.contact(relative, value=text, safe_way=text, safe_time=text)
    things: dict[str, Any] = {"person": person, "family": home, "relative": relative, "source": source}
    things |= {"place": place, "contact": contact, "kinship": make.kinship(relative, person)}
    things["personname"] = make.name(person, f"{text} 2", remark=text, given=text[:100], kind="alias")
    things["identifier"] = make.identifier(person, text[:100], issuer=text)
    things["user"] = make.volunteer(full_name=text)
    things["document"] = make.document(title=text, source=source, received_by=things["user"])
    things["importfile"] = make.import_file(document=things["document"], layout=_layout(text))
    things |= _records(things, text)
    things["claim"] = make.claim(person, text_ar=text, text_en=text, place=place)
    things["inquiry"] = _inquiry(text)
    made_by = things["user"]
    things["lead"] = make.lead(summary=text, details=text, person=person, family=home, logged_by=made_by)
    make.lead(summary=text, inquiry=things["inquiry"])
    person.refresh_from_db()
    return World(person, things["notice"], things)


def _layout(text: str) -> list[dict[str, object]]:
    return [{"sheet": text, "header_row": 1, "header": [text, text], "fields": ["name", "notes"]}]


def _records(things: dict[str, Any], text: str) -> dict[str, Any]:
    row = make.import_row(things["importfile"], sheet=text, cells=[text, text])
    doubts = [{"en": text, "ar": text}]
    record = make.record(
        text, row=row, mother_written=text, facility_written=text, notes_written=text, doubts=doubts,
        death_cause_written=text, body_order_written=text, birth_place_written=text,
    )  # fmt: skip
    refused = make.import_row(
        things["importfile"], sheet=text, cells=[text], status="refused", refusals=doubts
    )
    findings = [{"aspect": "given", "weight": 3.0, "en": text, "ar": text}]
    link = make.link(LinkStatus.CONFIRMED, person=things["person"], record=record, findings=findings)
    link.decisions.create(verdict="confirm", by=things["user"], reason=text)
    return {"importrow": refused, "prisonrecord": record, "link": link, "notice": make.notice(link)}


def _inquiry(text: str) -> Any:
    return make.inquiry(
        missing_name=text, mother_name=text, birth_written=text[:100], disappearance_written=text,
        asker_name=text, relation=text[:100], contact=text, safe_way=text, message=text,
    )  # fmt: skip


def addresses(world: World) -> list[str]:
    """Return every address of the site, its parameters filled in from this office."""
    return sorted({found for route in all_routes() for found in _filled(route, world)})


def _filled(route: str, world: World) -> list[str]:
    if "(?P" in route or "<path:content_type_id>" in route:
        return [f"/admin/r/{ContentType.objects.get_for_model(Person).pk}/{world.person.pk}/"]
    registered = re.match(r"admin/tracker/(\w+)/", route)
    noun = registered[1] if registered else _noun_of(route)
    values = {
        "object_id": _entry() if noun == "historyentry" else world.things.get(noun, world.person).pk,
        "id": world.things["user"].pk,
        "pk": world.things.get(noun, world.person).pk,
        "contact": world.things["contact"].pk,
        "noun": "personname" if "withdraw" in route else noun,
        "app_label": "tracker",
        "url": "nowhere",
    }
    if "withdraw" in route:
        values["pk"] = world.things["personname"].pk
    return ["/" + PARAMETER.sub(lambda found: str(values[found[1]]), route)]


def _noun_of(route: str) -> str:
    nouns = {"review": "link", "leads": "lead", "telling": "notice", "import": "importfile",
             "documents": "document"}  # fmt: skip
    return next((noun for word, noun in nouns.items() if f"/{word}/" in route), "person")


def _entry() -> str:
    return str(HistoryEntry.objects.across(tables_by_noun()["contact"]).first().pgh_slug)


def changelist(noun: str) -> str:
    return reverse(f"admin:tracker_{noun}_changelist")
