"""Families, relatives, and the ways to reach them, which are never shown here."""
# ruff: noqa: ARG002  Django calls these with more than a register needs to know.

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import ReadOnly, Several, named, yes_or_no
from tracker.admin.versioned import VersionedAdmin, VersionedForm, VersionedSeveral
from tracker.models import Contact, ContactReveal, Family, Kinship, Person, Relative

SHORTEST_SHOWN = 5
"""Of a number no longer than this even the end tells too much."""
LETTERS_LEFT = 2
"""Enough to tell two numbers of one relative apart, too few to call either."""


def masked(value: str) -> str:
    """Return a number or address as it may be shown to those who write it.

    >>> masked("+963 900 000 012")
    '•••• 12'
    """
    return f"•••• {value[-LETTERS_LEFT:]}" if len(value) > SHORTEST_SHOWN else "••••"


class ContactForm(VersionedForm):
    """A way to reach a relative: the number goes in, and comes out only by a look with a reason."""

    unspoken: ClassVar[frozenset[str]] = frozenset({"value"})

    class Meta:
        model = Contact
        fields = ("channel", "value", "safe_way", "safe_time")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.pop("value", None)
        if "value" in self.fields and not self.instance._state.adding:
            self.fields["value"].required = False
            self.fields["value"].widget.attrs["placeholder"] = masked(self.instance.value)
            self.fields["value"].help_text = _("Leave empty to keep the one we have.")

    def clean_value(self) -> str:
        """Keep the stored number where no new one was written."""
        written: str = self.cleaned_data.get("value", "")
        return written or self.instance.value

    def _touched(self, field: Any, base: Any) -> bool:
        return (
            field.name in self.changed_data if field.name in self.unspoken else super()._touched(field, base)
        )


class ContactsOfARelative(VersionedSeveral):
    """Ways to reach a relative, for caseworkers."""

    model = Contact
    form = ContactForm
    fields = ("channel", "value", "safe_way", "safe_time")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Leave the whole box out for roles that may not write into it."""
        return request.user.has_perm("tracker.change_contact")


class KinshipsOfARelative(VersionedSeveral):
    """Whose relative this is."""

    model = Kinship
    autocomplete_fields = ("person",)
    fields = ("person", "kin")


class RelativesOfAFamily(Several):
    """Who belongs to the family file."""

    model = Relative
    fields = ("name_ar", "name_latin", "language", "is_told_first")
    readonly_fields = fields
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A relative is added on a page of their own, with their source."""
        return False


class MissingOfAFamily(Several):
    """Whom the family misses."""

    model = Person
    fields = ("case_code", "disappearance", "disappearance_place")
    readonly_fields = fields
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A person is added on a page of their own, with their names."""
        return False


@admin.register(Family)
class FamilyAdmin(VersionedAdmin):
    """Family files."""

    list_display = ("label_in_list", "source")
    list_select_related = ("source",)
    search_fields = ("label",)
    autocomplete_fields = ("source",)
    fields = ("label", "source", "notes")
    inlines = (MissingOfAFamily, RelativesOfAFamily)

    @admin.display(description=_("family"), ordering="label")
    def label_in_list(self, family: Family) -> SafeString:
        return named(family)


@admin.register(Relative)
class RelativeAdmin(VersionedAdmin):
    """Those who ask, and those who are to be told."""

    list_display = ("name_in_list", "family", "language", "told_first")
    list_select_related = ("family",)
    list_filter = ("language", "is_told_first")
    search_fields = ("name_ar", "name_latin", "family__label")
    autocomplete_fields = ("family", "source")
    fields = ("family", "name_ar", "name_latin", "language", "is_told_first", "source", "notes")
    inlines = (KinshipsOfARelative, ContactsOfARelative)

    @admin.display(description=_("relative"), ordering="name_ar")
    def name_in_list(self, relative: Relative) -> SafeString:
        return named(relative)

    @admin.display(description=_("is told first"), ordering="is_told_first")
    def told_first(self, relative: Relative) -> str:
        return yes_or_no(relative.is_told_first)


@admin.register(ContactReveal)
class ContactRevealAdmin(ReadOnly):
    """Who looked at a contact, and why; the contact itself is not shown."""

    list_display = ("seen_at", "who", "whose", "why")
    list_select_related = ("by", "contact__relative")
    fields = ("seen_at", "who", "whose", "why")
    readonly_fields = fields

    @admin.display(description=_("at"), ordering="at")
    def seen_at(self, reveal: ContactReveal) -> datetime:
        return reveal.at

    @admin.display(description=_("by"), ordering="by")
    def who(self, reveal: ContactReveal) -> SafeString:
        return named(reveal.by)

    @admin.display(description=_("reason"))
    def why(self, reveal: ContactReveal) -> SafeString:
        return named(reveal.reason)

    @admin.display(description=_("relative"))
    def whose(self, reveal: ContactReveal) -> SafeString:
        return named(reveal.contact.relative)
