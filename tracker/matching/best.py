"""Our names beside all names of all candidates; for each candidate, the two that agree best."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tracker.names import Name

from .beside import Alignment, Beside
from .frequencies import Frequencies
from .kin import KIN
from .lexicon import Lexicon, Padded, Places, Rows, padded_row, row_of


class BestNames:
    """For each candidate the two names that agree best."""

    def __init__(
        self, ours: Sequence[Name], theirs: Sequence[Sequence[Name]], frequencies: Frequencies
    ) -> None:
        self.ours = [name for name in ours if row_of(name).units]
        self.theirs: list[Name] = []
        self.score = np.zeros(len(theirs))
        self.place = np.full(len(theirs), -1)
        self.beside: list[Beside] = []
        rows: list[Padded] = []
        owners: list[int] = []
        for owner, names in enumerate(theirs):
            for name in names:
                row = padded_row(name)
                if row.length:
                    rows.append(row)
                    owners.append(owner)
                    self.theirs.append(name)
        if self.ours and rows:
            self._lay(rows, frequencies)
            self._choose(np.array(owners))

    def _lay(self, rows: Sequence[Padded], frequencies: Frequencies) -> None:
        lexicon = Lexicon(frequencies)
        entered = Rows(rows, lexicon)
        self.beside = [Beside(row_of(name), entered, lexicon) for name in self.ours]
        lexicon.measure()
        for one in self.beside:
            one.lay()

    def _choose(self, owners: Places) -> None:
        scores = np.concatenate([one.score for one in self.beside])
        everyone = np.tile(owners, len(self.beside))
        order = np.lexsort((np.arange(scores.size), -scores, everyone))
        candidates, first = np.unique(everyone[order], return_index=True)
        self.place[candidates] = order[first]
        self.score[candidates] = scores[order[first]]

    def kin(self) -> list[str]:
        """Return what each candidate may be to us by the names chosen."""
        if not self.beside:
            return [""] * self.place.size
        kin = np.concatenate([one.kin for one in self.beside])
        return [KIN[number] for number in np.where(self.place >= 0, kin[self.place], 0).tolist()]

    def alignment(self, candidate: int) -> Alignment | None:
        """Return how the names of one candidate lie beside ours."""
        place = int(self.place[candidate])
        if place < 0:
            return None
        name, column = divmod(place, len(self.theirs))
        return self.beside[name].alignment(self.ours[name], self.theirs[column], column)
