"""Results as tables of a page: each figure beside what was measured in the same run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Result = Mapping[str, Any]
Lines = list[str]

BAR = 10
"""Blocks of a full bar."""


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Lines:
    """Return a table in Markdown: words left, figures right."""
    ruled = ["---", *("---:" for _ in headings[1:])]
    return ["", *(f"| {' | '.join(row)} |" for row in (headings, ruled, *rows)), ""]


def percent(share: float) -> str:
    return f"{100 * share:.1f}"


def bar(share: float) -> str:
    """Draw a share as blocks, for the eye.

    >>> bar(0.42)
    '████······'
    """
    full = round(share * BAR)
    return "█" * full + "·" * (BAR - full)


def times(figure: float | None, floor: float | None) -> str:
    """Return how many times one figure is another, in two digits; nothing when either is missing or none.

    >>> times(3, 2), times(1, 0), times(1, 30), times(1500, 2)
    ('1.5 ×', '–', '0.033 ×', '750 ×')
    """
    if not figure or not floor:
        return "–"
    ratio = figure / floor
    return f"{ratio:,.0f} ×" if ratio >= 10 else f"{ratio:.2g} ×"


def group_table(rows: Mapping[str, Any], group: str, *, deepest: str = "r10") -> Lines:
    """Return the matchers' figures in one group of queries; those not measured come below, with the reason."""
    headings = (
        "matcher",
        "n",
        "first",
        "R@1",
        f"R@{deepest[1:]}",
        "MRR",
        "Athar's R@1 to its",
        "ms p50",
        "ms p95",
    )
    lines = []
    for name, row in rows.items():
        of = row.get("groups", {}).get(group)
        if of:
            shares = (bar(of["r1"]), percent(of["r1"]), percent(of[deepest]), f"{of['mrr']:.3f}")
            ratio = times(of["ours_r1"], of["r1"])
            lines.append((name, f"{of['n']:,}", *shares, ratio, _ms(row["ms_p50"]), _ms(row["ms_p95"])))
    return [*table(headings, lines), *not_measured(rows)]


def all_groups_table(rows: Mapping[str, Any], groups: Sequence[str]) -> Lines:
    """Return R@1 / R@10 of every matcher in many groups, a group a line."""
    measured = {name: row["groups"] for name, row in rows.items() if "groups" in row}
    lines = [
        (group, *(_both(groups_of.get(group)) for groups_of in measured.values()))
        for group in groups
        if any(group in groups_of for groups_of in measured.values())
    ]
    return table(("queries", *measured), lines)


def not_measured(rows: Mapping[str, Any]) -> Lines:
    return [
        f"- {name}: not measured here: {row['not_measured']}."
        for name, row in rows.items()
        if "not_measured" in row
    ]


def latency_table(rows: Mapping[str, Any]) -> Lines:
    """Return one line for each size: ours, pg_trgm, the floor, and their ratios."""
    headings = (
        "names", "Athar ms p50", "p95", "pg_trgm ms p50", "p95", "key lookup ms p50", "pg_trgm to Athar, p50",
        "Athar to key lookup, p50", "Athar R@1", "pg_trgm R@1", "loaded and keyed, s", "keys' indexes, MB",
    )  # fmt: skip
    lines = []
    for size, row in rows.items():
        ours, floor = row["ours"], row["floor"]
        peer = row["pg_trgm"] if isinstance(row["pg_trgm"], dict) else {}
        lines.append((
            f"{int(size):,}", _ms(ours["ms_p50"]), _ms(ours["ms_p95"]), _ms(peer.get("ms_p50")),
            _ms(peer.get("ms_p95")), f"{floor['ms_p50']:.2f}", times(peer.get("ms_p50"), ours["ms_p50"]),
            times(ours["ms_p50"], floor["ms_p50"]), percent(ours["r1"]),
            percent(peer["r1"]) if peer else "–", f"{row['load_s']:,}", f"{row['index_mb'] or 0:,}",
        ))  # fmt: skip
    absent = [
        f"- pg_trgm: not measured here: {r['pg_trgm']}."
        for r in rows.values()
        if isinstance(r["pg_trgm"], str)
    ]
    return [*table(headings, lines), *absent[:1]]


def times_table(rows: Mapping[str, Any], floor: str) -> Lines:
    """Return how long each takes, and how many times the floor's median that is."""
    headings = ("what", "ms p50", "ms p95", f"p50 to {floor}")
    lines = [
        (name, _ms(row["ms_p50"]), _ms(row["ms_p95"]), times(row["ms_p50"], rows[floor]["ms_p50"]))
        for name, row in rows.items()
    ]
    return table(headings, lines)


def links_table(rows: Mapping[str, Any]) -> Lines:
    """Return the best F1 of each linker, how it tells relatives apart, and its pace."""
    headings = (
        "linker", "best F1", "precision", "recall", "F1 at its own threshold", "false alerts at most recall",
        "brothers kept apart", "pairs a second", "comparing, s", "before that, s", "memory, MB",
    )  # fmt: skip
    lines = []
    for name, row in rows.items():
        if "best" in row:
            best, alerts = row["best"], row["false_alerts"]
            brother = row["apart"].get("brother", {}).get("share")
            lines.append((
                name, f"{best['f1']:.3f}", f"{best['precision']:.3f}", f"{best['recall']:.3f}",
                f"{row['own']['f1']:.3f}",
                f"{percent(alerts['share'])} % at {percent(alerts['recall'])} %",
                "–" if brother is None else f"{percent(brother)} %",
                f"{row['pairs_per_second']:,}" if row["pairs_per_second"] else "not told",
                f"{row['seconds']:,}", f"{row['seconds_beforehand']:,}", f"{row['memory_mb']:,}",
            ))  # fmt: skip
    return [*table(headings, lines), *not_measured(rows)]


def next_list_table(rows: Sequence[Mapping[str, Any]]) -> Lines:
    """Return how long each list took, beside the first, which found nobody indexed."""
    headings = (
        "list", "processes", "seconds", "to the first", "records", "pairs compared", "links", "memory, MB",
    )  # fmt: skip
    lines = [
        (
            row["name"], str(row["processes"]), f"{row['seconds']:.1f}",
            times(row["seconds"], rows[0]["seconds"]), f"{row['records']:,}", f"{row['pairs']:,}",
            f"{row['links']:,}", f"{row['memory_mb']:,}",
        )
        for row in rows
    ]  # fmt: skip
    return table(headings, lines)


def _both(of: Mapping[str, float] | None) -> str:
    return f"{100 * of['r1']:.0f} / {100 * of['r10']:.0f} ({of['n']:,})" if of else "–"


def _ms(milliseconds: float | None) -> str:
    return "–" if milliseconds is None else f"{milliseconds:,.1f}"
