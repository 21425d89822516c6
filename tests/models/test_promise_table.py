"""The page of promises names the guards that stand, and forgets none that refuses."""

import re
from fnmatch import fnmatchcase

from django.conf import settings

from tests.models.bad_changes import BAD_CHANGES
from tests.models.guards import DERIVED, constraints, nouns, triggers_of

PAGE = settings.BASE_DIR / "docs" / "architecture.md"
OF_THE_TREE = {"place_tree_has_no_circle"}
"""A promise about a fact, not about people."""


def guards_named() -> set[str]:
    rows = [line.split("|") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    named = {name for row in rows for name in re.findall(r"`([^`]+)`", row[2])}
    return {name.replace("…", "*") for name in named if "_" in name}


def test_every_guard_that_the_page_names_stands():
    triggers = {name for model in [*nouns(), *DERIVED] for name in triggers_of(model)}
    standing = triggers | set(constraints())
    assert len(guards_named()) > 25
    assert [name for name in guards_named() if not any(fnmatchcase(one, name) for one in standing)] == []


def test_the_page_forgets_no_trigger_that_refuses():
    assert {name for _, name in BAD_CHANGES} - guards_named() == OF_THE_TREE
