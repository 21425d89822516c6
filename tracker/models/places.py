"""Places: governorates, towns, prisons, branches, hospitals, grave sites."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pghistory
import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Versioned, known_values, without_hidden_marks
from tracker.models.sources import Source


class PlaceKind(models.TextChoices):
    """What happened at a place depends on what it is."""

    COUNTRY = "country", _("country")
    GOVERNORATE = "governorate", _("governorate")
    TOWN = "town", _("town or village")
    AREA = "area", _("area")
    PRISON = "prison", _("prison")
    BRANCH = "branch", _("security branch")
    POLICE_STATION = "police_station", _("police station")
    HOSPITAL = "hospital", _("hospital")
    GRAVE_SITE = "grave_site", _("grave site")


LIES_IN_ITSELF = _(
    "A place cannot lie in itself, nor in a place that lies in it. Choose where it really lies."
)


@pghistory.track()
class Place(Versioned):
    """A place in the tree: a branch lies in a town, a town in its governorate."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(_("short name"), unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind.choices)
    name_ar = models.CharField(_("Arabic name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("lies in")
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="places", verbose_name=_("source"))

    class Meta(Versioned.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name_en"]
        constraints = [
            known_values("place_has_a_known_kind", "kind", PlaceKind),
            without_hidden_marks("slug", "name_ar", "name_en"),
            models.CheckConstraint(name="place_does_not_lie_in_itself", condition=~Q(parent=models.F("id"))),
        ]
        triggers = [
            *Versioned.Meta.triggers,
            pgtrigger.Trigger(
                name="place_tree_has_no_circle",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__parent__isnull=False),
                declare=[("met", "uuid")],
                func="""
                    met := NEW.parent_id;
                    WHILE met IS NOT NULL LOOP
                        IF met = NEW.id THEN
                            RAISE EXCEPTION 'a place cannot lie inside itself'
                                USING ERRCODE = 'check_violation';
                        END IF;
                        SELECT parent_id INTO met FROM tracker_place WHERE id = met;
                    END LOOP;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_ar

    def clean(self) -> None:
        """Refuse in words what the database refuses: a place inside itself."""
        super().clean()
        if self.parent is not None and self.pk in {place.pk for place in self.parent.path()}:
            raise ValidationError(LIES_IN_ITSELF)

    def path(self) -> tuple[Place, ...]:
        """Return this place and all that it lies in, the nearest first."""
        places: list[Place] = []
        here: Place | None = self
        while here is not None:
            places.append(here)
            here = here.parent
        return tuple(places)

    @property
    def governorate(self) -> Place | None:
        """The governorate that this place lies in, when that is known."""
        return next((place for place in self.path() if place.kind == PlaceKind.GOVERNORATE), None)


@pghistory.track()
class PlaceAlias(Versioned):
    """Another spelling of a place, in either script, as lists write it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    place = models.ForeignKey(Place, models.PROTECT, related_name="aliases", verbose_name=_("place"))
    name = models.CharField(_("spelling"), max_length=200)

    class Meta(Versioned.Meta):
        verbose_name = _("place spelling")
        verbose_name_plural = _("place spellings")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "name"], name="place_alias_is_written_once"),
            without_hidden_marks("name"),
        ]

    def __str__(self) -> str:
        return self.name
