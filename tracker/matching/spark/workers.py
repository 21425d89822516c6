"""What a process on the cluster does: rows of a table in, rows of a table out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..engine.linking import kin_toll
from ..engine.pairs import score_pairs
from ..frequencies import Frequencies
from ..gallery import Gallery
from ..score import LARGEST_VOCABULARY, PRIOR_BITS, Engine
from ..side import MOTHER, NAME, NUMBER, PERSON, Side, joined, side_of_entries
from ..vocabulary import Vocabulary
from ..weights import Weights
from .folder import entry_of_text
from .keys import ROUNDS, Crowds, keys_looked_up

LAID_AT_ONCE = 5_000
Batches = Iterator[Any]
"""Arrow's record batches."""
T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """What every process of one run goes by: weights, name frequencies, and the parts of the people's names."""

    run: str
    frequencies: str = field(compare=False, repr=False)
    weights: str = field(compare=False, repr=False)
    parts: tuple[str, ...] = field(default=(), compare=False, repr=False)

    def engine(self) -> Engine:
        """Return an engine of its own."""
        return Engine(Frequencies.from_json(self.frequencies), Weights.from_json(self.weights))


@lru_cache(maxsize=1)
def _scorer(told: Told) -> Engine:
    return told.engine()


@lru_cache(maxsize=1)
def _nobody(told: Told) -> Gallery:
    """Return a gallery that knows all people's parts of names, and none of the people."""
    engine = told.engine()
    names = np.zeros(len(told.parts), dtype=NAME)
    names["units"][:, 0] = engine.vocabulary.numbers(told.parts)
    side = Side(np.zeros(0, PERSON), names, np.zeros(0, MOTHER), np.zeros(0, NUMBER))
    return Gallery(side, engine)


def gallery_of_nobody(told: Told) -> Gallery:
    """Return this process's gallery for a run; anew when records have brought too many parts of names."""
    if len(_nobody(told).vocabulary) > len(told.parts) + LARGEST_VOCABULARY:
        _nobody.cache_clear()
    return _nobody(told)


def parts_of_people(told: Told, batches: Batches) -> Batches:
    """Return the parts of people's names, each once for some thousands of people."""
    for batch in batches:
        engine = told.engine()
        side = laid(batch.column("entry").to_pylist(), engine)
        used = np.unique(np.concatenate([side.names["units"].ravel(), side.mothers["given"]]))
        yield batch_of(part=[engine.vocabulary.texts[part] for part in used.tolist()])


def keys_of_people(told: Told, crowds: Crowds, number: int, batches: Batches) -> Batches:
    """Return the keys of one round with the people who bear them."""
    gallery = gallery_of_nobody(told)
    for batch in batches:
        rows = ROUNDS[number](
            laid(batch.column("entry").to_pylist(), gallery.engine), gallery.classes, crowds
        )
        places = batch.column("place").to_numpy()
        yield batch_of(kind=rows["kind"], key=rows["key"], person=places[rows["bearer"]])


def keys_of_records(told: Told, crowds: Crowds, batches: Batches) -> Batches:
    """Return the keys by which records look people up, each with its turn among its record's."""
    for batch in batches:
        gallery = gallery_of_nobody(told)
        side = laid(batch.column("entry").to_pylist(), gallery.engine)
        rows = keys_looked_up(side, gallery.meanings(), crowds)
        records = batch.column("id").to_numpy()
        yield batch_of(
            kind=rows["kind"], key=rows["key"], record=records[rows["bearer"]], turn=np.arange(rows.size)
        )


def score_cell(told: Told, least: float, pairs: Any, entries: Any) -> Any:
    """Score the pairs of some people with some records by the one engine; return those that are likely."""
    records, people = _entries(entries, of_people=False), _entries(entries, of_people=True)
    if not pairs.num_rows:
        return _likely(pairs, np.zeros(0, bool), np.zeros(0), np.zeros(0, np.int8))
    engine = _scorer(told)
    if len(engine.vocabulary) > LARGEST_VOCABULARY:
        engine.vocabulary = Vocabulary(engine.frequencies)
    bits, kin = score_pairs(
        laid(list(records.values()), engine), _places(pairs.column("record"), records),
        laid(list(people.values()), engine), _places(pairs.column("person"), people),
        engine.vocabulary.lexicon(), engine.scale, engine.room(), PRIOR_BITS,
    )  # fmt: skip
    for relative in np.flatnonzero(kin).tolist():
        bits[relative] += kin_toll(int(kin[relative]), engine.scale[0])
    return _likely(pairs, bits >= least, bits, kin)


def laid(texts: Sequence[str], engine: Engine) -> Side:
    """Return entries as arrays."""
    rest = iter(texts)
    sides = [side_of_entries([], engine.vocabulary)]
    while chunk := list(islice(rest, LAID_AT_ONCE)):
        sides.append(side_of_entries(list(map(entry_of_text, chunk)), engine.vocabulary))
    return joined(sides)


def batch_of(**columns: Any) -> Any:
    """Return columns as one of Arrow's record batches."""
    from pyarrow import RecordBatch

    return RecordBatch.from_pydict(columns)


def _entries(entries: Any, *, of_people: bool) -> dict[int, str]:
    chosen = entries.column("of_people").to_numpy() == of_people
    numbers = entries.column("number").to_numpy()[chosen].tolist()
    return dict(zip(numbers, entries.column("entry").filter(chosen).to_pylist(), strict=True))


def _places(wanted: Any, entries: dict[int, str]) -> NDArray[np.int64]:
    numbers = np.fromiter(entries, dtype=np.int64, count=len(entries))
    order = np.argsort(numbers)
    places: NDArray[np.int64] = order[np.searchsorted(numbers, wanted.to_numpy(), sorter=order)]
    return places


def _likely(pairs: Any, chosen: NDArray[np.bool_], bits: Any, kin: Any) -> Any:
    from pyarrow import Table

    columns = {name: pairs.column(name).to_numpy()[chosen] for name in ("record", "person", "turn")}
    return Table.from_pydict({**columns, "bits": bits[chosen], "kin": kin[chosen]})
