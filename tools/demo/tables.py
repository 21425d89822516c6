"""What the fixtures are made from: plain text, one thing a line, cells apart by a bar; and prose as TOML."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "tables"


def lines_of(table: str) -> Iterator[str]:
    """Yield the lines of a table that say something."""
    for line in (FOLDER / f"{table}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def cells_of(line: str) -> tuple[str, ...]:
    """Split a line at its bars.

    >>> cells_of("syria | country |")
    ('syria', 'country', '')
    """
    return tuple(cell.strip() for cell in line.split("|"))


def prose(name: str) -> dict[str, Any]:
    """Return a file of texts, their line breaks turned into blanks."""
    joined: dict[str, Any] = one_line(tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")))
    return joined


def one_line(value: Any) -> Any:
    """Join the lines of every text inside a table.

    >>> one_line({"about": "one line\\nand another"})
    {'about': 'one line and another'}
    """
    if isinstance(value, dict):
        return {key: one_line(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [one_line(inside) for inside in value]
    return " ".join(value.split("\n")) if isinstance(value, str) else value
