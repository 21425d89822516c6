"""Addresses of the workplace's own pages; the admin site mounts them under /admin/."""

from __future__ import annotations

from django.urls import URLPattern, path

from tracker.web.staff import account, consent, imports, leads, originals, review, search, telling, withdrawal

urlpatterns: list[URLPattern] = [
    path("search/", search.search, name="staff_search"),
    path("account/", account.account, name="staff_account"),
    path("people/<uuid:pk>/consent/", consent.consent, name="staff_consent"),
    path("withdraw/<slug:noun>/<uuid:pk>/", withdrawal.withdrawal, name="staff_withdraw"),
    path("documents/<uuid:pk>/original/", originals.original, name="staff_document"),
    *imports.urlpatterns,
    *review.urlpatterns,
    *leads.urlpatterns,
    *telling.urlpatterns,
]
