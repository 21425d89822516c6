"""What a workbook tells of a sheet beside its cells: what is hidden, what is merged, where it begins."""

from dataclasses import dataclass, field

from tracker.flow.intake.readers.limits import COLUMNS, ROWS
from tracker.flow.intake.readers.list_file import Merge

MOST_MERGES = 100_000


@dataclass(slots=True)
class SheetFacts:
    """Rows count from 1, columns from 0. `sure` is False where not all of this could be known."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merge] = field(default_factory=list)
    right_to_left: bool = False
    sure: bool = True

    def hide_rows(self, first: int, last: int) -> None:
        """Note rows that are not shown; what lies below the last possible row is not kept."""
        self.hidden_rows.update(range(first, min(last, ROWS + ROWS // 10) + 1))

    def hide_columns(self, first: int, last: int) -> None:
        """Note columns that are not shown; what lies beside the last possible column is not kept."""
        self.hidden_columns.update(range(first, min(last, COLUMNS) + 1))

    def merge(self, merge: Merge) -> None:
        """Note a cell that stands over several."""
        top, left, bottom, right = merge
        if (bottom, right) != (top, left) and len(self.merged) < MOST_MERGES:
            self.merged.append(merge)

    def cut_to(self, room: int) -> int:
        """Forget what the parent has no room for; return how much is left to tell."""
        if len(self.hidden_rows) + len(self.merged) > room:
            self.sure = False
            self.merged = self.merged[:room]
            self.hidden_rows = set(sorted(self.hidden_rows)[: room - len(self.merged)])
        return len(self.hidden_rows) + len(self.merged)

    def told(self, name: str, *, hidden: bool) -> dict[str, object]:
        """Return the line in which the child tells of a sheet."""
        return {
            "sheet": name,
            "hidden": hidden,
            "hidden_rows": sorted(self.hidden_rows),
            "hidden_columns": sorted(self.hidden_columns),
            "merged": sorted(self.merged),
            "right_to_left": self.right_to_left,
            "tells_all": self.sure,
        }
