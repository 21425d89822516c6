"""Who may open what: every address × role × method, by hand.

Letters: V volunteer, C caseworker, R reviewer, A auditor, M administrator, S a stranger who is not signed in.
An address that is not here fails the build, and so does one that answers anyone it is not meant for.
"""

from __future__ import annotations

from typing import NamedTuple

EVERYONE, COLLEAGUES, NOBODY = "SVCRAM", "VCRAM", ""


class Doors(NamedTuple):
    """Whom an address lets in: to look (GET) and to send something (POST)."""

    get: str
    post: str


class Register(NamedTuple):
    """Whom a noun's register in the admin lets in: to look, to add, to change. Nobody deletes."""

    look: str
    add: str = NOBODY
    change: str = NOBODY


PAGES: dict[str, Doors] = {
    # For families: no account, and nothing but what they are shown.
    "": Doors(EVERYONE, NOBODY),
    "about/": Doors(EVERYONE, NOBODY),
    "inquiry/": Doors(EVERYONE, EVERYONE),
    "inquiry/begin/": Doors(NOBODY, EVERYONE),
    "inquiry/received/": Doors(EVERYONE, NOBODY),
    "language/": Doors(NOBODY, EVERYONE),
    "healthz": Doors(EVERYONE, NOBODY),
    # For every colleague.
    "admin/": Doors(COLLEAGUES, NOBODY),
    "admin/login/": Doors(EVERYONE, EVERYONE),
    "admin/logout/": Doors("S", EVERYONE),
    "admin/password_change/": Doors(COLLEAGUES, COLLEAGUES),
    "admin/password_change/done/": Doors(COLLEAGUES, NOBODY),
    "admin/account/": Doors(COLLEAGUES, COLLEAGUES),
    "admin/jsi18n/": Doors(COLLEAGUES, NOBODY),
    "admin/^(?P<app_label>tracker)/$": Doors(COLLEAGUES, COLLEAGUES),
    "admin/autocomplete/": Doors(NOBODY, NOBODY),
    "admin/(?P<url>.*)$": Doors(NOBODY, NOBODY),
    # The work, step by step.
    "admin/search/": Doors("CRAM", NOBODY),
    "admin/import/": Doors("VCRAM", NOBODY),
    "admin/import/new/": Doors("VCM", "VCM"),
    "admin/import/<int:pk>/": Doors("VCRAM", NOBODY),
    "admin/import/<int:pk>/reading/": Doors("VCM", "VCM"),
    "admin/import/<int:pk>/columns/": Doors("VCM", "VCM"),
    "admin/import/<int:pk>/columns/file/": Doors("VCM", "VCM"),
    "admin/import/<int:pk>/check/": Doors("VCRAM", NOBODY),
    "admin/import/<int:pk>/refused/": Doors("VCRAM", NOBODY),
    "admin/import/<int:pk>/storing/": Doors("VCRAM", "VCM"),
    "admin/import/<int:pk>/cancel/": Doors("VCM", "VCM"),
    "admin/import/<int:pk>/undo/": Doors("VCM", "VCM"),
    "admin/documents/<uuid:pk>/original/": Doors("VCRAM", NOBODY),
    "admin/review/": Doors("CRAM", NOBODY),
    "admin/review/<int:pk>/": Doors("CRAM", NOBODY),
    "admin/review/<int:pk>/decide/": Doors(NOBODY, "R"),
    "admin/leads/": Doors("CRAM", NOBODY),
    "admin/leads/new/": Doors("CR", "CR"),
    "admin/leads/<int:pk>/": Doors("CRAM", "C"),
    "admin/telling/": Doors("CRAM", NOBODY),
    "admin/telling/<int:pk>/": Doors("CRAM", "C"),
    "admin/telling/<int:pk>/contact/<uuid:contact>/": Doors(NOBODY, "C"),
    "admin/people/<uuid:pk>/consent/": Doors("C", "C"),
    "admin/withdraw/<slug:noun>/<uuid:pk>/": Doors("C", "C"),
    "admin/tracker/user/<id>/password/": Doors("M", "M"),
}

REGISTERS: dict[str, Register] = {
    "adoptedweights": Register("RAM"),
    "claim": Register("CRAM", add="C", change="C"),
    "contactreveal": Register("A"),
    "document": Register("VCRAM", add="CR", change="CR"),
    "family": Register("CRAM", add="C", change="C"),
    "historyentry": Register("A"),
    "importfile": Register("VCRAM"),
    "importrow": Register("VCRAM"),
    "inquiry": Register("C"),
    "lead": Register("CRAM"),
    "link": Register("CRAM"),
    "notice": Register("CRAM"),
    "person": Register("CRAM", add="C", change="C"),
    "place": Register("VCRAM", add="CM", change="CM"),
    "prisonrecord": Register("VCRAM"),
    "relative": Register("CRAM", add="C", change="C"),
    "source": Register("VCRAM", add="VCM", change="VCM"),
    "user": Register("AM", add="M", change="M"),
}


def table() -> dict[str, Doors]:
    """Return every address of the site with whom it lets in."""
    rows = dict(PAGES)
    for noun, register in REGISTERS.items():
        address = f"admin/tracker/{noun}/"
        rows[address] = Doors(register.look, register.look)
        rows[f"{address}add/"] = Doors(register.add, register.add)
        rows[f"{address}<path:object_id>/"] = Doors(COLLEAGUES, COLLEAGUES)  # leads on to …/change/
        rows[f"{address}<path:object_id>/change/"] = Doors(register.look, register.change)
        rows[f"{address}<path:object_id>/history/"] = Doors(register.look, register.look)
        rows[f"{address}<path:object_id>/delete/"] = Doors(NOBODY, NOBODY)
    return rows
