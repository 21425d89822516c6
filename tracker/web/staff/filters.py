"""How colleagues narrow the lists they work through."""

from __future__ import annotations

from datetime import date
from typing import Any

import django_filters as df
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.models import (
    ImportFile,
    ImportStatus,
    Lead,
    LeadKind,
    LeadStatus,
    Link,
    LinkStatus,
    Notice,
    NoticeKind,
    NoticeStatus,
    Place,
    PlaceKind,
    Source,
)
from tracker.names import clean_text


def sources_of_lists(_request: Any) -> QuerySet[Source]:
    """Return the sources that some list came from."""
    return Source.objects.filter(pk__in=ImportFile.objects.values("source"))


def governorates(_request: Any) -> QuerySet[Place]:
    """Return the governorates."""
    return Place.objects.filter(kind=PlaceKind.GOVERNORATE)


class ImportFilter(df.FilterSet):  # type: ignore[misc]
    """Imports by how far they have come and who the list is from."""

    status = df.ChoiceFilter(label=_("Status"), choices=ImportStatus.choices, empty_label=_("Any status"))
    source = df.ModelChoiceFilter(label=_("Source"), queryset=sources_of_lists, empty_label=_("Any source"))

    class Meta:
        model = ImportFile
        fields: list[str] = []


class LinkFilter(df.FilterSet):  # type: ignore[misc]
    """Waiting links by likeness, list, place and stage."""

    likeness = df.TypedChoiceFilter(
        label=_("Likeness"),
        field_name="probability",
        lookup_expr="gte",
        coerce=float,
        choices=[
            ("", _("Any likeness")),
            ("0.9", _("at least 90%")),
            ("0.7", _("at least 70%")),
            ("0.5", _("at least 50%")),
        ],
    )
    stage = df.ChoiceFilter(
        label=_("Stage"),
        field_name="status",
        choices=[
            (LinkStatus.AWAITING_SECOND, _("waiting for a second person")),
            (LinkStatus.PROPOSED, _("waiting for a first person")),
        ],
        empty_label=_("Any stage"),
    )
    death = df.TypedChoiceFilter(
        label=_("What the record says"),
        field_name="says_death",
        coerce=lambda value: value == "yes",
        choices=[
            ("", _("Anything")),
            ("yes", _("It speaks of death")),
            ("no", _("It does not speak of death")),
        ],
    )
    source = df.ModelChoiceFilter(
        label=_("Source"),
        field_name="record__import_file__source",
        queryset=sources_of_lists,
        empty_label=_("Any source"),
    )
    import_file = df.ModelChoiceFilter(
        label=_("List"),
        field_name="record__import_file",
        queryset=ImportFile.objects.filter(status=ImportStatus.STORED).select_related("document"),
        empty_label=_("Any list"),
    )
    governorate = df.ModelChoiceFilter(
        label=_("Disappeared in"), queryset=governorates, method="within", empty_label=_("Any governorate")
    )

    class Meta:
        model = Link
        fields: list[str] = []

    def within(self, links: QuerySet[Link], _name: str, governorate: Place) -> QuerySet[Link]:
        """Keep people who disappeared in the governorate, in a town of it, or in a branch of such a town."""
        place = "person__disappearance_place"
        return links.filter(
            Q(**{place: governorate})
            | Q(**{f"{place}__parent": governorate})
            | Q(**{f"{place}__parent__parent": governorate})
        )


class LeadFilter(df.FilterSet):  # type: ignore[misc]
    """Leads by stage, kind, whose they are, whether their day has come, and words."""

    text = df.CharFilter(label=_("Words"), method="mentioning")
    status = df.ChoiceFilter(
        label=_("Status"),
        method="at_stage",
        choices=[("unclosed", _("not closed")), *LeadStatus.choices],
        empty_label=_("Any status"),
    )
    kind = df.ChoiceFilter(label=_("Kind"), choices=LeadKind.choices, empty_label=_("Any kind"))
    whose = df.ChoiceFilter(
        label=_("Followed by"),
        method="of",
        choices=[("me", _("me")), ("nobody", _("nobody yet"))],
        empty_label=_("anyone"),
    )
    due = df.ChoiceFilter(
        label=_("Day"),
        method="when_due",
        choices=[("past", _("Its day has come")), ("none", _("No day was set"))],
        empty_label=_("Any day"),
    )

    class Meta:
        model = Lead
        fields: list[str] = []

    def mentioning(self, leads: QuerySet[Lead], _name: str, words: str) -> QuerySet[Lead]:
        """Keep leads whose own text holds these words; an inquiry's stays out: not everyone may read it."""
        words = clean_text(words)
        return leads.filter(Q(summary__icontains=words) | Q(details__icontains=words))

    def at_stage(self, leads: QuerySet[Lead], _name: str, stage: str) -> QuerySet[Lead]:
        """Keep leads at one stage, or at any but the last."""
        return leads.exclude(status=LeadStatus.CLOSED) if stage == "unclosed" else leads.filter(status=stage)

    def of(self, leads: QuerySet[Lead], _name: str, whose: str) -> QuerySet[Lead]:
        """Keep the reader's own leads, or those that nobody took."""
        return leads.filter(assigned_to=self.request.user if whose == "me" else None)

    def when_due(self, leads: QuerySet[Lead], _name: str, when: str) -> QuerySet[Lead]:
        """Keep leads whose day has come, or that have none."""
        today: date = timezone.localdate()
        return leads.filter(due_on__lte=today) if when == "past" else leads.filter(due_on__isnull=True)


class NoticeFilter(df.FilterSet):  # type: ignore[misc]
    """Notices by whether the family has heard, and what kind of news it is."""

    status = df.ChoiceFilter(label=_("Status"), choices=NoticeStatus.choices, empty_label=_("Any status"))
    kind = df.ChoiceFilter(label=_("Kind"), choices=NoticeKind.choices, empty_label=_("Any kind"))

    class Meta:
        model = Notice
        fields: list[str] = []
