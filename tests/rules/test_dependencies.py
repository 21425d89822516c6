"""Every package that we trust with people's cases has a reason that can be read."""

import re
import tomllib

from tests.rules.sources import ROOT, text

NAME = re.compile(r"[A-Za-z0-9._-]+")


def declared() -> set[str]:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))
    groups = [*project["dependency-groups"].values(), *project["project"]["optional-dependencies"].values()]
    lines = [*project["project"]["dependencies"], *(line for group in groups for line in group)]
    return {found[0] for line in lines if (found := NAME.match(line))}


def reasoned() -> set[str]:
    reasons = text(ROOT / "docs/decisions/dependencies.md")
    return set(re.findall(r"^- \*\*([^*]+)\*\*: \S", reasons, flags=re.MULTILINE))


def test_every_dependency_has_its_reason():
    assert declared() - reasoned() == set()


def test_no_reason_is_given_for_what_is_not_used():
    assert reasoned() - declared() == set()
