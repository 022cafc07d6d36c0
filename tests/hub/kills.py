#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A hub that is killed at random moments while people write, take back, withdraw and agree
again, and while a real client that is killed too sends its weeks: what was acknowledged is
there after each start, what was taken back is not. usage: kills.py BUILD STORE KILLS [SEED]"""
import datetime
import http.client
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from hub import Hub, Person, invite, summary

BUILD, STORE, KILLS = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3])
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 1
WEEKS = [f"2025-W{w:02d}" for w in range(1, 13)]
BANDS = ["calm", "watch", "strained", "severe"]
dice = random.Random(SEED)


class Writer:
    """One person: a write at a time, sent again until it is answered, and what is known."""

    def __init__(self, person, seed):
        self.person, self.dice = person, random.Random(seed)
        self.gen, self.revs, self.held = 1, {}, {}
        self.open = None  # sent, and not answered
        self.acknowledged = 0
        assert person.consent(1, [("core", "individual")]).status == 201

    def choose(self):
        at = self.dice.random()
        if at < 0.04:
            return ("withdraw", None, self.gen)
        week = self.dice.choice(WEEKS)
        rev = self.revs.get(week, 0) + 1
        return ("retract", week, rev) if at < 0.2 else ("put", week, rev)

    def send(self, op):
        what, week, n = op
        if what == "put":
            return self.person.me("PUT", f"/weeks/{week}", summary(n, BANDS[n % 4], self.gen))
        if what == "retract":
            return self.person.me("DELETE", f"/weeks/{week}?rev={n}")
        if what == "withdraw":
            return self.person.me("DELETE", f"/consent?gen={n}")
        return self.person.consent(n, [("core", "individual")])

    def learn(self, op):
        what, week, n = op
        if what in ("put", "retract"):
            self.revs[week] = n
            self.held.pop(week, None)
        if what == "put":
            self.held[week] = (n, BANDS[n % 4])
        if what == "withdraw":
            self.held.clear()
        if what == "consent":
            self.gen = n
        self.open = ("consent", None, self.gen + 1) if what == "withdraw" else None
        self.acknowledged += 1

    def step(self):
        self.open = self.open or self.choose()
        r = self.send(self.open)
        assert r.status in (200, 201, 204), (self.open, r)
        self.learn(self.open)

    def write(self, ended):
        """Until the hub is gone."""
        try:
            while not ended.is_set():
                self.step()
        except (OSError, http.client.HTTPException):
            pass

    def check(self):
        r = self.person.me("GET", "/weeks?limit=105")
        assert r.status == 200, r
        have = {w["week"]: (w["rev"], w["band"]) for w in r.json["weeks"]}
        if have == self.held:
            return
        what, week, n = self.open or (None, None, None)
        may = dict(self.held)
        may.pop(week, None)
        if what == "put":
            may[week] = (n, BANDS[n % 4])
        if what == "withdraw":
            may = {}
        assert self.open and have == may, (self.open, have, self.held)


class Client:
    """The real one, with sixty weeks to send."""

    def __init__(self, hub, word, top):
        self.db, self.hub = os.path.join(top, "wick.db"), hub
        self.env = {"HOME": top, "PATH": BUILD + ":/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8", "WICK_DB": self.db}
        self.now = datetime.datetime.now(datetime.timezone.utc)
        self.today = self.now.date()
        lines = [f"{self.today - datetime.timedelta(days=back)},8" for back in range(420)]
        self.must("import", "csv", "-", text="date,hours\n" + "\n".join(lines) + "\n")
        self.must("share", "enrol", f"http://127.0.0.1:{hub.port}", "--name", "Sam", text=word + "\n")
        first = self.today - datetime.timedelta(weeks=59)
        terms = ["--level", "indicators", "--since", "%d-W%02d" % first.isocalendar()[:2]]
        seen = json.loads(self.must("share", "preview", "--json", *terms))
        self.must("share", "grant", *terms, "--yes", seen["sha256"])
        with open(self.db + ".hub.token", encoding="utf-8") as f:
            self.token = f.read().strip()

    def run(self, *words, text=""):
        return subprocess.run(["wick", *words], env=self.env, input=text, text=True, capture_output=True, timeout=120)

    def must(self, *words, text=""):
        done = self.run(*words, text=text)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def edit(self):
        for _ in range(3):
            day = self.today - datetime.timedelta(days=dice.randrange(8, 400))
            self.must("log", str(day), f"{dice.choice([1, 4, 11, 15])}h")

    def later(self):
        """After a failure nothing is tried before its time."""
        self.now += datetime.timedelta(hours=7)
        self.env["WICK_NOW"] = self.now.strftime("%Y-%m-%dT%H:%M")

    def held(self):
        r = self.hub.ask("GET", "/v1/people/me/weeks?limit=105", self.token)
        return {w["week"]: w for w in r.json["weeks"]}

    def rows(self):
        db = sqlite3.connect(self.db)  # rolls a hot journal back
        rows = db.execute("SELECT week, op, rev, state FROM outbox").fetchall()
        db.close()
        return rows

    def check(self):
        have = self.held()
        for week, op, rev, state in self.rows():
            if (op, state) == ("put", "done"):
                assert have[week]["rev"] >= rev, (week, rev, have[week])


def one_round(hub, writers, client):
    client.later()
    ended = threading.Event()
    threads = [threading.Thread(target=w.write, args=(ended,)) for w in writers]
    for t in threads:
        t.start()
    sync = subprocess.Popen(["wick", "sync"], env=client.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(dice.random() * 0.12)
    first, second = dice.sample([lambda: hub.stop(signal.SIGKILL), sync.kill], 2)
    first()
    if dice.random() < 0.5:
        second()
    sync.wait(60)
    hub.stop(signal.SIGKILL)
    ended.set()
    for t in threads:
        t.join(60)
    hub.start()
    for w in writers:
        w.check()
    client.check()


def settle(hub, writers, client):
    for w in writers:
        while w.open:
            w.step()
        w.check()
    client.later()
    said = client.run("sync", "--json")
    assert json.loads(client.run("sync", "--json").stdout)["waiting"] == 0, said.stdout
    have = client.held()
    rows = client.rows()
    assert len(rows) == len(have) >= 59, (len(rows), len(have))
    assert all(have[w]["rev"] == rev and state == "done" for w, _, rev, state in rows), rows
    return max(rev for _, _, rev, _ in rows)


def main():
    with tempfile.TemporaryDirectory() as top:
        os.chmod(top, 0o700)
        store = STORE.replace("TMP", top)
        hub = Hub(BUILD, store, top, [f"hub.withdrawals={top}/withdrawals.log"]).start()
        try:
            admin = Person(hub, hub.invite, "Admin")
            admin.ask("PUT", "/v1/admin/teams/core", {"name": "Core"})
            writers = []
            for i in range(4):
                p = Person(hub, invite(admin), f"Writer {i}")
                admin.ask("PUT", f"/v1/admin/teams/core/members/{p.id}", {"role": "member"})
                writers.append(Writer(p, SEED * 100 + i))
            client = Client(hub, invite(admin), top)
            for i in range(KILLS):
                if i % 5 == 0:
                    client.edit()
                one_round(hub, writers, client)
            last = settle(hub, writers, client)
            done = sum(w.acknowledged for w in writers)
            print(f"{STORE.split(':')[0]}: {KILLS} kills, {done} writes acknowledged, a client to rev {last}, seed {SEED}")
            print("1 passed, 0 failed")
        finally:
            hub.stop(signal.SIGKILL)


main()
