"""How the register of missing people is narrowed."""

from __future__ import annotations

from typing import Any

import django_filters as df
from django.contrib.admin.views.main import ChangeList
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tracker.models import Consent, Link, Person, Place, Sex, Source
from tracker.web.staff.filters import governorates

DEEPEST_PLACE = 4
"""A police station in a town in an area of a governorate: no chain of places in the fixtures is longer."""


def sources_of_people(_request: HttpRequest | None) -> QuerySet[Source]:
    """Return sources that told us of someone."""
    return Source.objects.filter(Exists(Person.objects.filter(source=OuterRef("pk"))))


class PersonFilter(df.FilterSet):  # type: ignore[misc]
    """Missing people by where and when they disappeared, who told us, and what waits."""

    governorate = df.ModelChoiceFilter(
        label=_("Governorate"), queryset=governorates, method="lying_in", empty_label=_("Any governorate")
    )
    year = df.NumberFilter(
        label=_("Year of disappearance"), method="disappeared_in", min_value=1950, max_value=2100
    )
    sex = df.ChoiceFilter(label=_("Sex"), choices=Sex.choices, empty_label=_("Any"))
    consent = df.ChoiceFilter(
        label=_("Consent"), field_name="consent_scope", choices=Consent.choices, empty_label=_("Any consent")
    )
    links = df.ChoiceFilter(
        label=_("Candidate links"),
        method="with_links",
        choices=[("waiting", _("waiting for a decision")), ("none", _("none yet"))],
        empty_label=_("Any"),
    )
    told_by = df.ModelChoiceFilter(
        label=_("Source"), field_name="source", queryset=sources_of_people, empty_label=_("Any source")
    )

    class Meta:
        model = Person
        fields: list[str] = []

    def lying_in(self, people: QuerySet[Person], _name: str, governorate: Place) -> QuerySet[Person]:
        """Keep people who disappeared anywhere in this governorate."""
        found = {governorate.pk}
        level: set[Any] = {governorate.pk}
        for _step in range(DEEPEST_PLACE):
            level = set(Place.objects.filter(parent__in=level).values_list("pk", flat=True))
            found |= level
        return people.filter(disappearance_place__in=found)

    def disappeared_in(self, people: QuerySet[Person], _name: str, year: Any) -> QuerySet[Person]:
        """Keep people whose disappearance may lie in this year."""
        earliest, latest = (KeyTextTransform(end, "disappearance") for end in ("earliest", "latest"))
        return people.filter(
            LessThanOrEqual(earliest, Value(f"{int(year):04}-12-31")),
            GreaterThanOrEqual(latest, Value(f"{int(year):04}-01-01")),
        )

    def with_links(self, people: QuerySet[Person], _name: str, wanted: str) -> QuerySet[Person]:
        """Keep people with links that wait, or without any link."""
        if wanted == "waiting":
            return people.filter(Exists(Link.objects.undecided().filter(person=OuterRef("pk"))))
        return people.exclude(Exists(Link.objects.filter(person=OuterRef("pk"))))


class PeopleList(ChangeList):
    """The list of missing people, narrowed by the filter bar above it."""

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        """Leave the filter bar's own answers out of what Django looks for."""
        asked = super().get_filters_params(params)
        return {name: value for name, value in asked.items() if name not in PersonFilter.base_filters}

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        """Narrow what Django found by the filter bar."""
        found = super().get_queryset(request, exclude_parameters)
        self.bar = PersonFilter(request.GET, queryset=found, request=request)
        narrowed: QuerySet[Any] = self.bar.qs
        return narrowed
