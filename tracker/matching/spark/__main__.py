"""Compare an exported folder on Spark: `python -m tracker.matching.spark FOLDER`, or by spark-submit."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
if str(CHECKOUT) not in sys.path:  # spark-submit starts this file from wherever it stands
    sys.path.insert(0, str(CHECKOUT))

from tracker.matching.spark.folder import BadFolder  # noqa: E402
from tracker.matching.spark.job import link_on_spark  # noqa: E402


def main() -> None:
    """Run one comparison from the command line."""
    parser = ArgumentParser(prog="python -m tracker.matching.spark", description=__doc__)
    parser.add_argument("folder", type=Path, help="what export_comparison wrote, seen by all machines alike")
    parser.add_argument("--master", help="where Spark runs: local[4], spark://host:7077, yarn")
    asked = parser.parse_args()
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        sys.exit("Spark is not installed here: install the extra `spark` (docs/operating.md).")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = SparkSession.builder.appName("athar")
    # Names lie in Spark's own temporary files too.
    session = session.config("spark.io.encryption.enabled", "true")
    session = session.config("spark.executorEnv.PYTHONPATH", str(CHECKOUT))
    if asked.master:
        session = session.master(asked.master)
    spark = session.getOrCreate()
    try:
        link_on_spark(spark, asked.folder)
    except BadFolder as refusal:
        sys.exit(str(refusal))
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
