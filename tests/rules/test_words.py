"""What is not written here: vague names, hidden control flow, swallowed errors, promises for another day."""

import ast
import re

from tests.rules.sources import ROOT, at, files, files_of_tests, imports, page_files, python_files, text, tree

VAGUE = {"utils", "util", "helpers", "helper", "common", "services", "service", "misc"}
# In classes of one letter, or this file would break its own rule.
UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X])\b")


def test_no_module_has_a_name_that_says_nothing():
    vague = [
        path
        for path in [*python_files(), *files_of_tests()]
        if VAGUE & {path.stem, *path.relative_to(ROOT).parts}
    ]
    assert vague == []


def test_no_signal_is_received_since_what_follows_a_deed_is_called_in_sight():
    received = [
        (path, module)
        for path in files("tracker", "*.py")
        for module, name in imports(path)
        if module.startswith("django.dispatch") or module.endswith("signals") or name == "signals"
    ]
    assert received == []


def test_only_commands_print():
    printed = [
        at(path, node.lineno)
        for path in files("tracker", "*.py")
        if "management" not in path.parts
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printed == []


def test_no_error_is_caught_without_being_named():
    broad = [
        at(path, node.lineno)
        for path in [*python_files(), *files_of_tests()]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        for caught in caught_names(node)
        if caught in {"", "Exception", "BaseException"}
    ]
    assert broad == []


def caught_names(handler: ast.ExceptHandler) -> list[str]:
    if handler.type is None:
        return [""]
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return [ast.unparse(one).rpartition(".")[2] for one in caught]


def test_nothing_is_left_for_another_day():
    unfinished = [
        at(path, number)
        for path in [*python_files(), *files_of_tests(), *page_files()]
        for number, line in enumerate(text(path).splitlines(), start=1)
        if UNFINISHED.search(line)
    ]
    assert unfinished == []
