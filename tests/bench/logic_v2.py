"""nomenklatura's logic-v2, the matcher behind OpenSanctions: a scorer, so it is handed its candidates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from tests.bench.peers import Ask, package
from tracker.management.measuring.search_lists import Entry, Query

CANDIDATES = 100


def by_logic_v2(entries: Sequence[Entry], candidates: Ask) -> Ask:
    """Return how it is asked: another peer's hundred best candidates, the right one forced in among them.

    That is kinder than any real search could be: what is measured is the scoring alone.
    """
    matcher = package("nomenklatura.matching").LogicV2
    entity = package("followthemoney").model.get_proxy
    config = matcher.default_config()
    names: dict[str, list[str]] = {}
    for entry in entries:
        names.setdefault(entry.person, []).append(entry.name)
    known: dict[str, Any] = {}
    numbers = count()

    def person(key: str, of: Sequence[str]) -> Any:
        return entity({"id": key, "schema": "Person", "properties": {"name": list(of)}})

    def ask(query: Query) -> Sequence[str]:
        # A name of its own each time: what was read of an entity is remembered by its id.
        asked = person(f"query {next(numbers)}", [query.text])
        found = list(dict.fromkeys([*list(candidates(query))[: CANDIDATES - 1], query.person]))
        for key in found:
            known.setdefault(key, person(key, names[key]))
        scores: Mapping[str, float] = {key: matcher.compare(asked, known[key], config).score for key in found}
        # The forced one stands last, and so loses its ties.
        return sorted(found, key=lambda key: -scores[key])

    return ask
