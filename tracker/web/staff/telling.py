"""What families are owed, and how they were told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tracker.models import Contact, Notice, NoticeStatus
from tracker.web.staff.doors import door, page, reader_of
from tracker.web.staff.filters import NoticeFilter
from tracker.web.staff.showing import page_of
from tracker.web.staff.telling_facts import (
    claims_of,
    may_tell,
    notice_to_tell,
    notices_listed,
    relatives_of,
    statements_of,
    why_it_was_wrong,
)
from tracker.web.staff.telling_forms import RevealForm, TellForm


@require_safe
@door("view_notice")
def notices(request: HttpRequest) -> HttpResponse:
    """Show what families are owed, the longest owed first, or the notices asked for."""
    filters = NoticeFilter(request.GET or {"status": "owed"}, notices_listed())
    context = {"title": _("Telling families"), "filter": filters, "page_obj": page_of(request, filters.qs)}
    return page(request, "staff/telling/list.html", context)


def one_notice(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show a notice, or record how the family was told."""
    return tell(request, pk) if request.method == "POST" else shown(request, pk)


@require_safe
@door("view_notice")
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a notice: whom to tell, how it is safe, what is known."""
    notice = get_object_or_404(notice_to_tell(), pk=pk)
    return _notice_page(request, notice, TellForm(notice=notice))


@door("tell_family")
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Record how the family was told."""
    notice = get_object_or_404(notice_to_tell(), pk=pk)
    form = TellForm(request.POST, notice=notice)
    if form.is_valid():
        form.tell(pk, by=reader_of(request))
    if form.errors:
        return _notice_page(request, notice, form)
    messages.success(request, _("It was written down how the family was told."))
    return redirect("admin:staff_notice", pk)


@require_POST
@door("reveal_contact")
def reveal(request: HttpRequest, pk: int, contact: UUID) -> HttpResponse:
    """Show one number once, to someone who wrote why; it stands in no address."""
    notice = get_object_or_404(notice_to_tell(), pk=pk)
    # Only this family's contacts can be seen from this notice.
    wanted = get_object_or_404(
        Contact.objects.standing(), pk=contact, relative__family=notice.person.family_id
    )
    form = RevealForm(request.POST, auto_id=f"id_{contact}_%s")
    number = form.reveal(wanted, by=reader_of(request)) if form.is_valid() else ""
    ways = relatives_of(notice.person, forms={contact: form}, numbers={contact: number})
    return _notice_page(request, notice, TellForm(notice=notice), {"relatives": ways})


def _notice_page(
    request: HttpRequest, notice: Notice, form: TellForm, shown: Mapping[str, Any] | None = None
) -> HttpResponse:
    reader = reader_of(request)
    context = {
        "title": _("Tell the family") if notice.status == NoticeStatus.OWED else _("Notice to a family"),
        "trail": [(_("Telling families"), reverse("admin:staff_telling"))],
        "notice": notice,
        "form": form,
        "may_tell": may_tell(notice, reader),
        "may_see_contacts": reader.has_perm("tracker.reveal_contact"),
        "statements": statements_of(notice),
        "claims": claims_of(notice),
        "withdrawal": why_it_was_wrong(notice),
    }
    return page(
        request,
        "staff/telling/detail.html",
        context | dict(shown or {"relatives": relatives_of(notice.person)}),
    )


urlpatterns = [
    path("telling/", notices, name="staff_telling"),
    path("telling/<int:pk>/", one_notice, name="staff_notice"),
    path("telling/<int:pk>/contact/<uuid:contact>/", reveal, name="staff_contact_reveal"),
]
