"""Splink, the free record linker of the UK's Ministry of Justice, told about these lists what its manual asks.

It knows neither script nor transliteration, so its columns of names are ICU's transliteration with the vowels
cut, the form in which plain string distances do best on these names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tests.bench.peers import package, to_latin, without_vowels
from tracker.management.measuring.people import Described

NAMES = ("given", "father", "grandfather", "family", "mother_given", "mother_family")
PLACES = ("birth_place",)
RULES = (
    ("given", "family"),
    ("given", "father"),
    ("father", "family"),
    ("given", "birth_year"),
    ("family", "birth_year"),
    ("given", "mother_given"),
    ("registry_number", "family"),
    ("registry_number", "given"),
    ("substr(given, 1, 2)", "substr(father, 1, 2)", "substr(family, 1, 2)"),
    ("substr(given, 1, 2)", "substr(family, 1, 2)", "birth_year"),
)
"""Pairs that agree in all columns of one of these are compared."""

TRAINED_WITHIN = (("given", "family"), ("father", "birth_year"))
SURE_RULES = (("given", "father", "family"), ("given", "family", "birth_year"))
RECALL_OF_SURE_RULES = 0.4
"""What share of true pairs these find: an estimate that Splink asks of its user."""

SAMPLED_PAIRS = 5_000_000
KEPT_FROM = 0.05
"""Pairs below this probability are not returned: they would fill memory, and the best threshold is far above."""

Row = dict[str, Any]


def rows_of(described: Iterable[Described]) -> Iterator[Row]:
    """Return a row for each spelling of each person or record, names in the form that is compared."""
    from tracker.management.measuring.people.readings import flat

    for one in described:
        for spelling in range(len(one.names)):
            row = dict(flat(one, spelling))
            for column in (*NAMES, *PLACES):
                row[column] = _bare(str(row[column])) if row[column] else None
            row["unique_id"] = one.number * 2 + spelling
            yield row


def _bare(text: str) -> str | None:
    return without_vowels(to_latin(text)).replace(" ", "").replace("-", "") or None


def settings() -> Any:
    """Return what is compared and how: names by Jaro-Winkler and by how rare they are, years by distance."""
    library, levels = package("splink.comparison_library"), package("splink.comparison_level_library")
    splink = package("splink")

    def name(column: str) -> Any:
        comparison = library.JaroWinklerAtThresholds(column, [0.92, 0.8])
        return comparison.configure(term_frequency_adjustments=True)

    years = library.CustomComparison(
        output_column_name="birth_year",
        comparison_levels=[
            levels.NullLevel("birth_year"),
            levels.ExactMatchLevel("birth_year"),
            levels.AbsoluteDifferenceLevel("birth_year", difference_threshold=1),
            levels.AbsoluteDifferenceLevel("birth_year", difference_threshold=3),
            levels.ElseLevel(),
        ],
    )
    return splink.SettingsCreator(
        link_type="link_only",
        comparisons=[
            *(name(column) for column in NAMES),
            years,
            library.JaroWinklerAtThresholds("birth_place", [0.9]),
            library.ExactMatch("registry_number"),
            library.ExactMatch("taken_year"),
        ],
        blocking_rules_to_generate_predictions=[splink.block_on(*rule) for rule in RULES],
        retain_intermediate_calculation_columns=False,
    )


class Model:
    """A Splink linker over the two tables."""

    def __init__(self, people: list[Row], records: list[Row]) -> None:
        self.splink, arrow = package("splink"), package("pyarrow")
        package("duckdb")
        api = self.splink.DuckDBAPI()
        tables = [
            api.register(arrow.Table.from_pylist(rows), dataset_display_name=name)
            for name, rows in (("people", people), ("records", records))
        ]
        self.linker = self.splink.Linker(tables, settings(), log_level="ERROR")

    def train(self) -> None:
        training, block_on = self.linker.training, self.splink.block_on
        training.estimate_probability_two_random_records_match(
            [block_on(*rule) for rule in SURE_RULES], recall=RECALL_OF_SURE_RULES
        )
        training.estimate_u_using_random_sampling(max_pairs=SAMPLED_PAIRS, seed=1)
        for columns in TRAINED_WITHIN:
            training.estimate_parameters_using_expectation_maximisation(block_on(*columns))

    def pairs(self) -> list[tuple[int, int, float]]:
        """Return person, record and probability of the pairs that it finds likely enough to name."""
        predicted = self.linker.inference.predict(threshold_match_probability=KEPT_FROM)
        found: dict[tuple[int, int], float] = {}
        table = predicted.as_dict()
        columns = ("source_dataset_l", "unique_id_l", "unique_id_r", "match_probability")
        for source, left, right, probability in zip(*(table[column] for column in columns), strict=True):
            person, record = (left, right) if source == "people" else (right, left)
            pair = (int(person) // 2, int(record) // 2)
            found[pair] = max(found.get(pair, 0.0), float(probability))
        return [(person, record, probability) for (person, record), probability in found.items()]

    def compared(self) -> int:
        """Return how many pairs the rules let through."""
        blocked = self.linker.inference.compute_blocked_pairs_for_predict()
        counted = blocked.query_sql("SELECT count(*) AS pairs FROM {this}").as_record_list()
        return int(counted[0]["pairs"])
