"""What gunicorn does besides serving: `--config=python:tracker.serving`."""

from django.db import DatabaseError, connections


def post_worker_init(_worker: object) -> None:
    """Read what every search goes by before the first page is asked for, so that nobody's first search waits."""
    from tracker.flow.linking.ready import get_ready  # gunicorn reads this file before the site is set up

    try:
        get_ready()
    except DatabaseError:
        pass  # no database yet, or no tables: the first search reads it, and pages say what is wrong
    finally:
        connections.close_all()
