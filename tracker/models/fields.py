"""Columns of our own: a date as well as it is known."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import lazystr
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tracker.dates import FuzzyDate, UnreadableDate, read_date
from tracker.dates.fuzzy import Calendar


class FuzzyDateFormField(forms.CharField):
    """A text box for a date in any form that people write it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text", _("As far as it is known: 17/4/2012, 2012-08, about 2013, summer 2013.")
        )
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.written if isinstance(value, FuzzyDate) else value

    def clean(self, value: Any) -> FuzzyDate | None:
        text = super().clean(value)
        return read_for_people(text) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


def read_for_people(text: str) -> FuzzyDate:
    """Read a date that someone typed; raise ValidationError with a sentence in their language."""
    try:
        return read_date(text)
    except UnreadableDate as error:
        raise ValidationError(error.ar if get_language() == "ar" else error.en) from error


class FuzzyDateField(models.JSONField):
    """A FuzzyDate: text as written, calendar, EDTF, earliest and latest day.

    Stored as one jsonb object, so that a half-filled date cannot exist; ISO days inside compare as text.
    Assigning text or a date reads it (ValidationError when it cannot be read).
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        found = super().from_db_value(value, expression, connection)
        return FuzzyDate.from_json(found) if isinstance(found, dict) and "edtf" in found else found

    def to_python(self, value: Any) -> FuzzyDate | None:
        if isinstance(value, dict):
            return FuzzyDate.from_json(value)
        if isinstance(value, str | date) and value:
            return read_for_people(str(value))
        return value if isinstance(value, FuzzyDate) else None

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        # A text here may be one end of a date, compared in a query; only a date that is saved is read from text.
        known = value.to_json() if isinstance(value, FuzzyDate) else value
        return super().get_db_prep_value(known, connection, prepared)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        return super().get_db_prep_save(self._as_json(value), connection)

    def value_to_string(self, obj: models.Model) -> Any:
        return self._as_json(self.value_from_object(obj))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(self._as_json(value), model_instance)

    def formfield(self, **kwargs: Any) -> Any:
        return FuzzyDateFormField(
            required=not self.blank, label=kwargs.get("label", lazystr(self.verbose_name).capitalize())
        )

    @staticmethod
    def _as_json(value: Any) -> Any:
        if isinstance(value, str):
            value = read_for_people(value)
        return value.to_json() if isinstance(value, FuzzyDate) else value


def in_order(field: str) -> models.CheckConstraint:
    """Return the promise that a fuzzy date is whole, and does not end before it begins."""
    whole = {
        f"{field}__has_keys": ["written", "calendar", "edtf", "earliest", "latest"],
        f"{field}__calendar__in": get_args(Calendar),
        f"{field}__edtf__gt": "",
        # Between two texts lies neither a null nor a number: jsonb puts those before and after all texts.
        f"{field}__earliest__gte": date.min.isoformat(),
        f"{field}__earliest__lte": models.F(f"{field}__latest"),
        f"{field}__latest__lte": date.max.isoformat(),
    }
    return models.CheckConstraint(
        name=f"%(class)s_{field}_does_not_end_before_it_begins",
        condition=models.Q(**{f"{field}__isnull": True}) | models.Q(**whole),
    )
