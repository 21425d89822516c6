"""The demonstration's accounts, one for each role and a second reviewer, and the leads they follow.

The accounts have no password that works until `manage.py demo` gives them one. Their numbers begin at 900001, far from
those that an office gives its own.
"""

from typing import Any

from tools.demo.rows import Row, row, uid

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
            "user", PK[username], username=username, full_name=full_name, role=role, language="ar", is_active=True,
            joined_at=JOINED, password="!", last_login=None,  # noqa: S106 - it opens nothing
        )
        for username, role, full_name in ACCOUNTS
    ]  # fmt: skip


def lead(number: int, kind: str, summary: str, details: str, **fields: Any) -> Row:
    """One lead; unless said otherwise it is open, nobody has taken it, and the caseworker logged it."""
    known: Row = {
        "status": "open", "person": None, "family": None, "inquiry": None, "logged_by": PK["caseworker"],
        "logged_at": f"2026-0{1 + number % 8}-1{number}T10:30:00+03:00", "assigned_to": None, "due_on": None,
        "outcome": "", "closed_by": None, **fields,
    }  # fmt: skip
    return row("lead", FIRST_NUMBER + number, kind=kind, summary=summary, details=details, **known)


def leads() -> list[Row]:
    """Return invented leads in every state: unassigned, due, under way, and closed two ways."""
    caseworker = PK["caseworker"]
    return [
        lead(
            0, "call", "اتصل رجل يقول إنه رأى أنس الشامي في المشفى",
            "لم يذكر اسمه ولا أي مشفى. طلب مالًا قبل أن يكمل، فأُنهيت المكالمة. بيانات مخترعة للعرض.",
            person=uid("person", "anas-shami"),
        ),
        lead(
            1, "witness", "سجين سابق يذكر رجلًا من البوكمال في المهجع نفسه",
            "يذكر الاسم الأول وسنة 2013 فقط. بيانات مخترعة للعرض.", person=uid("person", "ismail-jasem"),
            status="followed", assigned_to=caseworker, due_on="2026-09-01",
        ),
        lead(
            2, "document", "صورة دفتر قديم منشورة فيها اسم قريب من شيار عثمان",
            "الصورة مقصوصة، ومصدرها غير معروف. بيانات مخترعة للعرض.", person=uid("person", "siyar-osman"),
            assigned_to=caseworker, due_on="2026-10-15",
        ),
        lead(
            3, "kin", "اسم في قائمة قد يكون أخًا ليحيى وموسى السيد",
            "اسم الأب والأم متطابقان. تُسأل العائلة إن كان لها ابن ثالث. بيانات مخترعة للعرض.",
            family=uid("family", "29"), logged_by=PK["reviewer"],
        ),
        lead(
            4, "call", "تريد عائلة النجار تغيير رقم التواصل",
            "الرقم القديم لم يعد آمنًا. بيانات مخترعة للعرض.", family=uid("family", "16"), status="followed",
            assigned_to=caseworker, due_on="2027-03-01",
        ),
        lead(
            5, "other", "رسالة على مواقع التواصل تعرض بيع قوائم",
            "لا يُدفع شيء، وتُسجل للمراجعة. بيانات مخترعة للعرض.",
        ),
        lead(
            6, "witness", "جارة سابقة لعائلة بركات تذكر يوم الاعتقال",
            "أضيف اليوم الذي ذكرته إلى ملف هبة. بيانات مخترعة للعرض.", person=uid("person", "hiba-barakat"),
            status="closed", assigned_to=caseworker, outcome="added_to_case", closed_by=caseworker,
        ),
        lead(
            7, "document", "قائمة متداولة فيها اسم زياد الأحمد",
            "تبيّن أنها نسخة معدّلة من قائمة أقدم. بيانات مخترعة للعرض.", person=uid("person", "ziad-ahmad"),
            status="closed", assigned_to=caseworker, outcome="false", closed_by=caseworker,
        ),
    ]  # fmt: skip
