#!/usr/bin/env python
"""The one door to Athar's commands: `python manage.py help` lists them."""

import os
import signal
import sys
from types import FrameType


def end_in_order(signum: int, _frame: FrameType | None) -> None:
    """Turn a polite kill into an ordinary exit, so that an embedded database is stopped as well."""
    sys.exit(128 + signum)


def heed_polite_signals() -> None:
    for name in ("SIGTERM", "SIGHUP"):
        polite = getattr(signal, name, None)
        # Where a parent such as nohup asked for a signal to be ignored, it stays so.
        if polite is not None and signal.getsignal(polite) is signal.SIG_DFL:
            signal.signal(polite, end_in_order)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings.development")
    heed_polite_signals()
    try:
        from django.conf import settings
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
        from django.db import OperationalError
    except ImportError:
        sys.exit("Django is not installed here: run `make demo` once, or see docs/operating.md.")
    from tracker.embedded.refusals import EmbeddedServerFailed

    try:
        settings.INSTALLED_APPS  # noqa: B018  Unsafe settings are refused here, in their own sentence.
    except ImproperlyConfigured as refusal:
        sys.exit(str(refusal))
    try:
        execute_from_command_line(sys.argv)
    except EmbeddedServerFailed as failure:
        sys.exit(str(failure))
    except OperationalError as failure:
        sys.exit(f"The database does not answer: {str(failure).strip()}. Check DATABASE_URL and the server.")


if __name__ == "__main__":
    main()
