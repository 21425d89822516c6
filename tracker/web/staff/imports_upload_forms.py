"""What a volunteer says of a list file when bringing it in."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.readers.limits import FILE_BYTES, MEBIBYTE
from tracker.flow.intake.readers.unreadable import UnreadableFile
from tracker.flow.intake.receive import AlreadyReceived, bring_in
from tracker.models import ImportFile, ImportStatus, Source, SourceKind, User
from tracker.web.staff.fields import Line, Prose, attempt

ENCODINGS_OFFERED = [
    ("", _("Let the program choose by the letters")),
    ("utf-8", "UTF-8"),
    ("windows-1256", _("Arabic, Windows (1256)")),
    ("iso-8859-6", _("Arabic, ISO 8859-6")),
    ("utf-16", "UTF-16"),
    ("windows-1252", _("Western, Windows (1252)")),
    ("windows-1254", _("Turkish, Windows (1254)")),
]

NO_SOURCE = _("Choose who the list is from: a record without a source counts for nothing.")
TWO_SOURCES = _("Choose a source, or write a new one: not both.")
BOTH = _("A list either brings mended rows of an earlier one or is a newer version of it: choose one.")


class EarlierList(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A stored list, which another may mend or renew."""

    def __init__(self, **kwargs: Any) -> None:
        stored = ImportFile.objects.filter(status=ImportStatus.STORED).select_related("document")
        super().__init__(stored, required=False, empty_label=_("no earlier list"), **kwargs)

    def label_from_instance(self, earlier: ImportFile) -> str:
        """Name a list by its file and day: the next one of a source is often called the same."""
        return f"{earlier} · {date_format(localtime(earlier.received_at), 'DATE_FORMAT')}"


class UploadForm(forms.Form):
    """A list file, who it is from, and how it came."""

    file = forms.FileField(
        label=_("File"),
        # The reader says of an empty file what to do; Django would only say that it is empty.
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xls,.ods", "class": "drop"}),
        help_text=_(
            "Choose it, or drag it onto the box: XLSX, XLS, ODS, CSV or TSV, up to 100 MiB. The file itself is "
            "kept untouched."
        ),
        error_messages={"required": _("Choose the file that holds the list.")},
    )
    source = forms.ModelChoiceField(
        label=_("Source"),
        queryset=Source.objects.all(),
        required=False,
        empty_label=_("Who is this list from?"),
    )
    source_name_ar = Line(label=_("Arabic name"), max_length=300, required=False)
    source_name_en = Line(label=_("English name"), max_length=300, required=False)
    source_kind = forms.ChoiceField(
        label=_("Kind"), choices=SourceKind.choices, required=False, initial=SourceKind.LIST
    )
    came_from = Prose(
        label=_("Where and from whom did the file come?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_(
            "For example: on a memory stick, from the office in Homs, on 3 May. This begins the file’s "
            "chain of custody and stays with it."
        ),
    )
    adds_to = EarlierList(label=_("It brings mended rows of"))
    revises = EarlierList(label=_("It is a newer version of"))
    encoding = forms.ChoiceField(
        label=_("Text encoding"),
        choices=ENCODINGS_OFFERED,
        required=False,
        help_text=_("Only for CSV, and it can be changed in the next step too."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.earlier: ImportFile | None = None

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuse what is too large before a byte of it is read."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > FILE_BYTES:
            raise ValidationError(str(UnreadableFile("too_large", limit=FILE_BYTES // MEBIBYTE)))
        return file

    def clean(self) -> dict[str, Any]:
        """One source, old or new; and one earlier list at most."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("source") and self._names_a_source(told):
            self.add_error("source", str(TWO_SOURCES))
        elif not told.get("source") and not self._names_a_source(told) and not self.has_error("source"):
            self.add_error("source", str(NO_SOURCE))
        if told.get("adds_to") and told.get("revises"):
            self.add_error("revises", str(BOTH))
        return told

    @staticmethod
    def _names_a_source(told: dict[str, Any]) -> bool:
        return bool(told.get("source_name_ar") or told.get("source_name_en"))

    @property
    def says_more(self) -> bool:
        """Whether something was told that is seldom needed: the page then shows it."""
        return any(self[name].value() for name in ("adds_to", "revises", "encoding"))

    @property
    def says_a_new_source(self) -> bool:
        """Whether a new source was begun: the page then shows it."""
        return any(self[name].value() for name in ("source_name_ar", "source_name_en"))

    def bring_in(self, by: User) -> ImportFile | None:
        """Bring the list in; None when it was refused, with the sentence on the form."""
        return attempt(self, self._bring_in, by)

    @transaction.atomic
    def _bring_in(self, by: User) -> ImportFile:
        told = self.cleaned_data
        try:
            return bring_in(
                told["file"].read(),
                filename=told["file"].name,
                source=told["source"] or self._new_source(),
                by=by,
                came_from=told["came_from"],
                adds_to=told["adds_to"],
                revises=told["revises"],
                encoding=told["encoding"] or None,
            )
        except AlreadyReceived as refusal:
            self.earlier = refusal.earlier
            raise

    def _new_source(self) -> Source:
        told = self.cleaned_data
        name_en = told["source_name_en"] or told["source_name_ar"]
        slug = f"{slugify(name_en)[:40].strip('-') or 'source'}-{uuid.uuid4().hex[:6]}"
        return Source.objects.create(
            slug=slug,
            name_ar=told["source_name_ar"] or name_en,
            name_en=name_en,
            kind=told["source_kind"] or SourceKind.LIST,
        )
