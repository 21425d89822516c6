"""Notices, read only: telling a family is a page of its own."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import ReadOnly, badge, named
from tracker.models import Notice, NoticeStatus

TONES = {NoticeStatus.OWED: "warn", NoticeStatus.TOLD: "good", NoticeStatus.NOT_OWED: "plain"}


@admin.register(Notice)
class NoticeAdmin(ReadOnly):
    """What families were owed, and how they were told."""

    list_display = ("whom", "kind", "state", "owed_since", "told_on", "told_by")
    list_select_related = ("person", "told_by")
    list_filter = ("status", "kind")
    fields = (
        "person", "link", "kind", "state", "corrects", "owed_since", "told_on", "told_by", "told_to",
        "way", "account",
    )  # fmt: skip

    @admin.display(description=_("missing person"))
    def whom(self, notice: Notice) -> SafeString:
        return named(notice.person)

    @admin.display(description=_("status"), ordering="status")
    def state(self, notice: Notice) -> SafeString:
        return badge(TONES[NoticeStatus(notice.status)], notice.get_status_display())
