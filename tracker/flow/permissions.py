"""Who may do what: one table, deny by default.

Rights are named as Django names them (``tracker.view_person``) for looking and simple facts, and by the
deed (``tracker.decide_link``) for what has consequences. Deeds ask ``require`` themselves, so that no page
can forget.
"""

from __future__ import annotations

from collections.abc import Mapping

import rules
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from tracker.flow.refusals import Refused
from tracker.models import Role, User

V, C, R, A, M = Role.VOLUNTEER, Role.CASEWORKER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR
EVERYONE = frozenset({V, C, R, A, M})

DEEDS: Mapping[str, frozenset[Role]] = {
    "receive_file": frozenset({V, C, M}),
    "undo_import": frozenset({V, C, M}),
    "search_people": frozenset({C, R, A, M}),
    "propose_link": frozenset({C, R}),
    "decide_link": frozenset({R}),
    "withdraw_link": frozenset({R}),
    "tell_family": frozenset({C}),
    "log_lead": frozenset({C, R}),
    "follow_lead": frozenset({C}),
    "record_consent": frozenset({C}),
    "reveal_contact": frozenset({C}),
    "adopt_weights": frozenset({R}),
}

LOOKS: Mapping[str, frozenset[Role]] = {
    "person": frozenset({C, R, A, M}),
    "personname": frozenset({C, R, A, M}),
    "identifier": frozenset({C, R, A, M}),
    "family": frozenset({C, R, A, M}),
    "relative": frozenset({C, R, A, M}),
    "kinship": frozenset({C, R, A, M}),
    "contact": frozenset({C}),
    "contactreveal": frozenset({A}),
    "claim": frozenset({C, R, A, M}),
    "document": EVERYONE,
    "custodyevent": EVERYONE,
    "source": EVERYONE,
    "place": EVERYONE,
    "placealias": EVERYONE,
    "importfile": EVERYONE,
    "importrow": EVERYONE,
    "savedmapping": EVERYONE,
    "setaside": EVERYONE,
    "prisonrecord": EVERYONE,
    "link": frozenset({C, R, A, M}),
    "linkdecision": frozenset({C, R, A, M}),
    "notice": frozenset({C, R, A, M}),
    "lead": frozenset({C, R, A, M}),
    "leadstep": frozenset({C, R, A, M}),
    "inquiry": frozenset({C}),
    "user": frozenset({A, M}),
    "historyentry": frozenset({A}),
    "adoptedweights": frozenset({R, A, M}),
}

EDITS: Mapping[str, frozenset[Role]] = {
    "person": frozenset({C}),
    "personname": frozenset({C}),
    "identifier": frozenset({C}),
    "family": frozenset({C}),
    "relative": frozenset({C}),
    "kinship": frozenset({C}),
    "contact": frozenset({C}),
    "claim": frozenset({C}),
    "source": frozenset({V, C, M}),
    "place": frozenset({C, M}),
    "placealias": frozenset({V, C, M}),
    "document": frozenset({C, R}),
    "user": frozenset({M}),
}


class NotAllowed(Refused):
    """The role of this account does not include this deed."""

    sentence = _("Your role does not include this. Ask a colleague whose role does, or an administrator.")


def require(by: User, deed: str) -> None:
    """Raise NotAllowed unless this account's role includes the deed."""
    if not by.has_perm(f"tracker.{deed}"):
        raise NotAllowed


def _one_of(roles: frozenset[Role]) -> rules.Predicate:
    def has_role(user: User | AnonymousUser) -> bool:
        return isinstance(user, User) and user.is_active and user.role in roles

    return rules.Predicate(has_role)


def load() -> None:
    """Write the table into the rules registry; called once when Django starts."""
    rules.set_perm("tracker", _one_of(EVERYONE))
    for deed, roles in DEEDS.items():
        rules.set_perm(f"tracker.{deed}", _one_of(roles))
    for noun, roles in LOOKS.items():
        rules.set_perm(f"tracker.view_{noun}", _one_of(roles))
    for noun, roles in EDITS.items():
        rules.set_perm(f"tracker.add_{noun}", _one_of(roles))
        rules.set_perm(f"tracker.change_{noun}", _one_of(roles))
