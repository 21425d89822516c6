"""All people and all records of a folder, linked by Spark: the same pairs and bits as on one machine.

People's keys and records' keys are two tables, and a join brings together who shares one. Which keys too many
people bear is counted before, round by round, as the index in memory does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np

from ..engine.linking import MOST_KEPT
from ..weights import Weights
from .folder import (
    FREQUENCIES,
    LINKS,
    LINKS_MANIFEST,
    PEOPLE,
    RECORDS,
    WEIGHTS,
    BadFolder,
    Exported,
    files_of_links,
    read_exported,
    seal_links,
)  # fmt: skip
from .keys import MOST_BEARERS, NO_CROWDS, NOTHING, PAIR, ROUNDS, THREE, Crowds, crowd
from .workers import Told, keys_of_people, keys_of_records, parts_of_people, score_cell

if TYPE_CHECKING:
    from pyspark import Broadcast
    from pyspark.sql import DataFrame, SparkSession

PER_TASK = 20_000
"""People or records whose keys one task makes."""
PER_CELL = 50_000
"""People, and records, whose pairs one task scores: about a gigabyte of its memory."""
KEYS = "kind tinyint, key bigint, person bigint"
LOOKED_UP = "kind tinyint, key bigint, record bigint, turn bigint"
LIKELY = "record bigint, person bigint, turn bigint, bits double, kin tinyint"

TOO_MANY = f"""
    SELECT kind, key, count(*) AS bearers FROM {{keys}} GROUP BY kind, key
    HAVING count(*) > CASE kind {" ".join(f"WHEN {kind} THEN {most}" for kind, most in MOST_BEARERS.items())} END
"""  # noqa: S608
NOT_CROWDED = (
    "SELECT /*+ BROADCAST(crowded) */ * FROM {keys} LEFT ANTI JOIN {crowded} crowded USING (kind, key)"
)
PAIRS = """
    SELECT record, person, min(turn) AS turn, person % {across} * {down} + record % {down} AS cell
      FROM {looked_up} JOIN {keys} USING (kind, key) GROUP BY record, person
"""
ENTRIES = """
    SELECT place AS number, true AS of_people, entry, place % {across} * {down} + other AS cell
      FROM {people} LATERAL VIEW explode(sequence(0, {down} - 1)) AS other
     UNION ALL
    SELECT id AS number, false AS of_people, entry, other * {down} + id % {down} AS cell
      FROM {records} LATERAL VIEW explode(sequence(0, {across} - 1)) AS other
"""
IN_ORDER = """
    SELECT record, people.id AS person, bits, kin, {rules} AS rules
      FROM (SELECT *, row_number() OVER (PARTITION BY record ORDER BY turn, person) AS rank FROM {likely}) likely
      JOIN {people} people ON people.place = likely.person
     WHERE rank <= {most}
     ORDER BY record, person
