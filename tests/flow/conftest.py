"""What each test of a deed has to itself: a folder for originals, and what was learned of names."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from tracker.flow.linking import adopted, frequencies


@pytest.fixture(autouse=True)
def originals_folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.DOCUMENT_ROOT = tmp_path / "originals"
    return tmp_path / "originals"


@pytest.fixture(autouse=True)
def nothing_learned_of_names() -> None:
    frequencies._learned.cache_clear()
    adopted._adopted.cache_clear()
