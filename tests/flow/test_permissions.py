"""Who may do what: every deed is called as every role, and refused to those whose it is not."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import rules
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.utils import timezone

from tests import make
from tests.flow.intake.lists import receive
from tests.models.guards import nouns
from tracker.flow.intake.undo import undo_import
from tracker.flow.leads.follow import add_step, assign_lead, close_lead
from tracker.flow.leads.log import log_lead
from tracker.flow.linking.adopted import adopt
from tracker.flow.listing.consent import give_consent, withdraw_consent
from tracker.flow.permissions import DEEDS, EDITS, EVERYONE, LOOKS, NotAllowed, require
from tracker.flow.review.decide import confirm_link, reject_link, withdraw_link
from tracker.flow.telling.contacts import reveal_contact
from tracker.flow.telling.tell import tell_family
from tracker.matching import Weights
from tracker.models import Notice, Person, PublicListing, Role, User, Way

pytestmark = pytest.mark.django_db

V, C, R, A, M = "volunteer", "caseworker", "reviewer", "auditor", "administrator"
Deed = Callable[[User], object]


def deciding(deed: Callable[..., object], status: str) -> Callable[[], Deed]:
    def arranged() -> Deed:
        link = make.link(status)
        return lambda by: deed(link.pk, by=by, reason="the mother's name")

    return arranged


def receiving() -> Deed:
    source = make.source()
    return lambda by: receive(source=source, by=by)


def undoing() -> Deed:
    imported = make.import_file()
    return lambda by: undo_import(imported.pk, by=by, reason="wrong file")


def telling() -> Deed:
    notice = make.notice()
    told: dict[str, Any] = {"told_to": make.relative(notice.person.family), "told_on": timezone.localdate()}
    return lambda by: tell_family(notice.pk, by=by, way=Way.IN_PERSON, account="She asked for time.", **told)


def revealing() -> Deed:
    contact = make.contact()
    return lambda by: reveal_contact(contact.pk, by=by, reason="to agree on a day")


def assigning() -> Deed:
    lead, to = make.lead(), make.caseworker()
    return lambda by: assign_lead(lead.pk, by=by, to=to, due_on=timezone.localdate())


def stepping() -> Deed:
    lead = make.lead()
    return lambda by: add_step(lead.pk, by=by, kind="note", text="called the neighbour")


def closing() -> Deed:
    lead = make.lead()
    return lambda by: close_lead(lead.pk, by=by, outcome="nothing", text="nobody knew him")


def consenting() -> Deed:
    person = make.person()
    relative = make.relative(person.family)
    return lambda by: give_consent(
        person.pk, by=by, given_by=relative, scope="public", on=timezone.localdate()
    )


def taking_consent_back() -> Deed:
    person = make.public_person()
    return lambda by: withdraw_consent(person.pk, by=by, on=timezone.localdate())


def adopting() -> Deed:
    return lambda by: adopt(Weights(left_out=0.4), by=by, reason="calibrated", figures={})


TABLE: dict[str, tuple[set[str], list[Callable[[], Deed]]]] = {
    "receive_file": ({V, C, M}, [receiving]),
    "undo_import": ({V, C, M}, [undoing]),
    "decide_link": ({R}, [
        deciding(confirm_link, "proposed"), deciding(confirm_link, "awaiting_second"),
        deciding(reject_link, "proposed"),
    ]),
    "withdraw_link": ({R}, [deciding(withdraw_link, "confirmed")]),
    "tell_family": ({C}, [telling]),
    "log_lead": ({C, R}, [lambda: lambda by: log_lead(by=by, kind="call", summary="a neighbour called")]),
    "follow_lead": ({C}, [assigning, stepping, closing]),
    "record_consent": ({C}, [consenting, taking_consent_back]),
    "reveal_contact": ({C}, [revealing]),
    "adopt_weights": ({R}, [adopting]),
    # Asked by the pages that do it: these two deeds change nothing that people decided.
    "search_people": ({C, R, A, M}, []),
    "propose_link": ({C, R}, []),
}  # fmt: skip
"""Deed → the roles that may, and each function that does it; written apart from the code's own table."""

CASES = [
    (deed, place, role)
    for deed, (_, ways) in TABLE.items()
    for place in range(len(ways))
    for role in Role.values
]


