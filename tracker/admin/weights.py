"""The register of adopted weights, read only: a table is adopted by a command, after its calibration was read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import ReadOnly
from tracker.matching import Weights
from tracker.matching.levels import LEVELS
from tracker.matching.sentences import SENTENCES
from tracker.models import AdoptedWeights

Path = tuple[str, ...]
"""Where a figure stands in what was kept: its name, with the names around it first."""


@admin.register(AdoptedWeights)
class AdoptedWeightsAdmin(ReadOnly):
    """Every table of weights that somebody adopted; the newest is in force."""

    list_display = ("version", "by", "at", "reason")
    list_select_related = ("by",)
    search_fields = ("version",)
    readonly_fields = ("told", "changed", "table")
    fieldsets = (
        (None, {"fields": ("version", "by", "at", "reason")}),
        (_("What the calibration said"), {"fields": ("told",), "classes": ("is-whole",)}),
        (
            _("What weighs otherwise than in the table that Athar came with"),
            {"fields": ("changed",), "classes": ("is-whole",)},
        ),
        (_("The whole table"), {"fields": ("table",), "classes": ("is-whole",)}),
    )

    @admin.display(description=_("figures"))
    def told(self, adopted: AdoptedWeights) -> SafeString | str:
        return _lines([(" · ".join(path), figure) for path, figure in _figures(adopted.figures)])

    @admin.display(description=_("bits before, and now"))
    def changed(self, adopted: AdoptedWeights) -> SafeString | str:
        before = dict(_figures(json.loads(Weights().to_json())))
        now = dict(_figures(json.loads(adopted.weights)))
        differs = [path for path in now if path in before and before[path] != now[path]]
        return _lines([(_name(path), f"{before[path]} → {now[path]}") for path in differs])

    @admin.display(description=_("weights"))
    def table(self, adopted: AdoptedWeights) -> SafeString | str:
        return _lines([(_name(path), bits) for path, bits in _figures(json.loads(adopted.weights))])


def _lines(rows: list[tuple[str, str]]) -> SafeString | str:
    row = '<div><dt>{}</dt><dd><bdi dir="ltr">{}</bdi></dd></div>'
    return format_html('<dl class="facts">{}</dl>', format_html_join("", row, rows)) if rows else "—"


def _figures(kept: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every figure with its path; a row of plain figures stays one."""
    if isinstance(kept, Mapping):
        for name, inner in sorted(
            kept.items(), key=lambda one: one[0].zfill(3) if one[0].isdecimal() else one[0]
        ):
            yield from _figures(inner, (*path, name.replace("_", " ")))
    elif isinstance(kept, list) and any(isinstance(one, Mapping | list) for one in kept):
        for number, inner in enumerate(kept, start=1):
            yield from _figures(inner, (*path, str(number)))
    else:
        yield path, ", ".join(map(_short, kept if isinstance(kept, list) else [kept]))


def _short(figure: Any) -> str:
    return f"{figure:.4g}" if isinstance(figure, float) else str(figure)


def _name(path: Path) -> str:
    """Return what is weighed; for a level its sentence, in the reader's language."""
    of_level = {level.name: level.sentence for level in LEVELS}
    if path[0] != "levels" or path[-1] not in of_level:
        return " · ".join(path)
    sentence = SENTENCES[of_level[path[-1]]][get_language() == "ar"]
    return sentence.format(a="…", b="…", n="…").replace("….", "…")
