"""What a caseworker needs before calling a family: whom, how it is safe, and what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.models import (
    Claim,
    Contact,
    Kinship,
    LinkDecision,
    Notice,
    NoticeStatus,
    Person,
    Relative,
    User,
    Verdict,
)
from tracker.web.staff.showing import day
from tracker.web.staff.telling_forms import RevealForm


@dataclass(frozen=True, slots=True)
class ContactShown:
    """One way to reach a relative, its number hidden unless it was just asked for."""

    contact: Contact
    form: RevealForm
    number: str = ""


@dataclass(frozen=True, slots=True)
class RelativeShown:
    """One relative: how related to the missing person, and how to be reached."""

    relative: Relative
    relation: str
    contacts: list[ContactShown]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing the record says."""

    label: str | Promise
    text: str


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """One claim with its date in words."""

    claim: Claim
    date: str


def notices_listed() -> QuerySet[Notice]:
    """Return notices with what the list shows of them, the longest owed first."""
    return Notice.objects.select_related("person__family", "told_by").prefetch_related("person__names")


def notice_to_tell() -> QuerySet[Notice]:
    """Return notices with what the page of one shows."""
    related = (
        "person__family",
        "told_to",
        "told_by",
        "link__record__facility",
        "link__record__import_file__source",
        "link__record__import_file__document",
        "corrects__told_to",
        "corrects__told_by",
    )
    return Notice.objects.select_related(*related).prefetch_related("person__names")


def relatives_of(
    person: Person,
    *,
    forms: Mapping[UUID, RevealForm] | None = None,
    numbers: Mapping[UUID, str] | None = None,
) -> list[RelativeShown]:
    """Return the relatives to be told, the one whom the family chose first."""
    relatives = (
        Relative.objects.standing()
        .filter(family=person.family_id)
        .order_by("-is_told_first", "name_ar", "pk")
    )
    shown = relatives.prefetch_related(
        Prefetch("kinships", Kinship.objects.standing().filter(person=person), to_attr="ties"),
        Prefetch("contacts", Contact.objects.standing().defer("value").order_by("pk"), to_attr="ways"),
    )
    return [
        RelativeShown(
            relative,
            ", ".join(tie.get_kin_display() for tie in relative.ties),
            [_contact(contact, forms or {}, numbers or {}) for contact in relative.ways],
        )
        for relative in shown
    ]


def _contact(contact: Contact, forms: Mapping[UUID, RevealForm], numbers: Mapping[UUID, str]) -> ContactShown:
    fresh = RevealForm(auto_id=f"id_{contact.pk}_%s")
    return ContactShown(contact, forms.get(contact.pk, fresh), numbers.get(contact.pk, ""))


def statements_of(notice: Notice) -> list[Statement]:
    """Return what the record says, as far as a family may ask for it."""
    record = notice.link.record
    said = [
        Statement(_("Name as written"), record.name_written),
        Statement(_("Place of detention"), str(record.facility or record.facility_written)),
        Statement(_("Arrest"), day(record.arrested)),
        Statement(_("Entry into detention"), day(record.entered)),
        Statement(_("Death"), day(record.died)),
        Statement(_("Cause of death as written"), record.death_cause_written),
        Statement(_("Order about the body as written"), record.body_order_written),
        Statement(_("Remarks as written"), record.notes_written),
    ]
    return [statement for statement in said if statement.text]


def claims_of(notice: Notice) -> list[ClaimShown]:
    """Return what is claimed of the person, with source and grade; withdrawn claims are left out."""
    claims = notice.person.claims.standing().select_related("source", "place").order_by("kind", "pk")
    return [ClaimShown(claim, day(claim.date)) for claim in claims]


def why_it_was_wrong(notice: Notice) -> LinkDecision | None:
    """Return the decision by which the link was withdrawn, with its reason."""
    return notice.link.decisions.filter(verdict=Verdict.WITHDRAW).select_related("by").last()


def may_tell(notice: Notice, user: User) -> bool:
    """Whether this colleague may record the telling of this notice."""
    return notice.status == NoticeStatus.OWED and user.has_perm("tracker.tell_family")
