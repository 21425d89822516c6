"""Doors: who may open a page of the workplace, and how such a page is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from tracker.models import User

View = Callable[..., HttpResponseBase]


def door(right: str) -> Callable[[View], View]:
    """Open a page to accounts that hold a right of flow/permissions.py: ``@door("decide_link")``.

    A stranger is sent to sign in and then back here; a colleague without the right reads whom to ask.
    """

    def fit(view: View) -> View:
        @wraps(view)
        @never_cache
        def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), reverse("admin:login"))
            if not request.user.has_perm(f"tracker.{right}"):
                return refused(request)
            try:
                return view(request, *args, **kwargs)
            except PermissionDenied:
                return refused(request)

        return opened

    return fit


def reader_of(request: HttpRequest) -> User:
    """Return the account behind a door; a stranger never comes this far."""
    if not isinstance(request.user, User):
        raise TypeError(request.user)
    return request.user


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> TemplateResponse:
    """Return a page with the masthead and navigation of the workplace around it."""
    request.current_app = admin.site.name
    return TemplateResponse(request, template, {**admin.site.each_context(request), **context}, status=status)


def refused(request: HttpRequest) -> HttpResponse:
    """Return the page that says, in the reader's language, that this role does not include this."""
    return page(request, "staff/refused.html", {"title": _("This is not part of your role")}, status=403)
