#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The forty promises of the hub, numbered, against one store.
usage: checks.py BUILD STORE [NUMBER...]; STORE is memory:, sqlite:/path or postgres://...
FRONT names a command that takes a port and prints one at which the hub is to be asked."""
import datetime
import gzip
import hashlib
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from hub import Hub, Person, invite, summary, until

BUILD, STORE = sys.argv[1], sys.argv[2]
ONLY = {int(n) for n in sys.argv[3:]}
TODAY = datetime.datetime.now(datetime.timezone.utc).date()
KIND = STORE.split(":")[0]
checks = []


def check(number, title):
    def keep(fn):
        checks.append((number, title, fn))
        return fn
    return keep


def week(ago=0):
    d = TODAY - datetime.timedelta(weeks=ago)
    y, w, _ = d.isocalendar()
    return f"{y}-W{w:02d}"


def is_(got, want, what=""):
    assert got == want, f"{what} {got!r} is not {want!r}"


def refused(r, status, code):
    is_((r.status, r.code), (status, code), repr(r))
    is_(r.headers["Content-Type"], "application/problem+json")


class World:
    """A hub with an administrator; each check makes the people it needs."""

    def __init__(self, folder):
        self.folder = folder
        self.hub = Hub(BUILD, STORE, folder).start()
        self.front = None
        if os.environ.get("FRONT"):
            self.front = subprocess.Popen(os.environ["FRONT"].split() + [str(self.hub.port)], stdout=subprocess.PIPE,
                                          stdin=subprocess.PIPE, text=True)
            self.hub.front = int(self.front.stdout.readline())
        self.admin = Person(self.hub, self.hub.invite, "Admin")
        self.n = 0

    def person(self, name="Sam"):
        return Person(self.hub, invite(self.admin), name)

    def team(self, *members, manager=None, k=5):
        self.n += 1
        team = f"team-{self.n}"
        is_(self.admin.ask("PUT", f"/v1/admin/teams/{team}", {"name": f"Team {self.n}", "k_min": k}).status, 201)
        for p in members:
            self.join(team, p)
        if manager:
            self.join(team, manager, "manager")
        return team

    def join(self, team, p, role="member"):
        is_(self.admin.ask("PUT", f"/v1/admin/teams/{team}/members/{p.id}", {"role": role}).status, 204)


# ---- conformance ----
@check(1, "healthz and readyz answer without a token")
def _(w):
    is_((w.hub.ask("GET", "/healthz").status, w.hub.ask("GET", "/healthz").body), (200, b"ok\n"))
    is_((w.hub.ask("GET", "/readyz").status, w.hub.ask("GET", "/readyz").body), (200, b"ready\n"))


@check(2, "meta says what is taken, and the time")
def _(w):
    before = int(time.time()) - 1
    m = w.hub.ask("GET", "/v1/meta").json
    is_(m["api"], 1)
    assert "wick.week/1" in m["schemas"] and m["limits"]["k_min"] >= 5
    at = datetime.datetime.fromisoformat(m["time"].replace("Z", "+00:00")).timestamp()
    assert before <= at <= time.time(), (before, at)


@check(3, "no token, a wrong one and one in the URL are the same 401")
def _(w):
    p = w.person()
    replies = [w.hub.ask("GET", "/v1/me"), w.hub.ask("GET", "/v1/me", "wk_" + "A" * 43),
               w.hub.ask("GET", "/v1/me?access_token=" + p.token),
               w.hub.ask("GET", "/v1/me", headers={"Authorization": "Basic " + p.token})]
    for r in replies:
        refused(r, 401, "unauthenticated")
        is_(r.body, replies[0].body)
        assert r.headers["WWW-Authenticate"].startswith("Bearer ")


@check(4, "me says who; the token is not in it")
def _(w):
    p = w.person("Ada")
    r = p.ask("GET", "/v1/me")
    is_((r.status, r.json["person"], r.json["display"], r.json["roles"]), (200, p.id, "Ada", ["engineer"]))
    assert p.token[3:] not in r.body.decode()


@check(5, "an invite works once")
def _(w):
    i = invite(w.admin)
    r = w.hub.ask("POST", "/v1/enrol", body={"invite": i, "display": "Once"})
    is_((r.status, r.headers["Cache-Control"]), (201, "no-store"))
    refused(w.hub.ask("POST", "/v1/enrol", body={"invite": i, "display": "Twice"}), 410, "invite-used")


@check(6, "no week before consent")
def _(w):
    p = w.person()
    refused(p.put(week()), 422, "no-consent")
    is_(p.me("GET", f"/weeks/{week()}").status, 404)


@check(7, "consent: first, the same, another under the same number")
def _(w):
    p = w.person()
    is_([p.consent(1).status, p.consent(1).status], [201, 200])
    refused(p.consent(1, level="indicators"), 409, "stale-gen")
    is_(p.me("GET", "/consent").json["level"], "band")


@check(8, "a first week is created")
def _(w):
    p = w.person()
    p.consent(1)
    r = p.put(week())
    is_((r.status, r.json["result"]), (201, "created"))
    is_(r.headers["Location"], f"/v1/people/{p.id}/weeks/{week()}")
    assert re.fullmatch(r'"[A-Za-z0-9_.-]{1,64}"', r.headers["ETag"]), r.headers["ETag"]
    is_(p.me("GET", f"/weeks/{week()}").headers["ETag"], r.headers["ETag"])


@check(9, "the same again changes nothing")
def _(w):
    p = w.person()
    p.consent(1)
    first = p.put(week())
    for _ in range(3):
        r = p.put(week())
        is_((r.status, r.json["result"]), (200, "unchanged"))
        is_((r.headers["ETag"], r.json["received_at"]), (first.headers["ETag"], first.json["received_at"]))


@check(10, "a later rev replaces")
def _(w):
    p = w.person()
    p.consent(1)
    first = p.put(week())
    r = p.put(week(), 2, "severe")
    is_((r.status, r.json["result"]), (200, "updated"))
    assert r.headers["ETag"] != first.headers["ETag"]
    is_((p.me("GET", f"/weeks/{week()}").json["band"], p.me("GET", f"/weeks/{week()}").json["rev"]), ("severe", 2))


@check(11, "an earlier rev is stale, the same with other contents a conflict")
def _(w):
    p = w.person()
    p.consent(1)
    p.put(week(), 3)
    r = p.put(week(), 2)
    refused(r, 409, "stale-rev")
    is_(r.json["current_rev"], 3)
    refused(p.put(week(), 3, "watch"), 409, "rev-conflict")


@check(12, "another machine needs If-Match")
def _(w):
    p = w.person()
    p.consent(1)
    tag = p.put(week()).headers["ETag"]
    other = summary(2, source="ffff0000")
    path = f"/weeks/{week()}"
    refused(p.me("PUT", path, other), 409, "other-source")
    refused(p.me("PUT", path, other, headers={"If-Match": '"nope"'}), 412, "precondition-failed")
    is_(p.me("PUT", path, other, headers={"If-Match": tag}).status, 200)


@check(13, "what the caller has is not sent again")
def _(w):
    p = w.person()
    p.consent(1)
    p.put(week())
    for path in (f"/weeks/{week()}", "/weeks"):
        r = p.me("GET", path)
        again = p.me("GET", path, headers={"If-None-Match": r.headers["ETag"]})
        is_((again.status, again.body), (304, b""))
        assert "private" in again.headers["Cache-Control"]


@check(14, "a batch: each item has its own end")
def _(w):
    p = w.person()
    p.consent(1)
    p.put(week(3), 5)
    put = lambda wk, **m: {"op": "put", "week": wk, "body": summary(**m)}
    r = p.me("POST", "/batch", {"items": [put(week(2), notes="x"), put("2025-W53"), put(week(3)), put(week(1))]})
    is_((r.status, [i["status"] for i in r.json["items"]]), (200, [422, 422, 409, 201]))
    is_((r.json["accepted"], r.json["refused"]), (1, 3))
    is_(r.json["items"][0]["code"], "unknown-member")
    is_(p.me("GET", f"/weeks/{week(1)}").status, 200)


@check(15, "a gzipped batch of forty, twice")
def _(w):
    p = w.person()
    p.consent(1)
    items = [{"op": "put", "week": week(i), "body": summary()} for i in range(40)]
    data = gzip.compress(json.dumps({"items": items}).encode())
    for want in ({201}, {200}):
        r = p.me("POST", "/batch", raw=data, headers={"Content-Encoding": "gzip"})
        is_((r.status, r.json["accepted"], {i["status"] for i in r.json["items"]}), (200, 40, want))


@check(16, "pages: complete, descending, none twice")
def _(w):
    p = w.person()
    p.consent(1)
    items = [{"op": "put", "week": week(i), "body": summary()} for i in range(73)]
    is_(p.me("POST", "/batch", {"items": items}).json["accepted"], 73)
    seen, path = [], "/v1/people/me/weeks?limit=25"
    while path:
        r = p.ask("GET", path)
        seen += [x["week"] for x in r.json["weeks"]]
        link = r.headers["Link"]
        is_(bool(link), r.json["next"] is not None)
        path = re.match(r'<([^>]+)>; rel="next"', link).group(1) if link else None
        assert len(seen) < 200
    is_(seen, [week(i) for i in range(73)])


@check(17, "methods, paths, types, bodies and values that are none")
def _(w):
    p = w.person()
    p.consent(1)
    r = p.me("POST", f"/weeks/{week()}", {})
    refused(r, 405, "method-not-allowed")
    is_(sorted(r.headers["Allow"].replace(" ", "").split(",")), ["DELETE", "GET", "HEAD", "PUT"])
    refused(p.ask("GET", "/v1/nothing"), 404, "not-found")
    path = f"/weeks/{week()}"
    refused(p.me("PUT", path, raw=b"{}", headers={"Content-Type": "text/plain"}), 415, "unsupported-media-type")
    refused(p.me("PUT", path, raw=b"{"), 400, "malformed-json")
    refused(p.me("PUT", path, raw=b'{"rev":1,"rev":2}'), 400, "malformed-json")
    refused(p.put(week(), coverage=8), 422, "invalid-member")
    refused(p.put(week(), 9.5), 422, "invalid-member")


@check(18, "weeks that a year has, and not too far ahead")
def _(w):
    p = w.person()
    p.consent(1)
    for bad in ("2026-W54", "2026-W00", "2026-w47", "2026-W7"):
        assert p.put(bad).status in (404, 422), bad
    refused(p.put("2025-W53"), 422, "week-out-of-range")
    is_(p.put("2020-W53").status, 201)
    refused(p.put(week(-3)), 422, "week-out-of-range")
    is_(p.put(week(-1)).status, 201)


# ---- privacy ----
NUMBERS = {"work_min": 2700, "after_hours_min": 300, "pages": 4, "night_pages": 1, "load_ratio": 1.3}


@check(19, "numbers are unknown under level band")
def _(w):
    p = w.person()
    p.consent(1)
    r = p.put(week(), indicators=NUMBERS)
    refused(r, 422, "unknown-member")
    is_(r.json["errors"][0]["pointer"], "/indicators")
    is_(p.me("GET", f"/weeks/{week()}").status, 404)


@check(20, "no level above the consent")
def _(w):
    p = w.person()
    p.consent(1)
    refused(p.put(week(), level="indicators", indicators=NUMBERS), 422, "level-exceeds-consent")
    is_(p.me("GET", f"/weeks/{week()}").status, 404)


@check(21, "a lower level takes the numbers away")
def _(w):
    p = w.person()
    p.consent(1, level="indicators")
    is_(p.put(week(), level="indicators", indicators=NUMBERS).status, 201)
    is_(p.me("GET", f"/weeks/{week()}").json["indicators"], NUMBERS)
    is_(p.consent(2).status, 200)
    got = p.me("GET", f"/weeks/{week()}").json
    is_((got["level"], "indicators" in got), ("band", False))
    refused(p.put(week(), 2), 409, "stale-gen")


@check(22, "a retraction is final for its rev")
def _(w):
    p = w.person()
    p.consent(1)
    p.put(week(), 2)
    path = f"/weeks/{week()}"
    refused(p.me("DELETE", path + "?rev=1"), 409, "stale-rev")
    is_([p.me("DELETE", path + "?rev=3").status for _ in "ab"], [204, 204])
    refused(p.me("GET", path), 410, "retracted")
    refused(p.put(week(), 3), 410, "retracted")
    is_(p.put(week(), 4).status, 201)


@check(23, "a retraction may come first")
def _(w):
    p = w.person()
    p.consent(1)
    is_(p.me("DELETE", f"/weeks/{week()}?rev=1").status, 204)
    refused(p.put(week()), 410, "retracted")


@check(24, "a withdrawal erases, also in the files")
def _(w):
    p = w.person()
    p.consent(1)
    for i in range(3):
        is_(p.put(week(i), source="canary0withdrawn").status, 201)
    r = p.me("DELETE", "/consent?gen=1")
    is_((r.status, r.json["erased"]), (200, 3))
    is_(p.me("GET", "/weeks").json["weeks"], [])
    refused(p.put(week()), 410, "consent-withdrawn")
    is_(p.me("DELETE", "/consent?gen=1").status, 200)
    if KIND == "sqlite":
        folder = os.path.dirname(STORE[7:])
        for name in os.listdir(folder):
            data = open(os.path.join(folder, name), "rb").read()
            assert b"canary0withdrawn" not in data, name


@check(25, "consent again: old revs stay gone")
def _(w):
    p = w.person()
    p.consent(1)
    p.put(week(), 4)
    p.me("DELETE", "/consent?gen=1")
    is_(p.consent(2).status, 200)
    refused(p.put(week(), 4, gen=2), 410, "retracted")
    is_(p.put(week(), 5, gen=2).status, 201)


def sharers(w, team, bands, visibility="aggregate", **more):
    out = []
    for i, band in enumerate(bands):
        p = w.person(f"Member {i}")
        w.join(team, p)
        is_(p.consent(1, [(team, visibility)], **more).status, 201)
        is_(p.put(week(1), band=band).status, 201)
        out.append(p)
    return out


def strained(boss, team):
    r = boss.ask("GET", f"/v1/teams/{team}/aggregate?from={week(1)}&to={week(1)}")
    is_(r.status, 200, repr(r))
    return r.json["weeks"][0]


@check(26, "an aggregate wants five")
def _(w):
    boss = w.person("Boss")
    refused(w.admin.ask("PUT", "/v1/admin/teams/small", {"name": "Small", "k_min": 3}), 422, "invalid-member")
    team = w.team(manager=boss)
    for n in range(1, 6):
        sharers(w, team, ["severe"])
        got = strained(boss, team)
        is_((got["suppressed"], got["strained"]), (n < 5, None if n < 5 else ">=80"), str(n))


@check(27, "the ends are cut off")
def _(w):
    for bands, want in ((["severe"] * 5, ">=80"), (["severe"] * 4 + ["calm"], ">=80"),
                        (["calm"] * 5, "<=20"), (["strained"] + ["watch"] * 4, "<=20"),
                        (["strained"] * 2 + ["calm"] * 3, "40-60"), (["unknown"] * 2 + ["severe"] * 5, ">=80")):
        boss = w.person("Boss")
        team = w.team(manager=boss)
        sharers(w, team, bands)
        is_(strained(boss, team)["strained"], want, str(bands))


# ---- who may what ----
@check(28, "not yours and not there are the same bytes")
def _(w):
    a, b = w.person("A"), w.person("B")
    a.consent(1)
    a.put(week())
    nobody = "p_" + "a" * 16
    for method, tail, body in (("GET", "/weeks", None), ("GET", f"/weeks/{week()}", None),
                               ("PUT", f"/weeks/{week()}", summary()), ("DELETE", f"/weeks/{week()}?rev=9", None),
                               ("GET", "/consent", None), ("DELETE", "/consent?gen=1", None), ("DELETE", "", None),
                               ("GET", "/export", None), ("GET", "/access-log", None),
                               ("POST", "/batch", {"items": []})):
        got, none = (b.ask(method, f"/v1/people/{who}{tail}", body) for who in (a.id, nobody))
        refused(got, 404, "not-found")
        is_(got.body, none.body, method + tail)
    is_(a.me("GET", f"/weeks/{week()}").json["rev"], 1)


@check(29, "the grid has those who share by name, and bands alone")
def _(w):
    boss = w.person("Boss")
    team = w.team(manager=boss)
    seen, = sharers(w, team, ["watch"], "individual")
    hidden, = sharers(w, team, ["severe"])
    r = boss.ask("GET", f"/v1/teams/{team}/grid")
    is_((set(r.json), [x["person"] for x in r.json["rows"]]), ({"team", "weeks", "rows"}, [seen.id]))
    is_([c for c in r.json["rows"][0]["cells"] if c], [{"band": "watch", "coverage": 5}])
    is_(boss.ask("GET", f"/v1/people/{hidden.id}/weeks").status, 404)
    is_(boss.ask("GET", f"/v1/people/{seen.id}/weeks").json["weeks"][0]["band"], "watch")
    plain = boss.ask("GET", f"/v1/teams/{team}/grid", headers={"Accept": "text/plain"})
    assert plain.headers["Content-Type"].startswith("text/plain") and b"watch" in plain.body and b"each of them can see" in plain.body


@check(30, "managers see their team, administrators no week")
def _(w):
    boss, member = w.person("Boss"), w.person("Member")
    mine, other = w.team(member, manager=boss), w.team()
    w.join(mine, w.admin)
    r = boss.ask("GET", f"/v1/teams/{other}/grid")
    refused(r, 404, "not-found")
    is_(r.body, boss.ask("GET", "/v1/teams/no-such-team/grid").body)
    for who in (member, w.admin):
        is_(who.ask("GET", f"/v1/teams/{mine}/grid").status, 404)
        is_(who.ask("GET", f"/v1/teams/{mine}/aggregate").status, 404)
    is_(w.admin.ask("GET", f"/v1/people/{member.id}/weeks").status, 404)
    refused(boss.ask("GET", "/v1/admin/audit"), 403, "forbidden")


@check(31, "every read is in the log of the person")
def _(w):
    boss = w.person("Grace Reader")
    team = w.team(manager=boss)
    p, = sharers(w, team, ["calm"], "individual")
    is_(p.me("GET", "/access-log").json["entries"], [])
    r = boss.ask("GET", f"/v1/teams/{team}/grid")
    is_(boss.ask("GET", f"/v1/teams/{team}/grid", headers={"If-None-Match": r.headers["ETag"]}).status, 304)
    is_(boss.ask("GET", f"/v1/people/{p.id}/weeks").status, 200)
    p.me("GET", "/weeks")
    got = p.me("GET", "/access-log").json["entries"]
    is_([(e["reader"], e["action"]) for e in got], [("Grace Reader", a) for a in ("trend", "grid", "grid")])


@check(32, "who leaves the team is out of sight at once")
def _(w):
    boss = w.person("Boss")
    team = w.team(manager=boss)
    p, = sharers(w, team, ["calm"], "individual")
    is_(len(boss.ask("GET", f"/v1/teams/{team}/grid").json["rows"]), 1)
    is_(w.admin.ask("DELETE", f"/v1/admin/teams/{team}/members/{p.id}").status, 204)
    is_(boss.ask("GET", f"/v1/teams/{team}/grid").json["rows"], [])
    is_(boss.ask("GET", f"/v1/people/{p.id}/weeks").status, 404)


@check(33, "the audit log is a chain, and holds no band")
def _(w):
    rows, cursor = [], ""
    while cursor is not None:
        r = w.admin.ask("GET", "/v1/admin/audit?limit=105" + cursor)
        assert not re.search(rb"calm|strained|severe", r.body)
        rows += r.json["entries"]
        cursor = None if r.json["next"] is None else "&cursor=" + r.json["next"]
    rows.reverse()
    is_([x["seq"] for x in rows], list(range(1, len(rows) + 1)))
    before = "0" * 64
    for x in rows:
        text = "\t".join([str(x["seq"]), x["at"], x["actor"], x["action"], x["subject"] or "", x["team"] or ""])
        before = hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()
        is_(x["hash"], before, str(x["seq"]))


# ---- security ----
@check(34, "nine framings that can be read in two ways")
def _(w):
    get = b"GET /healthz HTTP/1.1\r\n"
    post = b"POST /v1/enrol HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
    hidden = b"GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n"
    bad = {
        "two lengths": post + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
        "no length, then one": post + b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(hidden) + hidden,
        "length and chunks": post + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "chunks": post + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "a blank before the colon": post + b"Content-Length : 2\r\n\r\n{}",
        "a sign": post + b"Content-Length: +2\r\n\r\n{}",
        "no host": get + b"\r\n",
        "two hosts": get + b"Host: a\r\nHost: b\r\n\r\n",
        "two authorizations": get + b"Host: h\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
    }
    for name, data in bad.items():
        got = w.hub.raw(data)
        assert got is not None, f"{name}: not closed"
        assert got.startswith(b"HTTP/1.1 400"), f"{name}: {got[:80]!r}"
        is_(got.count(b"HTTP/1.1 "), 1, name)


@check(35, "bodies, bombs, heads and depths beyond the limits")
def _(w):
    p = w.person()
    path = f"/v1/people/me/weeks/{week()}"
    refused(p.ask("PUT", path, raw=b'"' + b"x" * 70000 + b'"'), 413, "too-large")
    bomb = gzip.compress(b" " * 30_000_000)
    refused(p.ask("PUT", path, raw=bomb, headers={"Content-Encoding": "gzip"}), 413, "too-large")
    got = w.hub.raw(b"GET /healthz HTTP/1.1\r\nHost: h\r\nX: " + b"x" * 70000 + b"\r\n\r\n")
    assert re.match(rb"HTTP/1.1 4(00|13|31)", got or b""), got
    refused(p.ask("PUT", path, raw=b"[" * 5000 + b"]" * 5000), 400, "malformed-json")


@check(36, "pages: policy, no script, names escaped")
def _(w):
    boss = w.person("<img src=x onerror=alert(1)>")
    team = w.team(manager=boss)
    p, = sharers(w, team, ["calm"], "individual")
    for path in (f"/t/{team}", f"/p/{p.id}", "/"):
        r = boss.ask("GET", path)
        is_(r.status, 200, path)
        policy, text = r.headers["Content-Security-Policy"], r.body.decode()
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy
        is_((r.headers["X-Content-Type-Options"], r.headers["Referrer-Policy"]), ("nosniff", "no-referrer"))
        assert "no-store" in r.headers["Cache-Control"]
        assert "<script" not in text and "style=" not in text and "<img" not in text
        assert "&lt;img src=x onerror=" in text
    assert 'scope="row"' in boss.ask("GET", f"/t/{team}").body.decode()
    numbers = {"work_min": 2730, "weekend_min": 0, "pages": 1234}
    is_(p.consent(2, [(team, "individual")], level="indicators").status, 200)
    is_(p.put(week(1), 2, gen=2, level="indicators", indicators=numbers).status, 200)
    cells = re.findall("<td>([^<]*)</td>", boss.ask("GET", f"/p/{p.id}").body.decode())
    is_([c for c in cells if c in ("45.5 h", "0 h", "1234")], ["45.5 h", "0 h", "1234"])


@check(37, "too many are told when to come back")
def _(w):
    # as many as there may be at once, and so few a minute that a slow machine is no help
    hub = Hub(BUILD, "memory:", w.folder, ["limits.read_per_min=1"]).start(plenty=False)
    try:
        p = Person(hub, hub.invite, "Busy")
        replies = [p.ask("GET", "/v1/me") for _ in range(300)]
        assert [r.status for r in replies[:240]] == [200] * 240
        late = [r for r in replies if r.status == 429]
        assert late and not [r for r in replies if r.status >= 500]
        assert all(int(r.headers["Retry-After"]) >= 1 for r in late)
    finally:
        hub.stop()


@check(38, "200 half-open connections keep nobody out")
def _(w):
    held = []
    try:
        for _ in range(200):
            s = socket.create_connection(("127.0.0.1", w.hub.port))
            s.sendall(b"GET /healthz HTTP/1.1\r\nHo")
            held.append(s)
        since = time.monotonic()
        is_(w.hub.ask("GET", "/healthz").status, 200)
        assert time.monotonic() - since < 10  # the first of them is given up after 15 s
    finally:
        for s in held:
            s.close()


# ---- faults ----
@check(39, "kill -9: whatever was acknowledged is there")
def _(w):
    if KIND == "memory":
        return "a store in memory"
    people = [w.person(f"K{i}") for i in range(13)]
    for p in people:
        p.consent(1)
    acked, lock = [], threading.Lock()

    def push(p):
        for i in range(100):
            try:
                if p.put(week(i)).status == 201:
                    with lock:
                        acked.append((p, week(i)))
            except Exception:
                return

    threads = [threading.Thread(target=push, args=(p,)) for p in people]
    for t in threads:
        t.start()
    until(lambda: len(acked) >= 50, 30, "no 50 writes in 30 s")
    w.hub.stop(signal.SIGKILL)
    for t in threads:
        t.join()
    w.hub.start()
    missing = [(p.name, wk) for p, wk in acked if p.me("GET", f"/weeks/{wk}").status != 200]
    is_(missing, [])
    return f"{len(acked)} writes"


class Lock:
    """Somebody else holds the write lock."""

    def __enter__(self):
        if KIND == "sqlite":
            self.db = sqlite3.connect(STORE[7:], isolation_level=None, timeout=20)
            self.db.execute("BEGIN IMMEDIATE")
        else:
            self.db = subprocess.Popen(["psql", "-qX", STORE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            self.db.stdin.write("BEGIN; SELECT 'LOCK TABLE ' || string_agg(quote_ident(schemaname) || '.' || "
                                "quote_ident(tablename), ', ') || ' IN SHARE MODE' FROM pg_tables WHERE schemaname "
                                "NOT IN ('pg_catalog', 'information_schema') \\gexec\n\\echo locked\n")
            self.db.stdin.flush()
            while "locked" not in self.db.stdout.readline():
                pass
        return self

    def __exit__(self, *_):
        if KIND == "sqlite":
            self.db.execute("ROLLBACK")
            self.db.close()
        else:
            self.db.communicate("ROLLBACK;\n")


@check(40, "a lock that is held: 503, then as before; SIGTERM ends in time")
def _(w):
    if KIND == "memory":
        return "a store in memory"
    p, boss = w.person("Late"), w.person("Boss")
    p.consent(1)
    team = w.team(manager=boss)
    sharers(w, team, ["calm"], "individual")
    with Lock():
        since = time.monotonic()
        r = p.put(week())
        refused(r, 503, "overloaded")
        assert int(r.headers["Retry-After"]) >= 1
        assert time.monotonic() - since <= 10, time.monotonic() - since
        seen = boss.ask("GET", f"/v1/teams/{team}/grid")
        refused(seen, 503, "overloaded")  # what cannot be recorded is not shown
        is_((w.hub.ask("GET", "/readyz").status, w.hub.ask("GET", "/healthz").status), (503, 200))
        until(lambda: time.monotonic() - since > 12, 20, "the clock stands")
    until(lambda: p.put(week()).status in (200, 201), 10, "no write after the lock")
    since = time.monotonic()
    is_(w.hub.stop(), 0)
    assert time.monotonic() - since <= 10
    w.hub.start()
    is_(p.me("GET", f"/weeks/{week()}").status, 200)


# ---- and what goes without a number there ----
@check(41, "export has everything of a person")
def _(w):
    boss = w.person("Boss")
    team = w.team(manager=boss)
    p, = sharers(w, team, ["watch"], "individual", level="indicators")
    is_(p.put(week(2), level="indicators", indicators=NUMBERS).status, 201)
    boss.ask("GET", f"/v1/people/{p.id}/weeks")
    r = p.me("GET", "/export")
    is_((r.status, r.headers["Content-Type"]), (200, "application/x-ndjson"))
    lines = [json.loads(x) for x in r.body.decode().splitlines()]
    by = lambda k: [x[k] for x in lines if k in x]
    is_((by("person")[0]["person"], by("consent")[0]["teams"][0]["team"]), (p.id, team))
    is_(sorted(x["week"] for x in by("week")), sorted([week(1), week(2)]))
    assert NUMBERS in [x.get("indicators") for x in by("week")]
    is_(by("membership")[0]["team"], team)
    assert "trend" in [x["action"] for x in by("audit")]


@check(42, "erasing takes the person, the weeks and the tokens")
def _(w):
    boss = w.person("Boss")
    team = w.team(manager=boss)
    p, = sharers(w, team, ["severe"], "individual")
    is_(p.put(week(3), source="canary0erased").status, 201)
    is_(p.ask("DELETE", "/v1/people/me").status, 204)
    refused(p.ask("GET", "/v1/me"), 401, "unauthenticated")
    is_(boss.ask("GET", f"/v1/teams/{team}/grid").json["rows"], [])
    is_(boss.ask("GET", f"/v1/people/{p.id}/weeks").status, 404)
    if KIND == "sqlite":
        folder = os.path.dirname(STORE[7:])
        for name in os.listdir(folder):
            assert b"canary0erased" not in open(os.path.join(folder, name), "rb").read(), name


@check(43, "a token is changed for another, and the old one lives a day")
def _(w):
    p = w.person()
    r = p.ask("POST", "/v1/tokens:rotate")
    is_((r.status, r.headers["Cache-Control"], r.json["person"]), (201, "no-store", p.id))
    new = r.json["token"]
    is_([w.hub.ask("GET", "/v1/me", t).status for t in (p.token, new)], [200, 200])
    ends = datetime.datetime.fromisoformat(p.ask("GET", "/v1/me").json["expires_at"].replace("Z", "+00:00"))
    assert abs(ends.timestamp() - time.time() - 86400) < 60, ends


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@check(44, "signing in and out; forms of others are refused")
def _(w):
    p = w.person("Cookie")
    is_((w.hub.ask("GET", "/").status, w.hub.ask("GET", "/").headers["Location"]), (303, "/login"))
    log_in = lambda token, **h: w.hub.ask("POST", "/login", raw=("token=" + token).encode(), headers={**FORM, **h})
    is_(log_in("wk_" + "A" * 43).status, 401)
    is_(log_in(p.token, **{"Sec-Fetch-Site": "cross-site"}).status, 403)
    is_(log_in(p.token, Origin="https://elsewhere.example").status, 403)
    r = log_in("++" + p.token + "%0D%0A")
    is_((r.status, r.headers["Location"]), (303, "/"))
    cookie = r.headers["Set-Cookie"]
    for word in ("__Host-wick=", "; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict", "; Max-Age=28800"):
        assert word in cookie, cookie
    has = {"Cookie": "a=b; " + cookie.split(";")[0]}
    page = w.hub.ask("GET", "/", headers=has)
    is_(page.status, 200)
    is_(w.hub.ask("GET", "/v1/me", headers=has).status, 401, "no cookie for the API")
    is_(w.hub.ask("GET", "/v1/me", "wk_" + cookie[12:55]).status, 401, "a session is no token")
    is_(w.hub.ask("POST", "/logout", raw=b"form=x", headers={**FORM, **has}).status, 403)
    form = re.search(rb'name="form" value="([0-9a-f]{64})"', page.body).group(1)
    is_(w.hub.ask("POST", "/logout", raw=b"form=" + form, headers={**FORM, **has}).status, 303)
    is_(w.hub.ask("GET", "/", headers=has).status, 303)


@check(45, "what is not acceptable is 422, with nothing of the store in it")
def _(w):
    p = w.person()
    p.consent(1)
    for r in (p.put(week(), band="tired"), p.me("PUT", "/consent", {"gen": 2, "level": "none", "teams": []}),
              p.consent(2, expires="2020-01-01"), p.consent(2, expires="2999-01-01"),
              p.consent(2, [("a", "aggregate"), ("a", "individual")]), p.me("DELETE", "/consent?gen=x"),
              p.me("GET", "/weeks?limit=0"), p.me("GET", "/weeks?from=2026-W54"), p.me("DELETE", f"/weeks/{week()}"),
              w.hub.ask("POST", "/v1/enrol", body={"invite": "wki_x", "display": "X"}),
              w.hub.ask("POST", "/v1/enrol", body={"invite": "wki_" + "A" * 43, "display": "a\u202eb"})):
        is_(r.status, 422, repr(r))
        is_(r.json["type"], "/problems/" + r.code)
        assert not re.search(rb"sqlite|postgres|SQL|/src/", r.body), r
    for share, where in (({"team": "b", "visibility": "all"}, "visibility"), ({"team": "B", "visibility": "individual"}, "team"),
                         ({"team": "b", "visibility": "individual", "who": 1}, "who")):
        r = p.me("PUT", "/consent", {"gen": 2, "level": "band", "teams": [{"team": "a", "visibility": "aggregate"}, share]})
        is_((r.status, r.json["errors"][0]["pointer"]), (422, "/teams/1/" + where))


@check(46, "a team of hundreds is one page")
def _(w):
    boss = w.person("Boss")
    team = w.team(manager=boss)
    people = [w.person("One of many") for _ in range(260)]
    for p in people:
        w.join(team, p)
        p.consent(1, [(team, "individual")])
    is_(people[0].me("PUT", f"/weeks/{week()}", summary(level="band")).status, 201)
    is_(len(boss.ask("GET", f"/v1/teams/{team}/grid").json["rows"]), 260)
    is_(boss.ask("GET", f"/t/{team}").status, 200)
    is_([p.me("GET", "/access-log").json["entries"][0]["action"] for p in (people[0], people[-1])], ["grid", "grid"])


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        w = World(folder)
        try:
            for number, title, fn in checks:
                if ONLY and number not in ONLY:
                    continue
                try:
                    note = fn(w)
                    passed += 1
                    print(f"ok {KIND} {number:2d} {title}" + (f" ({note})" if note else ""))
                except Exception as e:
                    failed += 1
                    print(f"FAILED {KIND} {number:2d} {title}: {type(e).__name__} {e}")
        finally:
            w.hub.stop()
            if w.front:
                w.front.communicate()
        if failed:
            print(open(w.hub.log_path).read()[-1500:])
    print(f"{passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