"""


def link_on_spark(spark: SparkSession, folder: Path) -> None:
    """Compare the people and records of a folder; write the likely pairs beside them.

    The folder is one that the driver and all executors see under the same path.
    """
    exported = read_exported(folder)
    told = _told(folder, exported)
    (folder / LINKS_MANIFEST).unlink(missing_ok=True)
    links = _Run(spark, folder, exported, told).links()
    links.write.mode("overwrite").parquet((folder / LINKS).resolve().as_uri())
    (folder / LINKS).chmod(0o700)
    for file in files_of_links(folder):
        file.chmod(0o600)
    seal_links(folder, exported.rules)


def _told(folder: Path, exported: Exported) -> Told:
    told = Told(uuid4().hex, (folder / FREQUENCIES).read_text(), (folder / WEIGHTS).read_text())
    ours = Weights.from_json(told.weights).version
    if ours != exported.rules:
        raise BadFolder(f"The folder was exported by the rules {exported.rules}; those here are {ours}.")
    return told


class _Run:
    """One comparison: its tables, and what each process is told."""

    def __init__(self, spark: SparkSession, folder: Path, exported: Exported, told: Told) -> None:
        self.spark, self.exported, self.told = spark, exported, told
        self.people = self._read(folder / PEOPLE, exported.people)
        self.records = self._read(folder / RECORDS, exported.records)

    def _read(self, file: Path, rows: int) -> DataFrame:
        tasks = max(self.spark.sparkContext.defaultParallelism, _slices(rows, PER_TASK))
        return self.spark.read.parquet(file.resolve().as_uri()).repartition(tasks)

    def links(self) -> DataFrame:
        """Return the likely pairs in the order of their records."""
        told = self._sent(Told(self.told.run, self.told.frequencies, self.told.weights, self._parts()))
        crowds, keys = self._keys(told)
        sent = self._sent(crowds)
        looked_up = self.records.mapInArrow(
            lambda batches: keys_of_records(told.value, sent.value, batches), LOOKED_UP
        )
        return self._ranked(self._likely(told, looked_up, keys))

    def _sent(self, value: Any) -> Broadcast[Any]:
        return self.spark.sparkContext.broadcast(value)

    def _parts(self) -> tuple[str, ...]:
        told = self._sent(self.told)
        parts = self.people.mapInArrow(lambda batches: parts_of_people(told.value, batches), "part string")
        return tuple(sorted(row.part for row in parts.distinct().collect()))

    def _keys(self, told: Broadcast[Told]) -> tuple[Crowds, DataFrame]:
        """Return what is crowded, and the keys of people that are not."""
        crowds, kept = NO_CROWDS, []
        for number in range(len(ROUNDS)):
            keys = self._keys_of_round(told, self._sent(crowds), number)
            crowded = self.spark.sql(TOO_MANY, keys=keys).persist()
            kept.append(self.spark.sql(NOT_CROWDED, keys=keys, crowded=crowded))
            crowds = _more_crowded(crowds, crowded)
        first, *more = kept
        for keys in more:
            first = first.unionByName(keys)
        return crowds, first

    def _keys_of_round(self, told: Broadcast[Told], crowds: Broadcast[Crowds], number: int) -> DataFrame:
        return self.people.mapInArrow(
            lambda batches: keys_of_people(told.value, crowds.value, number, batches), KEYS
        ).persist()

    def _likely(self, told: Broadcast[Told], looked_up: DataFrame, keys: DataFrame) -> DataFrame:
        """Bring the pairs of each cell together with the entries of its people and records, and score them."""
        exported, least = self.exported, self.exported.least_bits
        cells: dict[str, Any] = {
            "across": _slices(exported.people, PER_CELL),
            "down": _slices(exported.records, PER_CELL),
        }
        pairs = self.spark.sql(PAIRS, looked_up=looked_up, keys=keys, **cells)
        entries = self.spark.sql(ENTRIES, people=self.people, records=self.records, **cells)
        return (
            pairs.groupBy("cell")
            .cogroup(entries.groupBy("cell"))
            .applyInArrow(lambda some, theirs: score_cell(told.value, least, some, theirs), LIKELY)
        )

    def _ranked(self, likely: DataFrame) -> DataFrame:
        return self.spark.sql(
            IN_ORDER, likely=likely, people=self.people, rules=self.exported.rules, most=MOST_KEPT
        )


def _more_crowded(crowds: Crowds, crowded: DataFrame) -> Crowds:
    rows = [(row.kind, row.key, row.bearers) for row in crowded.where(f"kind in ({PAIR}, {THREE})").collect()]
    found = {
        kind: crowd(
            np.array([key for one, key, _ in rows if one == kind], dtype=np.int64),
            np.array([bearers for one, _, bearers in rows if one == kind], dtype=np.int64),
        )
        for kind in {kind for kind, _, _ in rows}
    }
    return Crowds(found.get(PAIR, crowds.pairs), found.get(THREE, crowds.threes), NOTHING)


def _slices(rows: int, each: int) -> int:
    return max(1, -(-rows // each))
