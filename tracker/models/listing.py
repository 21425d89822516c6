"""What strangers can find: the one table that public pages read."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class PublicListing(models.Model):
    """The few facts of one missing person that a family agreed to show.

    Written by the staff side from consent, read by public pages, which read nothing else. It has no field for
    a fate, a status, a mother's name, a contact or a prison, and no key to the case: a copy of this table tells
    no more than the page does.
    """

    case_code = models.CharField(max_length=9, primary_key=True)
    given_ar = models.CharField(max_length=100, blank=True)
    father_ar = models.CharField(max_length=100, blank=True)
    family_ar = models.CharField(max_length=100, blank=True)
    given_latin = models.CharField(max_length=100, blank=True)
    father_latin = models.CharField(max_length=100, blank=True)
    family_latin = models.CharField(max_length=100, blank=True)
    birth_year = models.PositiveSmallIntegerField(null=True)
    disappearance_year = models.PositiveSmallIntegerField(null=True)
    governorate_ar = models.CharField(max_length=200, blank=True)
    governorate_en = models.CharField(max_length=200, blank=True)
    keys = ArrayField(models.TextField())
    rules = models.PositiveSmallIntegerField(default=0)
    """By which rules of `tracker.names` the keys were made."""

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="listing_keys")]
        triggers = [
            pgtrigger.Trigger(
                name="listing_is_of_someone_whose_family_agreed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                # The same as PersonQuerySet.public(). FOR SHARE: a consent that is taken back at this moment
                # either is seen here, or waits and then removes what is written.
                func="""
                    PERFORM 1 FROM tracker_person
                        WHERE case_code = NEW.case_code AND withdrawn_at IS NULL
                          AND consent_scope = 'public' AND consent_given_on IS NOT NULL
                          AND consent_withdrawn_on IS NULL
                        FOR SHARE;
                    IF NOT FOUND THEN
                        RAISE EXCEPTION 'only someone whose family agreed to it is shown to strangers'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.case_code
