"""Leads and inquiries, read only: following a lead is a page of its own."""
# ruff: noqa: ARG002  Django calls these with more than a register needs to know.

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import ReadOnly, Several, badge, named
from tracker.models import Inquiry, Lead, LeadStatus, LeadStep

TONES = {LeadStatus.OPEN: "warn", LeadStatus.FOLLOWED: "info", LeadStatus.CLOSED: "plain"}


class Steps(Several):
    """What was done about a lead."""

    model = LeadStep
    fields = ("kind", "by", "at", "text")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Steps are written on the lead's own page."""
        return False


@admin.register(Lead)
class LeadAdmin(ReadOnly):
    """Every lead, the closed ones too."""

    list_display = ("one_line", "kind", "state", "assigned_to", "due_on", "outcome")
    list_select_related = ("assigned_to",)
    list_filter = ("status", "kind", "outcome")
    search_fields = ("summary",)
    exclude = ("version",)
    inlines = (Steps,)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave the inquiry out for roles that may not read what families wrote."""
        fields = [name for name in super().get_fields(request, obj) if name != "details"]
        if request.user.has_perm("tracker.view_inquiry"):
            return [*fields, "details"]
        return [name for name in fields if name != "inquiry"]

    @admin.display(description=_("lead"), ordering="summary")
    def one_line(self, lead: Lead) -> SafeString:
        return named(lead)

    @admin.display(description=_("status"), ordering="status")
    def state(self, lead: Lead) -> SafeString:
        return badge(TONES[LeadStatus(lead.status)], lead.get_status_display())


@admin.register(Inquiry)
class InquiryAdmin(ReadOnly):
    """What families wrote in the private form, word for word; how to reach them stands with the lead."""

    list_display = ("whom", "asker_name", "relation", "received_at", "spoken")
    search_fields = ("missing_name", "asker_name")
    fields = (
        "missing_name", "mother_name", "birth_written", "disappearance_written", "asker_name", "relation",
        "spoken", "channel", "safe_way", "message", "received_at",
    )  # fmt: skip

    @admin.display(description=_("name of the missing person"), ordering="missing_name")
    def whom(self, inquiry: Inquiry) -> SafeString:
        return named(inquiry)

    @admin.display(description=_("language"), ordering="language")
    def spoken(self, inquiry: Inquiry) -> str:
        return dict(settings.LANGUAGES).get(inquiry.language, inquiry.language)
