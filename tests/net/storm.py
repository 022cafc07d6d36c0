#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A client behind a line that drops, cuts, delays, repeats, answers 500, 429, 413 and pages of
HTML, and that is killed now and then: at the end the hub holds exactly the last revision of
each week, and nothing was acknowledged and lost. usage: storm.py BUILD WEEKS KILLS [SEED]"""
import datetime
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

BUILD, WEEKS, KILLS = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 1
HERE = os.path.dirname(os.path.abspath(__file__))
LAST = datetime.date(2026, 11, 15)  # a Sunday
dice = random.Random(SEED)


class Client:
    def __init__(self, top):
        self.top, self.db = top, os.path.join(top, "wick.db")
        self.now = datetime.datetime(2026, 11, 20, 18, 0)
        self.env = {"HOME": top, "PATH": BUILD + ":/usr/bin:/bin", "TZ": "UTC",
                    "LC_ALL": "C.UTF-8", "WICK_DB": self.db}

    def args(self, *words):
        return ["wick", "--now", self.now.strftime("%Y-%m-%dT%H:%M"), *words]

    def run(self, *words, text=""):
        return subprocess.run(self.args(*words), env=self.env, input=text, text=True,
                              capture_output=True, timeout=600, check=False)

    def must(self, *words, text=""):
        done = self.run(*words, text=text)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def rows(self):
        db = sqlite3.connect(self.db)  # rolls a hot journal back
        rows = db.execute("SELECT week, op, rev, body, state, sent FROM outbox").fetchall()
        db.close()
        return rows


def fill(client):
    """Hours of so many weeks, some of them long."""
    lines = ["date,hours"]
    for back in range(WEEKS * 7):
        day = LAST - datetime.timedelta(days=back)
        hours = dice.choice([8, 9, 11, 12, 13]) if day.weekday() < 5 else dice.choice([0, 5])
        lines.append(f"{day},{hours}")
    client.must("import", "csv", "-", text="\n".join(lines) + "\n")


def agree(client, *terms):
    seen = json.loads(client.must("share", "preview", "--json", *terms))
    client.must("share", "grant", *terms, "--yes", seen["sha256"])
    client.until = client.now + datetime.timedelta(days=80)
    return len(seen["items"])


def later(client):
    """Time goes on, and an agreement ends by itself unless it is renewed."""
    client.now += datetime.timedelta(hours=7)
    if client.now > client.until:
        agree(client, "--days", "90")


def grant(client, port):
    client.must("share", "enrol", f"http://127.0.0.1:{port}", "--name", "Sam",
                text="wki_" + "I" * 43 + "\n")
    monday = LAST - datetime.timedelta(days=WEEKS * 7 - 1)
    terms = ["--team", "core", "--since", "%d-W%02d" % monday.isocalendar()[:2]]
    assert agree(client, *terms) == WEEKS


def edit(client):
    for _ in range(3):
        day = LAST - datetime.timedelta(days=dice.randrange(WEEKS * 7))
        client.must("log", str(day), f"{dice.choice([4, 10, 15])}h")


def sync_and_kill(client):
    with subprocess.Popen(client.args("sync"), env=client.env, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as child:
        time.sleep(dice.random() * 0.08)
        child.send_signal(signal.SIGKILL)


def held(top):
    with open(os.path.join(top, "hub.json"), encoding="utf-8") as f:
        return json.load(f)["weeks"]


def check_acknowledged(client, top):
    """What the client calls arrived is there, in that revision or a later one."""
    hub = held(top)
    for week, op, rev, _, state, _ in client.rows():
        if state == "done" and op == "put":
            assert hub[week]["rev"] >= rev, (week, rev, hub[week]["rev"])


def set_mode(top, mode):
    with open(os.path.join(top, "hub.mode.new"), "w", encoding="utf-8") as f:
        f.write(mode)
    os.rename(os.path.join(top, "hub.mode.new"), os.path.join(top, "hub.mode"))


def settle(client, rounds):
    """Runs sync as a timer would, until nothing waits; time goes on between."""
    for i in range(rounds):
        later(client)
        said = client.run("sync", "--json")
        if said.returncode == 0 and json.loads(said.stdout)["waiting"] == 0:
            return i + 1
        assert said.returncode in (0, 7), (said.returncode, said.stderr)
    raise AssertionError(f"still waiting after {rounds} rounds")


def check_end(client, top):
    hub = held(top)
    rows = client.rows()
    assert len(rows) == WEEKS == len(hub), (len(rows), len(hub))
    for week, op, rev, body, state, sent in rows:
        assert (op, state) == ("put", "done"), (week, op, state)
        assert body == sent and json.loads(body) == hub[week]["body"], week
        assert rev == hub[week]["rev"], week


def main():
    with tempfile.TemporaryDirectory() as top:
        os.chmod(top, 0o700)
        set_mode(top, "ok")
        with subprocess.Popen([sys.executable, os.path.join(HERE, "hubd.py"), top]) as hub:
            try:
                while not os.path.exists(os.path.join(top, "hub.port")):
                    assert hub.poll() is None, "no hub came up"
                    time.sleep(0.02)
                with open(os.path.join(top, "hub.port"), encoding="utf-8") as f:
                    port = f.read()
                client = Client(top)
                fill(client)
                grant(client, port)
                set_mode(top, f"chaos {SEED}")
                for i in range(KILLS):
                    if i % 10 == 0:
                        edit(client)
                    later(client)
                    sync_and_kill(client)
                    check_acknowledged(client, top)
                rounds = settle(client, 4000)
                edit(client)
                rounds += settle(client, 4000)
                check_end(client, top)
                print(f"{WEEKS} weeks, {KILLS} kills, {rounds} rounds, seed {SEED}")
            finally:
                hub.kill()


main()
