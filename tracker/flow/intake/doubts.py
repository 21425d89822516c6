"""What may be doubtful about a row, what else a check tells of it, and what is said of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = dict[str, str]
"""One sentence in each language: ``{"en": …, "ar": …}``."""

Doubt = tuple[str, Sentence]
"""A doubt: its kind, a stable word, and its sentence."""

DOUBTS: Mapping[str, Promise] = {
    "hidden_marks": _(
        "Marks that cannot be seen, which change the direction of text, were left out when this row was read."
    ),
    "sex_not_understood": _("“%(written)s” was not understood as a sex; it was left open."),
    "place_not_known": _(
        "“%(written)s” is not in our list of places. Add it, or add this spelling to the place that is meant."
    ),
    "died_before_arrest": _("The row gives a death before the arrest; one of the two dates must be wrong."),
    "birth_not_read": _("What follows the place of birth could not be read as a date."),
    "order_of_date": _(
        "In “%(written)s” day and month could each be the other. It was read in the usual way: the day before "
        "the month or, where the year comes first, after it."
    ),
    "merged_cell": _(
        "“%(written)s” stands in a cell that is merged over several rows. It was read for this row as well; "
        "check that it is meant for it."
    ),
}
"""Kind of doubt → what is said to people."""

LABELS: Mapping[str, Promise] = {
    "refused": _("refused"),
    "repeated": _("repeats another row of the file"),
    "held_same_source": _("someone whom another list of this source names"),
    "held_elsewhere": _("someone whom a list of another source names"),
    "unchanged": _("unchanged since the last version"),
    "changed": _("changed since the last version"),
    "new": _("new in this version"),
    "gone": _("no longer in this version"),
    "hidden_marks": _("marks that cannot be seen"),
    "sex_not_understood": _("sex not understood"),
    "place_not_known": _("place not in our list"),
    "died_before_arrest": _("death before the arrest"),
    "birth_not_read": _("date of birth not read"),
    "order_of_date": _("day and month could be exchanged"),
    "merged_cell": _("read from a cell merged over several rows"),
}
"""What a check may find of a row → its label in a filter."""


def in_both_languages(text: str | Promise, **details: Any) -> Sentence:
    """Return one sentence in English and Arabic, to be kept with the row."""
    sentence: Sentence = {}
    for language in ("en", "ar"):
        with translation.override(language):
            sentence[language] = str(text) % details if details else str(text)
    return sentence


@lru_cache(maxsize=8192)
def doubt(kind: str, written: str = "") -> Doubt:
    """Return a doubt of this kind about what is written; one list repeats the same few thousands of times."""
    return kind, in_both_languages(DOUBTS[kind], **({"written": written} if written else {}))
