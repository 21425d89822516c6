"""Links and what was decided about them, read only: deciding is a page of its own."""
# ruff: noqa: ARG002  Django calls these with more than a register needs to know.

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import ReadOnly, Several, badge, named
from tracker.models import Link, LinkDecision, LinkStatus
from tracker.web.staff.review_reasons import hundredths, signed

TONES = {
    LinkStatus.PROPOSED: "info",
    LinkStatus.AWAITING_SECOND: "warn",
    LinkStatus.CONFIRMED: "good",
    LinkStatus.REJECTED: "plain",
    LinkStatus.WITHDRAWN: "bad",
}


class Decisions(Several):
    """Who decided what, and why."""

    model = LinkDecision
    fields = ("verdict", "by", "at", "reason")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Decisions are made on the review page."""
        return False


@admin.register(Link)
class LinkAdmin(ReadOnly):
    """Every pair that was ever proposed, and what became of it."""

    list_display = ("whom", "which", "likeness", "state", "proposed_at")
    list_select_related = ("person", "record")
    list_filter = ("status",)
    search_fields = ("person__case_code", "person__names__written", "record__name_written")
    fields = (
        "person", "record", "state", "likeness", "weight", "rules_version", "proposed_at", "confirmed_by",
        "seconded_by", "closed_by",
    )  # fmt: skip
    inlines = (Decisions,)

    @admin.display(description=_("missing person"))
    def whom(self, link: Link) -> SafeString:
        return named(link.person)

    @admin.display(description=_("prison record"))
    def which(self, link: Link) -> SafeString:
        return named(link.record)

    @admin.display(description=_("likeness"), ordering="probability")
    def likeness(self, link: Link) -> str:
        return f"{hundredths(link.probability)}%"

    @admin.display(description=_("weight of evidence in bits"), ordering="bits")
    def weight(self, link: Link) -> SafeString:
        return named(signed(link.bits))

    @admin.display(description=_("status"), ordering="status")
    def state(self, link: Link) -> SafeString:
        return badge(TONES[LinkStatus(link.status)], link.get_status_display())
