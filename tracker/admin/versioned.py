"""Two people edit one thing: the second sees both side by side, and loses nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.admin.utils import display_for_field
from django.db.models import Field, Model
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tracker.admin.base import Register, Several
from tracker.admin.standing_once import OnceEach
from tracker.dates import FuzzyDate
from tracker.models.base import Versioned

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that a colleague changed meanwhile."""

    label: str
    typed: str
    stored: str
    is_taken_over: bool


class VersionedForm(ModelForm):
    """A form that names the version it was filled in from."""

    unspoken: ClassVar[frozenset[str]] = frozenset()
    """Fields whose stored value is not shown, not even in a conflict."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflicts: list[Conflict] = []
        if not self.instance._state.adding:
            self.initial["version"] = self.instance.version

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.instance._state.adding:
            self._compare_with_what_is_stored()
        return cleaned

    def _compare_with_what_is_stored(self) -> None:
        # Locked until the save: between this look and the save nobody else can write. A lock that keeps others
        # from pointing here as well would wait for the worker's offers, while they wait for it.
        stored = type(self.instance)._base_manager.select_for_update(no_key=True).get(pk=self.instance.pk)
        read = self.cleaned_data.get("version")
        base = self._as_it_was(read) if read != stored.version else stored
        for field in stored._meta.concrete_fields:
            if field.name not in self.fields or field.name == "version":
                setattr(self.instance, field.attname, getattr(stored, field.attname))
        shown = self._shown_fields()
        changed = [field for field in shown if base is None or _differ(field, base, stored)]
        if changed and base is not None and not any(self._touched(field, base) for field in shown):
            self.cleaned_data |= {field.name: getattr(stored, field.name) for field in changed}
        elif changed:
            self._come_back(changed, base, stored)

    def _as_it_was(self, version: int | None) -> Model | None:
        events = type(self.instance).pgh_event_model.objects
        found: Model | None = events.filter(pgh_obj_id=self.instance.pk, version=version).first()
        return found

    def _shown_fields(self) -> list[Field[Any, Any]]:
        fields = self.instance._meta.concrete_fields
        return [
            field
            for field in fields
            if field.name in self.fields and field.name != "version" and not field.primary_key
        ]

    def _touched(self, field: Field[Any, Any], base: Model) -> bool:
        if field.name not in self.cleaned_data:
            return True
        typed = self.cleaned_data[field.name]
        return bool(getattr(typed, "pk", typed) != getattr(base, field.attname))

    def _come_back(self, changed: list[Field[Any, Any]], base: Model | None, stored: Versioned) -> None:
        answers: Any = self.data.copy()  # type: ignore[attr-defined]
        answers[self.add_prefix("version")] = str(stored.version)
        for field in changed:
            taken_over = base is not None and not self._touched(field, base)
            if taken_over and field.name not in self.unspoken:
                answers[self.add_prefix(field.name)] = self._as_typed(field, stored)
            self.conflicts.append(self._side_by_side(field, stored, is_taken_over=taken_over))
        self.data = answers
        sentence = _(
            "Someone else saved this while you were working on it. Nothing was lost: what you wrote and "
            "what they saved stand side by side. Correct the form as it should be, and save once more."
        )
        self.add_error(None, sentence)

    def _side_by_side(self, field: Field[Any, Any], stored: Model, *, is_taken_over: bool) -> Conflict:
        typed = self.cleaned_data.get(field.name, self.data.get(self.add_prefix(field.name)))
        label = capfirst(str(self.fields[field.name].label or field.verbose_name))
        if field.name in self.unspoken:
            return Conflict(label, "••••", "••••", is_taken_over)
        return Conflict(label, _say(field, typed), _say(field, getattr(stored, field.name)), is_taken_over)

    def _as_typed(self, field: Field[Any, Any], stored: Model) -> Any:
        value = self.fields[field.name].prepare_value(field.value_from_object(stored))
        return "" if value is None else value


def _differ(field: Field[Any, Any], one: Model, other: Model) -> bool:
    return bool(getattr(one, field.attname) != getattr(other, field.attname))


def _say(field: Field[Any, Any], value: Any) -> str:
    if isinstance(value, FuzzyDate):
        return value.written
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if value in (None, ""):
        return "—"
    return str(value) if isinstance(value, Model) else str(display_for_field(value, field, "—"))


class VersionedAdmin(Register):
    """A register of something that two people may edit at once."""

    form = VersionedForm

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save what was changed; a save that changes nothing would only cost a version."""
        if not change or form.changed_data:
            super().save_model(request, obj, form, change)


class VersionedSeveral(Several):
    """Several of something that two people may edit at once; what was withdrawn stands elsewhere."""

    form = VersionedForm
    formset = OnceEach

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return what nobody has withdrawn."""
        rows = super().get_queryset(request)
        return rows.filter(withdrawn_at__isnull=True) if hasattr(self.model, "withdrawn_at") else rows
