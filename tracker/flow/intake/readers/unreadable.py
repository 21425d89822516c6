"""The refusal of a file that cannot be read as a list."""

from tracker.flow.intake.readers.sentences import SENTENCES
from tracker.flow.refusals import Refused


class UnreadableFile(Refused):
    """A received file cannot be read as a list; ``str()`` tells the person why, and what to do.

    The code names the reason, the details its particulars.
    """

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(**details)
        self.code = code

    def __str__(self) -> str:
        return str(SENTENCES[self.code]) % self.details
