"""Real servers, each in a folder of its own that any user of the machine may enter."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracker.embedded.cluster import Cluster

ROOT = Path(__file__).resolve().parents[2]
USER_OF_THE_SERVER = """
import sys
from pathlib import Path
from tracker.embedded.cluster import Cluster
Cluster(Path(sys.argv[1]), durable=False, elsewhere=Path(sys.argv[2])).address()
print("connected", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def ground() -> Iterator[Path]:
    # pytest's own tmp_path is closed to other users, and as root the server is another user.
    folder = Path(tempfile.mkdtemp(prefix="athar-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def home(ground: Path) -> Path:
    return ground / "checkout" / "var" / "postgres"


@pytest.fixture(scope="session")
def made_once() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="athar-test-"))
    folder.chmod(0o755)
    cluster = Cluster(folder / "postgres", durable=True, elsewhere=folder / "elsewhere")
    cluster.address()
    cluster.leave()
    yield folder / "postgres"
    shutil.rmtree(folder)


@pytest.fixture
def made_home(made_once: Path) -> Iterator[Path]:
    """A home whose cluster exists, stopped: making one takes longer than most of what is tested."""
    yield made_once
    Cluster(made_once).stop()


@pytest.fixture
def open_cluster(ground: Path) -> Iterator[Callable[[Path], Cluster]]:
    opened: list[Cluster] = []

    def open_in(home: Path) -> Cluster:
        opened.append(Cluster(home, durable=False, elsewhere=ground / "elsewhere"))
        return opened[-1]

    yield open_in
    for cluster in opened:
        cluster.leave()


@pytest.fixture
def start_process(ground: Path) -> Iterator[Callable[[Path], subprocess.Popen[str]]]:
    """Start processes that use a server until their input is closed."""
    started: list[subprocess.Popen[str]] = []

    def start(home: Path) -> subprocess.Popen[str]:
        started.append(
            subprocess.Popen(
                [sys.executable, "-c", USER_OF_THE_SERVER, str(home), str(ground / "elsewhere")],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()
