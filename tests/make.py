"""One of each noun for a test to start from: all invented, each with what the database asks for and no more.

A test names only what it is about: ``make.person("سامر خالد الحلو", birth="1984")``.
"""

from __future__ import annotations

import hashlib
import uuid
from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from tracker.models import (
    Channel,
    Claim,
    ClaimKind,
    Consent,
    Contact,
    Document,
    Family,
    Identifier,
    IdentifierKind,
    ImportFile,
    ImportRow,
    ImportStatus,
    Inquiry,
    Kin,
    Kinship,
    Lead,
    LeadKind,
    Link,
    LinkStatus,
    NameKind,
    Notice,
    Person,
    PersonName,
    Place,
    PlaceKind,
    PrisonRecord,
    Relative,
    Role,
    RowStatus,
    Source,
    SourceKind,
    User,
)

PASSWORD = "a long password for tests"
NAME = "سامر خالد الحلو"
_numbers = count(1)


def user(role: str = Role.CASEWORKER, **fields: Any) -> User:
    """An account that signs in with ``make.PASSWORD``."""
    username = fields.pop("username", f"{role}-{next(_numbers)}")
    return User.objects.create_user(username, fields.pop("password", PASSWORD), role=role, **fields)


def volunteer(**fields: Any) -> User:
    return user(Role.VOLUNTEER, **fields)


def caseworker(**fields: Any) -> User:
    return user(Role.CASEWORKER, **fields)


def reviewer(**fields: Any) -> User:
    return user(Role.REVIEWER, **fields)


def auditor(**fields: Any) -> User:
    return user(Role.AUDITOR, **fields)


def administrator(**fields: Any) -> User:
    return user(Role.ADMINISTRATOR, **fields)


def source(**fields: Any) -> Source:
    slug = fields.pop("slug", f"source-{next(_numbers)}")
    fields = {
        "name_ar": "مصدر مخترع",
        "name_en": "Invented source",
        "kind": SourceKind.DEMONSTRATION,
    } | fields
    return Source.objects.create(slug=slug, **fields)


def place(name_ar: str = "حمص", name_en: str = "Homs", **fields: Any) -> Place:
    """A governorate unless said otherwise."""
    slug = fields.pop("slug", f"place-{next(_numbers)}")
    fields = {"kind": PlaceKind.GOVERNORATE, "source": fields.pop("source", None) or source()} | fields
    return Place.objects.create(slug=slug, name_ar=name_ar, name_en=name_en, **fields)


def family(**fields: Any) -> Family:
    fields = {"label": "عائلة الحلو", "source": fields.pop("source", None) or source()} | fields
    return Family.objects.create(**fields)


def relative(of: Family | None = None, **fields: Any) -> Relative:
    fields = {"name_ar": "هدى الحلو", "source": fields.pop("source", None) or source()} | fields
    return Relative.objects.create(family=of or family(), **fields)


def contact(of: Relative | None = None, **fields: Any) -> Contact:
    fields = {"channel": Channel.PHONE, "value": "+963 900 000 000", "safe_way": "calls only"} | fields
    return Contact.objects.create(relative=of or relative(), **fields)


def kinship(of: Relative, to: Person, kin: str = Kin.SISTER, **fields: Any) -> Kinship:
    return Kinship.objects.create(relative=of, person=to, kin=kin, **fields)


def person(*names: str, mother: str = "", **fields: Any) -> Person:
    """A missing person with one name on papers per spelling given (one in Arabic when none is)."""
    fields = {"source": fields.pop("source", None) or source()} | fields
    if "family" not in fields:
        fields["family"] = family(source=fields["source"])
    made = Person.objects.create(**fields)
    for written in names or (NAME,):
        name(made, written)
    if mother:
        name(made, mother, kind=NameKind.MOTHER)
    return made


def name(of: Person, written: str = NAME, **fields: Any) -> PersonName:
    return PersonName.objects.create(person=of, written=written, **{"source": of.source} | fields)


