"""The register of claims: what each source says, contradictions included."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import badge, dated, named
from tracker.admin.versioned import VersionedAdmin
from tracker.models import Claim


@admin.register(Claim)
class ClaimAdmin(VersionedAdmin):
    """What sources say of missing people."""

    list_display = ("what", "whom", "when", "place", "source", "credibility", "stands_still")
    list_select_related = ("person", "place", "source")
    list_filter = ("kind", "credibility")
    autocomplete_fields = ("person", "source", "place", "document")
    fields = ("person", "kind", "date", "place", "source", "credibility", "document", "text_ar", "text_en")
    search_fields = ("person__names__written", "person__case_code")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A claim that a confirmed link wrote changes with the link alone; a withdrawn one not at all."""
        is_ours = obj is None or (obj.link_id is None and obj.stands)
        return is_ours and super().has_change_permission(request, obj)

    @admin.display(description=_("what is said"), ordering="kind")
    def what(self, claim: Claim) -> str:
        return claim.get_kind_display()

    @admin.display(description=_("missing person"))
    def whom(self, claim: Claim) -> SafeString:
        return named(claim.person)

    @admin.display(description=_("date"), ordering="date__earliest")
    def when(self, claim: Claim) -> str:
        return dated(claim.date)

    @admin.display(description=_("state"))
    def stands_still(self, claim: Claim) -> SafeString:
        return badge("good", _("stands")) if claim.stands else badge("bad", _("withdrawn"))