def everything() -> Iterator[tuple[str, list[Any]]]:
    every: list[type[Model]] = [*nouns(), PublicListing]
    for model in every:
        if model is not User:
            yield model.__name__, list(model._default_manager.order_by("pk").values())


def test_the_table_is_the_codes_own():
    assert {deed: set(map(str, roles)) for deed, roles in DEEDS.items()} == {
        deed: roles for deed, (roles, _) in TABLE.items()
    }


@pytest.mark.parametrize(("deed", "place", "role"), CASES)
def test_a_deed_is_done_by_whose_it_is_and_refused_to_all_others(deed: str, place: int, role: str):
    roles, ways = TABLE[deed]
    do, by = ways[place](), make.user(role)
    before = dict(everything())
    if role in roles:
        do(by)
        assert dict(everything()) != before
    else:
        with pytest.raises(NotAllowed):
            do(by)
        assert dict(everything()) == before


@pytest.mark.parametrize(("deed", "place"), sorted({(deed, place) for deed, place, _ in CASES}), ids=str)
def test_an_account_that_was_closed_does_nothing_any_more(deed: str, place: int):
    roles, ways = TABLE[deed]
    do, by = ways[place](), make.user(min(roles), is_active=False)
    before = dict(everything())
    with pytest.raises(NotAllowed):
        do(by)
    assert dict(everything()) == before


@pytest.mark.parametrize("deed", TABLE)
def test_rights_are_the_roles_and_nothing_else(deed: str):
    roles, _ = TABLE[deed]
    for role in Role.values:
        by = make.user(role)
        assert by.has_perm(f"tracker.{deed}") is (role in roles)
        assert make.user(role, is_active=False).has_perm(f"tracker.{deed}") is False
    assert rules.has_perm(f"tracker.{deed}", AnonymousUser()) is False


def test_what_nobody_wrote_into_the_table_is_refused():
    for role in Role.values:
        by = make.user(role)
        for unknown in (
            "tracker.delete_person",
            "tracker.confirm_alone",
            "tracker.add_link",
            "auth.add_user",
            "",
        ):
            assert by.has_perm(unknown) is False
        with pytest.raises(NotAllowed):
            require(by, "open_every_door")


def test_nobody_holds_a_right_to_delete():
    assert not [name for name in rules.permissions.permissions if "delete" in name]


def test_a_superuser_is_an_administrator_and_no_more():
    by = User.objects.create_superuser("root", make.PASSWORD)
    assert by.role == Role.ADMINISTRATOR
    with pytest.raises(NotAllowed):
        require(by, "decide_link")


def test_nobody_but_the_caseworker_sees_how_to_reach_a_family():
    assert LOOKS["contact"] == LOOKS["inquiry"] == EDITS["contact"] == {Role.CASEWORKER}


def test_an_auditor_changes_nothing():
    assert not [deed for deed, roles in DEEDS.items() if Role.AUDITOR in roles and deed != "search_people"]
    assert not [noun for noun, roles in EDITS.items() if Role.AUDITOR in roles]


def test_a_volunteer_sees_nothing_of_families_and_fates():
    seen = {noun for noun, roles in LOOKS.items() if Role.VOLUNTEER in roles}
    assert seen == {
        "document", "custodyevent", "source", "place", "placealias", "importfile", "importrow",
        "savedmapping", "setaside",
        "prisonrecord",
    }  # fmt: skip


def test_what_has_consequences_is_edited_by_nobody():
    assert not EDITS.keys() & {"link", "notice", "importfile", "importrow", "prisonrecord", "lead", "inquiry"}
    for noun, roles in EDITS.items():
        assert roles <= LOOKS[noun], f"{noun} is edited by someone who may not see it"


def test_every_noun_has_those_who_may_look():
    names = {model._meta.model_name for model in nouns()} | {"historyentry"}
    assert set(LOOKS) == names
    assert all(roles and roles <= EVERYONE for roles in LOOKS.values())


def test_a_refused_role_reads_whom_to_ask():
    with pytest.raises(NotAllowed, match=r"\."):
        require(make.volunteer(), "decide_link")
    assert not Notice.objects.exists()
    assert not Person.objects.exists()
