"""The project's own files, as the rules read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(folder: str, pattern: str) -> list[Path]:
    """Return what we wrote below a folder; what Django generated is not ours to shape."""
    found = sorted(path for path in (ROOT / folder).rglob(pattern) if path.is_file())
    return [path for path in found if "migrations" not in path.parts and "__pycache__" not in path.parts]


def python_files() -> list[Path]:
    return [ROOT / "manage.py", *files("tracker", "*.py"), *files("tools", "*.py")]


def files_of_tests() -> list[Path]:
    return files("tests", "*.py")


def page_files() -> list[Path]:
    return [
        *files("templates", "*.html"),
        *files("tracker/static", "*.css"),
        *files("tracker/static", "*.js"),
    ]


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (module, name) for each imported name; the name is empty for a whole module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (("." * node.level + (node.module or ""), alias.name) for alias in node.names)


def at(path: Path, line: int) -> str:
    """Name a place the way editors open it."""
    return f"{path.relative_to(ROOT)}:{line}"
