"""Why an embedded server could not be had."""


class EmbeddedServerFailed(Exception):
    """The embedded PostgreSQL cannot serve; the message is a sentence that says what to do."""
