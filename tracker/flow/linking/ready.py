"""What every search goes by, read before the first: whoever searches then waits for nothing that others knew."""

from __future__ import annotations

from tracker.flow.linking.heard import everything_heard
from tracker.flow.linking.house import House

MOST_PARTS = 200_000
"""Parts of names that are read beforehand, about one kilobyte each: a million names have half as many.

Of 300 spellings among 1,000,000 names, each asked for once, half took 8.5 ms in a process that had read nothing
and 6.1 ms in one that had; 95 of 100 took 25 and 18 ms (four processes of each kind in turn, 28 November 2026).
"""


def get_ready() -> None:
    """Read the house and how parts of names are heard, as whoever answers searches does when they start."""
    house = House.now()
    house.known(of_people=True)
    house.engine.vocabulary.enter(everything_heard(MOST_PARTS))
