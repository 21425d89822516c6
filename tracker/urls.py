"""Addresses: families at the root, colleagues under /admin/."""

from django.contrib import admin
from django.urls import include, path

from tracker.web.health import healthz
from tracker.web.language import choose_language

urlpatterns = [
    path("", include("tracker.web.public.urls")),
    path("language/", choose_language, name="language"),
    path("healthz", healthz, name="healthz"),
    path("admin/", admin.site.urls),
]
