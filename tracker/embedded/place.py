"""Where a server's own files lie: in the project, or elsewhere when its account cannot get in there."""

import contextlib
import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tracker.embedded.account import Account
from tracker.embedded.binaries import Binaries
from tracker.embedded.refusals import EmbeddedServerFailed

ELSEWHERE = Path("/usr/local/var/athar" if sys.platform == "darwin" else "/var/lib/athar")
RECORD = "elsewhere"
TRIED = ("initdb", "postgres")


@dataclass(frozen=True, slots=True)
class Place:
    """The folder that belongs to the server's account, and the programs that the account can run."""

    folder: Path
    binaries: Binaries

    @property
    def cluster(self) -> Path:
        return self.folder / "cluster"

    @property
    def sockets(self) -> Path:
        return self.folder / "run"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"


def place_for(home: Path, account: Account, binaries: Binaries, *, elsewhere: Path = ELSEWHERE) -> Place:
    """Return a place that the account can really use: the recorded one, the project, or elsewhere."""
    folder = elsewhere / folder_name(home)
    if (home / RECORD).is_file():
        recorded = recorded_folder(home, folder)
        return usable(recorded, account, binaries.copy_below(recorded))
    near = Place(home / "server", binaries)
    make_private(near.folder, account)
    if account.is_ours or account.can_use(near.folder, programs(binaries)):
        return near
    if near.cluster.exists():
        return usable(near.folder, account, binaries)
    near.folder.rmdir()
    make_parents(elsewhere)
    make_private(folder, account)
    place = usable(folder, account, binaries.copy_below(folder))
    (home / RECORD).write_text(str(folder), encoding="utf-8")
    return place


def recorded_folder(home: Path, expected: Path) -> Path:
    """Return where the server's files were put, unless the record came with a copy of another checkout."""
    recorded = Path((home / RECORD).read_text(encoding="utf-8"))
    if recorded.name != expected.name or not recorded.is_dir():
        raise EmbeddedServerFailed(
            f"The database of this checkout was kept in {recorded}, which is gone or another checkout's: "
            f"remove {home} to begin with an empty one."
        )
    return recorded


def usable(folder: Path, account: Account, binaries: Binaries) -> Place:
    if not account.can_use(folder, programs(binaries)):
        raise EmbeddedServerFailed(
            f"PostgreSQL does not run as root, and the user with number {account.uid}, as whom it would run, "
            f"can reach neither this folder nor {folder}: "
            "run the command as an ordinary user, or set DATABASE_URL."
        )
    return Place(folder, binaries)


def programs(binaries: Binaries) -> list[Path]:
    return [binaries.program(name) for name in TRIED]


def folder_name(home: Path) -> str:
    """Name the folder after the checkout, and after its whole path so that two checkouts never share one."""
    mark = hashlib.sha256(os.fsencode(home.resolve())).hexdigest()[:12]
    return f"{home.parent.parent.name or 'root'}-{home.name}-{mark}"


def make_parents(folder: Path) -> None:
    """Make the folders that are missing, passable by others; those that exist keep mode and owner."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    for parent in reversed(missing):
        parent.mkdir()
        parent.chmod(0o755)


def make_private(folder: Path, account: Account) -> None:
    """Make a folder for the account alone."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
        account.own(folder)


def remove_elsewhere(home: Path) -> None:
    """Remove what was put outside the project, so that nothing is left behind."""
    record = home / RECORD
    if record.is_file():
        folder = Path(record.read_text(encoding="utf-8"))
        shutil.rmtree(folder, ignore_errors=True)
        # Other checkouts may still have theirs beside it.
        with contextlib.suppress(OSError):
            folder.parent.rmdir()
