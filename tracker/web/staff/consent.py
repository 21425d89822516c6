"""What a family lets us do with what it told us: given, and taken back, by someone on a day."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from tracker.flow.listing.consent import SCOPES, give_consent, withdraw_consent
from tracker.models import Consent, Person, Relative
from tracker.web.staff.doors import door, page, reader_of
from tracker.web.staff.fields import Day, VersionRead, refusals_on


class GiveForm(forms.Form):
    """Who agreed, to what, and when."""

    given_by = forms.ModelChoiceField(
        label=gettext_lazy("Who of the family agreed"), queryset=Relative.objects.none(), empty_label=None
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("To what"),
        choices=[(scope.value, scope.label) for scope in SCOPES],
        widget=forms.RadioSelect,
    )
    on = Day(label=gettext_lazy("On which day"))
    version = VersionRead()

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        relatives = Relative.objects.standing().filter(family=person.family_id)
        self.fields["given_by"].queryset = relatives  # type: ignore[attr-defined]


class TakeBackForm(forms.Form):
    """Since when the family's consent has ended."""

    on = Day(label=gettext_lazy("On which day"))
    version = VersionRead()


@require_http_methods(["GET", "HEAD", "POST"])
@door("record_consent")
def consent(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Record that a family agreed, or that it takes its consent back; the public listing follows at once."""
    person = get_object_or_404(Person.objects.select_related("family", "consent_given_by"), pk=pk)
    give, take_back = _forms(request, person)
    if _give(request, person, give) or _take_back(request, person, take_back):
        messages.success(request, _("The consent was recorded. What strangers can find follows it at once."))
        return redirect("admin:tracker_person_change", pk)
    return page(request, "staff/consent/consent.html", _context(person, give, take_back))


def _forms(request: HttpRequest, person: Person) -> tuple[GiveForm, TakeBackForm]:
    told = request.POST if request.method == "POST" else None
    gives, takes_back = (None, told) if "take_back" in request.POST else (told, None)
    initial = {"on": timezone.localdate(), "version": person.version}
    return (
        GiveForm(person, gives, initial=initial, label_suffix=""),
        TakeBackForm(takes_back, initial=initial, label_suffix=""),
    )


def _give(request: HttpRequest, person: Person, form: GiveForm) -> bool:
    if not form.is_valid():
        return False
    with refusals_on(form):
        give_consent(person.pk, by=reader_of(request), **form.cleaned_data)
    return not form.errors


def _take_back(request: HttpRequest, person: Person, form: TakeBackForm) -> bool:
    if not form.is_valid():
        return False
    with refusals_on(form):
        withdraw_consent(person.pk, by=reader_of(request), **form.cleaned_data)
    return not form.errors


def _context(person: Person, give: GiveForm, take_back: TakeBackForm) -> dict[str, Any]:
    here = reverse("admin:tracker_person_change", args=[person.pk])
    people = reverse("admin:tracker_person_changelist")
    return {
        "title": _("Consent"),
        "lead": _("Nothing is shown to anyone outside without it, and it can be taken back on any day."),
        "trail": [(capfirst(str(person._meta.verbose_name_plural)), people), (str(person), here)],
        "person": person,
        "give": give,
        "take_back": take_back,
        "stands": person.consent_given_on is not None and person.consent_withdrawn_on is None,
        "is_public": person.consent_scope == Consent.PUBLIC,
        "here": here,
    }
