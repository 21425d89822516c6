"""Logging a lead, and following it to an outcome."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tracker.flow.leads.follow import add_step, assign_lead, close_lead
from tracker.flow.leads.log import log_lead
from tracker.flow.linking.search import FoundPerson, search_people
from tracker.flow.permissions import DEEDS
from tracker.models import Lead, LeadKind, Outcome, Person, StepKind, User
from tracker.web.staff.fields import Day, Line, Prose, VersionRead, attempt

ONE_PERSON, WHOLE_FAMILY = "person", "family"
PEOPLE_OFFERED = 10


class LogForm(forms.Form):
    """A new lead: what was heard, about whom, who follows it, by when."""

    # An inquiry is written by a family in its own form; nobody logs one in its name.
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[kind for kind in LeadKind.choices if kind[0] != LeadKind.INQUIRY]
    )
    summary = Line(
        label=_("In one line"),
        max_length=300,
        error_messages={
            "required": _("Write in one line what was heard, so that a colleague can find it again.")
        },
    )
    details = Prose(label=_("Details"), required=False, help_text=_("Who said it, when, and how they know."))
    person_name = Line(
        label=_("Missing person"),
        max_length=300,
        required=False,
        help_text=_("Type a name in any spelling and press “Find”, then choose from those found."),
    )
    person = forms.ModelChoiceField(
        queryset=Person.objects.standing(), required=False, widget=forms.HiddenInput
    )
    about = forms.ChoiceField(
        label=_("This concerns"),
        choices=[(ONE_PERSON, _("this person")), (WHOLE_FAMILY, _("the whole family of this person"))],
        initial=ONE_PERSON,
        required=False,
        widget=forms.RadioSelect,
    )
    to_me = forms.BooleanField(label=_("I follow it myself"), required=False)
    due_on = Day(label=_("By when"), required=False)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        if not by.has_perm("tracker.follow_lead"):
            del self.fields["to_me"]

    def found(self) -> list[FoundPerson]:
        """Return the people whom the name that was typed may mean."""
        name = Line(required=False).to_python(self["person_name"].value())
        return search_people(name, limit=PEOPLE_OFFERED) if name else []

    def chosen(self) -> Person | None:
        """Return the person chosen so far, also while the rest of the form is not right yet."""
        try:
            found: Person | None = self.fields["person"].clean(self["person"].value())
        except ValidationError:
            return None
        return found

    def clean(self) -> dict[str, Any]:
        """A family is reached through one of its missing people."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("about") == WHOLE_FAMILY and "person" in told:
            if told["person"] is None:
                self.add_error("person_name", _("Find and choose a person of the family first."))
            elif told["person"].family_id is None:
                self.add_error("about", _("This person has no family file yet. Choose “this person”."))
        return told

    def log(self) -> Lead | None:
        """Log the lead; None when it was refused, with the sentence on the form."""
        told: dict[str, Any] = self.cleaned_data
        person: Person | None = told["person"]
        whole_family = told["about"] == WHOLE_FAMILY
        return attempt(
            self,
            log_lead,
            by=self.by,
            kind=told["kind"],
            summary=told["summary"],
            details=told["details"],
            person=None if whole_family else person,
            family=person.family if person else None,
            assigned_to=self.by if told.get("to_me") else None,
            due_on=told["due_on"],
        )


class StepForm(forms.Form):
    """Something that was done about a lead."""

    kind = forms.ChoiceField(
        label=_("What was done"),
        choices=[(kind.value, kind.label) for kind in (StepKind.NOTE, StepKind.CONTACTED)],
    )
    text = Prose(label=_("Text"), error_messages={"required": _("Write what was done or learned.")})

    def follow(self, lead_id: int, by: User) -> None:
        """Write the step down."""
        told = self.cleaned_data
        attempt(self, add_step, lead_id, by=by, kind=told["kind"], text=told["text"])


class AssignForm(forms.Form):
    """Who follows a lead, by which day."""

    to = forms.ModelChoiceField(
        label=_("Who follows it"),
        queryset=User.objects.filter(is_active=True, role__in=DEEDS["follow_lead"]),
        empty_label=_("Choose a colleague"),
    )
    due_on = Day(
        label=_("By when"), error_messages={"required": _("Set a day: a lead without a day is forgotten.")}
    )
    version = VersionRead()

    def follow(self, lead_id: int, by: User) -> None:
        """Give the lead to the colleague."""
        told = self.cleaned_data
        plan = {"to": told["to"], "due_on": told["due_on"]}
        attempt(self, assign_lead, lead_id, by=by, version=told["version"], **plan)


class CloseForm(forms.Form):
    """What came of a lead."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=[("", _("Choose an outcome")), *Outcome.choices])
    text = Prose(
        label=_("What was found out"),
        error_messages={
            "required": _("Write what was found out, even if it was nothing: a closed lead stays closed.")
        },
    )
    version = VersionRead()

    def follow(self, lead_id: int, by: User) -> None:
        """Close the lead."""
        told = self.cleaned_data
        said = {"outcome": told["outcome"], "text": told["text"]}
        attempt(self, close_lead, lead_id, by=by, version=told["version"], **said)
