"""Why a deed on a lead may be refused."""

from django.utils.translation import gettext_lazy as _

from tracker.flow.refusals import Refused


class NoSummary(Refused):
    """A lead says in one line what it is."""

    sentence = _("Say in one line what this lead is about.")


class NoText(Refused):
    """A step that says nothing helps nobody who reads the lead next year."""

    sentence = _("Write in a sentence what was done, so that a colleague can go on from there.")


class LeadIsClosed(Refused):
    """Someone already brought the lead to its outcome."""

    sentence = _("This lead was closed already. Log a new lead if there is something new.")


class CannotFollow(Refused):
    """Leads are followed by caseworkers."""

    sentence = _("%(name)s cannot follow leads. Choose a caseworker.")


class DueInThePast(Refused):
    """A day that has gone by reminds nobody."""

    sentence = _("Choose today or a later day on which the lead is due.")


class NotAStep(Refused):
    """Giving a lead away or closing it are deeds of their own."""

    sentence = _("Choose whether this is a note or whether someone was contacted.")


class NoOutcome(Refused):
    """A closed lead says what came of it."""

    sentence = _("Choose what came of this lead.")
