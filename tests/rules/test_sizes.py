"""A file that has grown past reading is two files."""

from pathlib import Path

from tests.rules.sources import Function, at, files, files_of_tests, functions, python_files, text

PYTHON_LINES = 300
TEST_LINES = 400
TEMPLATE_LINES = 120
FUNCTION_LINES = 30
DOCSTRING_ONLY = 1


def longer_than(limit: int, paths: list[Path]) -> list[str]:
    lengths = {path: len(text(path).splitlines()) for path in paths}
    return [at(path, length) for path, length in lengths.items() if length > limit]


def body_lines(function: Function) -> int:
    body = function.body
    documented = isinstance(getattr(getattr(body[0], "value", None), "value", None), str)
    first = body[1] if documented and len(body) > DOCSTRING_ONLY else body[0]
    return (function.end_lineno or first.lineno) - first.lineno + 1


def test_no_module_is_longer_than_300_lines():
    assert longer_than(PYTHON_LINES, python_files()) == []


def test_no_test_module_is_longer_than_400_lines():
    assert longer_than(TEST_LINES, files_of_tests()) == []


def test_no_template_is_longer_than_120_lines():
    assert longer_than(TEMPLATE_LINES, files("templates", "*.html")) == []


def test_no_function_is_longer_than_30_lines():
    long = [
        f"{at(path, function.lineno)} {function.name}"
        for path in [*python_files(), *files_of_tests()]
        for function in functions(path)
        if body_lines(function) > FUNCTION_LINES
    ]
    assert long == []
