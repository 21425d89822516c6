"""The refusal of a file, as the child tells it."""


class NotAList(ValueError):
    """A file cannot be read as a list: `NotAList("cell_too_long", row=7, limit=32767)`.

    The sentence for each code is the parent's to say (`UnreadableFile`): the child does not load Django.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
