"""Words and pages in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language

from tracker.dates import FuzzyDate

Noun = TypeVar("Noun", bound=Model)

ROWS_PER_PAGE = 25


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


def page_of(request: HttpRequest, rows: QuerySet[Noun]) -> Page[Noun]:
    """Return the page of a list that was asked for; the nearest one when it does not exist."""
    return Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))
