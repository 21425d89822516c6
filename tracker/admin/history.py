"""History as the database's own triggers noted it: of one thing, or of all for auditors."""
# ruff: noqa: ARG002  Django calls these with more than a register needs to know.

from __future__ import annotations

from operator import itemgetter
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.admin.base import ReadOnly, Register, named
from tracker.admin.history_steps import steps_of
from tracker.models import HistoryEntry
from tracker.web.staff.doors import page
from tracker.web.staff.noted import Names, done_in_words, entries_about, entries_of, noun_of, tables_by_noun

SHOWN_AT_MOST = 200


def history_page(register: Register, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what was done to one thing; an auditor sees what was done to all that belongs to it as well."""
    thing = register.get_object(request, unquote(object_id))
    if thing is None:
        raise Http404
    if not register.has_view_or_change_permission(request, thing):
        raise PermissionDenied
    entries = entries_about(thing, and_all_that_belongs=request.user.has_perm("tracker.view_historyentry"))
    name = f"admin:tracker_{register.opts.model_name}"
    context = {
        "title": _("History of %(thing)s") % {"thing": thing},
        "lead": _("As the database itself noted it, the latest first. Nobody can change it."),
        "trail": [
            (capfirst(str(register.opts.verbose_name_plural)), reverse(f"{name}_changelist")),
            (str(thing), reverse(f"{name}_change", args=[object_id])),
        ],
        "steps": steps_of(list(entries), request.user)[:SHOWN_AT_MOST],
    }
    return page(request, "staff/history.html", context)


class HistoryList(ChangeList):
    """The list of entries, each with the name of whoever did it."""

    def get_results(self, request: HttpRequest) -> None:
        """Look the names up once for the whole page."""
        super().get_results(request)
        entries: list[Any] = list(self.result_list)
        names = Names(entries)
        for entry in entries:
            entry.name_of_who = names.of(entry)
        self.result_list = entries


class NounFilter(admin.SimpleListFilter):
    """Entries of one noun."""

    title = gettext_lazy("what was changed")
    parameter_name = "noun"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer every noun that has a history."""
        metas: list[Any] = [table.pgh_tracked_model._meta for table in _tables()]
        return sorted(
            ((meta.model_name, capfirst(str(meta.verbose_name_plural))) for meta in metas), key=itemgetter(1)
        )

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Leave the choice to the register: it reads one table instead of all."""
        return queryset


def _tables() -> list[Any]:
    return list(tables_by_noun().values())


@admin.register(HistoryEntry)
class HistoryEntryAdmin(ReadOnly):
    """Every change of everything, for auditors."""

    list_display = ("at", "what", "done", "by_whom", "number")
    list_display_links = ("at",)
    list_filter = (NounFilter,)
    ordering = ("-pgh_created_at",)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[HistoryList]:
        """Name whoever did it."""
        return HistoryList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Read the tables that are asked for."""
        return entries_of(request.GET.get("noun", "")).order_by("-pgh_created_at")

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show one entry beside what stood before it."""
        if request.method != "GET" or not self.has_view_permission(request):
            raise PermissionDenied
        entry = HistoryEntry.objects.filter(pgh_slug=unquote(object_id)).first()
        if entry is None:
            raise Http404
        of_the_same = HistoryEntry.objects.filter(
            pgh_obj_model=entry.pgh_obj_model, pgh_obj_id=entry.pgh_obj_id
        ).order_by("pgh_created_at", "pgh_id")
        steps = [step for step in steps_of(list(of_the_same), request.user) if step.slug == entry.pgh_slug]
        register = (
            capfirst(str(self.opts.verbose_name_plural)),
            reverse("admin:tracker_historyentry_changelist"),
        )
        return page(
            request, "staff/history.html", {"title": noun_of(entry), "steps": steps, "trail": [register]}
        )

    @admin.display(description=gettext_lazy("at"), ordering="pgh_created_at")
    def at(self, entry: HistoryEntry) -> Any:
        return entry.pgh_created_at

    @admin.display(description=gettext_lazy("what"))
    def what(self, entry: HistoryEntry) -> str:
        return noun_of(entry)

    @admin.display(description=gettext_lazy("what was done"))
    def done(self, entry: HistoryEntry) -> str:
        return done_in_words(entry)

    @admin.display(description=gettext_lazy("by"))
    def by_whom(self, entry: Any) -> SafeString:
        return named(entry.name_of_who)

    @admin.display(description=gettext_lazy("number"))
    def number(self, entry: HistoryEntry) -> str:
        return entry.pgh_obj_id or "—"
