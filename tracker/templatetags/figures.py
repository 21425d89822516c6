"""Counts as the reader writes them."""

from __future__ import annotations

from django import template

from tracker.web.staff.showing import figure as shown

register = template.Library()


@register.filter
def figure(number: int) -> str:
    """Return a count with its thousands set apart."""
    return shown(number)
