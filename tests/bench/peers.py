"""Other ways to find a name, each asked as ours is: a text in, people in order out, the same clock around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module
from time import perf_counter
from typing import Any

from tests.bench.results import say
from tracker.management.measuring.search_figures import Answer
from tracker.management.measuring.search_lists import Query

Ask = Callable[[Query], Iterable[str]]
"""Returns the people that a search found, best first; one with several names may come several times."""

DEEPEST = 50
"""Answers asked of each search here: the deepest place that any table looks at."""

TO_LATIN = "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower"
VOWELS = str.maketrans("", "", "aeiou")


class NotHere(Exception):
    """A peer that cannot be measured on this machine; the message says why."""


def answers_of(ask: Ask, queries: Sequence[Query], *, warm_up: int = 5) -> list[Answer]:
    """Ask for each query, after a few that are not counted."""
    for query in queries[:warm_up]:
        list(ask(query))
    answers = []
    for query in queries:
        start = perf_counter()
        found = list(ask(query))
        milliseconds = (perf_counter() - start) * 1000
        people = list(dict.fromkeys(found))[:DEEPEST]
        rank = people.index(query.person) + 1 if query.person in people else None
        answers.append(Answer(query.track, query.person, query.text, rank, "", len(found), milliseconds))
    return answers


def package(name: str) -> Any:
    """Import an optional package, or say that it is not here."""
    try:
        return import_module(name)
    except ImportError as missing:
        what = name.partition(".")[0]
        raise NotHere(f"{what} is not installed, or cannot be read ({missing})") from missing


@cache
def _transliterator() -> Any:
    return package("icu").Transliterator.createInstance(TO_LATIN)


def to_latin(text: str) -> str:
    """Return a name in plain Latin letters, as ICU transliterates it."""
    return str(_transliterator().transliterate(text))


def without_vowels(text: str) -> str:
    """Cut the vowels that one writing has and the other has not; a word of vowels alone stays."""
    return " ".join(word.translate(VOWELS) or word for word in text.split())


def measured(name: str, measure: Callable[[], Any]) -> Any:
    """Return what was measured, or why it could not be."""
    say(f"  {name} …")
    try:
        return measure()
    except NotHere as absence:
        say(f"  {name}: not measured, {absence}")
        return str(absence)
