"""Search for a missing person by name, in any spelling, with what else is known."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.dates import UnreadableDate, read_date
from tracker.flow.linking.search import FoundPerson, answers
from tracker.flow.linking.standing import standing_of
from tracker.models import Place
from tracker.web.staff.doors import door, page
from tracker.web.staff.fields import Line
from tracker.web.staff.filters import governorates


class SearchForm(forms.Form):
    """What a colleague knows of the person looked for."""

    name = Line(
        label=gettext_lazy("Name"), max_length=300, required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )  # fmt: skip
    father = Line(label=gettext_lazy("Father’s name"), max_length=100, required=False)
    mother = Line(label=gettext_lazy("Mother’s name"), max_length=100, required=False)
    born = Line(label=gettext_lazy("Birth"), max_length=50, required=False)
    governorate = forms.ModelChoiceField(
        label=gettext_lazy("Disappeared in"), queryset=Place.objects.none(), required=False,
        empty_label=gettext_lazy("Any governorate"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where: forms.ModelChoiceField[Place] = self.fields["governorate"]  # type: ignore[assignment]
        where.queryset = governorates(None)

    def clean_born(self) -> str:
        """Refuse what is no date, in the reader's language."""
        born: str = self.cleaned_data["born"]
        try:
            if born:
                read_date(born)
        except UnreadableDate as error:
            raise forms.ValidationError(error.ar if get_language() == "ar" else error.en) from error
        return born


@require_safe
@door("search_people")
def search(request: HttpRequest) -> HttpResponse:
    """Show whom a name may mean, the likeliest first, each with the reasons."""
    form = SearchForm(request.GET or None)
    asked = bool(form.is_valid() and form.cleaned_data["name"])
    told = answers(**form.cleaned_data) if asked else None
    context = {
        "title": _("Search"),
        "lead": _("Any spelling, in Arabic or Latin letters. What else you know is compared as well."),
        "form": form,
        "asked": asked,
        "found": [_shown(match) for match in told.found if match.may_be_meant] if told else [],
        "nearest": [_shown(match) for match in told.found if not match.may_be_meant] if told else [],
        "left_out": told is not None and told.left_out,
    }
    return page(request, "staff/search/search.html", context)


def _shown(match: FoundPerson) -> dict[str, Any]:
    arabic = get_language() == "ar"
    reasons = [
        {
            "sentence": finding.ar if arabic else finding.en,
            "tone": "for" if finding.weight > 0 else "against" if finding.weight < 0 else "neither",
        }
        for finding in match.reasons
    ]
    return {
        "person": match.person,
        "names": match.names,
        "reasons": reasons,
        "standing": standing_of(match.person).label,
    }
