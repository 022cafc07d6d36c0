#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""kill -9 in the middle of log, import and undo. usage: kill9.py WICK ROUNDS

Every round runs one command on a copy of the store, to know what it leads to, then on the
store itself, and kills it there after a random moment. What must hold, for a fresh process:
  - PRAGMA integrity_check says ok, and doctor finds every fold right;
  - every row of every table is as before the command or as after it, nothing between;
  - when the command had ended with exit 0, it is as after it."""
import json, os, random, shutil, signal, sqlite3, subprocess, sys, tempfile, time

wick, rounds = os.path.realpath(sys.argv[1]), int(sys.argv[2])
rnd = random.Random(20261120)
tmp = tempfile.mkdtemp(prefix="wick-kill9-")
db, twin = tmp + "/wick.db", tmp + "/twin.db"
env = {"HOME": tmp, "TZ": "UTC", "WICK_NOW": "2026-11-20T18:00", "PATH": "/usr/bin:/bin"}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
IMPORT = 600


def run(path, *args, check=True):
    r = subprocess.run([wick, "--db", path, *args], env=env, capture_output=True, text=True)
    if check and r.returncode != 0:
        sys.exit("%s: exit %d: %s" % (args, r.returncode, r.stderr))
    return r


def killed(args, limit_s):
    """True when the command ended by itself with 0 before it was killed."""
    p = subprocess.Popen([wick, "--db", db, *args], env=env, **QUIET)
    time.sleep(rnd.uniform(0, limit_s))
    p.send_signal(signal.SIGKILL)
    return p.wait() == 0


def rows(path):
    """Every row of every table, as the next process sees it."""
    run(path, "history")                    # rolls a journal back, as any command does
    c = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
    whole = c.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    dump = list(c.iterdump())
    c.close()
    return whole, dump


def day(n):
    return time.strftime("%Y-%m-%d", time.gmtime(1500000000 + n * 86400))


def seconds(args):
    """How long the command takes when nobody kills it, at the middle of nine."""
    took = []
    for _ in range(9):
        shutil.copy(db, twin)
        t = time.perf_counter()
        run(twin, *args)
        took.append(time.perf_counter() - t)
    return sorted(took)[4]


with open(tmp + "/in.jsonl", "w") as f:
    for i in range(IMPORT):
        f.write(json.dumps({"kind": "work", "start": "%sT09:00:00Z" % day(i), "end": "%sT17:00:00Z" % day(i),
                            "tz": "UTC", "source": "bulk", "id": str(i)}) + "\n")
kinds = [lambda n: ["log", day(1000 + n), "%dm" % (60 + n % 600), "-n", "note %d" % n],
         lambda n: ["import", "jsonl", tmp + "/in.jsonl"],
         lambda n: ["undo"]]
run(db, "log", "2010-01-01", "8h")
limits = [seconds(k(0)) * 1.2 for k in kinds]
bad = done_count = journals = 0
for n in range(rounds):
    args = kinds[n % 3](n)
    _, before = rows(db)
    shutil.copy(db, twin)
    run(twin, *args, check=False)
    _, expected = rows(twin)
    done = killed(args, limits[n % 3])
    done_count += done
    journal = db + "-journal"
    journals += os.path.exists(journal) and os.path.getsize(journal) > 0
    whole, after = rows(db)
    wrong = []
    if not whole:
        wrong.append("integrity_check fails")
    if after not in (before, expected):
        wrong.append("rows are neither as before nor as after")
    if done and after != expected:
        wrong.append("it was acknowledged and is not there")
    if run(db, "doctor", check=False).returncode != 0:
        wrong.append("doctor complains")
    bad += len(wrong)
    for w in wrong:
        print("round %d (%s): %s" % (n, args[0], w))
print("kill9: %d rounds, %d killed (%d with a journal to roll back), %d ended by themselves, %d bad" %
      (rounds, rounds - done_count, journals, done_count, bad))
shutil.rmtree(tmp)
sys.exit(1 if bad else 0)
