"""The queue of links that wait for a person, and the page on which one is decided."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tracker.flow.review.queue import waiting_links
from tracker.models import Link, LinkStatus
from tracker.web.staff.doors import door, page, reader_of
from tracker.web.staff.family_leads import people_of_the_family
from tracker.web.staff.filters import LinkFilter
from tracker.web.staff.imports_facts import cells_of
from tracker.web.staff.review_facts import facts_side_by_side
from tracker.web.staff.review_forms import DONE, DecisionForm
from tracker.web.staff.review_reasons import (
    PERCENT,
    choices_for,
    link_to_review,
    others_of_person,
    others_of_record,
    reasons_of,
    signed,
    why_not,
)
from tracker.web.staff.showing import page_of, told

REASONS_IN_THE_QUEUE = 3


@require_safe
@door("view_link")
def queue(request: HttpRequest) -> HttpResponse:
    """Show the links that wait for this colleague, the likeliest first."""
    filters = LinkFilter(request.GET, waiting_links(reader_of(request)).annotate(percent=PERCENT))
    links = page_of(request, filters.qs)
    rows = [(link, reasons_of(link.findings, REASONS_IN_THE_QUEUE)) for link in links]
    context = {"title": _("Links to review"), "filter": filters, "page_obj": links, "rows": rows}
    return page(request, "staff/review/list.html", context)


@require_safe
@door("view_link")
def one_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a record and a person side by side, with what speaks for and against."""
    link = get_object_or_404(link_to_review(), pk=pk)
    return _link_page(request, link, DecisionForm(initial={"version": link.version}))


@require_POST
@door("decide_link")
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm, reject or withdraw a link, for a reason."""
    link = get_object_or_404(link_to_review(), pk=pk)
    form = DecisionForm(request.POST)
    if form.is_valid() and (decided := form.decide(pk, by=reader_of(request))):
        messages.success(request, DONE[decided.status] % {"name": decided.person})
        return redirect(_next_address(request, decided))
    return _link_page(request, link, form)


def _next_address(request: HttpRequest, decided: Link) -> str:
    if decided.status == LinkStatus.WITHDRAWN:
        return reverse("admin:staff_link", args=[decided.pk])
    following = waiting_links(reader_of(request)).first()
    if following is None:
        return reverse("admin:staff_review")
    # Nobody may take the decision that is named above for one about the people below.
    messages.info(
        request, _("Below is another link that waits for you: %(name)s.") % {"name": following.person}
    )
    return reverse("admin:staff_link", args=[following.pk])


def _link_page(request: HttpRequest, link: Link, form: DecisionForm) -> HttpResponse:
    reader, brought = reader_of(request), link.record.import_file
    context: dict[str, Any] = {
        "title": _("Is this the same person?"),
        "lead": f"{link.person} · {link.record}",
        "trail": [(_("Links to review"), reverse("admin:staff_review"))],
        "link": link,
        "form": form,
        "facts": facts_side_by_side(link),
        "reasons": reasons_of(link.findings),
        "total": signed(link.bits),
        "doubts": [told(doubt) for doubt in link.record.doubts],
        "cells": cells_of(link.record.row, brought),
        "others_of_person": others_of_person(link),
        "others_of_record": others_of_record(link),
        "people_of_the_family": people_of_the_family(link.record),
        "choices": choices_for(link, reader),
        "why_not": why_not(link, reader),
    }
    return page(request, "staff/review/detail.html", context)


urlpatterns = [
    path("review/", queue, name="staff_review"),
    path("review/<int:pk>/", one_link, name="staff_link"),
    path("review/<int:pk>/decide/", decide, name="staff_link_decide"),
]
