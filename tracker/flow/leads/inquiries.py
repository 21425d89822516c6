"""A family writes to us: what they wrote is kept, and someone will answer."""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone

from tracker.flow.leads.wording import clean_lines, working_days_after
from tracker.models import Inquiry, Lead, LeadKind, LeadStep, StepKind

ANSWERED_WITHIN = 2
"""Working days until a caseworker should have called: the page for families promises no number."""


@dataclass(frozen=True, slots=True)
class InquiryAnswers:
    """What a family wrote in the private form. `token` was made with the form."""

    token: uuid.UUID
    missing_name: str
    asker_name: str
    channel: str
    contact: str
    mother_name: str = ""
    birth_written: str = ""
    disappearance_written: str = ""
    relation: str = ""
    safe_way: str = ""
    message: str = ""

    def cleaned(self) -> dict[str, str]:
        """Return every answer without hidden marks."""
        return {field: clean_lines(text) for field, text in asdict(self).items() if field != "token"}


@transaction.atomic
def receive_inquiry(answers: InquiryAnswers, *, language: str) -> None:
    """Keep an inquiry and the lead that follows from it, both or neither.

    A form sent twice (a slow line, an impatient thumb) is kept once. A form that was sent, corrected and sent
    again is a second inquiry: nothing that a family wrote is dropped.
    """
    words = answers.cleaned()
    inquiry, is_new = Inquiry.objects.get_or_create(
        token=token_of_words(answers.token, words), defaults={**words, "language": language}
    )
    if not is_new:
        return
    lead = Lead.objects.create(
        kind=LeadKind.INQUIRY,
        inquiry=inquiry,
        summary=inquiry.missing_name,
        due_on=working_days_after(timezone.localdate(), ANSWERED_WITHIN),
    )
    LeadStep.objects.create(lead=lead, kind=StepKind.LOGGED)


def token_of_words(form: uuid.UUID, words: dict[str, str]) -> uuid.UUID:
    """Return the same token for the same words in the same form, and for nothing else."""
    return uuid.uuid5(form, "\x1f".join(words[field] for field in sorted(words)))
