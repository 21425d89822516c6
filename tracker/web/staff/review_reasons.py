"""Why a pair was proposed, and what may be decided about it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, IntegerField, Prefetch, QuerySet, Value
from django.db.models.functions import Cast, Floor, Least
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.models import Claim, Link, LinkStatus, Person, User
from tracker.web.staff.showing import told

WHOLE_BAR_BITS = 12.0
"""The weight that fills a bar: the rarest name weighs about as much (matching/frequencies.py)."""

OTHERS_SHOWN = 8

PERCENT = Cast(Least(Floor(F("probability") * 100), Value(99.0)), IntegerField())
"""The likeness in hundredths, never 100: a comparison is never certain."""


def hundredths(probability: float) -> int:
    """Return a likeness in hundredths as ``PERCENT`` counts them.

    >>> hundredths(0.954), hundredths(0.9999)
    (95, 99)
    """
    return min(99, math.floor(probability * 100))


def signed(bits: float) -> str:
    """Return a weight with its sign.

    >>> signed(3.04), signed(-2.5)
    ('+3.0', '−2.5')
    """
    return f"{bits:+.1f}".replace("-", "−")


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding as a reviewer reads it: its sentence, its weight in bits, its bar's length (0 to 50)."""

    sentence: str
    bits: float
    bar: int

    @property
    def speaks_for(self) -> bool:
        return self.bits >= 0

    @property
    def weight(self) -> str:
        return signed(self.bits)

    @property
    def bar_start(self) -> int:
        """Where the bar begins on a scale of 100 whose middle says nothing."""
        return 50 if self.speaks_for else 50 - self.bar


def reasons_of(findings: Sequence[Mapping[str, Any]], limit: int | None = None) -> list[Reason]:
    """Return findings with the weightiest first, whichever way they speak."""
    heaviest = sorted(findings, key=lambda finding: -abs(finding["weight"]))[:limit]
    return [
        Reason(
            told(finding), finding["weight"], round(50 * min(1.0, abs(finding["weight"]) / WHOLE_BAR_BITS))
        )
        for finding in heaviest
    ]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: the deed it asks for, its words and its look."""

    deed: str
    label: str | Promise
    look: str


CONFIRM = Choice("confirm", _("Confirm"), "")
SECOND = Choice("confirm", _("Confirm as second person"), "")
REJECT = Choice("reject", _("Reject"), "is-quiet")
WITHDRAW = Choice("withdraw", _("Withdraw"), "is-danger")


def choices_for(link: Link, user: User) -> list[Choice]:
    """Return the buttons that the link's state and the user's right allow."""
    if link.status == LinkStatus.CONFIRMED:
        return [WITHDRAW] if user.has_perm("tracker.withdraw_link") else []
    if not user.has_perm("tracker.decide_link"):
        return []
    if link.status == LinkStatus.PROPOSED:
        return [CONFIRM, REJECT]
    if link.status == LinkStatus.AWAITING_SECOND:
        return [REJECT] if link.confirmed_by_id == user.pk else [SECOND, REJECT]
    return []


def why_not(link: Link, user: User) -> str | Promise:
    """Return the sentence that says why a button is missing; empty when none is."""
    if link.status in (LinkStatus.REJECTED, LinkStatus.WITHDRAWN):
        return _("This link is closed. The pair will not be proposed again.")
    if not user.has_perm("tracker.decide_link"):
        return _("Your role may read this page. Reviewers decide about links.")
    if link.status == LinkStatus.AWAITING_SECOND and link.confirmed_by_id == user.pk:
        return _("You confirmed this link. A second, different person must confirm it before it counts.")
    return ""


def link_to_review() -> QuerySet[Link]:
    """Return links with all that the review page shows of them."""
    claims = Claim.objects.select_related("place", "source")
    return (
        Link.objects.annotate(percent=PERCENT)
        .select_related(
            "person__birth_place",
            "person__disappearance_place",
            "record__facility",
            "record__row",
            "record__import_file__document",
            "record__import_file__source",
            "confirmed_by",
            "seconded_by",
        )
        .prefetch_related(
            "person__names", "person__identifiers", Prefetch("person__claims", claims), "decisions__by"
        )
    )


def others_of_person(link: Link) -> QuerySet[Link]:
    """Return the other records that may be about this person, the likeliest first."""
    others = Link.objects.filter(person=link.person_id).exclude(pk=link.pk).annotate(percent=PERCENT)
    return others.select_related("record__import_file__source").order_by("-probability")[:OTHERS_SHOWN]


def others_of_record(link: Link) -> QuerySet[Link]:
    """Return the other people whom this record may be about, the likeliest first."""
    others = Link.objects.filter(record=link.record_id).exclude(pk=link.pk).annotate(percent=PERCENT)
    people = Prefetch("person", Person.objects.prefetch_related("names"))
    return others.prefetch_related(people).order_by("-probability")[:OTHERS_SHOWN]
