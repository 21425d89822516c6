"""How the registers show what Django would print as the inside of an object."""

from __future__ import annotations

from typing import Any

from django import template
from django.contrib.admin.helpers import AdminField, AdminReadonlyField
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tracker.dates import FuzzyDate
from tracker.web.staff.showing import day

register = template.Library()


@register.filter
def shown(field: AdminReadonlyField) -> Any:
    """Return what a read-only field holds, a date as a person writes it."""
    value = getattr(field.form.instance, str(field.field["name"]), None)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return day(value) if isinstance(value, FuzzyDate) else field.contents()


@register.filter
def label(field: AdminField | AdminReadonlyField) -> Any:
    """Return a field's label without a colon: labels here stand above, not before."""
    if isinstance(field, AdminReadonlyField):
        return format_html('<span class="label">{}</span>', capfirst(str(field.field["label"])))
    required: dict[str, str | bool] = {"class": "required"} if field.field.field.required else {}
    return field.field.label_tag(attrs=required, label_suffix="")


@register.filter
def as_day(when: FuzzyDate | None) -> str:
    """Return a date as this reader writes it, or nothing."""
    return day(when)
