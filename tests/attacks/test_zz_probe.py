import pytest, traceback
from django.test import Client
from django.urls import reverse
from django.contrib.contenttypes.models import ContentType
from tests import make
from tests.admin.pages import signed_in, filled_in
from tracker.models import Role, LinkStatus, HistoryEntry
pytestmark = pytest.mark.django_db

def probe(client, url, data=None, method="get"):
    client.raise_request_exception = False
    from django.db import transaction
    sid = transaction.savepoint()
    r = getattr(client, method)(url, data) if data is not None else getattr(client, method)(url)
    if r.status_code >= 500: transaction.get_connection().needs_rollback = False; transaction.savepoint_rollback(sid)
    else: transaction.savepoint_commit(sid)
    return r

@pytest.fixture
def world():
    p = make.person(mother="فريهان")
    rel = make.relative(p.family); make.contact(rel); make.kinship(rel, p)
    l = make.link(LinkStatus.CONFIRMED, person=p)
    n = make.notice(l); make.claim(p); make.identifier(p)
    q = make.inquiry(); le = make.lead(); make.lead(inquiry=q)
    return p

ODD = ["\x00", "a\x00b", "\ud800", "\u202e", "9"*30, "9"*5000, "-1", "1e999", "NaN", "(", "a"*3000, "' OR 1=1 --", "{}", "[]", "%", "\\"]

def test_get(world, capsys):
    from urllib.parse import quote
    bad = []
    nouns = ["person","family","relative","claim","source","place","document","importfile","importrow","prisonrecord","link","notice","lead","inquiry","contactreveal","user","historyentry"]
    clients = {r: signed_in(r) for r in Role.values}
    def q(v): return quote(v.encode("utf-8","surrogatepass"))
    for noun in nouns:
        model = {m.__name__.lower(): m for m in __import__("django.apps").apps.apps.get_app_config("tracker").get_models(include_auto_created=True)}.get(noun) or HistoryEntry
        url = reverse(f"admin:tracker_{noun}_changelist")
        params = ["q","o","p","e","all","_to_field","_popup","noun","year","governorate","sex","links","told_by"]
        for f in model._meta.get_fields():
            params += [f.name, f.name+"__startswith", f.name+"__gt", f.name+"__regex", f.name+"__isnull", f.name+"__in", f.name+"__a__b", f.name+"__year", f.name + "__exact"]
        for name in params:
            for v in ODD:
                for role in ("caseworker","auditor"):
                    u = f"{url}?{name}={q(v)}"
                    r = probe(clients[role], u)
                    if r.status_code >= 500:
                        e = r.exc_info[1] if getattr(r,"exc_info",None) else None
                        bad.append((noun, name, v[:10], type(e).__name__, str(e)[:80])); break
                else: continue
                break
    with capsys.disabled():
        print(len(bad))
        for b in bad: print(b)
