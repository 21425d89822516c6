"""What a volunteer says when bringing in a list, or taking it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.readers.limits import FILE_BYTES, MEBIBYTE
from tracker.flow.intake.readers.unreadable import UnreadableFile
from tracker.flow.intake.receive import receive_file
from tracker.flow.intake.undo import undo_import
from tracker.models import ImportFile, Source, User
from tracker.web.staff.fields import Reason, attempt

ENCODINGS_OFFERED = [
    ("", _("Let the program choose by the letters")),
    ("utf-8", "UTF-8"),
    ("windows-1256", _("Arabic, Windows (1256)")),
    ("iso-8859-6", _("Arabic, ISO 8859-6")),
    ("utf-16", "UTF-16"),
    ("windows-1252", _("Western, Windows (1252)")),
    ("windows-1254", _("Turkish, Windows (1254)")),
]


class ReceiveForm(forms.Form):
    """A list file, who it is from, and how its letters are written when the program read them wrongly."""

    file = forms.FileField(
        label=_("File"),
        # The reader says of an empty file what to do; Django would only say that it is empty.
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.xls,.ods"}),
        help_text=_("A spreadsheet: XLSX, XLS, ODS or CSV. The file itself is kept untouched."),
        error_messages={"required": _("Choose the file that holds the list.")},
    )
    source = forms.ModelChoiceField(
        label=_("Source"),
        queryset=Source.objects.all(),
        empty_label=_("Who is this list from?"),
        error_messages={
            "required": _("Choose who the list is from: a record without a source counts for nothing.")
        },
    )
    encoding = forms.ChoiceField(
        label=_("Text encoding"),
        choices=ENCODINGS_OFFERED,
        required=False,
        help_text=_("Only for CSV: choose one if the letters look wrong after the import."),
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuse what is too large before a byte of it is read."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > FILE_BYTES:
            raise ValidationError(str(UnreadableFile("too_large", limit=FILE_BYTES // MEBIBYTE)))
        return file

    def receive(self, by: User) -> ImportFile | None:
        """Bring the list in; None when it was refused, with the sentence on the form."""
        told: dict[str, Any] = self.cleaned_data
        return attempt(
            self,
            receive_file,
            told["file"].read(),
            filename=told["file"].name,
            source=told["source"],
            by=by,
            encoding=told["encoding"] or None,
        )


class UndoForm(forms.Form):
    """Why an import is taken back."""

    reason = Reason(label=_("Why is this import taken back?"))

    def undo(self, import_id: int, by: User) -> None:
        """Take the import back, or keep the sentence of the refusal."""
        attempt(self, undo_import, import_id, by=by, reason=self.cleaned_data["reason"])
