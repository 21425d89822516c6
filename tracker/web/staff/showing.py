"""Words and pages in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tracker.dates import FuzzyDate

Noun = TypeVar("Noun", bound=Model)

ROWS_PER_PAGE = 25
HOUR = 60


def told(sentence: Mapping[str, str]) -> str:
    """Return a sentence that is kept in both languages as this reader reads it.

    >>> from django.utils.translation import override
    >>> with override("en"):
    ...     told({"en": "The mothers' names agree.", "ar": "يتفق اسما الأمين."})
    "The mothers' names agree."
    """
    return sentence["ar"] if get_language() == "ar" else sentence["en"]


def day(when: FuzzyDate | None) -> str:
    """Return a date as this reader writes it, or nothing."""
    if when is None:
        return ""
    return when.display("ar" if get_language() == "ar" else "en")


def figure(number: int) -> str:
    """Return a count with its thousands set apart, as this reader writes it.

    >>> from django.utils.translation import override
    >>> with override("en"):
    ...     figure(200000)
    '200,000'
    """
    return str(number_format(number, force_grouping=True))


def span_of(seconds: float) -> str:
    """Return how long something will take, as one would say it."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return _("less than a minute")
    if minutes < HOUR:
        return ngettext("about %(count)d minute", "about %(count)d minutes", minutes) % {"count": minutes}
    hours = round(minutes / HOUR)
    return ngettext("about %(count)d hour", "about %(count)d hours", hours) % {"count": hours}


def page_of(request: HttpRequest, rows: QuerySet[Noun]) -> Page[Noun]:
    """Return the page of a list that was asked for; the nearest one when it does not exist."""
    return Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))
