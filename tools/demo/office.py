"""The demonstration's accounts, one for each role and a second reviewer, and the leads they follow.

The accounts have no password that works until `manage.py demo` gives them one. Their numbers begin at 900001,
far from those that an office gives its own.
"""

from typing import Any

from tools.demo.rows import Row, row, uid
from tools.demo.tables import prose

FIRST_NUMBER = 900_001
JOINED = "2025-01-05T09:00:00+03:00"

ACCOUNTS = (
    ("volunteer", "volunteer", "رؤى الحاج"),
    ("caseworker", "caseworker", "دانيال سمعان"),
    ("reviewer", "reviewer", "هالة الأتاسي"),
    ("reviewer2", "reviewer", "جوان رسول"),
    ("auditor", "auditor", "إيمان القوتلي"),
    ("administrator", "administrator", "سعد الدين عرابي"),
)
PK = {username: FIRST_NUMBER + place for place, (username, _, _) in enumerate(ACCOUNTS)}


def accounts() -> list[Row]:
    """Return one account for each role and a second reviewer, since a death needs two."""
    return [
        row(
            "user", PK[username], username=username, full_name=full_name, role=role, language="ar",
            is_active=True, joined_at=JOINED, password="!",  # noqa: S106 - it opens nothing
        )
        for username, role, full_name in ACCOUNTS
    ]  # fmt: skip


def leads() -> list[Row]:
    """Return the invented leads of tables/leads.toml, in every state that a lead can be in."""
    return [lead_row(FIRST_NUMBER + place, told) for place, told in enumerate(prose("leads")["leads"])]


def lead_row(pk: int, told: dict[str, Any]) -> Row:
    """Return one lead; unless said otherwise it is open, not taken, and logged by the caseworker."""
    logged_on, due_on = told["logged_on"], told.get("due_on")
    return row(
        "lead", pk, kind=told["kind"], status=told.get("status", "open"), summary=told["summary"],
        details=told["details"], person=uid("person", told["person"]) if "person" in told else None,
        family=uid("family", told["family"]) if "family" in told else None, inquiry=None,
        logged_by=PK[told.get("logged_by", "caseworker")], logged_at=f"{logged_on}T10:30:00+03:00",
        assigned_to=PK.get(told.get("assigned_to", "")), due_on=due_on.isoformat() if due_on else None,
        outcome=told.get("outcome", ""), closed_by=PK.get(told.get("closed_by", "")),
    )  # fmt: skip
