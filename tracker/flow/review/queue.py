"""What a reviewer sees first."""

from __future__ import annotations

from django.db.models import Case, Exists, IntegerField, OuterRef, QuerySet, Value, When

from tracker.models import Link, LinkStatus, User


def waiting_links(user: User) -> QuerySet[Link]:
    """Return links this user can decide: begun by a colleague first, then the likeliest.

    Left out: what this user confirmed first (a second person must be another), and records that are confirmed
    for someone else already, or whose case was withdrawn.
    """
    taken = Link.objects.filter(record=OuterRef("record"), status=LinkStatus.CONFIRMED)
    rank = Case(
        When(status=LinkStatus.AWAITING_SECOND, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    return (
        Link.objects.undecided()
        .exclude(status=LinkStatus.AWAITING_SECOND, confirmed_by=user)
        .filter(~Exists(taken), person__withdrawn_at__isnull=True)
        .annotate(rank=rank)
        .order_by("rank", "-probability", "-bits", "id")
        .select_related("person", "record", "record__import_file__source")
        .prefetch_related("person__names")
    )
