"""One person among a million, asked for in forty spellings: five languages, slips, scans, parts missing."""

from __future__ import annotations

from itertools import islice
from random import Random
from typing import Any

from tests.bench.invented import invented_names
from tests.bench.matchers import Group, answers_of_all, note_misses, of_track, rows_of, some
from tests.bench.men import eight, forty_spellings, person_of
from tests.bench.results import run, say
from tracker.management.measuring.search_lists import Entry

SIZES: dict[str, dict[str, Any]] = {
    "small": {"names": 50_000, "people": 4, "few": 20},
    "full": {"names": 1_000_000, "people": 8, "few": 80},
}


def bench(size: str) -> dict[str, Any]:
    """Put the eight among so many others, and ask for each in forty ways."""
    wanted = SIZES[size]
    people = range(wanted["people"])
    luck = Random(501)
    others = islice(invented_names(502), wanted["names"] - len(people))
    entries = [Entry("one of eight", person_of(number), eight()[number].name) for number in people]
    entries += [Entry("invented", f"i{n}", name.written(luck)) for n, name in enumerate(others)]
    queries = [query for number in people for query in forty_spellings(number)]
    say(f"  {len(entries):,} names, {len(queries):,} queries")
    tracks = list(dict.fromkeys(query.track for query in queries))
    groups: dict[str, Group] = {"all": lambda _: True}
    groups |= {track: of_track(track) for track in tracks}
    answers = answers_of_all(entries, queries, some(queries, wanted["few"]))
    note_misses("one_man", answers, entries)
    return {
        "names": len(entries),
        "people": len(people),
        "rows": rows_of(answers, groups),
    }


if __name__ == "__main__":
    run("one_man", bench)
