"""Addresses of the workplace's own pages; the admin site mounts them under /admin/, in the namespace ``admin``."""

from __future__ import annotations

from importlib import import_module

from django.urls import URLPattern, path

from tracker.web.staff import account, consent, originals, search

# Each of these modules lists its own addresses as ``urlpatterns``.
MODULES_WITH_ADDRESSES = ("imports", "review", "leads", "telling")

urlpatterns: list[URLPattern] = [
    path("search/", search.search, name="staff_search"),
    path("account/", account.account, name="staff_account"),
    path("people/<uuid:pk>/consent/", consent.consent, name="staff_consent"),
    path("documents/<uuid:pk>/original/", originals.original, name="staff_document"),
]
for name in MODULES_WITH_ADDRESSES:
    urlpatterns += import_module(f"tracker.web.staff.{name}").urlpatterns
