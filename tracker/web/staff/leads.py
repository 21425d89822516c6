"""Leads: logged, given to someone, followed, closed with an outcome."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tracker.models import Lead, LeadStatus
from tracker.web.staff.doors import door, page, reader_of
from tracker.web.staff.filters import LeadFilter
from tracker.web.staff.leads_forms import AssignForm, CloseForm, LogForm, StepForm
from tracker.web.staff.showing import page_of

FORMS: Mapping[str, type[StepForm | AssignForm | CloseForm]] = {
    "step": StepForm,
    "assign": AssignForm,
    "close": CloseForm,
}
"""The forms on a lead's page, by the button that sends each."""

DONE = {
    "step": gettext_lazy("The step was written down."),
    "assign": gettext_lazy("The lead was given to this colleague."),
    "close": gettext_lazy("The lead is closed."),
}


@require_safe
@door("view_lead")
def leads(request: HttpRequest) -> HttpResponse:
    """Show the leads that are not closed, or those asked for."""
    rows = Lead.objects.select_related("assigned_to", "person", "family").prefetch_related("person__names")
    filters = LeadFilter(request.GET or {"status": "unclosed"}, rows, request=request)
    context: dict[str, Any] = {"title": _("Leads"), "filter": filters, "today": timezone.localdate()}
    context["page_obj"] = page_of(request, filters.qs)
    if reader_of(request).has_perm("tracker.log_lead"):
        context["page_actions"] = [(_("Log a lead"), reverse("admin:staff_lead_new"))]
    return page(request, "staff/leads/list.html", context)


@door("log_lead")
def log(request: HttpRequest) -> HttpResponse:
    """Log a lead; the button “Find” only looks for the person, and keeps what was typed."""
    finds, begun = "find" in request.POST, request.POST.dict() or request.GET.dict()
    sent = request.POST if request.method == "POST" and not finds else None
    form = LogForm(sent, by=reader_of(request), initial=begun)
    if form.is_valid() and (lead := form.log()):
        messages.success(request, _("The lead was logged."))
        return redirect("admin:staff_lead", lead.pk)
    context = {
        "title": _("Log a lead"),
        "form": form,
        "finds": finds,
        "people": form.found(),
        "chosen": form.chosen(),
    }
    return page(
        request, "staff/leads/new.html", context | {"trail": [(_("Leads"), reverse("admin:staff_leads"))]}
    )


def one_lead(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show a lead, or write down what was done about it."""
    return follow(request, pk) if request.method == "POST" else shown(request, pk)


@require_safe
@door("view_lead")
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a lead with everything that was done about it."""
    return _lead_page(request, _lead(pk))


@door("follow_lead")
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a step, give the lead to someone, or close it: whichever form was sent."""
    lead = _lead(pk)
    deed = request.POST.get("deed", "")
    if deed not in FORMS:
        return redirect("admin:staff_lead", pk)
    form = FORMS[deed](request.POST, auto_id=f"id_{deed}_%s")
    if form.is_valid():
        form.follow(pk, by=reader_of(request))
    if form.errors:
        return _lead_page(request, lead, {deed: form})
    messages.success(request, DONE[deed])
    return redirect("admin:staff_lead", pk)


def _lead(pk: int) -> Lead:
    related = ("person", "family", "inquiry", "logged_by", "assigned_to", "closed_by")
    return get_object_or_404(Lead.objects.select_related(*related), pk=pk)


def _lead_page(
    request: HttpRequest, lead: Lead, sent: Mapping[str, forms.Form] | None = None
) -> HttpResponse:
    reader = reader_of(request)
    begun = {"version": lead.version, "due_on": lead.due_on, "to": lead.assigned_to_id}
    fresh = {deed: form(initial=begun, auto_id=f"id_{deed}_%s") for deed, form in FORMS.items()}
    context = {
        "title": str(lead),
        "trail": [(_("Leads"), reverse("admin:staff_leads"))],
        "lead_followed": lead,
        "today": timezone.localdate(),
        "steps": lead.steps.select_related("by"),
        # What a family wrote is for caseworkers: others see that there is an inquiry, and no word of it.
        "inquiry": lead.inquiry if reader.has_perm("tracker.view_inquiry") else None,
        "may_follow": reader.has_perm("tracker.follow_lead") and lead.status != LeadStatus.CLOSED,
        "forms": fresh | dict(sent or {}),
    }
    return page(request, "staff/leads/detail.html", context)


urlpatterns = [
    path("leads/", leads, name="staff_leads"),
    path("leads/new/", log, name="staff_lead_new"),
    path("leads/<int:pk>/", one_lead, name="staff_lead"),
]
