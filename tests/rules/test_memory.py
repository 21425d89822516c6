"""An office's database keeps as much in memory as the one that the figures were measured with."""

import re
from pathlib import Path

import pytest

from tracker.embedded.control import MOST_KEPT, kept_in_memory, shared_buffers

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


def test_an_office_of_millions_asks_the_embedded_server_for_more(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("POSTGRES_MEMORY", "4GB")
    assert shared_buffers() == "4GB"
    monkeypatch.delenv("POSTGRES_MEMORY")
    assert int(shared_buffers().removesuffix("MB")) * 2**20 <= kept_in_memory(2**60)
