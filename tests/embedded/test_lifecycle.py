"""Who starts the server, who stops it, and what a sudden death leaves behind."""

import multiprocessing
import os
import signal
import time
from multiprocessing.synchronize import Event

import pytest

from tests.embedded.servers import connect, finish, server_runs, wait_until_connected
from tracker.embedded.cluster import Cluster
from tracker.embedded.control import shared_buffers
from tracker.embedded.postmaster import PID_FILE, postmaster_of
from tracker.embedded.refusals import EmbeddedServerFailed


def test_the_only_user_starts_the_server_and_stops_it(made_home, open_cluster):
    cluster = open_cluster(made_home)
    with connect(cluster.address()):
        assert server_runs(made_home / "server/cluster")
    cluster.leave()
    assert not server_runs(made_home / "server/cluster")


def test_a_server_keeps_a_quarter_of_the_memory_for_tables(made_home, open_cluster):
    with connect(open_cluster(made_home).address()) as connection:
        asked = "SELECT pg_size_bytes(current_setting('shared_buffers')) = pg_size_bytes(%s)"
        assert connection.execute(asked, [shared_buffers()]).fetchall() == [(True,)]


def test_of_two_that_start_at_once_the_last_to_leave_stops_the_server(home, start_process):
    first, second = start_process(home), start_process(home)
    wait_until_connected(first)
    wait_until_connected(second)
    finish(first)
    assert server_runs(home / "server/cluster")
    finish(second)
    assert not server_runs(home / "server/cluster")


def test_the_server_of_a_killed_process_is_stopped_by_the_next(made_home, start_process):
    killed = start_process(made_home)
    wait_until_connected(killed)
    killed.kill()
    killed.wait()
    assert server_runs(made_home / "server/cluster")
    following = start_process(made_home)
    wait_until_connected(following)
    finish(following)
    assert not server_runs(made_home / "server/cluster")


def test_a_killed_server_is_there_again_at_the_next_connection_with_what_was_committed(
    made_home, open_cluster
):
    cluster = open_cluster(made_home)
    cluster.durable = True
    with connect(cluster.address()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'محمود' AS name")
    server = postmaster_of(made_home / "server/cluster")
    assert server is not None
    os.kill(server.pid, signal.SIGKILL)
    wait_until_silent(cluster)
    with connect(cluster.address()) as connection:
        assert connection.execute("SELECT name FROM kept").fetchall() == [("محمود",)]


def wait_until_silent(cluster: Cluster) -> None:
    deadline = time.monotonic() + 5
    while server_runs(cluster.home / "server/cluster"):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_stale_pid_file_naming_a_living_stranger_neither_blocks_the_start_nor_hurts_it(
    made_home, open_cluster
):
    cluster = open_cluster(made_home)
    cluster.address()
    cluster.leave()
    sockets = made_home / "server/run"
    lines = [str(os.getpid()), str(made_home / "server/cluster"), "0", "5432", str(sockets), "", "", "ready"]
    (made_home / "server/cluster" / PID_FILE).write_text("\n".join(lines), encoding="utf-8")
    with connect(cluster.address()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_forked_child_keeps_the_server_although_its_parent_left(made_home, open_cluster):
    cluster = open_cluster(made_home)
    cluster.address()
    fork = multiprocessing.get_context("fork")
    may_leave = fork.Event()
    child = fork.Process(target=leave_when_told, args=(cluster, may_leave))
    child.start()
    cluster.leave()
    assert server_runs(made_home / "server/cluster")
    may_leave.set()
    child.join(30)
    assert child.exitcode == 0
    assert not server_runs(made_home / "server/cluster")


def leave_when_told(cluster: Cluster, may_leave: Event) -> None:
    may_leave.wait(30)
    cluster.leave()


def test_stop_stops_the_server_although_others_use_it(made_home, open_cluster, start_process):
    other = start_process(made_home)
    wait_until_connected(other)
    open_cluster(made_home).stop()
    assert not server_runs(made_home / "server/cluster")


def test_a_broken_cluster_is_refused_in_a_sentence_with_the_last_lines_of_its_log(made_home, open_cluster):
    cluster = open_cluster(made_home)
    cluster.address()
    cluster.leave()
    control = made_home / "server/cluster/global/pg_control"
    control.rename(control.with_suffix(".away"))
    try:
        with pytest.raises(EmbeddedServerFailed, match=r"failed at pg_ctl(.|\n)*pg_control"):
            cluster.address()
    finally:
        control.with_suffix(".away").rename(control)
