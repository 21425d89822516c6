"""A reader that never comes to an end."""

import sys
import time

from tracker.flow.intake.readers.spool import STARTED

if __name__ == "__main__":
    sys.stdout.buffer.write(STARTED)
    sys.stdout.buffer.flush()
    time.sleep(60)
