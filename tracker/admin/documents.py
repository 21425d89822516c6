"""The register of documents: originals kept untouched, and everyone through whose hands they went."""
# ruff: noqa: ARG002  Django calls these with more than a register needs to know.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import Several, badge, named
from tracker.admin.versioned import VersionedAdmin, VersionedForm
from tracker.flow.intake.originals import keep_original
from tracker.models import Authenticity, CustodyEvent, Document
from tracker.names import clean_text
from tracker.web.staff.doors import reader_of

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm

LARGEST = 50 * 1024 * 1024
"""Bytes: a scanned register of some hundred pages; our own limit, since the file is read into memory."""

TONES = {Authenticity.OFFICIAL: "good", Authenticity.SUSPECTED_FORGED: "bad"}


class NewDocumentForm(ModelForm):
    """A file as it came, with what is known of it."""

    original = forms.FileField(
        label=_("File"), help_text=_("It is kept byte for byte and never shown on a page; at most 50 MB.")
    )

    class Meta:
        model = Document
        fields = ("title", "source", "authenticity")

    def clean_original(self) -> Any:
        """Refuse what is empty or too large to be kept safely."""
        file = self.cleaned_data["original"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 50 MB. Split it, or ask for help."))
        return file


class Custody(Several):
    """The chain of custody: read, never written here."""

    model = CustodyEvent
    fields = ("kind", "by", "at", "note")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Each step is written by the deed itself."""
        return False


@admin.register(Document)
class DocumentAdmin(VersionedAdmin):
    """Files as they were received."""

    list_display = ("title_in_list", "source", "how_genuine", "media_type", "received_by", "received_at")
    list_select_related = ("source", "received_by")
    list_filter = ("authenticity", "media_type")
    search_fields = ("title", "sha256")
    autocomplete_fields = ("source",)
    readonly_fields = ("media_type", "size", "sha256", "received_by", "received_at")
    change_form_template = "admin/tracker/document/change_form.html"

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for the file once; afterwards it cannot be replaced."""
        told = ("title", "source", "authenticity")
        if obj is None:
            return ((None, {"fields": ("original", *told)}),)
        return ((None, {"fields": told}), (_("The original"), {"fields": self.readonly_fields}))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Ask for the file only where there is none yet."""
        kwargs["form"] = VersionedForm if obj else NewDocumentForm
        return super().get_form(request, obj, change, **kwargs)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Show the chain of custody once it has begun."""
        return (Custody,) if obj else ()

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """Keep the original by its deed; the form then speaks of the document that was kept."""
        if change:
            return super().save_form(request, form, change)
        told, file = form.cleaned_data, form.cleaned_data["original"]
        form.instance = keep_original(
            file.read(),
            filename=file.name,
            title=told["title"],
            source=told["source"],
            media_type=clean_text(file.content_type or "")[:100] or "application/octet-stream",
            by=reader_of(request),
            authenticity=told["authenticity"],
        )
        form.save_m2m = lambda: None
        return form.instance

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save a change; a new document is kept already."""
        if change:
            super().save_model(request, obj, form, change)

    @admin.display(description=_("document"), ordering="title")
    def title_in_list(self, document: Document) -> SafeString:
        return named(document)

    @admin.display(description=_("authenticity"), ordering="authenticity")
    def how_genuine(self, document: Document) -> SafeString:
        tone = TONES.get(Authenticity(document.authenticity), "plain")
        return badge(tone, document.get_authenticity_display())