def public_person(*names: str, **fields: Any) -> Person:
    """A missing person whose family agreed to the public search; not published yet."""
    home = fields.pop("family", None) or family()
    agreed: dict[str, Any] = {
        "consent_scope": Consent.PUBLIC,
        "consent_given_on": date(2026, 1, 10),
        "consent_given_by": relative(home),
    }
    return person(*names, family=home, **agreed | fields)


def identifier(of: Person, value: str = "204", **fields: Any) -> Identifier:
    fields = {"kind": IdentifierKind.PRISONER, "issuer": "Invented prison", "source": of.source} | fields
    return Identifier.objects.create(person=of, value=value, **fields)


def document(**fields: Any) -> Document:
    """A document of which only the facts are kept: no file is written."""
    sha256 = fields.pop("sha256", hashlib.sha256(uuid.uuid4().bytes).hexdigest())
    fields = {
        "title": "Invented list",
        "file": f"{sha256[:2]}/{sha256}",
        "media_type": "text/csv",
        "size": 120,
        "source": fields.pop("source", None) or source(),
        "received_by": fields.pop("received_by", None) or volunteer(),
    } | fields
    return Document.objects.create(sha256=sha256, **fields)


def import_file(**fields: Any) -> ImportFile:
    """A list that is wholly stored."""
    of = fields.pop("document", None) or document()
    fields = {
        "source": of.source,
        "status": ImportStatus.STORED,
        "layout": [{"sheet": "", "header_row": 1, "header": ["الاسم"], "fields": ["name"]}],
        "received_by": of.received_by,
    } | fields
    return ImportFile.objects.create(document=of, **fields)


def import_row(of: ImportFile | None = None, **fields: Any) -> ImportRow:
    fields = {"number": next(_numbers), "cells": [NAME], "status": RowStatus.STORED} | fields
    return ImportRow.objects.create(import_file=of or import_file(), **fields)


def record(name_written: str = NAME, **fields: Any) -> PrisonRecord:
    """A line that says its person died, unless told ``says_death=False``."""
    row = fields.pop("row", None) or import_row(fields.pop("import_file", None), cells=[name_written])
    fields = {"script": "arabic", "says_death": True} | fields
    return PrisonRecord.objects.create(
        row=row, import_file=row.import_file, name_written=name_written, **fields
    )


def link(status: str = LinkStatus.PROPOSED, **fields: Any) -> Link:
    """A link; whoever its status needs has decided it."""
    decided = {
        LinkStatus.AWAITING_SECOND: ("confirmed_by",),
        LinkStatus.CONFIRMED: ("confirmed_by", "seconded_by"),
        LinkStatus.REJECTED: ("closed_by",),
        LinkStatus.WITHDRAWN: ("confirmed_by", "seconded_by", "closed_by"),
    }.get(LinkStatus(status), ())
    people = {who: fields.pop(who, None) or reviewer() for who in decided}
    fields = {
        "person": fields.pop("person", None) or person(),
        "record": fields.pop("record", None) or record(),
        "probability": 0.97,
        "bits": 12.0,
        "rules_version": "test",
    } | fields
    made = Link.objects.create(status=status, **people, **fields)
    made.refresh_from_db()
    return made


def claim(of: Person | None = None, kind: str = ClaimKind.LAST_SEEN, **fields: Any) -> Claim:
    who = of or person()
    return Claim.objects.create(person=who, kind=kind, **{"source": who.source} | fields)


def notice(of: Link | None = None, **fields: Any) -> Notice:
    """News that a family is owed from a confirmed link."""
    about = of or link(LinkStatus.CONFIRMED)
    return Notice.objects.create(link=about, person=about.person, **fields)


def inquiry(**fields: Any) -> Inquiry:
    fields = {
        "token": uuid.uuid4(),
        "language": "ar",
        "missing_name": NAME,
        "asker_name": "هدى الحلو",
        "channel": Channel.PHONE,
        "contact": "+963 900 000 000",
    } | fields
    return Inquiry.objects.create(**fields)


def lead(**fields: Any) -> Lead:
    fields = {
        "kind": LeadKind.CALL,
        "summary": "A neighbour saw him at the bus station",
        "logged_by": fields.pop("logged_by", None) or caseworker(),
        "due_on": timezone.localdate(),
    } | fields
    return Lead.objects.create(**fields)
