"""Who changed what, when: read from the triggers' own tables."""

from __future__ import annotations

from typing import Any

import pghistory.models
from django.utils.translation import gettext_lazy as _


class HistoryEntry(pghistory.models.Events):
    """One change of one noun, as the database itself noted it."""

    class Meta:
        proxy = True
        verbose_name = _("history entry")
        verbose_name_plural = _("history")

    def __str__(self) -> str:
        return f"{self.pgh_obj_model} {self.pgh_obj_id}"

    @property
    def who(self) -> Any:
        """The account in whose session it happened, when there was one."""
        return (self.pgh_context or {}).get("user")
