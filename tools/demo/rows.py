"""Rows as `loaddata` reads them. Every id follows from a name, so that making them again gives the same."""

import uuid
from typing import Any

from tracker.dates import read_date
from tracker.names import script_of

Row = dict[str, Any]
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://athar.example.org/fixtures")
STANDING: Row = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_reason": ""}
NAME_PARTS = ("given", "father", "grandfather", "family", "nickname")


def uid(noun: str, name: str) -> str:
    """Return the id of a thing by what we call it.

    >>> uid("place", "sednaya") == uid("place", "sednaya")
    True
    """
    return str(uuid.uuid5(NAMESPACE, f"{noun}:{name}"))


def row(noun: str, pk: str | int, **fields: Any) -> Row:
    """Return one row with every field named, as a raw save needs it."""
    return {"model": f"tracker.{noun}", "pk": pk, "fields": {"version": 1, **fields}}


def when(written: str) -> Row | None:
    """Return a date as the database keeps it; nothing written means that nobody knows."""
    return read_date(written).to_json() if written else None


def source(slug: str, *, kind: str, name_en: str, name_ar: str, about: str, by: str = "") -> Row:
    """A source; none here is graded, since nothing that we read grades one."""
    return row(
        "source", uid("source", slug), slug=slug, name_ar=name_ar, name_en=name_en, kind=kind,
        reliability="F", published_on=None, reported_by=uid("source", by) if by else None, about=about,
    )  # fmt: skip


def place(slug: str, kind: str, name_ar: str, name_en: str, *, parent: str, by: str) -> Row:
    """A place in the tree; `parent` is the short name of what it lies in."""
    return row(
        "place", uid("place", slug), slug=slug, kind=kind, name_ar=name_ar, name_en=name_en,
        parent=uid("place", parent) if parent else None, source=uid("source", by),
    )  # fmt: skip


def place_alias(slug: str, name: str) -> Row:
    """Another spelling of a place."""
    return row("placealias", uid("placealias", f"{slug}:{name}"), place=uid("place", slug), name=name)


def family(key: str, label: str, *, by: str, notes: str = "") -> Row:
    """A family file."""
    return row("family", uid("family", key), label=label, notes=notes, source=uid("source", by), **STANDING)


def relative(key: str, *, family: str, by: str, **fields: Any) -> Row:
    """Someone who asks."""
    known = {"name_ar": "", "name_latin": "", "language": "ar", "is_told_first": False, "notes": "", **fields}
    return row(
        "relative",
        uid("relative", key),
        family=uid("family", family),
        source=uid("source", by),
        **known,
        **STANDING,
    )


def kinship(relative: str, person: str, kin: str) -> Row:
    """How the one who asks is related to the one who is missing."""
    return row(
        "kinship", uid("kinship", f"{relative}:{person}"), relative=uid("relative", relative),
        person=uid("person", person), kin=kin, **STANDING,
    )  # fmt: skip


def contact(relative: str, channel: str, value: str, *, safe_way: str = "", safe_time: str = "") -> Row:
    """One way to reach a relative."""
    return row(
        "contact", uid("contact", f"{relative}:{value}"), relative=uid("relative", relative), channel=channel,
        value=value, safe_way=safe_way, safe_time=safe_time, **STANDING,
    )  # fmt: skip


def person(key: str, code: str, *, family: str, by: str, **fields: Any) -> Row:
    """A missing person; what is not named stays unknown."""
    known: Row = {
        "case_code": code, "family": uid("family", family), "source": uid("source", by), "sex": "",
        "birth": None, "birth_place": None, "disappearance": None, "disappearance_place": None,
        "registry_place": "", "registry_number": "", "circumstances": "", "consent_scope": "none",
        "consent_given_on": None, "consent_given_by": None, "consent_withdrawn_on": None,
    }  # fmt: skip
    unknown = set(fields) - set(known)
    if unknown:
        raise TypeError(f"A person has no {', '.join(sorted(unknown))}.")
    return row("person", uid("person", key), **known | fields, **STANDING)


def name(person: str, written: str, *, by: str, kind: str = "papers", **fields: Any) -> Row:
    """One name in one script; its parts are those that are named here, never guessed from the line."""
    known = {part: fields.pop(part, "") for part in NAME_PARTS}
    told = {"standing": "stated", "remark": "", **fields}
    return row(
        "personname", uid("personname", f"{person}:{kind}:{written}:{told['standing']}"),
        person=uid("person", person), kind=kind, script=script_of(written).value, written=written,
        source=uid("source", by), **known, **told, **STANDING,
    )  # fmt: skip


def identifier(person: str, kind: str, issuer: str, value: str, *, by: str) -> Row:
    """A number, with the body that issued it."""
    return row(
        "identifier", uid("identifier", f"{person}:{kind}:{value}"), person=uid("person", person), kind=kind,
        issuer=issuer, value=value, source=uid("source", by), **STANDING,
    )  # fmt: skip


def claim(
    person: str, kind: str, written: str, *, by: str, place: str = "", ar: str = "", en: str = ""
) -> Row:
    """What a source says of a person. No fixture claims a fate: that comes through a link and two people."""
    return row(
        "claim", uid("claim", f"{person}:{kind}:{by}"), person=uid("person", person), kind=kind,
        source=uid("source", by), credibility="6", date=when(written),
        place=uid("place", place) if place else None, text_ar=ar, text_en=en, document=None, link=None,
        confirmed_by=None, seconded_by=None, **STANDING,
    )  # fmt: skip
