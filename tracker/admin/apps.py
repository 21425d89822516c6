"""Puts our admin site in the place of Django's, and opens a register for every noun."""

from __future__ import annotations

from importlib import import_module

from django.contrib.admin import site
from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """The admin site as colleagues know it."""

    default_site = "tracker.admin.site.StaffSite"

    def ready(self) -> None:
        """Open the registers once the nouns are known."""
        super().ready()
        import_module("tracker.admin.registers")
        close_registers_of_others()


def close_registers_of_others() -> None:
    """Take out what other packages registered: roles are no groups here, jobs no reading."""
    for noun in list(site._registry):
        if noun._meta.app_label != "tracker":
            site.unregister(noun)
