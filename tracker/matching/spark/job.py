"""All people and all records of a folder, linked by Spark: the same pairs and bits as on one machine.

Records are shared out. People are not joined to them by keys: every process reads all people. Whether a person is
compared with a record depends on all that the two share, and on how many people bear each of it; that takes all
keys in one place.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..weights import Weights
from .folder import (
    LINKS,
    LINKS_MANIFEST,
    MANIFEST,
    RECORDS,
    WEIGHTS,
    BadFolder,
    Exported,
    digest,
    files_of_links,
    read_exported,
    seal_links,
)  # fmt: skip
from .workers import likely_pairs

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PER_TASK = 20_000
"""Records that one task compares."""
LIKELY = "record bigint, person string, bits double, kin tinyint"
IN_ORDER = "SELECT record, person, bits, kin, {rules} AS rules FROM {likely} ORDER BY record, person"


def link_on_spark(spark: SparkSession, folder: Path) -> None:
    """Compare the people and records of a folder; write the likely pairs beside them.

    The folder is one that the driver and all executors see under the same path.
    """
    folder = folder.resolve()
    exported = read_exported(folder)
    _must_be_of_our_rules(folder, exported)
    (folder / LINKS_MANIFEST).unlink(missing_ok=True)
    # Kept, since to sort Spark reads what it sorts twice.
    likely = _likely(spark, folder, exported).persist()
    links = spark.sql(IN_ORDER, likely=likely, rules=exported.rules)
    links.write.mode("overwrite").parquet((folder / LINKS).as_uri())
    likely.unpersist()
    (folder / LINKS).chmod(0o700)
    for file in files_of_links(folder):
        file.chmod(0o600)
    seal_links(folder, exported.rules)


def _must_be_of_our_rules(folder: Path, exported: Exported) -> None:
    ours = Weights.from_json((folder / WEIGHTS).read_text()).version
    if ours != exported.rules:
        raise BadFolder(f"The folder was exported by the rules {exported.rules}; those here are {ours}.")


def _likely(spark: SparkSession, folder: Path, exported: Exported) -> DataFrame:
    place, comparison = str(folder), digest(folder / MANIFEST)
    prior, least = exported.prior, exported.least_bits
    tasks = max(spark.sparkContext.defaultParallelism, -(-exported.records // PER_TASK))
    records = spark.read.parquet((folder / RECORDS).as_uri()).select("id", "entry").repartition(tasks)
    return records.mapInArrow(lambda batches: likely_pairs(place, comparison, prior, least, batches), LIKELY)
