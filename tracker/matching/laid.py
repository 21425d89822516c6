"""Profiles laid ready for comparison: rows of numbers that every process reads without reading a name again.

A text stands there as its `stable_number`; who does not know the text yet asks how it is heard, and if nobody
kept that, for the profile it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.names.heard import Heard

from .side import (
    DEPTH,
    MOST_PARTS,
    MOTHER,
    NAME,
    NUMBER,
    PERSON,
    Entry,
    Numbering,
    Side,
    path_numbers,
    rows_of_entry,
    side_of_entries,
    stable_number,
)
from .vocabulary import Vocabulary

LAID_NAME = np.dtype(
    [
        ("units", np.int64, MOST_PARTS),
        ("roles", np.int8, MOST_PARTS),
        ("count", np.int8),
        ("wholes", np.int64, 4),
    ]
)
LAID_MOTHER = np.dtype([("given", np.int64), ("family", np.int64)])
LAID_FACTS = np.dtype(
    [
        ("sex", np.int8),
        ("days", np.int32, (4, 2)),
        ("places", np.int64, 3),
        ("registry_number", np.int64),
    ]
)
KINDS = (LAID_FACTS, LAID_NAME, LAID_MOTHER, NUMBER)
"""What is laid of each profile: one row of facts, and any number of the others."""


class Laid(NamedTuple):
    """One profile laid, or many end to end."""

    facts: bytes
    names: bytes
    mothers: bytes
    numbers: bytes


class LaidRows(NamedTuple):
    """Many profiles laid end to end; of each the bytes that its names, mothers and numbers take."""

    laid: Laid
    sizes: Sequence[NDArray[np.int64]]


HeardOf = Callable[[Sequence[int]], Heard]
"""Gives parts of names, told by the numbers of their texts, as they are heard; of some perhaps nothing."""
EntriesOf = Callable[[Sequence[int]], Iterable[Entry]]
"""Gives the entries that rows were laid from."""
PathsOf = Callable[[Sequence[int]], Sequence[Sequence[int] | None]]
"""Gives the path of each place by the number of its text; None for one that is not known yet."""
NOWHERE = path_numbers(())


class _Stable(Numbering):
    """Every text is its own number."""

    def numbers(self, parts: Sequence[str]) -> list[int]:
        known: dict[str, int] = {}
        return [known.get(part) or known.setdefault(part, stable_number(part)) for part in parts]


def lay_ready(entries: Sequence[Entry], places: Sequence[Sequence[str]]) -> list[Laid]:
    """Return each entry laid; of its places the texts are given beside, as the house keeps them."""
    if not entries:
        return []
    side = side_of_entries(entries, _Stable(), LAID_NAME, LAID_MOTHER)
    facts = np.zeros(len(entries), dtype=LAID_FACTS)
    for field in ("sex", "days", "registry_number"):
        facts[field] = side.people[field]
    facts["places"] = [[stable_number(text) for text in three] for three in places]
    arrays = (facts, side.names, side.mothers, side.numbers)
    spans = [np.stack([np.arange(len(entries)), np.arange(1, len(entries) + 1)], axis=1)]
    spans += [side.people[field] for field in ("names", "mothers", "numbers")]
    columns = [
        _cut(array.tobytes(), (span * array.itemsize).tolist())
        for array, span in zip(arrays, spans, strict=True)
    ]
    return [Laid(*four) for four in zip(*columns, strict=True)]


def _cut(text: bytes, spans: Sequence[tuple[int, int]]) -> list[bytes]:
    return [text[first:last] for first, last in spans]


class Sources(NamedTuple):
    """Where to ask for what is told by numbers alone."""

    heard_of: HeardOf
    entries_of: EntriesOf
    paths_of: PathsOf


def side_of_laid(rows: LaidRows, vocabulary: Vocabulary, sources: Sources) -> Side:
    """Return what was laid as one side of a comparison; texts not met yet are entered into the vocabulary."""
    facts, names, mothers, numbers = (
        np.frombuffer(text, dtype=kind) for text, kind in zip(rows.laid, KINDS, strict=True)
    )
    people = np.zeros(len(rows.sizes[0]), dtype=PERSON)
    for field, size, kind in zip(("names", "mothers", "numbers"), rows.sizes, KINDS[1:], strict=True):
        ends = np.cumsum(np.concatenate(([0], size // kind.itemsize)), dtype=np.int32)
        people[field] = np.stack([ends[:-1], ends[1:]], axis=1)
    in_names, in_mothers = _known(
        (
            np.column_stack([names["units"], names["wholes"]]),
            np.column_stack([mothers["given"], mothers["family"]]),
        ),
        (people["names"], people["mothers"]), vocabulary, sources,
    )  # fmt: skip
    if facts.size:
        for field in ("sex", "days", "registry_number"):
            people[field] = facts[field]
        people["places"] = _paths(facts["places"], sources)
    # Copied, since a view of bytes cannot be written to: for such a side all would be compiled a second time.
    return Side(people, _names(names, in_names), _mothers(in_mothers), numbers.copy())


def _known(
    laid: Sequence[NDArray[np.int64]], spans: Sequence[NDArray[np.int32]], vocabulary: Vocabulary,
    sources: Sources,
) -> list[NDArray[np.int32]]:  # fmt: skip
    """Return tables of texts by the vocabulary's numbers; texts not met yet are entered, asked for at once.

    The spans say which rows of each table are whose.
    """
    stable = np.concatenate([table.ravel() for table in laid])
    numbers = vocabulary.of_stable(stable)
    new = numbers < 0
    if new.any():
        vocabulary.enter(sources.heard_of(np.unique(stable[new]).tolist()))
        numbers[new] = vocabulary.of_stable(stable[new])
    strange = numbers < 0
    if strange.any():
        owners = [
            np.repeat(np.arange(len(of_each)), np.diff(of_each, axis=1).ravel() * table.shape[1])
            for table, of_each in zip(laid, spans, strict=True)
        ]
        entries = sources.entries_of(np.unique(np.concatenate(owners)[strange]).tolist())
        vocabulary.numbers(list(dict.fromkeys(text for entry in entries for text in texts_of(entry))))
        # Who was changed between the two questions has no entry any more, and is compared anew once keyed.
        numbers = np.maximum(vocabulary.of_stable(stable), 0)
    ends = np.cumsum([table.size for table in laid])
    return [part.reshape(table.shape) for part, table in zip(np.split(numbers, ends[:-1]), laid, strict=True)]


def texts_of(entry: Entry) -> Iterable[str]:
    """Yield the texts of an entry that are told by their numbers where it is laid."""
    for row in rows_of_entry(entry):
        yield from row.units
        yield from row.wholes
    for mother in entry.mothers:
        yield from mother


def _names(laid: NDArray[np.void], numbers: NDArray[np.int32]) -> NDArray[np.void]:
    names = np.zeros(laid.size, dtype=NAME)
    names["roles"], names["count"] = laid["roles"], laid["count"]
    names["units"], names["wholes"] = numbers[:, :MOST_PARTS], numbers[:, MOST_PARTS:]
    return names


def _mothers(numbers: NDArray[np.int32]) -> NDArray[np.void]:
    mothers = np.zeros(len(numbers), dtype=MOTHER)
    mothers["given"], mothers["family"] = numbers[:, 0], numbers[:, 1]
    return mothers


def _paths(places: NDArray[np.int64], sources: Sources) -> NDArray[np.int64]:
    different, first, where = np.unique(places, return_index=True, return_inverse=True)
    told = sources.paths_of(different.tolist())
    if not all(told):  # some are met for the first time: reading an entry that has it makes each known
        new = [path is None for path in told]
        for _ in sources.entries_of(np.unique(first[new] // places.shape[1]).tolist()):
            pass
        told = sources.paths_of(different.tolist())
    paths = np.array([path or NOWHERE for path in told], dtype=np.int64).reshape(-1, DEPTH)
    return paths[where.reshape(places.shape)]
