"""An office's database keeps as much in memory as the one that the figures were measured with."""

import re
from pathlib import Path

import pytest

from tracker.embedded.control import MOST_KEPT

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("docker-compose.yml", r"shared_buffers=\$\{POSTGRES_MEMORY:-(\d+)GB\}"),
        (".env.example", r"^POSTGRES_MEMORY=(\d+)GB$"),
        ("docs/operating.md", r"\(`shared_buffers`\); default `(\d+)GB`"),
    ],
)
def test_it_is_told_alike_everywhere(file: str, told: str):
    (gigabytes,) = re.findall(told, (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    assert int(gigabytes) * 2**30 == MOST_KEPT
