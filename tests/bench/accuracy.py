"""How often the right person comes first: real spellings and damaged ones, beside every peer that is here."""

from __future__ import annotations

from typing import Any

from tests.bench.damage import KINDS, OTHER_KINDS, is_arabic
from tests.bench.matchers import (
    OURS,
    Group,
    answers_of_all,
    note_misses,
    of_track,
    rows_of,
    some,
    some_of_each,
)
from tests.bench.reach import counted, note_unreachable, reachable, unreachable
from tests.bench.results import run, say
from tests.bench.spellings import damaged, damaged_again, padded, spellings
from tracker.management.measuring.search_figures import Answer

SIZES: dict[str, dict[str, Any]] = {
    "small": {"names": 20_000, "real": 300, "damaged": 30, "few": 10},
    "full": {"names": 65_000, "real": None, "damaged": 400, "few": 60},
}
AGAIN = "respelled, "
REAL = ("real", "cross-script", "same script")


def bench(size: str) -> dict[str, Any]:
    """Measure ours and each peer on the same gallery with the same queries."""
    wanted = SIZES[size]
    found = spellings()
    entries = padded(found.entries, wanted["names"])
    queries = [
        *some(found.queries, wanted["real"]),
        *damaged(found.entries, wanted["damaged"]),
        *damaged_again(found.queries, wanted["damaged"]),
        *damaged(found.entries, wanted["damaged"] // 2, OTHER_KINDS),
    ]
    say(f"  {len(entries):,} names, {len(queries):,} queries")
    arabic = {entry.person for entry in entries if is_arabic(entry.name)}
    groups = groups_of(arabic, list(dict.fromkeys(query.track for query in queries)))
    answers = answers_of_all(entries, queries, some_of_each(queries, wanted["few"]))
    note_misses("accuracy", answers, entries)
    ours, names = answers[OURS], {entry.person: entry.name for entry in entries}
    real = [] if isinstance(ours, str) else [answer for answer in ours if groups["real"](answer)]
    lost = unreachable(real, names)
    note_unreachable("accuracy", lost, names)
    return {
        "real_spellings": found.are_real,
        "names": len(entries),
        "in_arabic": len(arabic) / len(entries),
        "rows": rows_of(answers, groups | reachable({name: groups[name] for name in REAL}, lost)),
        "unreachable": counted(lost),
    }


def groups_of(arabic: set[str], tracks: list[str]) -> dict[str, Group]:
    """Return how queries are grouped: whether real, whether the writing changes, how damaged, and each track."""

    def is_real(answer: Answer) -> bool:
        return ">" in answer.track and not answer.track.startswith(AGAIN)

    def crosses(answer: Answer) -> bool:
        return (answer.person in arabic) != is_arabic(answer.text)

    groups: dict[str, Group] = {
        "real": is_real,
        "cross-script": lambda answer: is_real(answer) and crosses(answer),
        "same script": lambda answer: is_real(answer) and not crosses(answer),
        "damaged": lambda answer: answer.track in KINDS,
        "respelled, then damaged": lambda answer: answer.track.startswith(AGAIN),
    }
    return groups | {track: of_track(track) for track in tracks}


if __name__ == "__main__":
    run("accuracy", bench)
