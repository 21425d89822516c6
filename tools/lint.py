"""Every check of the house, two at a time: one line a step, and the whole output of a step that fails."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

# Not through .venv/bin: its scripts name their interpreter by path, and a path may hold a space.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
MANAGE = ("manage.py",)
TEMPLATES = ("-m", "djlint", "--quiet", "templates")
# Safe values of the right form: the check reads them and connects to nothing.
AS_IN_PRODUCTION = {
    "SECRET_KEY": "lint-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "athar.invalid",
    "DATABASE_URL": "postgresql://athar:athar@db.invalid:5432/athar",
    "DEBUG": "off",
    "DJANGO_SETTINGS_MODULE": "tracker.settings.production",
}
AS_IN_TESTS = {"DJANGO_SETTINGS_MODULE": "tracker.settings.test"}


@dataclass(frozen=True, slots=True)
class Step:
    """One check: arguments to Python, and what it needs to see in its environment."""

    name: str
    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step said, and how long it took to say it."""

    step: Step
    passed: bool
    said: str
    seconds: float


# The slowest first, so that the others run beside it.
STEPS = (
    Step("types (mypy)", ("-m", "mypy")),
    Step("style (ruff check)", ("-m", "ruff", "check", "--quiet", ".")),
    Step("format (ruff format)", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    Step("imports point one way (import-linter)", ("-c", LINT_IMPORTS)),
    Step("templates (djlint)", (*TEMPLATES, "--lint")),
    Step("template format (djlint)", (*TEMPLATES, "--check")),
    Step("migrations are complete", (*MANAGE, "makemigrations", "--check", "--dry-run"), AS_IN_TESTS),
    Step("safe to deploy", (*MANAGE, "check", "--deploy", "--fail-level", "WARNING"), AS_IN_PRODUCTION),
    Step(
        "docker-compose.yml",
        ("-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml"),
    ),
    Step("uv.lock agrees with pyproject.toml", ("-m", "uv", "lock", "--check", "--offline", "--quiet")),
)


def carry_out(step: Step) -> Outcome:
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, *step.arguments],
        env={**os.environ, **step.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(step, done.returncode == 0, done.stdout, time.monotonic() - start)


def main() -> int:
    failures = 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        for outcome in pool.map(carry_out, STEPS):
            verdict = "ok  " if outcome.passed else "FAIL"
            print(f"{verdict} {outcome.seconds:5.1f} s  {outcome.step.name}", flush=True)
            if not outcome.passed:
                failures += 1
                print(outcome.said, flush=True)
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
