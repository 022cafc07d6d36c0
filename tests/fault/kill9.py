#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""kill -9 in the middle of log, import and undo. usage: kill9.py WICK ROUNDS

Every round starts one command on the same store, kills it after a random moment, then
opens the store with a fresh process. What must hold:
  - PRAGMA integrity_check says ok, and doctor finds every rollup right;
  - a `log` that exited 0 is there; one that was killed is wholly there or wholly absent;
  - an import is there with all of its facts or with none."""
import json, os, random, signal, sqlite3, subprocess, sys, tempfile, time

wick, rounds = os.path.realpath(sys.argv[1]), int(sys.argv[2])
rnd = random.Random(20261120)
tmp = tempfile.mkdtemp(prefix="wick-kill9-")
db = tmp + "/wick.db"
env = {"HOME": tmp, "TZ": "UTC", "WICK_NOW": "2026-11-20T18:00", "WICK_DB": db, "PATH": "/usr/bin:/bin"}


def run(*args, check=True):
    r = subprocess.run([wick, *args], env=env, capture_output=True, text=True)
    if check and r.returncode != 0:
        sys.exit("%s: exit %d: %s" % (args, r.returncode, r.stderr))
    return r


def killed(args, limit_s):
    """True when the command ended by itself with 0 before it was killed."""
    p = subprocess.Popen([wick, *args], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(rnd.uniform(0, limit_s))
    p.send_signal(signal.SIGKILL)
    return p.wait() == 0


def day(n):
    return time.strftime("%Y-%m-%d", time.gmtime(1500000000 + n * 86400))


def facts():
    out = run("export", "--format", "jsonl").stdout.splitlines()
    return [json.loads(line) for line in out]


IMPORT = 600
with open(tmp + "/in.jsonl", "w") as f:
    for i in range(IMPORT):
        f.write(json.dumps({"kind": "work", "start": "%sT09:00:00Z" % day(i), "end": "%sT17:00:00Z" % day(i),
                            "tz": "UTC", "source": "bulk", "id": str(i)}) + "\n")
run("log", "2010-01-01", "8h")
acked, bad, early, killed_count = set(), 0, 0, 0
for n in range(rounds):
    kind = ("log", "import", "undo")[n % 3]
    before = facts()
    if kind == "log":
        done = killed(["log", day(1000 + n), "%dm" % (60 + n % 600)], 0.012)
    elif kind == "import":
        done = killed(["import", "jsonl", tmp + "/in.jsonl"], 0.09)
    else:
        done = killed(["undo"], 0.012)
    early += done
    killed_count += not done
    c = sqlite3.connect(db)
    if c.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        bad += 1
        print("round %d (%s): integrity_check fails" % (n, kind))
    c.close()
    after = facts()
    bulk = sum(1 for o in after if o.get("source") == "bulk")
    if bulk not in (0, IMPORT):
        bad += 1
        print("round %d (%s): half an import, %d of %d" % (n, kind, bulk, IMPORT))
    if kind == "log":
        there = any(o["kind"] == "day" and o["day"] == day(1000 + n) for o in after)
        if done and not there:
            bad += 1
            print("round %d: an acknowledged log is not there" % n)
        lost = [o for o in before if o not in after]
        if lost:
            bad += 1
            print("round %d: lost %s" % (n, lost[:1]))
    if run("doctor", check=False).returncode != 0:
        bad += 1
        print("round %d (%s): doctor complains" % (n, kind))
print("kill9: %d rounds, %d killed, %d ended by themselves, %d bad" % (rounds, killed_count, early, bad))
subprocess.run(["rm", "-rf", tmp])
sys.exit(1 if bad else 0)
