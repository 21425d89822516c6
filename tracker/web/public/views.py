"""The families' pages. They know the public listing and nothing else; no answer tells a fate."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tracker.flow.leads.inquiries import receive_inquiry
from tracker.flow.listing.search import TooLittle, search_listings
from tracker.names import clean_text
from tracker.web.public.forms import InquiryForm, SearchForm

CASE_CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}")


def not_kept(response: HttpResponse) -> HttpResponse:
    """Keep a page out of every cache, of a shared telephone too, and out of search engines."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Ask for a name; on the same page, answer."""
    form = SearchForm(request.GET if "name" in request.GET else None)
    context: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        try:
            context |= {"asked": True, "answers": search_listings(**form.cleaned_data)}
        except TooLittle as refusal:
            context["refusal"] = refusal
    response = render(request, "public/search.html", context)
    return not_kept(response) if form.is_bound else response


@require_http_methods(["GET", "HEAD", "POST"])
def inquiry(request: HttpRequest) -> HttpResponse:
    """Take in what a family writes; the answer is the same for everyone."""
    form = InquiryForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        receive_inquiry(form.answers(), language=get_language() or "ar")
        return not_kept(redirect("public:received"))
    return not_kept(render(request, "public/inquiry.html", {"form": form}))


# It keeps nothing and changes nothing, so it asks for no token, and the page that leads here sets no cookie.
@csrf_exempt
@require_POST
def begin_inquiry(request: HttpRequest) -> HttpResponse:
    """Open the form with the name already searched for, sent by POST so that no address or log holds it."""
    code = request.POST.get("case_code", "")
    named = {"missing_name": clean_text(request.POST.get("name", ""))[:300]}
    if CASE_CODE.fullmatch(code):
        named["message"] = _("I am writing about case %(code)s.") % {"code": code}
    return not_kept(render(request, "public/inquiry.html", {"form": InquiryForm(initial=named)}))


@require_safe
def received(request: HttpRequest) -> HttpResponse:
    """Say that a person will be in touch, whoever was asked about."""
    return not_kept(render(request, "public/received.html"))


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what is done with what people write here."""
    return render(request, "public/about.html")
