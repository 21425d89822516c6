"""What a check found, as its page shows it: counts with a small picture, rows with their cells and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.flow.intake.doubts import DOUBTS, LABELS
from tracker.models import CheckedRow, ImportFile, ImportRow
from tracker.web.staff.imports_facts import FIELD_NAMES, Cell, cells_under
from tracker.web.staff.showing import figure, told

OUTCOMES: tuple[tuple[str, Promise, str], ...] = (
    ("ready", _("ready to be stored"), "good"),
    ("doubtful", _("read with a doubt"), "info"),
    ("refused", _("refused: they cannot become records"), "bad"),
    ("repeated", _("repeat another row of this list"), "plain"),
    ("unchanged", _("unchanged since the last version"), "calm"),
)
"""What becomes of every row: each row is one of these."""

BESIDES: tuple[tuple[str, Promise], ...] = (
    ("held_same_source", _("look like a row of another list of this source")),
    ("held_elsewhere", _("look like a row of another source’s list")),
)

VERSIONS: tuple[tuple[str, Promise], ...] = (
    ("unchanged", _("unchanged")),
    ("changed", _("changed: this version says otherwise")),
    ("new", _("new")),
    ("gone", _("gone: the older version has it, this one does not")),
)

KINDS: Mapping[str, Promise] = {**LABELS, "doubtful": _("read with a doubt")}
"""Every finding whose rows can be asked for, in words."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows have one finding; ``width`` and ``start`` are its part of the bar, in hundredths."""

    kind: str
    words: str | Promise
    number: int
    shown: str
    tone: str = "plain"
    start: str = "0"
    width: str = "0"
    has_rows: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found; ``kind`` is the finding whose rows are asked for."""

    rows: str
    number: int
    outcomes: Sequence[Count]
    doubts: Sequence[Count]
    besides: Sequence[Count]
    versions: Sequence[Count]
    kind: str
    kind_words: str | Promise
    refused: int
    refused_shown: str
    held_same_source: int


@dataclass(frozen=True, slots=True)
class Pair:
    """One fact of two rows side by side."""

    label: str | Promise
    here: str
    there: str

    @property
    def is_same(self) -> bool:
        """Whether both rows say the same."""
        return self.here == self.there


@dataclass(frozen=True, slots=True)
class CheckedShown:
    """One row that is not plainly ready."""

    sheet: str
    number: int
    cells: Sequence[Cell]
    sentences: Sequence[str]
    kinds: Sequence[str | Promise]
    is_refused: bool
    other: ImportRow | None
    other_number: int | None
    pairs: Sequence[Pair]


def report_of(brought: ImportFile, kind: str) -> Report:
    """Return what the check of a list found, and which finding is asked for."""
    found = brought.report
    doubts: Mapping[str, int] = found.get("kinds", {})
    counted = [Count(name, KINDS.get(name, name), number, figure(number), has_rows=True)
               for name, number in sorted(doubts.items(), key=lambda one: -one[1])
               if number and name in DOUBTS]  # fmt: skip
    known = kind if kind in KINDS else ""
    return Report(
        rows=figure(found.get("rows", 0)),
        number=found.get("rows", 0),
        outcomes=list(_outcomes(found)),
        doubts=counted,
        besides=[_count(found, name, words) for name, words in BESIDES if found.get(name)],
        versions=[_count(found, name, words) for name, words in VERSIONS] if brought.revises_id else [],
        kind=known,
        kind_words=KINDS.get(known, ""),
        refused=found.get("refused", 0),
        refused_shown=figure(found.get("refused", 0)),
        held_same_source=found.get("held_same_source", 0),
    )


def _count(found: Mapping[str, int], kind: str, words: Promise) -> Count:
    number = found.get(kind, 0)
    return Count(kind, words, number, figure(number), has_rows=bool(number) and kind not in WITHOUT_ROWS)


WITHOUT_ROWS = ("ready", "unchanged")
"""Findings whose rows a check does not keep."""


def _outcomes(found: Mapping[str, int]) -> Iterator[Count]:
    """Yield what becomes of the rows, each with its part of one bar."""
    rows, start = max(found.get("rows", 0), 1), 0.0
    for kind, words, tone in OUTCOMES:
        number = found.get(kind, 0)
        if not number and kind not in ("ready", "refused"):
            continue
        width = 100 * number / rows
        yield Count(
            kind, words, number, figure(number), tone, f"{start:.2f}", f"{width:.2f}",
            bool(number) and kind not in WITHOUT_ROWS,
        )  # fmt: skip
        start += width


def rows_of_kind(brought: ImportFile, kind: str) -> QuerySet[CheckedRow]:
    """Return the rows with one finding, or all that a check kept."""
    rows = brought.checked.select_related("other__import_file__document", "other__import_file__source")
    if kind == "doubtful":
        return rows.filter(kinds__overlap=list(DOUBTS)).order_by("id")
    return (rows.filter(kinds__contains=[kind]) if kind else rows).order_by("id")


def checked_rows(brought: ImportFile, rows: Iterable[CheckedRow]) -> list[CheckedShown]:
    """Return rows with their cells, their sentences, and what they are shown beside."""
    return [
        CheckedShown(
            row.sheet,
            row.number,
            cells_under(brought, row.sheet, row.cells),
            [told(sentence) for sentence in row.sentences],
            [KINDS.get(kind, kind) for kind in row.kinds],
            "refused" in row.kinds,
            row.other,
            row.other_number,
            pairs_of(brought, row, row.other) if row.other else [],
        )
        for row in rows
    ]


def pairs_of(brought: ImportFile, row: CheckedRow, other: ImportRow) -> list[Pair]:
    """Return what two rows say of the same facts, side by side; what neither says is left out."""
    here = _by_field(brought, row.sheet, row.cells)
    there = _by_field(other.import_file, other.sheet, other.cells)
    return [
        Pair(words, here.get(field, ""), there.get(field, ""))
        for field, words in FIELD_NAMES.items()
        if field != "row_number" and (here.get(field) or there.get(field))
    ]


def _by_field(brought: ImportFile, sheet: str, cells: Sequence[str]) -> dict[str, str]:
    layout = next((layout for layout in brought.sheets if layout.sheet == sheet), None)
    fields = layout.fields if layout else []
    return {field: cell.strip() for field, cell in zip(fields, cells, strict=False) if field}
