"""Why a decision may be refused."""

from django.utils.translation import gettext_lazy as _

from tracker.flow.refusals import Refused


class AlreadyDecided(Refused):
    """Two reviewers opened the same link; the first one decided it."""

    sentence = _(
        "A colleague has decided this link in the meantime. Open it again to see what was decided and why."
    )


class CaseIsWithdrawn(Refused):
    """The case was withdrawn while its link waited."""

    sentence = _("This case was withdrawn. Reject the link, or ask a colleague why the case was withdrawn.")


class NeedsAnotherPerson(Refused):
    """The one who confirmed first tried to confirm as second person."""

    sentence = _("You confirmed this link yourself. A death needs a second, different person to confirm it.")


class NoReason(Refused):
    """A decision without its reason."""

    sentence = _("Please write in a few words why. The reason stays with the decision.")


class RecordIsTaken(Refused):
    """One record is about one person; it is confirmed for someone else."""

    sentence = _(
        "This record is already confirmed for another person. If that was wrong, withdraw that link first, "
        "with a reason."
    )
