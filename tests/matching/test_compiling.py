"""Whoever searches first after the image was built does not wait for anything to be compiled."""

import subprocess
import sys

LEFT_TO_COMPILE = """
from importlib import import_module
from pkgutil import iter_modules
import tracker.matching.engine, tracker.names
from tracker.matching.compiling import compile_everything

compile_everything()
compiled = [
    function
    for package in (tracker.names, tracker.matching.engine)
    for found in iter_modules(package.__path__, package.__name__ + ".")
    for function in vars(import_module(found.name)).values()
    if hasattr(function, "signatures")
]
# What others of them call is kept with these: only those that Python calls are looked at.
bodies = [function.py_func for function in compiled]
called = {id(body.__globals__.get(name)) for body in bodies for name in body.__code__.co_names}
print(*{one.__name__ for one in compiled if id(one) not in called and not one.signatures})
"""


def test_nothing_that_a_search_or_a_comparison_calls_is_left_to_compile():
    left = subprocess.run(
        [sys.executable, "-c", LEFT_TO_COMPILE], capture_output=True, text=True, check=True, timeout=600
    )
    assert left.stdout.split() == ["observe"]  # asked for by those who calibrate, and by nobody else
