"""Names, numbers and kinships, written below the person they belong to."""

from __future__ import annotations

from tracker.admin.versioned import VersionedSeveral
from tracker.models import Claim, Identifier, Kinship, PersonName


class NamesOfAPerson(VersionedSeveral):
    """Every name in every script, each with who says so."""

    model = PersonName
    autocomplete_fields = ("source",)
    fieldsets = (
        (None, {"fields": ("written", "kind", "standing", "source")}),
        (None, {"fields": ("given", "father", "grandfather", "family", "nickname", "remark")}),
    )


class NumbersOfAPerson(VersionedSeveral):
    """Numbers, each with the body that issued it."""

    model = Identifier
    autocomplete_fields = ("source",)
    fields = ("kind", "value", "issuer", "source")


class RelativesOfAPerson(VersionedSeveral):
    """Who of the family is what to the missing person."""

    model = Kinship
    autocomplete_fields = ("relative",)
    fields = ("relative", "kin")


class ClaimsAboutAPerson(VersionedSeveral):
    """What sources say. Claims that a confirmed link wrote stand apart: only the link can change them."""

    model = Claim
    autocomplete_fields = ("source", "place", "document")
    fields = ("kind", "date", "place", "source", "credibility", "document", "text_ar", "text_en")

    def get_queryset(self, request):  # type: ignore[no-untyped-def]
        """Leave out what came from a link."""
        return super().get_queryset(request).filter(link__isnull=True)
