"""A list that may name a relative: no link, but a lead, which a colleague logs with a form already filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tracker.flow.linking.relatives import records_of_relatives, relatives_in_a_record
from tracker.matching import Finding
from tracker.models import LeadKind, Person, PrisonRecord, Sex

LONGEST_NAME = 80
"""Letters of a name in the sentence of a lead: with two of them it stays one line."""

SEEN_FROM_THE_OTHER: Mapping[str, str] = {"brother": "brother", "father": "son", "son": "father"}
OF_A_WOMAN: Mapping[str, str] = {"brother": "sister", "son": "daughter"}

SUMMARIES: Mapping[str, Promise] = {
    "brother": gettext_lazy("A list names “%(record)s”, perhaps a brother of “%(person)s”."),
    "sister": gettext_lazy("A list names “%(record)s”, perhaps a sister of “%(person)s”."),
    "father": gettext_lazy("A list names “%(record)s”, perhaps the father of “%(person)s”."),
    "son": gettext_lazy("A list names “%(record)s”, perhaps a son of “%(person)s”."),
    "daughter": gettext_lazy("A list names “%(record)s”, perhaps a daughter of “%(person)s”."),
}
"""What is written on the lead, by what the record's person is to the missing one. Never a list's title or what it
says of anyone: leads are passed on, and a fate is nobody's to pass on before it is confirmed."""


@dataclass(frozen=True, slots=True)
class FamilyLead:
    """A missing person and a record of somebody who may be of the same family."""

    person: Person
    record: PrisonRecord
    sentence: str
    """Why, in the reader's language."""
    address: str
    """Where the lead is logged."""


def people_of_the_family(record: PrisonRecord) -> list[FamilyLead]:
    """Return the missing people who may be relatives of the one a record is about."""
    return [
        _lead(found.person, record, SEEN_FROM_THE_OTHER[found.kin], found.reason)
        for found in relatives_in_a_record(record)
    ]


def records_of_the_family(person: Person) -> list[FamilyLead]:
    """Return the records that may be about a relative of a missing person."""
    return [_lead(person, found.record, found.kin, found.reason) for found in records_of_relatives(person)]


def _lead(person: Person, record: PrisonRecord, kin: str, reason: Finding) -> FamilyLead:
    sentence = reason.ar if get_language() == "ar" else reason.en
    kin = OF_A_WOMAN.get(kin, kin) if record.sex == Sex.FEMALE else kin
    told = {
        "person": person.pk,
        "kind": LeadKind.KIN.value,
        "summary": SUMMARIES[kin] % {"record": _short(record), "person": _short(person)},
        "details": _details(sentence, record),
    }
    return FamilyLead(person, record, sentence, f"{reverse('admin:staff_lead_new')}?{urlencode(told)}")


def _details(sentence: str, record: PrisonRecord) -> str:
    told = {"reason": sentence, "number": record.pk}
    return _("%(reason)s It is number %(number)s in the register of prison records.") % told


def _short(of: Person | PrisonRecord) -> str:
    return Truncator(str(of)).chars(LONGEST_NAME)
