"""Values as the triggers kept them, said as a person reads them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, Field, ForeignKey
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tracker.dates import FuzzyDate
from tracker.models.fields import FuzzyDateField
from tracker.web.staff.showing import day

NOTHING = "—"
LONGEST = 300
"""Letters of one value: enough to recognise it; the thing itself has its own page."""


def value_in_words(field: Field[Any, Any], value: Any, reader: Any) -> str:
    """Return a kept value in words: a choice by its label, a key by what it points at."""
    if value in (None, "", [], {}):
        return NOTHING
    if isinstance(field, ForeignKey):
        return _pointed_at(field, value, reader)
    if isinstance(field, FuzzyDateField):
        return day(FuzzyDate.from_json(value))
    if isinstance(field, DateTimeField):
        return date_format(localtime(datetime.fromisoformat(value)), "DATETIME_FORMAT")
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return Truncator(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).chars(
        LONGEST
    )


def _pointed_at(field: ForeignKey[Any, Any], value: Any, reader: Any) -> str:
    noun = field.related_model
    # Every colleague is named to every other: who did something is the point of a history.
    if noun._meta.model_name != "user" and not reader.has_perm(f"tracker.view_{noun._meta.model_name}"):
        return str(value)
    return str(noun._base_manager.filter(pk=value).first() or value)
