"""What gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings.production")

application = get_wsgi_application()


def read_beforehand() -> None:
    """Read what every search goes by, so that nobody's first search waits for it."""
    from django.db import DatabaseError, connections

    from tracker.flow.linking.ready import get_ready

    try:
        get_ready()
    except DatabaseError:
        pass  # no database yet, or no tables: the first search reads it, and pages say what is wrong
    finally:
        connections.close_all()


read_beforehand()
