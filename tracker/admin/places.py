"""The register of places, each with its spellings."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import named
from tracker.admin.versioned import VersionedAdmin, VersionedSeveral
from tracker.models import Place, PlaceAlias


class SpellingsOfAPlace(VersionedSeveral):
    """Other spellings of a place, as lists write them."""

    model = PlaceAlias
    fields = ("name",)


@admin.register(Place)
class PlaceAdmin(VersionedAdmin):
    """Governorates, towns, prisons, branches, hospitals, grave sites."""

    list_display = ("name_in_list", "kind", "parent", "source")
    list_select_related = ("parent", "source")
    list_filter = ("kind",)
    search_fields = ("name_ar", "name_en", "aliases__name")
    autocomplete_fields = ("parent", "source")
    prepopulated_fields = {"slug": ("name_en",)}
    fields = ("name_ar", "name_en", "slug", "kind", "parent", "source")
    inlines = (SpellingsOfAPlace,)

    @admin.display(description=_("place"), ordering="name_en")
    def name_in_list(self, place: Place) -> SafeString:
        return named(place)
