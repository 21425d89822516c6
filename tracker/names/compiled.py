"""Functions that run over millions of pairs: compiled when first called, and kept for the next process."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TypeVar, cast

import numba
from numba.core import config

SOURCES = (Path(__file__).parent, Path(__file__).parents[1] / "matching")
Function = TypeVar("Function", bound=Callable[..., Any])


def _digest() -> str:
    """Name every state of the sources apart: a compiled function holds what it calls, in other files too."""
    digest = sha256(numba.__version__.encode())
    for folder in SOURCES:
        for source in sorted(folder.glob("**/*.py")):
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _folders() -> tuple[Path, ...]:
    asked = os.environ.get("ATHAR_COMPILED_DIR")
    checkout = Path(__file__).parents[2] / "var" / "compiled"
    own = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "athar" / "compiled"
    return (Path(asked),) if asked else (checkout, own)


def _folder_to_keep_in() -> str:
    """Return the first folder we may write to; "" where there is none, and every process compiles anew."""
    for folder in _folders():
        try:
            kept = folder / _digest()
            kept.mkdir(mode=0o700, parents=True, exist_ok=True)
            TemporaryFile(dir=kept).close()
        except OSError:
            continue
        return str(kept)
    return ""


_kept_in = _folder_to_keep_in()
if _kept_in:
    config.CACHE_DIR = _kept_in  # type: ignore[attr-defined]


def compiled(function: Function) -> Function:
    """Compile a function of arrays and numbers; other threads run meanwhile.

    Compiling all of them takes a minute or two, once for each version of the sources.
    """
    return _compiled(function)


def inlined(function: Function) -> Function:
    """Compile a function into each that calls it: one called for every pair, where handing over arrays by the
    dozen would take longer than what it does with them.
    """
    return _compiled(function, forceinline=True)


def _compiled(function: Function, *, forceinline: bool = False) -> Function:
    compile_it = numba.njit(cache=bool(_kept_in), nogil=True, error_model="numpy", forceinline=forceinline)
    return cast("Function", compile_it(function))
