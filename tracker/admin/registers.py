"""Every register of the workplace, by noun."""

from tracker.admin import (
    accounts,
    claims,
    documents,
    families,
    history,
    imports,
    leads,
    links,
    notices,
    people,
    places,
    records,
    sources,
    weights,
)

__all__ = [
    "accounts", "claims", "documents", "families", "history", "imports", "leads", "links", "notices",
    "people", "places", "records", "sources", "weights",
]  # fmt: skip
