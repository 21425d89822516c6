"""The register of adopted weights, read only: a table is adopted by a command, after its calibration was read."""

from __future__ import annotations

from django.contrib import admin

from tracker.admin.base import ReadOnly
from tracker.models import AdoptedWeights


@admin.register(AdoptedWeights)
class AdoptedWeightsAdmin(ReadOnly):
    """Every table of weights that somebody adopted; the newest is in force."""

    list_display = ("version", "by", "at", "reason")
    list_select_related = ("by",)
    search_fields = ("version",)
    fields = ("version", "by", "at", "reason", "figures", "weights")
