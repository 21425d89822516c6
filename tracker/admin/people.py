"""The register of missing people."""
# ruff: noqa: ARG002  Django calls these with more than a register needs to know.

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import LONGEST_SEARCH, badge, dated, named
from tracker.admin.identities import ClaimsAboutAPerson, NamesOfAPerson, NumbersOfAPerson, RelativesOfAPerson
from tracker.admin.people_filter import PeopleList
from tracker.admin.person_facts import facts_beside
from tracker.admin.versioned import VersionedAdmin
from tracker.flow.linking.search import search_people
from tracker.flow.listing.publish import publish
from tracker.models import LinkStatus, Person
from tracker.models.people import read_case_code

FOUND_AT_MOST = 200
"""A search that means more people than this means nobody."""


@admin.register(Person)
class PersonAdmin(VersionedAdmin):
    """Missing people: who they are, what sources say, what waits."""

    list_display = ("name_in_list", "case_code", "disappeared", "where", "told_by", "waiting")
    list_select_related = ("source", "disappearance_place")
    search_fields = ("case_code",)
    ordering = ("case_code",)
    search_help_text = _("A name in any spelling, in Arabic or Latin letters, or a case code.")
    autocomplete_fields = ("family", "source", "birth_place", "disappearance_place")
    inlines = (NamesOfAPerson, RelativesOfAPerson, ClaimsAboutAPerson, NumbersOfAPerson)
    fieldsets = (
        (None, {"fields": ("family", "source", "sex", "birth", "birth_place")}),
        (_("Disappearance"), {"fields": ("disappearance", "disappearance_place", "circumstances")}),
        (_("Civil registry"), {"fields": ("registry_place", "registry_number")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        """Bring names along, and how many links wait."""
        waits = Count("links", filter=Q(links__status__in=[LinkStatus.PROPOSED, LinkStatus.AWAITING_SECOND]))
        people: QuerySet[Person] = super().get_queryset(request)
        return people.prefetch_related("names").annotate(links_waiting=waits)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[PeopleList]:
        """Narrow the list by the filter bar."""
        return PeopleList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find names as people spell them, and case codes."""
        wanted = search_term[:LONGEST_SEARCH].strip()
        if not wanted:
            return queryset, False
        # A code's letters may sound like somebody's name; whoever types the code of a case means that case.
        case = queryset.filter(case_code=read_case_code(wanted))
        if case.exists():
            return case, False
        found = search_people(wanted, limit=FOUND_AT_MOST)
        # The list is in an order of its own: those who merely come nearest would hide among the others.
        meant = [match.person_id for match in found if match.may_be_meant] or [one.person_id for one in found]
        return queryset.filter(pk__in=meant), False

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Put beside the form what the form does not hold: consent, links, what was withdrawn."""
        person = kwargs.get("obj")
        if person is not None:
            context |= facts_beside(person, request)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Let the public listing follow what was corrected, at once."""
        super().save_related(request, form, formsets, change)
        publish(form.instance)

    @admin.display(description=_("name"))
    def name_in_list(self, person: Person) -> SafeString:
        return named(person)

    @admin.display(description=_("disappearance"), ordering="disappearance__earliest")
    def disappeared(self, person: Person) -> str:
        return dated(person.disappearance)

    @admin.display(description=_("place of disappearance"), ordering="disappearance_place")
    def where(self, person: Person) -> str:
        return str(person.disappearance_place or "—")

    @admin.display(description=_("source"), ordering="source")
    def told_by(self, person: Person) -> SafeString | str:
        return badge("demo", _("invented")) if person.source.is_invented else str(person.source)

    @admin.display(description=_("waiting links"), ordering="links_waiting")
    def waiting(self, person: Any) -> SafeString | str:
        return badge("warn", person.links_waiting) if person.links_waiting else "—"
