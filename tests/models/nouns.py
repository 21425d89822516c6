"""One row of every noun, to be deleted, altered and watched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from tests import make
from tracker import models as tracker


def custody_event(**fields: Any) -> Model:
    document = make.document()
    fields = {"document": document, "kind": "opened", "by": document.received_by} | fields
    return tracker.CustodyEvent.objects.create(**fields)


def contact_reveal(**fields: Any) -> Model:
    fields = {"contact": make.contact(), "by": make.caseworker(), "reason": "asked"} | fields
    return tracker.ContactReveal.objects.create(**fields)


def link_decision(**fields: Any) -> Model:
    by = make.reviewer()
    fields = {
        "link": make.link("rejected", closed_by=by),
        "by": by,
        "verdict": "reject",
        "reason": "no",
    } | fields
    return tracker.LinkDecision.objects.create(**fields)


def lead_step(**fields: Any) -> Model:
    fields = {"lead": make.lead(), "kind": "note", "by": make.caseworker(), "text": "called"} | fields
    return tracker.LeadStep.objects.create(**fields)


def place_alias() -> tracker.PlaceAlias:
    return tracker.PlaceAlias.objects.create(place=make.place(), name="Hims")


def kinship() -> tracker.Kinship:
    person = make.person()
    return make.kinship(make.relative(person.family), person)


def adopted_weights(**fields: Any) -> Model:
    fields = {"version": "2026.12", "weights": "{}", "by": make.reviewer(), "reason": "calibrated"} | fields
    return tracker.AdoptedWeights.objects.create(**fields)


def saved_mapping(**fields: Any) -> Model:
    by = make.volunteer()
    fields = {
        "source": make.source(),
        "header_key": "الاسم",
        "columns": [["الاسم", "name"]],
        "saved_by": by,
    } | fields
    return tracker.SavedMapping.objects.create(**fields)


def set_aside(**fields: Any) -> Model:
    fields = {
        "record": make.record(),
        "kind": "undone",
        "by": make.volunteer(),
        "reason": "read twice",
    } | fields
    return tracker.SetAside.objects.create(**fields)


NOUNS: Mapping[type[Model], Callable[..., Model]] = {
    tracker.AdoptedWeights: adopted_weights,
    tracker.Claim: make.claim,
    tracker.Contact: make.contact,
    tracker.ContactReveal: contact_reveal,
    tracker.CustodyEvent: custody_event,
    tracker.Document: make.document,
    tracker.Family: make.family,
    tracker.Identifier: lambda: make.identifier(make.person()),
    tracker.ImportFile: make.import_file,
    tracker.ImportRow: make.import_row,
    tracker.Inquiry: make.inquiry,
    tracker.Kinship: kinship,
    tracker.Lead: make.lead,
    tracker.LeadStep: lead_step,
    tracker.Link: make.link,
    tracker.LinkDecision: link_decision,
    tracker.Notice: make.notice,
    tracker.Person: make.person,
    tracker.PersonName: lambda: make.name(make.person(), "نادر المخترع"),
    tracker.Place: make.place,
    tracker.PlaceAlias: place_alias,
    tracker.PrisonRecord: make.record,
    tracker.Relative: make.relative,
    tracker.SavedMapping: saved_mapping,
    tracker.SetAside: set_aside,
    tracker.Source: make.source,
    tracker.User: make.user,
}
"""A new noun is added here; a test fails until it is."""
