"""For every named constraint a statement that only this constraint refuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from django.db.models import Model
from django.utils import timezone

from tests import make
from tests.models.guards import Statement, as_typed, changed
from tests.models.nouns import (
    NOUNS,
    adopted_weights,
    contact_reveal,
    custody_event,
    kinship,
    lead_step,
    link_decision,
    place_alias,
    saved_mapping,
    set_aside,
)
from tracker import models as tracker
from tracker.models.base import Withdrawable

MARK = "\u202e"
BACKWARDS = {
    "written": "2015", "calendar": "gregorian", "edtf": "2015", "earliest": "2015-12-31",
    "latest": "2015-01-01",
}  # fmt: skip


def withdrawn_without_reason(row: Model) -> Statement:
    return changed(row, withdrawn_at=timezone.now(), withdrawn_by=make.caseworker(), withdrawn_reason="")


def hidden(model: type[Model], field: str) -> Statement:
    """An update past save(), which would clean the text."""
    return changed(NOUNS[model](), **{field: f"سامر{MARK}"})


def link_of(status: str, **fields: object) -> Statement:
    """A link inserted as it stands: nobody decided it but whom ``fields`` name."""
    person, record = make.person(), make.record()
    return lambda: tracker.Link.objects.create(
        status=status, person=person, record=record, **{"probability": 0.5, "bits": 1.0} | fields
    )


def second_link_of_one_record() -> Statement:
    first = make.link("confirmed")
    return partial(make.link, "confirmed", record=first.record)


def the_same_pair_again() -> Statement:
    first = make.link("rejected")
    return partial(make.link, person=first.person, record=first.record)


def told_without(**missing: object) -> Statement:
    notice = make.notice()
    return changed(notice, **telling(notice) | missing)


def telling(notice: tracker.Notice) -> dict[str, object]:
    return {
        "status": "told", "told_on": timezone.localdate(), "told_by": make.caseworker(),
        "told_to": make.relative(notice.person.family), "way": "in_person", "account": "They asked for time.",
    }  # fmt: skip


def second_claim_of_one_link() -> Statement:
    link = make.link("confirmed")
    claim = partial(
        make.claim,
        link.person,
        "died",
        link=link,
        confirmed_by=link.confirmed_by,
        seconded_by=link.seconded_by,
    )
    claim()
    return claim


def claim_seconded_by_the_same() -> Statement:
    one = make.reviewer()
    return partial(make.claim, make.person(), "found_alive", confirmed_by=one, seconded_by=one)


def link_seconded_by_the_same() -> Statement:
    one = make.reviewer()
    return partial(make.link, "confirmed", confirmed_by=one, seconded_by=one)


def second_import_of_one_document() -> Statement:
    return partial(make.import_file, document=make.import_file().document)


def undone_without_reason() -> Statement:
    return changed(make.import_file(), status="undone", undone_at=timezone.now(), undone_by=make.volunteer())


def second_row_of_one_number() -> Statement:
    row = make.import_row(number=7)
    return partial(make.import_row, row.import_file, number=7)


def second_newer_version() -> Statement:
    first = make.import_file(revises=make.import_file())
    return partial(make.import_file, revises=first.revises)


def row_of(**fields: object) -> Statement:
    return partial(make.import_row, make.import_file(), **fields)


def aside(**fields: object) -> Statement:
    """A record set aside, inserted as it stands."""
    by, record = make.volunteer(), make.record()
    return partial(set_aside, by=by, record=record, **fields)


def set_aside_twice() -> Statement:
    record, by = make.record(), make.volunteer()
    again = partial(set_aside, record=record, by=by)
    again()
    return again


def one_name_twice() -> Statement:
    person = make.person("سامر خالد الحلو")
    return partial(make.name, person, "سامر خالد الحلو")


def one_number_twice() -> Statement:
    person = make.person()
    make.identifier(person, "204")
    return partial(make.identifier, person, "204")


def one_spelling_twice() -> Statement:
    alias = place_alias()
    return partial(tracker.PlaceAlias.objects.create, place=alias.place, name=alias.name)


def one_kinship_twice() -> Statement:
    first = kinship()
    return partial(make.kinship, first.relative, first.person)


def custody_of_a_strange_kind() -> Statement:
    document = make.document()
    by = document.received_by
    return partial(tracker.CustodyEvent.objects.create, document=document, by=by, kind="lost")


def decision(**fields: object) -> Statement:
    link = make.link("rejected")
    fields = {"link": link, "by": link.closed_by, "verdict": "reject", "reason": "another man"} | fields
    return partial(tracker.LinkDecision.objects.create, **fields)


def reveal_without_reason() -> Statement:
    return partial(
        tracker.ContactReveal.objects.create, contact=make.contact(), by=make.caseworker(), reason=""
    )


def step_of_a_strange_kind() -> Statement:
    return partial(tracker.LeadStep.objects.create, lead=make.lead(), by=make.caseworker(), kind="dropped")


def in_itself() -> Statement:
    place = make.place()
    return changed(place, parent=place)


def closed_without_outcome() -> Statement:
    return changed(make.lead(), status="closed", closed_by=make.caseworker())


WITHDRAWALS: dict[str, Callable[[], Statement]] = {
    f"{model.__name__.lower()}_withdrawal_holds_no_hidden_marks": partial(hidden, model, "withdrawn_reason")
    for model in NOUNS
    if issubclass(model, Withdrawable)
}


BAD_ROWS: Mapping[str, Callable[[], Statement]] = {
    "user_has_a_known_role": lambda: changed(make.user(), role="guest"),
    "user_reads_a_known_language": lambda: changed(make.user(), language="xx"),
    "user_holds_no_hidden_marks": lambda: hidden(tracker.User, "full_name"),
    "source_holds_no_hidden_marks": lambda: hidden(tracker.Source, "about"),
    "place_holds_no_hidden_marks": lambda: hidden(tracker.Place, "name_en"),
    "placealias_holds_no_hidden_marks": lambda: hidden(tracker.PlaceAlias, "name"),
    "document_holds_no_hidden_marks": lambda: hidden(tracker.Document, "title"),
    "custodyevent_holds_no_hidden_marks": lambda: as_typed(custody_event, note=MARK),
    "contact_holds_no_hidden_marks": lambda: hidden(tracker.Contact, "value"),
    "contactreveal_holds_no_hidden_marks": lambda: as_typed(contact_reveal, reason=f"asked{MARK}"),
    "person_holds_no_hidden_marks": lambda: hidden(tracker.Person, "circumstances"),
    "importfile_holds_no_hidden_marks": lambda: hidden(tracker.ImportFile, "undone_reason"),
    "importrow_holds_no_hidden_marks": lambda: as_typed(make.import_row, sheet=MARK),
    "linkdecision_holds_no_hidden_marks": lambda: as_typed(link_decision, reason=f"no{MARK}"),
    "leadstep_holds_no_hidden_marks": lambda: as_typed(lead_step, text=MARK),
    "notice_holds_no_hidden_marks": lambda: hidden(tracker.Notice, "account"),
    "source_has_a_known_kind": lambda: changed(make.source(), kind="rumour"),
    "source_is_graded_by_the_admiralty_code": lambda: changed(make.source(), reliability="G"),
    "document_is_withdrawn_by_someone_for_a_reason": lambda: withdrawn_without_reason(make.document()),
    "document_is_named_by_its_sha256": lambda: partial(make.document, sha256="../../etc/passwd"),
    "document_has_a_known_authenticity": lambda: changed(make.document(), authenticity="true"),
    "custody_event_is_of_a_known_kind": custody_of_a_strange_kind,
    "family_is_withdrawn_by_someone_for_a_reason": lambda: withdrawn_without_reason(make.family()),
    "family_holds_no_hidden_marks": lambda: hidden(tracker.Family, "label"),
    "relative_is_withdrawn_by_someone_for_a_reason": lambda: withdrawn_without_reason(make.relative()),
    "relative_holds_no_hidden_marks": lambda: hidden(tracker.Relative, "name_ar"),
    "relative_speaks_a_known_language": lambda: changed(make.relative(), language="xx"),
    "relative_has_a_name": lambda: changed(make.relative(), name_ar="", name_latin=""),
    "kinship_is_withdrawn_by_someone_for_a_reason": lambda: withdrawn_without_reason(kinship()),
    "kinship_is_written_once": one_kinship_twice,
    "kinship_is_a_known_relation": lambda: changed(kinship(), kin="neighbour"),
    "contact_is_withdrawn_by_someone_for_a_reason": lambda: withdrawn_without_reason(make.contact()),
    "contact_uses_a_known_channel": lambda: changed(make.contact(), channel="pigeon"),
    "reveal_has_a_reason": reveal_without_reason,
    "personname_is_withdrawn_by_someone_for_a_reason": lambda: withdrawn_without_reason(
        make.name(make.person(), "سامر")
    ),
    "personname_holds_no_hidden_marks": lambda: hidden(tracker.PersonName, "written"),
    "name_is_written": lambda: partial(make.name, make.person(), ""),
    "name_has_a_known_kind": lambda: partial(make.name, make.person(), "سامر", kind="pet"),
    "name_has_a_known_script": lambda: changed(make.name(make.person(), "سامر"), script="runes"),
    "name_has_a_known_standing": lambda: changed(make.name(make.person(), "سامر"), standing="sung"),
    "name_stands_once_per_person": one_name_twice,
    "identifier_is_withdrawn_by_someone_for_a_reason": lambda: withdrawn_without_reason(
        make.identifier(make.person())
    ),
    "identifier_holds_no_hidden_marks": lambda: hidden(tracker.Identifier, "value"),
    "identifier_is_of_a_known_kind": lambda: partial(make.identifier, make.person(), kind="shoe"),
    "identifier_names_its_issuer": lambda: partial(make.identifier, make.person(), issuer=""),
    "identifier_stands_once_per_person": one_number_twice,
    "place_has_a_known_kind": lambda: changed(make.place(), kind="cellar"),
    "place_alias_is_written_once": one_spelling_twice,
    "place_does_not_lie_in_itself": in_itself,
    "person_is_withdrawn_by_someone_for_a_reason": lambda: withdrawn_without_reason(make.person()),
    "person_birth_does_not_end_before_it_begins": lambda: changed(make.person(), birth=BACKWARDS),
    "person_disappearance_does_not_end_before_it_begins": lambda: changed(
        make.person(), disappearance=BACKWARDS
    ),
    "person_has_a_known_sex_or_none": lambda: changed(make.person(), sex="other"),
    "person_consent_names_who_and_when": lambda: changed(make.person(), consent_scope="public"),
    "person_consent_is_a_known_scope": lambda: changed(make.public_person(), consent_scope="press"),
    "same_file_is_imported_once": second_import_of_one_document,
    "import_has_a_known_status": lambda: partial(make.import_file, status="lost"),
    "import_is_undone_by_someone_for_a_reason": undone_without_reason,
    "import_never_does_more_rows_than_it_has": lambda: changed(make.import_file(), rows_done=1),
    "row_is_kept_once": second_row_of_one_number,
    "import_adds_or_revises_and_not_both": lambda: partial(
        make.import_file, adds_to=make.import_file(), revises=make.import_file()
    ),
    "list_has_one_newer_version": second_newer_version,
    "row_has_a_known_status": lambda: row_of(status="guessed"),
    "refused_row_says_why": lambda: row_of(status="refused"),
    "row_without_a_record_names_the_row_that_has_it": lambda: row_of(status="repeated"),
    "savedmapping_holds_no_hidden_marks": lambda: as_typed(saved_mapping, header_key=MARK),
    "setaside_holds_no_hidden_marks": lambda: as_typed(set_aside, reason=f"twice{MARK}"),
    "record_is_set_aside_for_a_known_cause": lambda: aside(kind="lost", revision=make.import_file()),
    "record_is_set_aside_once": set_aside_twice,
    "record_is_set_aside_by_a_version_or_for_a_reason": lambda: aside(kind="gone"),
    "prisonrecord_holds_no_hidden_marks": lambda: as_typed(make.record, notes_written=MARK),
    "prisonrecord_birth_does_not_end_before_it_begins": lambda: partial(make.record, birth=BACKWARDS),
    "prisonrecord_arrested_does_not_end_before_it_begins": lambda: partial(make.record, arrested=BACKWARDS),
    "prisonrecord_entered_does_not_end_before_it_begins": lambda: partial(make.record, entered=BACKWARDS),
    "prisonrecord_died_does_not_end_before_it_begins": lambda: partial(make.record, died=BACKWARDS),
    "record_is_in_a_known_script": lambda: partial(make.record, script="runes"),
    "record_has_a_known_sex_or_none": lambda: partial(make.record, sex="other"),
    "record_tells_whom_it_is_about": lambda: partial(make.record, ""),
    "record_of_a_death_says_so": lambda: partial(make.record, says_death=False, body_number="17"),
    "pair_is_proposed_once": the_same_pair_again,
    "record_is_about_one_person_at_most": second_link_of_one_record,
    "link_has_a_known_status": lambda: link_of("likely", closed_by=make.reviewer()),
    "link_probability_is_between_0_and_1": lambda: partial(make.link, probability=1.2),
    "link_is_decided_by_a_person": lambda: link_of("rejected"),
    "link_of_a_death_is_confirmed_by_two_people": lambda: link_of("confirmed", confirmed_by=make.reviewer()),
    "link_is_seconded_by_someone_else": link_seconded_by_the_same,
    "decision_is_a_known_verdict": lambda: decision(verdict="perhaps"),
    "adoptedweights_holds_no_hidden_marks": lambda: as_typed(adopted_weights, reason=f"no{MARK}"),
    "weights_have_a_version": lambda: partial(adopted_weights, version="", by=make.reviewer()),
    "adoption_has_a_reason": lambda: partial(adopted_weights, reason=" \n ", by=make.reviewer()),
    "decision_has_a_reason": lambda: decision(reason=" \n "),
    "claim_is_withdrawn_by_someone_for_a_reason": lambda: withdrawn_without_reason(make.claim()),
    "claim_date_does_not_end_before_it_begins": lambda: changed(make.claim(), date=BACKWARDS),
    "claim_holds_no_hidden_marks": lambda: hidden(tracker.Claim, "text_ar"),
    "claim_is_of_a_known_kind": lambda: changed(make.claim(), kind="vanished"),
    "claim_is_graded_by_the_admiralty_code": lambda: changed(make.claim(), credibility="7"),
    "claim_is_seconded_by_someone_else": claim_seconded_by_the_same,
    "claim_is_seconded_after_it_was_confirmed": lambda: changed(make.claim(), seconded_by=make.reviewer()),
    "link_makes_one_claim_of_a_kind": second_claim_of_one_link,
    "inquiry_holds_no_hidden_marks": lambda: as_typed(make.inquiry, contact=f"{MARK}+963"),
    "inquiry_names_a_known_channel": lambda: partial(make.inquiry, channel="pigeon"),
    "inquiry_is_in_a_known_language": lambda: partial(make.inquiry, language="xx"),
    "inquiry_says_whom_and_how_to_answer": lambda: partial(make.inquiry, contact=""),
    "lead_holds_no_hidden_marks": lambda: hidden(tracker.Lead, "summary"),
    "lead_has_a_known_kind": lambda: changed(make.lead(), kind="rumour"),
    "lead_has_a_known_status": lambda: partial(make.lead, status="lost"),
    "closed_lead_has_an_outcome": closed_without_outcome,
    "lead_was_logged_by_someone_or_written_by_a_family": lambda: changed(make.lead(), logged_by=None),
    "step_is_of_a_known_kind": step_of_a_strange_kind,
    "link_owes_one_notice_of_a_kind": lambda: partial(make.notice, make.notice().link),
    "notice_has_a_known_kind": lambda: partial(make.notice, kind="rumour"),
    "notice_has_a_known_status": lambda: partial(make.notice, status="heard"),
    "told_notice_names_who_whom_when_and_how": lambda: told_without(account=" \n"),
    "correction_corrects_a_notice": lambda: partial(make.notice, kind="correction"),
    **WITHDRAWALS,
}
"""A new constraint is added here with what it refuses; a test fails until it is."""
