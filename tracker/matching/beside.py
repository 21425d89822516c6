"""One of our names beside all of theirs: joined, laid, turned round where that explains them better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tracker.names import Name

from .alignment import PAIRED, Laid, Ours, Theirs, lay
from .joining import Joining
from .kin import EXCHANGED_FATHER, KIN, NONE, kin_of
from .lexicon import Lexicon, Places, Row, Rows
from .weighing import GIVEN, SAME, Numbers, role_between

TURNED_ROUND = 3.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two parts of names that answer to each other, and what that weighs."""

    role: str
    left: str
    right: str
    likeness: float
    weight: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two whole names laid side by side, and what the second person may be to the first."""

    left: Name
    right: Name
    score: float
    aligned: tuple[Aligned, ...]
    lacking: str = ""
    loose: float = 0.0
    kin: str = ""
    exchanged: bool = False


class Beside:
    """One of our names beside each of theirs."""

    def __init__(self, row: Row, theirs: Rows, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.row = row
        self.theirs = Theirs(theirs.units.copy(), theirs.roles.copy(), theirs.counts.copy())
        self.wholes = theirs.wholes
        for text in (*row.units, *row.wholes):
            lexicon.ours.setdefault(text, len(lexicon.ours))
        self.joining = Joining(row, self.theirs, lexicon)
        self.laid: list[tuple[Laid, float]] = []
        self.score: Numbers = np.full(theirs.counts.size, -np.inf)
        self.which: Places = np.zeros(theirs.counts.size, dtype=np.intp)
        self.column: Places = np.zeros(theirs.counts.size, dtype=np.intp)

    def lay(self) -> None:
        """Lay all as speaks most for them, once the lexicon is measured."""
        self.kin: NDArray[np.int8] = kin_of(self.row, self.wholes, self.lexicon)
        numbers = tuple(self.lexicon.ours[unit] for unit in self.row.units)
        ours = Ours(self.row.units, numbers, self.row.roles)
        for written, columns in self.joining.ours_for(ours, self.theirs):
            self.joining.join_theirs(written, self.theirs, columns)
            group = self.theirs.of(columns)
            laid = lay(written, group, self.lexicon)
            self._keep(laid, columns, 0.0)
            # "Ali Reza" and "Alireza", or one of a double given name: no relative, the man himself.
            self.kin[columns[laid.given_agrees]] = NONE
            free = (self.kin[columns] == 0) & ~laid.given_agrees & (group.counts > 1)
            if len(written.texts) > 1 and free.any():
                self._turn_round(written, group, columns, free)

    def _turn_round(self, ours: Ours, theirs: Theirs, columns: Places, free: NDArray[np.bool_]) -> None:
        """Read either name as "Family Given Father" where that makes the given names agree."""
        alike = self.lexicon.likeness
        first = np.flatnonzero(free & (alike[ours.numbers[1]][theirs.units[0]] >= SAME))
        if first.size:
            turned = Ours(_rotated(ours.texts), _rotated(ours.numbers), ours.roles)
            self._keep(lay(turned, theirs.of(first), self.lexicon), columns[first], TURNED_ROUND)
        second = np.flatnonzero(free & (alike[ours.numbers[0]][theirs.units[1]] >= SAME))
        if second.size:
            laid = lay(ours, _turned(theirs.of(second)), self.lexicon)
            self._keep(laid, columns[second], TURNED_ROUND)

    def _keep(self, laid: Laid, columns: Places, toll: float) -> None:
        better = laid.score - toll > self.score[columns]
        if toll:
            better &= laid.given_agrees
        kept = columns[better]
        self.score[kept] = laid.score[better] - toll
        self.which[kept], self.column[kept] = len(self.laid), np.flatnonzero(better)
        self.laid.append((laid, toll))

    def alignment(self, left: Name, right: Name, place: int) -> Alignment:
        """Return what the best way of laying one pair was."""
        laid, toll = self.laid[self.which[place]]
        column = self.column[place]
        pairs = [(i, j) for kind, i, j in laid.steps[::-1, :, column].tolist() if kind == PAIRED]
        aligned = tuple(self._aligned(laid, i, j, column) for i, j in pairs)
        score = float(laid.score[column])
        kin = int(self.kin[place])
        return Alignment(
            left,
            right,
            score - toll,
            aligned,
            self._lacking(laid, column, pairs),
            score - sum(pair.weight for pair in aligned) - toll,
            KIN[kin],
            kin >= EXCHANGED_FATHER,
        )

    def _aligned(self, laid: Laid, i: int, j: int, column: int) -> Aligned:
        number = laid.theirs.units[j, column]
        return Aligned(
            role_between(laid.ours.roles[i], int(laid.theirs.roles[j, column])),
            laid.ours.texts[i],
            self.lexicon.their_text(number),
            float(self.lexicon.likeness[laid.ours.numbers[i], number]),
            float(laid.weights[i, j, column]),
        )

    def _lacking(self, laid: Laid, column: int, pairs: Sequence[tuple[int, int]]) -> str:
        """Return the given name that the other name lacks."""
        ours, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
        spare = [
            text for i, text in enumerate(laid.ours.texts) if i not in ours and laid.ours.roles[i] == GIVEN
        ]
        spare += [
            self.lexicon.their_text(laid.theirs.units[j, column])
            for j in range(laid.theirs.counts[column])
            if j not in theirs and laid.theirs.roles[j, column] == GIVEN
        ]
        return spare[0] if spare else ""


def _rotated(parts: tuple[T, ...]) -> tuple[T, ...]:
    return (*parts[1:], parts[0])


def _turned(theirs: Theirs) -> Theirs:
    units = theirs.units.copy()
    units[:-1] = theirs.units[1:]
    units[theirs.counts - 1, np.arange(theirs.counts.size)] = theirs.units[0]
    return Theirs(units, theirs.roles, theirs.counts)
