"""`python -m tracker.embedded stop|remove`: for the Makefile, without Django."""

import sys
from pathlib import Path

from tracker.embedded.cluster import Cluster
from tracker.embedded.place import remove_elsewhere
from tracker.embedded.refusals import EmbeddedServerFailed

VAR_DIR = Path(__file__).resolve().parents[2] / "var"
HOMES = (VAR_DIR / "postgres", VAR_DIR / "test-postgres")


def main(arguments: list[str]) -> None:
    if arguments not in (["stop"], ["remove"]):
        sys.exit("Usage: python -m tracker.embedded stop|remove")
    for home in HOMES:
        try:
            Cluster(home).stop()
        except EmbeddedServerFailed as failure:
            # A server that cannot be found again cannot be running either: removal goes on.
            if arguments == ["stop"]:
                sys.exit(str(failure))
        if arguments == ["remove"]:
            remove_elsewhere(home)


if __name__ == "__main__":
    main(sys.argv[1:])
