"""The site that colleagues live in: it opens on what waits for them."""
# ruff: noqa: ARG002  Django calls these with more than a register needs to know.

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker.models import User


class StaffSite(admin.AdminSite):
    """The workplace: our pages, the registers, one navigation that shows what the role may open."""

    site_title = _("Athar")
    site_header = _("Athar")
    index_title = _("Today")
    enable_nav_sidebar = False
    empty_value_display = "—"

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Add the navigation to what every page knows."""
        from tracker.web.staff.navigation import navigation

        context = super().each_context(request)
        context["navigation"] = navigation(request, request.user) if isinstance(request.user, User) else []
        return context

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Open on what waits for this account."""
        from tracker.web.staff.dashboard import dashboard

        return dashboard(request)

    def app_index(  # type: ignore[override]
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send whoever climbs up from a register to the list of all registers, on the first page."""
        return redirect("admin:index")

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Call the page what it is."""
        return super().login(request, {**(extra_context or {}), "title": gettext("Sign in")})

    def get_urls(self) -> list[URLResolver | URLPattern]:
        """Mount the workplace's own pages beside the registers."""
        from tracker.web.staff.urls import urlpatterns

        # Nothing here has a page outside the workplace, so nothing leads to one by its number.
        stock = [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]
        return [*urlpatterns, *stock]

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        """Answer a missing right with our own sentence instead of a bare 403."""
        guarded = super().admin_view(view, cacheable)

        @wraps(view)
        def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            from tracker.web.staff.doors import refused

            try:
                answer: HttpResponseBase = guarded(request, *args, **kwargs)
            except PermissionDenied:
                return refused(request)
            return answer

        return opened
