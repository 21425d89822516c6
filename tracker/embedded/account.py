"""Whom the server runs as."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.embedded.refusals import EmbeddedServerFailed

# PostgreSQL refuses to run as root; these exist on the usual systems and may do nothing else.
UNPRIVILEGED = ("postgres", "nobody")
WITHOUT_PERMISSION = 'cd "$1" && test -w . && "$2" --version && "$3" --version'


@dataclass(frozen=True, slots=True)
class Account:
    """The operating system's user that owns the server: ourselves, or another when we are root."""

    uid: int
    gid: int

    @property
    def is_ours(self) -> bool:
        return self.uid == os.geteuid()

    def own(self, path: Path) -> None:
        """Hand over a path that we have just created."""
        if not self.is_ours:
            os.chown(path, self.uid, self.gid)

    def run(self, command: Sequence[str | Path], **options: Any) -> subprocess.CompletedProcess[str]:
        """Run a program as this account, with nothing of our own surroundings that could mislead it."""
        if not self.is_ours:
            options.update(user=self.uid, group=self.gid, extra_groups=[])
        surroundings = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
        return subprocess.run(
            [str(part) for part in command], env=surroundings, cwd="/", text=True, check=False, **options
        )

    def can_use(self, folder: Path, programs: Sequence[Path]) -> bool:
        """Try for real: may this account write here, and run these?"""
        attempt = self.run(
            ["/bin/sh", "-c", WITHOUT_PERMISSION, "sh", folder, *programs],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return attempt.returncode == 0


def account_for(folder: Path) -> Account:
    """Return who may run a server below `folder`: ourselves, unless we are root."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    owner = folder.stat()
    if owner.st_uid != 0:
        # Root looks after a server that an ordinary user has made: it stays that user's.
        return Account(owner.st_uid, owner.st_gid)
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise EmbeddedServerFailed(
        "PostgreSQL does not run as root, and neither of the users postgres and nobody exists here: "
        "run the command as an ordinary user, or set DATABASE_URL."
    )
