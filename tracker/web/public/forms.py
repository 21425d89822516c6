"""What a family is asked: as little as finding someone needs, in words that a tired person can answer."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tracker.flow.leads.inquiries import InquiryAnswers
from tracker.flow.leads.wording import clean_lines
from tracker.flow.listing.governorates import GOVERNORATES
from tracker.names import clean_text

OLDEST_BIRTH_YEAR = 1900
FIRST_DISAPPEARANCE_YEAR = 1963
"""The Baath party took power in March 1963. Whoever misses someone from before then writes to us instead."""

WAYS = [
    ("phone", _("Telephone call")),
    ("messages", _("Messages (WhatsApp, Signal, Telegram)")),
    ("email", _("E-mail")),
    ("organisation", _("Through an organisation or someone I trust")),
    ("visit", _("A visit")),
]


class LineField(forms.CharField):
    """One line of text, freed of marks that cannot be seen."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "")


class LinesField(forms.CharField):
    """Several lines of text, freed of marks that cannot be seen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}), **kwargs)

    def to_python(self, value: Any) -> str:
        return clean_lines(super().to_python(value) or "")


class YearField(forms.IntegerField):
    """A year in any digits: 1984, ١٩٨٤."""

    def __init__(self, *, earliest: int, **kwargs: Any) -> None:
        self.earliest = earliest
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 6})
        super().__init__(required=False, widget=widget, **kwargs)

    def clean(self, value: Any) -> int | None:
        today = timezone.localdate().year
        wrong = ValidationError(
            _("Write the year in four digits, between %(from)s and %(to)s, for example 1984.")
            % {"from": self.earliest, "to": today}
        )
        try:
            year: int | None = super().clean(clean_text(str(value or "")))
        except ValidationError as error:
            raise wrong from error
        if year is not None and not self.earliest <= year <= today:
            raise wrong
        return year


class SearchForm(forms.Form):
    """Three names and one fact more."""

    name = LineField(
        label=_("Full name"),
        help_text=_("Their own name, their father's name and the family name, in Arabic or Latin letters."),
        max_length=200,
        error_messages={
            "required": _("Please write the name of the person you are looking for."),
            "max_length": _("This is too long for a name. Please write the name alone."),
        },
    )
    birth_year = YearField(label=_("Year of birth"), earliest=OLDEST_BIRTH_YEAR)
    disappearance_year = YearField(label=_("Year they disappeared"), earliest=FIRST_DISAPPEARANCE_YEAR)
    governorate = forms.ChoiceField(
        label=_("Governorate where they disappeared"),
        required=False,
        error_messages={"invalid_choice": _("Please choose a governorate from the list.")},
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        own = "en" if get_language() == "en" else "ar"
        choices = [("", _("I do not know")), *((one.code, getattr(one, own)) for one in GOVERNORATES)]
        self.fields["governorate"].choices = choices  # type: ignore[attr-defined]


class InquiryForm(forms.Form):
    """What a family wants to tell us privately."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    missing_name = LineField(
        label=_("Who is missing?"),
        help_text=_("Their full name as on their papers, and any other name or spelling you know."),
        max_length=300,
        error_messages={"required": _("Please write the name of the person who is missing.")},
    )
    mother_name = LineField(
        label=_("Their mother's name"),
        help_text=_("It helps to tell people of one name apart. It is never shown on any page."),
        max_length=200,
        required=False,
    )
    birth_written = LineField(
        label=_("When and where were they born?"),
        help_text=_("As far as you know. For example: 1984, Homs."),
        max_length=100,
        required=False,
    )
    disappearance_written = LineField(
        label=_("When and where did they disappear?"),
        help_text=_("For example: summer 2013, at a checkpoint near Damascus."),
        max_length=500,
        required=False,
    )
    asker_name = LineField(
        label=_("Your name"),
        help_text=_("The name that we should ask for."),
        max_length=200,
        error_messages={"required": _("Please write a name that we can ask for. A first name is enough.")},
    )
    relation = LineField(
        label=_("How are you related to them?"),
        help_text=_("For example: wife, brother, neighbour."),
        max_length=100,
        required=False,
    )
    channel = forms.ChoiceField(label=_("How should we reach you?"), choices=WAYS)
    contact = LineField(
        label=_("Number or address"),
        help_text=_("With the country code, if it is a telephone number."),
        max_length=300,
        error_messages={
            "required": _("Please write a number or an address. Without one, nobody can answer you.")
        },
    )
    safe_way = LineField(
        label=_("What is safe for you?"),
        help_text=_(
            "For example: only call, never write; after 6 in the evening; the telephone is shared, ask for "
            "me and say nothing to others."
        ),
        max_length=500,
        required=False,
    )
    message = LinesField(
        label=_("Anything else you want to tell us"),
        help_text=_("Who saw them last, where they were held, papers that you have. Write in any language."),
        max_length=5000,
        required=False,
    )
    website = LineField(label=_("Leave this box empty"), max_length=200, required=False)

    def __init__(self, data: QueryDict | None = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(_with_token(data), initial={"token": uuid.uuid4(), **(initial or {})})
        self.fields["website"].widget.attrs["tabindex"] = -1

    def clean_website(self) -> str:
        """Stop machines that fill in every box; a person who did so is told, and loses nothing."""
        if self.cleaned_data["website"]:
            raise ValidationError(
                _("Please empty the last box: it stops machines. Then send the form again.")
            )
        return ""

    def answers(self) -> InquiryAnswers:
        """Return what the family wrote."""
        return InquiryAnswers(**{k: v for k, v in self.cleaned_data.items() if k != "website"})


def _with_token(data: QueryDict | None) -> QueryDict | None:
    """Give a form whose token was lost a new one: its words matter more than telling repeats apart."""
    if data is None:
        return None
    try:
        uuid.UUID(data.get("token", ""))
    except ValueError:
        data = data.copy()
        data["token"] = str(uuid.uuid4())
    return data
