"""Each trigger of the database refuses what it should, and nothing else does it in its stead."""

from collections.abc import Callable, Mapping
from functools import partial

import pytest
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from tests import make
from tests.models.bad_rows import told_without
from tests.models.guards import Statement, changed, nouns, triggers_of, without
from tracker.models import Claim, Document, ImportRow, Link, Notice, Person, Place

pytestmark = pytest.mark.django_db

OF_MANY_NOUNS = {
    "is_never_deleted", "is_never_altered", "each_edit_names_the_version_it_read", "insert_insert",
    "update_update",
}  # fmt: skip
"""Tried on every noun: test_kept.py, and rules/test_history.py."""
OF_ONE_NOUN = {
    "original_is_never_replaced", "cells_stay_as_they_stood", "link_keeps_its_pair",
    "confirmers_are_not_swapped",
    "claim_from_a_link_names_its_confirmers", "news_comes_from_a_confirmed_link",
    "told_is_a_relative_of_this_family",
    "place_tree_has_no_circle",
}  # fmt: skip
STEPS = {
    "import_goes_forward",
    "link_is_decided_once",
    "closed_lead_stays_closed",
    "telling_cannot_be_untold",
}
"""Tried from every status to every other: test_steps.py."""
EFFECTS = {"person_is_keyed_anew", "listing_ends_with_consent", "link_of_a_death_says_so"}
"""Triggers that do something instead of refusing: test_effects.py."""


def test_every_trigger_is_tried_somewhere():
    every = {name for model in nouns() for name in triggers_of(model)}
    assert every == OF_MANY_NOUNS | OF_ONE_NOUN | STEPS | EFFECTS
    assert {name for _, name in BAD_CHANGES} == OF_ONE_NOUN


def other_person() -> Statement:
    link = make.link()
    return changed(link, person=make.person())


def other_record() -> Statement:
    link = make.link()
    return changed(link, record=make.record())


def other_confirmer() -> Statement:
    return changed(make.link("awaiting_second"), confirmed_by=make.reviewer())


def no_confirmer() -> Statement:
    return changed(make.link("rejected", confirmed_by=make.reviewer()), confirmed_by=None)


def claim_of(link: Link, person: Person | None = None, **fields: object) -> Statement:
    fields = {"link": link, "confirmed_by": link.confirmed_by, "seconded_by": link.seconded_by} | fields
    return partial(make.claim, person or link.person, "died", **fields)


def claim_of_another_person() -> Statement:
    return claim_of(make.link("confirmed"), person=make.person())


def claim_by_another_second() -> Statement:
    return claim_of(make.link("confirmed"), seconded_by=make.reviewer())


def claim_moved_to_an_open_link() -> Statement:
    claim = make.claim()
    return changed(claim, link=make.link("proposed", person=claim.person))


def news_of(status: str) -> Statement:
    return partial(make.notice, make.link(status))


def news_for_another_family() -> Statement:
    link = make.link("confirmed")
    other = make.person()
    return partial(Notice.objects.create, link=link, person=other)


def telling_of_a_withdrawn_link() -> Statement:
    notice = make.notice()
    changed(notice.link, status="withdrawn", closed_by=make.reviewer())()
    told = {
        "told_on": timezone.localdate(),
        "told_by": make.caseworker(),
        "way": "in_person",
        "account": "Told.",
    }
    return changed(notice, status="told", told_to=make.relative(notice.person.family), **told)


def telling_of_strangers() -> Statement:
    return told_without(told_to=make.relative())


def telling_of_someone_without_family() -> Statement:
    person = make.person(family=None)
    notice = make.notice(make.link("confirmed", person=person))
    told = {
        "told_on": timezone.localdate(),
        "told_by": make.caseworker(),
        "way": "in_person",
        "account": "Told.",
    }
    return changed(notice, status="told", told_to=make.relative(), **told)


def circle_of_two() -> Statement:
    town = make.place("بلدة", "Town")
    return changed(town, parent=make.place("حي", "Quarter", parent=town))


def circle_of_three() -> Statement:
    country = make.place("بلد", "Country")
    town = make.place("بلدة", "Town", parent=country)
    return changed(country, parent=make.place("حي", "Quarter", parent=town))


def row_with(**fields: object) -> Statement:
    return changed(make.import_row(), **fields)


def document_with(**fields: object) -> Statement:
    return changed(make.document(), **fields)


BAD_CHANGES: Mapping[tuple[type[models.Model], str], tuple[Callable[[], Statement], ...]] = {
    (Document, "original_is_never_replaced"): (
        partial(document_with, file="00/another"), partial(document_with, sha256="0" * 64),
        partial(document_with, media_type="text/html"), partial(document_with, size=1),
    ),
    (ImportRow, "cells_stay_as_they_stood"): (
        partial(row_with, cells=["another name"]), partial(row_with, number=9_999),
        partial(row_with, sheet="another"),
        lambda: changed(make.import_row(), import_file=make.import_file()),
    ),
    (Link, "link_keeps_its_pair"): (
        other_person, other_record, lambda: changed(make.link(), says_death=False),
    ),
    (Link, "confirmers_are_not_swapped"): (other_confirmer, no_confirmer),
    (Claim, "claim_from_a_link_names_its_confirmers"): (
        *(partial(lambda status: claim_of(make.link(status)), status) for status in ("proposed", "rejected")),
        lambda: claim_of(make.link("awaiting_second")),
        claim_of_another_person, claim_by_another_second, claim_moved_to_an_open_link,
    ),
    (Notice, "news_comes_from_a_confirmed_link"): (
        *(partial(news_of, status) for status in ("proposed", "awaiting_second", "rejected", "withdrawn")),
        news_for_another_family, telling_of_a_withdrawn_link,
    ),
    (Notice, "told_is_a_relative_of_this_family"): (telling_of_strangers, telling_of_someone_without_family),
    (Place, "place_tree_has_no_circle"): (circle_of_two, circle_of_three),
}  # fmt: skip
"""A new trigger that refuses is added here with what it refuses; a test fails until it is."""


@pytest.mark.parametrize(
    ("model", "name", "arrange"),
    [(model, name, bad) for (model, name), tried in BAD_CHANGES.items() for bad in tried],
    ids=[f"{name}-{place}" for (_, name), tried in BAD_CHANGES.items() for place in range(len(tried))],
)
def test_the_trigger_refuses(model: type[models.Model], name: str, arrange: Callable[[], Statement]):
    bad = arrange()
    with pytest.raises(DatabaseError), transaction.atomic():
        bad()
    with without(model, triggers_of(model)[name]):
        bad()


def test_what_became_of_a_row_may_be_noted():
    row = make.import_row(status="waiting")
    assert changed(row, status="stored")() == 1


def test_a_document_may_be_judged_anew():
    assert changed(make.document(), authenticity="suspected_forged")() == 1


def test_a_second_person_may_join_the_first():
    link = make.link("awaiting_second")
    assert changed(link, status="confirmed", seconded_by=make.reviewer())() == 1


def test_a_family_is_told_once_all_is_in_order():
    assert told_without()() == 1


def test_a_place_may_move_within_the_tree():
    country = make.place("بلد", "Country")
    town = make.place("بلدة", "Town")
    assert changed(town, parent=country)() == 1
