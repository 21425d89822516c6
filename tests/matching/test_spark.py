"""A comparison on Spark finds the same pairs, with the same bits, as one machine does."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests.matching.make import date
from tracker.management.measuring.people import Population
from tracker.management.measuring.people.readings import profile_of
from tracker.matching import Engine, Frequencies, Profile, Weights
from tracker.matching.gallery import Gallery
from tracker.matching.side import Entry, entry_of, side_of_entries
from tracker.matching.spark import job, workers
from tracker.matching.spark.folder import (
    FREQUENCIES,
    MANIFEST,
    PEOPLE,
    RECORDS,
    WEIGHTS,
    BadFolder,
    Exported,
    digest,
    files_of_links,
    make_folder,
    parquet,
    read_linked,
    seal,
    text_of_entry,
    write_text,
)  # fmt: skip
from tracker.names import read_name

LEAST = -12.0
"""So little that relatives are among the pairs."""
PRIOR = -18.0
"""Not that of a folder with so few people: the office says it."""
FIRST_RECORD = 1_000


@cache
def entries() -> tuple[list[Entry], list[Entry]]:
    """People and records; among the people a crowd that three parts of a name do not tell apart."""
    batches = list(Population(people=300, records=2_500, seed=3).batches())
    people = [profile_of(described) for batch in batches for described in batch.people]
    records = [profile_of(listed.record) for batch in batches for listed in batch.records]
    people += [namesake(place) for place in range(300)]
    records += [namesake(place) for place in range(0, 300, 30)]
    return [entry_of(one) for one in people], [entry_of(one) for one in records]


def namesake(place: int) -> Profile:
    family = ("الخطيب", "الحلبي", "الحمصي")[place % 3]
    return Profile(
        (read_name(f"محمد أحمد علي {family}"),),
        mothers=(read_name(("فاطمة", "مريم")[place % 2]),),
        birth=date(str(1970 + place % 20)),
        registry_number=str(place),
    )


@cache
def expected() -> dict[tuple[int, str], tuple[float, int]]:
    """Return the links of the same people and records on one machine."""
    engine = Engine(Frequencies(), Weights())
    people, records = (side_of_entries(some, engine.vocabulary) for some in entries())
    likely, *_ = Gallery(people, engine, engine.vocabulary).likely(records, LEAST, PRIOR)
    return {
        (FIRST_RECORD + record, f"person {person:04}"): (bits, kin)
        for record, person, bits, kin in likely.tolist()
    }


def must_be_expected(rows: list[dict[str, Any]]) -> None:
    links = {(row["record"], row["person"]): (row["bits"], row["kin"]) for row in rows}
    assert len(links) == len(rows) > 500
    assert links.keys() == expected().keys()
    assert any(kin for _, kin in links.values())
    for pair, (bits, kin) in expected().items():
        assert links[pair] == (pytest.approx(bits, abs=1e-9), kin)


def exported(folder: Path) -> Path:
    """Write people and records as an office exports them."""
    pytest.importorskip("pyarrow.parquet", reason="needs the extra `spark`: pyarrow is not installed")
    from pyarrow import Table

    make_folder(folder)
    people, records = ([text_of_entry(one) for one in some] for some in entries())
    names = [f"person {place:04}" for place in range(len(people))]
    parquet().write_table(
        Table.from_pydict({"place": range(len(people)), "id": names, "entry": people}), folder / PEOPLE
    )
    numbers = range(FIRST_RECORD, FIRST_RECORD + len(records))
    parquet().write_table(Table.from_pydict({"id": numbers, "entry": records}), folder / RECORDS)
    write_text(folder / FREQUENCIES, Frequencies().to_json())
    write_text(folder / WEIGHTS, Weights().to_json())
    files = {name: digest(folder / name) for name in (PEOPLE, RECORDS, FREQUENCIES, WEIGHTS)}
    told = PRIOR, LEAST, len(people), len(records), files
    seal(folder, Exported("2026-11-21", Weights().version, *told))
    return folder


@pytest.mark.parametrize("full", [False, True])
def test_a_process_finds_the_links_however_records_are_shared_out(
    full: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = exported(tmp_path / "comparison")
    monkeypatch.setattr(workers, "LAID_AT_ONCE", 700)
    monkeypatch.setattr(workers.Everybody, "is_full", lambda _: full)
    batches = parquet().ParquetFile(folder / RECORDS).iter_batches(1_000)
    found = workers.likely_pairs(str(folder), digest(folder / MANIFEST), PRIOR, LEAST, batches)
    must_be_expected([row for batch in found for row in batch.to_pylist()])


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if not find_spec("pyspark") or not which("java"):
        pytest.skip("needs the extra `spark` and Java: pyspark or java is not installed")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master("local[2]").appName("tests")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.executorEnv.PYTHONPATH": str(Path(__file__).parents[2]),
    }.items():
        session = session.config(name, value)
    made = session.getOrCreate()
    yield made
    made.stop()


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning")
def test_links_are_those_of_one_machine(spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from pyarrow.parquet import read_table

    monkeypatch.setattr(job, "PER_TASK", 500)
    folder = exported(tmp_path / "comparison")
    job.link_on_spark(spark, folder)
    rows = [row for file in files_of_links(folder) for row in read_table(file).to_pylist()]
    must_be_expected(rows)
    assert [row["record"] for row in rows] == sorted(row["record"] for row in rows)
    assert {row["rules"] for row in rows} == {read_linked(folder).rules}


def test_a_folder_of_other_rules_is_refused(tmp_path: Path):
    folder = exported(tmp_path / "comparison")
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace(Weights().version, "2024.1"))
    no_session: Any = None
    with pytest.raises(BadFolder, match=r"exported by the rules 2024\.1"):
        job.link_on_spark(no_session, folder)
