"""For every trigger that refuses, statements that only this trigger refuses."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.db import models
from django.utils import timezone

from tests import make
from tests.models.bad_rows import telling, told_without
from tests.models.guards import Statement, changed, check_what_waited
from tracker.models import (
    Claim,
    Document,
    ImportFile,
    Link,
    Notice,
    Person,
    Place,
    PublicListing,
    Relative,
    User,
)


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


def link_decided_by_another(who: str) -> Statement:
    return changed(make.link("withdrawn"), **{who: make.reviewer()})


def reopened_link_with(**fields: object) -> Statement:
    link = make.link()
    changed(link, status="withdrawn", closed_by=make.volunteer())()
    return changed(link, status="proposed", **fields)


def no_second_any_more() -> Statement:
    link = make.link("confirmed", record=make.record(says_death=False))
    return changed(link, seconded_by=None)


def withdrawn(by: User) -> dict[str, Any]:
    return {"withdrawn_at": timezone.now(), "withdrawn_by": by, "withdrawn_reason": "another man"}


def link_withdrawn_alone() -> Statement:
    link = make.link("confirmed")
    claim_of(link)()
    claim_of(link, kind="buried", **withdrawn(make.reviewer()))()
    return changed(link, status="withdrawn", closed_by=make.reviewer())


def claim_of_a_withdrawn_link_stands_again() -> Statement:
    link = make.link("withdrawn")
    claim = claim_of(link, **withdrawn(make.reviewer()))()
    return changed(claim, withdrawn_at=None)


def confirmed_claim() -> Claim:
    return make.claim(kind="held", confirmed_by=make.reviewer(), seconded_by=make.reviewer())


def confirmed_claim_with(**fields: object) -> Statement:
    return changed(confirmed_claim(), **fields)


def claim_without_its_link() -> Statement:
    return changed(claim_of(make.link("confirmed"))(), link=None)


def told_notice() -> Notice:
    notice = make.notice()
    changed(notice, **telling(notice))()
    return notice


def told_otherwise(**fields: object) -> Statement:
    return changed(told_notice(), **fields)


def told_to_another_relative() -> Statement:
    notice = told_notice()
    return changed(notice, told_to=make.relative(notice.person.family))


def correction_of(news: Notice, **fields: object) -> Callable[[], Notice]:
    fields = {"link": news.link, "person": news.person, "kind": "correction", "corrects": news} | fields
    return partial(Notice.objects.create, **fields)


def correction_of_another_person() -> Statement:
    return correction_of(told_notice(), person=make.person())


def correction_of_another_link() -> Statement:
    news = told_notice()
    return correction_of(news, link=make.link("confirmed", person=news.person))


def correction_of_a_correction() -> Statement:
    news = told_notice()
    correction = correction_of(news)()
    return changed(correction, corrects=correction)


def consent_with(**fields: object) -> Statement:
    return changed(make.public_person(), **fields)


def person_with_a_strangers_consent() -> Statement:
    return partial(make.public_person, consent_given_by=make.relative())


def consent_of_someone_without_family() -> Statement:
    return changed(make.public_person(), family=None)


def consent_that_stands_again() -> Statement:
    person = make.public_person(consent_withdrawn_on=timezone.localdate())
    changed(person, family=make.family())()
    check_what_waited()
    return changed(person, consent_withdrawn_on=None)


def relative_who_leaves() -> Statement:
    relative = make.public_person().consent_given_by
    assert relative
    return changed(relative, family=make.family())


def listing_of(**fields: object) -> Statement:
    person = make.public_person(**fields)
    return partial(PublicListing.objects.create, case_code=person.case_code, keys=[])


def listing_moved_to_someone_else() -> Statement:
    shown, hidden = make.public_person(), make.person()
    PublicListing.objects.create(case_code=shown.case_code, keys=[])
    listing = PublicListing.objects.get()
    return changed(listing, case_code=hidden.case_code)


def claim_of(
    link: Link, person: Person | None = None, kind: str = "died", **fields: Any
) -> Callable[[], Claim]:
    fields = {"link": link, "confirmed_by": link.confirmed_by, "seconded_by": link.seconded_by} | fields
    return partial(make.claim, person or link.person, kind, **fields)


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


def list_with(field: str, other: Callable[[], object]) -> Statement:
    return changed(make.import_file(), **{field: other()})


def document_with(**fields: object) -> Statement:
    return changed(make.document(), **fields)


BAD_CHANGES: Mapping[tuple[type[models.Model], str], tuple[Callable[[], Statement], ...]] = {
    (Document, "original_is_never_replaced"): (
        partial(document_with, file="00/another"), partial(document_with, sha256="0" * 64),
        partial(document_with, media_type="text/html"), partial(document_with, size=1),
    ),
    (ImportFile, "import_keeps_what_it_brings"): (
        partial(list_with, "document", make.document), partial(list_with, "source", make.source),
        partial(list_with, "adds_to", make.import_file), partial(list_with, "revises", make.import_file),
    ),
    (Link, "link_keeps_its_pair"): (
        other_person, other_record, lambda: changed(make.link(), says_death=False),
    ),
    (Link, "confirmers_are_not_swapped"): (
        other_confirmer, no_confirmer, no_second_any_more,
        lambda: reopened_link_with(closed_by=make.reviewer()),
        *(partial(link_decided_by_another, who) for who in ("confirmed_by", "seconded_by", "closed_by")),
    ),
    (Link, "withdrawn_link_leaves_no_claim"): (link_withdrawn_alone,),
    (Claim, "claim_keeps_its_confirmers"): (
        lambda: confirmed_claim_with(confirmed_by=make.reviewer()),
        lambda: confirmed_claim_with(seconded_by=make.reviewer()),
        partial(confirmed_claim_with, seconded_by=None),
        partial(confirmed_claim_with, confirmed_by=None, seconded_by=None),
    ),
    (Claim, "what_was_confirmed_is_not_reworded"): (
        partial(confirmed_claim_with, kind="died"), lambda: confirmed_claim_with(person=make.person()),
        claim_without_its_link,
    ),
    (Claim, "claim_from_a_link_names_its_confirmers"): (
        *(partial(lambda status: claim_of(make.link(status)), status) for status in ("proposed", "rejected")),
        lambda: claim_of(make.link("awaiting_second")),
        claim_of_another_person, claim_by_another_second, claim_moved_to_an_open_link,
        lambda: claim_of(make.link("withdrawn")), claim_of_a_withdrawn_link_stands_again,
    ),
    (Notice, "news_comes_from_a_confirmed_link"): (
        *(partial(news_of, status) for status in ("proposed", "awaiting_second", "rejected", "withdrawn")),
        news_for_another_family, telling_of_a_withdrawn_link,
    ),
    (Notice, "told_is_a_relative_of_this_family"): (telling_of_strangers, telling_of_someone_without_family),
    (Notice, "what_was_told_never_changes"): (
        partial(told_otherwise, account="They were glad."), partial(told_otherwise, way="telephone"),
        partial(told_otherwise, told_on=date(2025, 1, 1)), lambda: told_otherwise(told_by=make.caseworker()),
        told_to_another_relative,
    ),
    (Notice, "correction_is_of_what_was_told"): (
        lambda: correction_of(make.notice()), correction_of_another_person, correction_of_another_link,
        correction_of_a_correction,
    ),
    (Place, "place_tree_has_no_circle"): (circle_of_two, circle_of_three),
    (Person, "case_code_stays"): (partial(consent_with, case_code="2222-2222"),),
    (Person, "consent_is_given_within_the_family"): (
        lambda: consent_with(consent_given_by=make.relative()), lambda: consent_with(family=make.family()),
        person_with_a_strangers_consent, consent_of_someone_without_family, consent_that_stands_again,
    ),
    (Relative, "who_gave_consent_stays_in_the_family"): (relative_who_leaves,),
    (PublicListing, "listing_is_of_someone_whose_family_agreed"): (
        partial(listing_of, consent_scope="partners"), partial(listing_of, consent_scope="none"),
        lambda: listing_of(consent_withdrawn_on=timezone.localdate()),
        lambda: listing_of(**withdrawn(make.caseworker())),
        lambda: partial(PublicListing.objects.create, case_code="2222-2222", keys=[]),
        listing_moved_to_someone_else,
    ),
}  # fmt: skip
"""A new trigger that refuses is added here with what it refuses; a test fails until it is."""
