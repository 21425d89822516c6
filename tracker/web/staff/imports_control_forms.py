"""What a volunteer says to begin storing, to steer it, or to take a list back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.control import cancel_import, go_on_with_import, pause_import
from tracker.flow.intake.store import begin_storing
from tracker.flow.intake.undo import undo_import, undo_part
from tracker.models import ImportFile, User
from tracker.web.staff.fields import Reason, attempt
from tracker.web.staff.imports_reading_forms import LAST_ROW_OF_ALL, Figure

CONTROLS: Mapping[str, Callable[..., ImportFile]] = {"pause": pause_import, "go_on": go_on_with_import}
"""The button that sends each, and the deed behind it."""


class StoreForm(forms.Form):
    """How all rows of a checked list are stored."""

    leave_out_held = forms.BooleanField(
        label=_("Leave out rows that another list of this source already holds"), required=False
    )

    def steer(self, import_id: int, by: User) -> ImportFile | None:
        """Begin storing; None when it was refused, with the sentence on the form."""
        leaves_out = self.cleaned_data["leave_out_held"]
        return attempt(self, begin_storing, import_id, by=by, leave_out_held=leaves_out)


class ControlForm(forms.Form):
    """Pause, or go on."""

    deed = forms.ChoiceField(choices=[(deed, deed) for deed in CONTROLS], widget=forms.HiddenInput)

    def steer(self, import_id: int, by: User) -> ImportFile | None:
        """Do it; None when it was refused, with the sentence on the form."""
        return attempt(self, CONTROLS[self.cleaned_data["deed"]], import_id, by=by)


class CancelForm(forms.Form):
    """An import that is not wholly stored is given up."""

    def cancel(self, import_id: int, by: User) -> ImportFile | None:
        """Give it up; None when it was refused, with the sentence on the form."""
        return attempt(self, cancel_import, import_id, by=by)


WHOLE, PART = "whole", "part"


class UndoForm(forms.Form):
    """How much of a list is taken back, and why."""

    extent = forms.ChoiceField(
        label=_("How much is taken back?"),
        choices=[(WHOLE, _("the whole list")), (PART, _("some of its rows"))],
        widget=forms.RadioSelect,
        initial=WHOLE,
    )
    first_row = Figure(label=_("From row"), min_value=1, max_value=LAST_ROW_OF_ALL, required=False)
    last_row = Figure(label=_("To row"), min_value=1, max_value=LAST_ROW_OF_ALL, required=False)
    reason = Reason(label=_("Why is it taken back?"))

    def __init__(self, sent: Mapping[str, Any] | None, *, brought: ImportFile) -> None:
        super().__init__(sent)
        self.brought = brought
        taken = [layout.sheet for layout in brought.sheets if layout.taken]
        choices = [(name, name or _("the only sheet")) for name in taken]
        self.fields["sheet"] = forms.ChoiceField(label=_("Sheet"), required=False, choices=choices)

    def clean(self) -> dict[str, Any]:
        """A part has a first and a last row, in this order."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("extent") != PART or self.errors:
            return told
        first, last = told.get("first_row"), told.get("last_row")
        if first is None or last is None:
            self.add_error("first_row", str(_("Write the first and the last row that are taken back.")))
        elif first > last:
            self.add_error("last_row", str(_("The last row comes before the first.")))
        return told

    def part(self) -> dict[str, Any]:
        """Return which part was told; nothing for the whole list, or before anything was told."""
        told = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if told.get("extent") != PART:
            return {}
        return {name: told[name] for name in ("sheet", "first_row", "last_row")}

    def undo(self, by: User) -> bool:
        """Take it back; False when it was refused, with the sentence on the form."""
        part, reason = self.part(), self.cleaned_data["reason"]
        if part:
            attempt(self, undo_part, self.brought.pk, by=by, reason=reason, **part)
        else:
            attempt(self, undo_import, self.brought.pk, by=by, reason=reason)
        return not self.errors
