"""How far the search for a person has come: a ladder of claims, never a column."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.models import ClaimKind, Person


class Ladder(models.TextChoices):
    """The rungs, from presumed alive to known."""

    MISSING = "missing", _("missing")
    RECORD_SAYS_DEAD = "record_says_dead", _("a record says dead")
    CORROBORATED = "corroborated", _("death corroborated by a second source")
    REMAINS_IDENTIFIED = "remains_identified", _("remains identified")
    FOUND_ALIVE = "found_alive", _("found alive")


def standing_of(person: Person) -> Ladder:
    """Return the rung that confirmed claims allow; every one of them was confirmed by two people.

    Two lists from one source are one voice: a death is corroborated only by a second source.
    """
    claims = person.claims.of_a_confirmed_fate()
    kinds = {claim.kind for claim in claims}
    if ClaimKind.FOUND_ALIVE in kinds:
        return Ladder.FOUND_ALIVE
    if ClaimKind.REMAINS_IDENTIFIED in kinds:
        return Ladder.REMAINS_IDENTIFIED
    voices = {claim.source_id for claim in claims}
    if not voices:
        return Ladder.MISSING
    return Ladder.CORROBORATED if len(voices) > 1 else Ladder.RECORD_SAYS_DEAD
