"""Run every benchmark, one after the other, and write the page: `make bench`, or `make bench SIZE=small`."""

from __future__ import annotations

import argparse
import subprocess
import sys

from tests.bench.report import ORDER, write_page
from tests.bench.results import SIZES, say


def main() -> int:
    """Each in a process of its own: one that fails does not take the others along."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip())
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(ORDER)}; without: all")
    options = parser.parse_args()
    failed = []
    for part in options.parts or ORDER:
        if part not in ORDER:
            parser.error(f"there is no part {part!r}: choose from {', '.join(ORDER)}")
        say(f"{part}, {options.size}")
        done = subprocess.run(
            [sys.executable, "-m", f"tests.bench.{part}", "--size", options.size], check=False
        )
        failed += [part] if done.returncode else []
    write_page()
    if failed:
        say(f"failed: {', '.join(failed)}")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
