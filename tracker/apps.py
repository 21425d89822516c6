"""The one Django app of the project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrackerConfig(AppConfig):
    """People, families, records, links and what families were told."""

    name = "tracker"
    verbose_name = _("Athar")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put every role's rights in force."""
        from tracker.flow import permissions

        permissions.load()
