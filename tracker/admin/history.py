"""History as the database's own triggers noted it: of one thing for those who work with it, of all for auditors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pghistory.core
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _, gettext_lazy

from tracker.admin.base import ReadOnly, Register
from tracker.admin.history_steps import Step, noun_of, steps_of, users_named
from tracker.models import HistoryEntry
from tracker.web.staff.doors import page

WRITTEN_IN_BULK = frozenset({"ImportRow", "PrisonRecord"})
"""One event for each row of a list: shown when asked for, else they would bury everything people did."""

SHOWN_AT_MOST = 200


def event_models(noun: str = "") -> list[type[Model]]:
    """Return the tables in which the triggers write, of one noun or of all that people change."""
    found = pghistory.core.event_models()
    if noun:
        return [model for model in found if model.pgh_tracked_model._meta.model_name == noun]
    return [model for model in found if model.pgh_tracked_model.__name__ not in WRITTEN_IN_BULK]


def history_page(register: Register, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what was done to one thing; an auditor sees what was done to all that belongs to it as well."""
    thing = register.get_object(request, unquote(object_id))
    if thing is None:
        raise Http404
    if not register.has_view_or_change_permission(request, thing):
        raise PermissionDenied
    steps = _steps(thing, with_all_that_belongs=request.user.has_perm("tracker.view_historyentry"))
    register_name = f"admin:tracker_{register.opts.model_name}"
    from django.urls import reverse

    context = {
        "title": _("History of %(thing)s") % {"thing": thing},
        "lead": _("As the database itself noted it, the latest first. Nobody can change it."),
        "trail": [
            (capfirst(str(register.opts.verbose_name_plural)), reverse(f"{register_name}_changelist")),
            (str(thing), reverse(f"{register_name}_change", args=[object_id])),
        ],
        "steps": steps_of(steps, request.user)[:SHOWN_AT_MOST],
    }
    return page(request, "staff/history.html", context)


def _steps(thing: Model, *, with_all_that_belongs: bool) -> Sequence[HistoryEntry]:
    entries = HistoryEntry.objects.across(*event_models()) if with_all_that_belongs else HistoryEntry.objects
    found = entries.references(thing) if with_all_that_belongs else entries.tracks(thing)
    return list(found.order_by("pgh_created_at", "pgh_id"))


class NounFilter(admin.SimpleListFilter):
    """Entries of one noun."""

    title = gettext_lazy("what was changed")
    parameter_name = "noun"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer every noun that has a history."""
        tracked = [model.pgh_tracked_model._meta for model in pghistory.core.event_models()]
        return sorted(((meta.model_name, capfirst(str(meta.verbose_name_plural))) for meta in tracked), key=lambda n: n[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Leave the choice to the register: it reads one table instead of all."""
        return queryset


@admin.register(HistoryEntry)
class HistoryEntryAdmin(ReadOnly):
    """Every change of everything, for auditors."""

    list_display = ("at", "what", "done", "by_whom", "number")
    list_display_links = ("at",)
    list_filter = (NounFilter,)
    ordering = ("-pgh_created_at",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[HistoryEntry]:
        """Read the tables that are asked for."""
        noun = request.GET.get("noun", "")
        if not request.resolver_match or request.resolver_match.url_name != "tracker_historyentry_changelist":
            noun = ""
        return HistoryEntry.objects.across(*event_models(noun)).order_by("-pgh_created_at")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show one entry beside what stood before it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        entry = HistoryEntry.objects.filter(pgh_slug=unquote(object_id)).first()
        if entry is None:
            raise Http404
        before = HistoryEntry.objects.filter(
            pgh_obj_model=entry.pgh_obj_model, pgh_obj_id=entry.pgh_obj_id, pgh_created_at__lte=entry.pgh_created_at
        ).order_by("pgh_created_at", "pgh_id")
        steps = [step for step in steps_of(list(before), request.user) if step.slug == entry.pgh_slug]
        return page(request, "staff/history.html", {"title": capfirst(noun_of(entry)), "steps": steps, "is_one": True})

    @admin.display(description=gettext_lazy("at"), ordering="pgh_created_at")
    def at(self, entry: HistoryEntry) -> Any:
        return entry.pgh_created_at

    @admin.display(description=gettext_lazy("what"))
    def what(self, entry: HistoryEntry) -> str:
        return capfirst(noun_of(entry))

    @admin.display(description=gettext_lazy("what was done"))
    def done(self, entry: HistoryEntry) -> str:
        return Step.done_in_words(entry.pgh_label)

    @admin.display(description=gettext_lazy("by"))
    def by_whom(self, entry: HistoryEntry) -> str:
        return users_named([entry]).get(entry.who, "—")

    @admin.display(description=gettext_lazy("number"))
    def number(self, entry: HistoryEntry) -> str:
        return entry.pgh_obj_id or "—"
