"""One embedded server, shared by every process of one checkout."""

import atexit
import contextlib
import os
import secrets
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tracker.embedded.account import Account, account_for
from tracker.embedded.binaries import installed_binaries
from tracker.embedded.control import SUPERUSER, Control
from tracker.embedded.locks import exclusively, if_nobody_else, share
from tracker.embedded.place import ELSEWHERE, Place, place_for
from tracker.embedded.postmaster import PORT, Postmaster, postmaster_of
from tracker.embedded.refusals import EmbeddedServerFailed

DATABASE = "athar"
# A server that another process has just started, or that replays its log after a crash.
ANSWER_PATIENCE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Address:
    """How to reach the server: `host` is the folder of its socket."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)


class Cluster:
    """The server below one folder: started by whoever needs it first, stopped by whoever leaves last."""

    def __init__(self, home: Path, *, durable: bool = True, elsewhere: Path = ELSEWHERE) -> None:
        self.home = home
        self.durable = durable
        self.elsewhere = elsewhere
        self._membership: int | None = None
        self._control: Control | None = None
        self._one_thread = threading.RLock()
        os.register_at_fork(after_in_child=self._renew_lock)

    def address(self) -> Address:
        """Return where the server listens, having started it if it did not."""
        with self._one_thread, in_a_sentence(self.home):
            self.join()
            postmaster = self._answering() or self._started()
            return Address(postmaster.sockets, PORT, SUPERUSER, self._password())

    def join(self) -> None:
        """Count as a user of the server from now on: it is not stopped while we live."""
        if self._membership is None:
            self.home.mkdir(parents=True, exist_ok=True)
            self._membership = share(self.home / "users.lock")
            atexit.register(self._leave_quietly)

    def leave(self) -> None:
        """Stop using the server; the last one to leave stops it."""
        with self._one_thread:
            if self._membership is None:
                return
            os.close(self._membership)
            self._membership = None
            atexit.unregister(self._leave_quietly)
            if not self.home.is_dir():
                return
            with if_nobody_else(self.home / "users.lock") as alone:
                if alone and (self.home / "password").exists():
                    self._prepared().stop()

    def _leave_quietly(self) -> None:
        try:
            self.leave()
        except EmbeddedServerFailed as failure:
            # At exit nobody is left to catch it.
            sys.stderr.write(f"{failure}\n")

    def stop(self) -> None:
        """Stop the server although others use it."""
        with self._one_thread, in_a_sentence(self.home):
            if self.home.is_dir():
                self._prepared().stop()

    def _answering(self) -> Postmaster | None:
        if self._control is None:
            return None
        postmaster = postmaster_of(self._control.place.cluster)
        return postmaster if postmaster is not None and postmaster.answers() else None

    def _started(self) -> Postmaster:
        with exclusively(self.home / "start.lock"):
            control = self._prepared()
            if not control.place.cluster.is_dir():
                control.make(self._new_password(control.account))
            postmaster = self._awaited(control.place)
            if postmaster is None:
                control.stop()
                control.start()
                postmaster = self._awaited(control.place)
            if postmaster is None:
                raise EmbeddedServerFailed(
                    f"The embedded PostgreSQL was started but does not answer: see {control.place.log}."
                )
            self._ensure_database(postmaster)
            return postmaster

    def _prepared(self) -> Control:
        if self._control is None:
            account = account_for(self.home)
            place = place_for(self.home, account, installed_binaries(), elsewhere=self.elsewhere)
            self._control = Control(place, account, self.durable)
        return self._control

    def _awaited(self, place: Place) -> Postmaster | None:
        """Wait for a server that runs until it answers; return at once when none runs."""
        deadline = time.monotonic() + ANSWER_PATIENCE_SECONDS
        while (postmaster := postmaster_of(place.cluster)) is not None:
            if postmaster.answers():
                return postmaster
            if time.monotonic() > deadline:
                return None
            time.sleep(0.05)
        return None

    def _ensure_database(self, postmaster: Postmaster) -> None:
        with psycopg.connect(
            host=postmaster.sockets,
            port=PORT,
            user=SUPERUSER,
            password=self._password(),
            dbname="postgres",
            autocommit=True,
        ) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if known is None:
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def _password(self) -> str:
        return (self.home / "password").read_text(encoding="ascii")

    def _new_password(self, account: Account) -> str:
        password = secrets.token_urlsafe(32)
        path = self.home / "password"
        path.unlink(missing_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(password, encoding="ascii")
        owner = self.home.stat()
        if owner.st_uid == account.uid:
            account.own(path)
        return password

    def _renew_lock(self) -> None:
        # A thread of the parent may have held it, and does not exist in the child.
        self._one_thread = threading.RLock()


@contextlib.contextmanager
def in_a_sentence(home: Path) -> Iterator[None]:
    """Say in a sentence what the operating system or the server refused."""
    try:
        yield
    except PermissionError as error:
        raise EmbeddedServerFailed(
            f"The embedded database in {home} belongs to another user of this machine ({error}): "
            "work as that user, or in a checkout of your own."
        ) from error
    except (OSError, psycopg.Error) as error:
        raise EmbeddedServerFailed(f"The embedded database in {home} cannot be used: {error}") from error


_clusters: dict[Path, Cluster] = {}


def cluster_in(home: Path, *, durable: bool = True) -> Cluster:
    """Return this process's one handle on the server below `home`."""
    return _clusters.setdefault(home, Cluster(home, durable=durable))
