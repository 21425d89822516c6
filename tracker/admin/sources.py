"""The register of sources."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import named
from tracker.admin.versioned import VersionedAdmin
from tracker.models import Source


@admin.register(Source)
class SourceAdmin(VersionedAdmin):
    """Who says so, and how far they have been right before."""

    list_display = ("name_in_list", "kind", "reliability", "published_on", "reported_by")
    list_select_related = ("reported_by",)
    list_filter = ("kind", "reliability")
    search_fields = ("name_ar", "name_en", "slug")
    autocomplete_fields = ("reported_by",)
    prepopulated_fields = {"slug": ("name_en",)}
    fields = ("name_ar", "name_en", "slug", "kind", "reliability", "published_on", "reported_by", "about")

    @admin.display(description=_("source"), ordering="name_en")
    def name_in_list(self, source: Source) -> SafeString:
        return named(source)
