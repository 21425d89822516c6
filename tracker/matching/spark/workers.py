"""What a process on the cluster does: a table of records in, a table of their likely pairs out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..frequencies import Frequencies
from ..gallery import Gallery
from ..score import LARGEST_VOCABULARY, Engine
from ..side import Side, joined, side_of_entries
from ..weights import Weights
from .folder import FREQUENCIES, PEOPLE, WEIGHTS, entry_of_text, parquet

LAID_AT_ONCE = 5_000
Batches = Iterator[Any]
"""Arrow's record batches."""


class Everybody:
    """All people of a folder, ready to be compared with records; one for each process."""

    def __init__(self, folder: Path) -> None:
        frequencies = Frequencies.from_json((folder / FREQUENCIES).read_text())
        engine = Engine(frequencies, Weights.from_json((folder / WEIGHTS).read_text()))
        ids, sides = [], [side_of_entries([], engine.vocabulary)]
        with parquet().ParquetFile(folder / PEOPLE) as file:
            for batch in file.iter_batches(LAID_AT_ONCE, columns=["id", "entry"]):
                ids.append(batch.column("id"))
                sides.append(_laid(batch.column("entry"), engine))
        self.gallery = Gallery(joined(sides), engine, engine.vocabulary)
        self.ids = _chunks(ids)
        self.parts = len(engine.vocabulary)

    def likely(self, records: Any, prior: float, least: float) -> Any:
        """Return the likely pairs of one batch of records with people, by the numbers of both."""
        told = _laid(records.column("entry"), self.gallery.engine)
        found, *_ = self.gallery.likely(told, least, prior)
        return _batch_of(
            record=records.column("id").to_numpy()[found["record"]],
            person=_taken(self.ids, found["person"]),
            bits=found["bits"],
            kin=found["kin"],
        )

    def is_full(self) -> bool:
        """Say whether records have brought so many parts of names that it is better read anew."""
        return len(self.gallery.vocabulary) > self.parts + LARGEST_VOCABULARY


@lru_cache(maxsize=1)
def everybody(folder: str, comparison: str) -> Everybody:  # noqa: ARG001 a folder may be exported anew
    """Return all people of a folder; `comparison` is the SHA-256 of its manifest."""
    return Everybody(Path(folder))


def likely_pairs(folder: str, comparison: str, prior: float, least: float, batches: Batches) -> Batches:
    """Return the likely pairs of records with people, batch by batch."""
    for batch in batches:
        if everybody(folder, comparison).is_full():
            everybody.cache_clear()
        for first in range(0, batch.num_rows, LAID_AT_ONCE):
            yield everybody(folder, comparison).likely(batch.slice(first, LAID_AT_ONCE), prior, least)


def _laid(texts: Any, engine: Engine) -> Side:
    return side_of_entries(list(map(entry_of_text, texts.to_pylist())), engine.vocabulary)


def _chunks(ids: list[Any]) -> Any:
    import pyarrow

    return pyarrow.chunked_array(ids, pyarrow.string()).combine_chunks()


def _taken(ids: Any, places: NDArray[np.int32]) -> Any:
    import pyarrow

    return ids.take(pyarrow.array(places))


def _batch_of(**columns: Any) -> Any:
    from pyarrow import RecordBatch

    return RecordBatch.from_pydict(columns)
