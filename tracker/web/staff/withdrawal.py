"""Withdrawing something that turned out wrong: a page that asks why."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tracker.flow.withdraw import withdraw
from tracker.models import Claim, Contact, Family, Identifier, Kinship, Person, PersonName, Relative
from tracker.web.staff.doors import door, page, reader_of
from tracker.web.staff.fields import Reason, VersionRead, refusals_on

NOUNS: dict[str, type[Any]] = {
    model.__name__.lower(): model
    for model in (Person, PersonName, Identifier, Family, Relative, Kinship, Contact, Claim)
}


class WithdrawForm(forms.Form):
    """Why it is withdrawn, and which version was looked at."""

    reason = Reason()
    version = VersionRead()


@require_http_methods(["GET", "HEAD", "POST"])
@door("change_person")
def withdrawal(request: HttpRequest, noun: str, pk: uuid.UUID) -> HttpResponse:
    """Ask why, and withdraw."""
    if noun not in NOUNS:
        raise Http404
    thing = get_object_or_404(NOUNS[noun], pk=pk)
    trail = _trail(_read_on(thing))
    home = trail[-1][1]
    form = WithdrawForm(request.POST or None, initial={"version": thing.version})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            withdraw(thing, by=reader_of(request), **form.cleaned_data)
            messages.success(request, _("It was withdrawn. It stays readable, with your reason."))
            return redirect(home)
    return page(request, "staff/withdraw.html", _context(thing, form, trail))


def _read_on(thing: Any) -> Any:
    """Return the noun on whose page this thing is read."""
    owner = {
        PersonName: "person",
        Identifier: "person",
        Claim: "person",
        Kinship: "person",
        Contact: "relative",
    }
    return getattr(thing, owner[type(thing)]) if type(thing) in owner else thing


def _trail(read_on: Any) -> list[tuple[str, str]]:
    address = f"admin:tracker_{read_on._meta.model_name}"
    return [
        (capfirst(str(read_on._meta.verbose_name_plural)), reverse(f"{address}_changelist")),
        (str(read_on), reverse(f"{address}_change", args=[read_on.pk])),
    ]


def _context(thing: Any, form: WithdrawForm, trail: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "title": _("Withdraw: %(noun)s") % {"noun": thing._meta.verbose_name},
        "trail": trail,
        "thing": thing,
        "form": form,
        "home": trail[-1][1],
    }
