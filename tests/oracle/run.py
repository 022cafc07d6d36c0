#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""import csv -> series, against strain.awk on made-up histories and, where WICK_VECTORS
names their folder, against the reference numbers. usage: run.py BUILD"""
import csv, datetime, io, os, random, subprocess, sys, tempfile

sys.dont_write_bytecode = True
from lives import Day, clocks, lives  # noqa: E402

build, here = os.path.realpath(sys.argv[1]), os.path.dirname(os.path.realpath(__file__))
INPUT = "date,hours,sleep,wakes,incidents,oncall,energy,stress,mood,short_rest".split(",")
OUTPUT = ("score,band,fast,slow,confidence,low,high,week_hours,sleep_chronic,p_hours,p_rest,p_sleep,"
          "p_incidents,p_checkin,c_hours,c_rest,c_sleep,c_incidents,c_checkin").split(",")
MONDAY = datetime.date(2024, 1, 1)
TOLERANCE = 1e-5


def history(seed):
    """Rows as lists of text; weeks of different lives, gaps of every length, odd days."""
    rnd = random.Random(seed)
    rows, left, life = [], 0, None
    gap = 0
    for n in range(rnd.randint(60, 420)):
        if left == 0:
            left, life = rnd.randint(5, 40), (rnd.uniform(0, 14), rnd.uniform(4, 9), rnd.random(), rnd.random() * .5)
            gap = rnd.choice([0, 0, 1, 3, 7, 8, 9, 20, 40])
        left -= 1
        if n and gap > 0:
            gap -= 1
            rows.append(["", "", rnd.choice(["", "", "1"]), "", rnd.choice(["", "", "1"]), "", "", "", rnd.choice(["", "1"])])
            continue
        hours, sleep, pages, missing = life
        cell = lambda text: "" if rnd.random() < missing and n else text
        incidents = ";".join("%s:%s:%s" % (rnd.choice(["business", "off", "sleep", "woke"]), rnd.choice(["", *"012345"]),
                                           rnd.choice(["", "0", "5", "45", "200"])) for _ in range(int(rnd.random() * pages * 4)))
        mark = lambda: "" if rnd.random() < .6 else str(rnd.randint(1, 5))
        rows.append([cell("%.2f" % max(0, min(24, rnd.gauss(hours, 3)))), cell("%.2f" % max(0, min(24, rnd.gauss(sleep, 1.5)))),
                     str(rnd.choice([0, 0, 0, 1, 2, 8])), incidents, rnd.choice(["0", "0", "1"]), mark(), mark(), mark(),
                     rnd.choice(["0", "0", "1"])])
    while rows and not any(rows[-1][i] for i in (0, 1, 3, 5, 6, 7)):
        rows.pop()
    return rows


def oracle(rows, first=MONDAY):
    n = (first - MONDAY).days
    text = "".join("%d,%s\n" % (n + i, ",".join(r)) for i, r in enumerate(rows))
    out = subprocess.run(["awk", "-F,", "-f", here + "/strain.awk"], input=text, capture_output=True, text=True, check=True).stdout
    return [line.split(",")[1:] for line in out.splitlines()]


def run(tmp, *args, zone="UTC", text=None):
    env = {"HOME": tmp, "TZ": zone, "WICK_NOW": "2026-11-20T18:00", "PATH": os.environ["PATH"]}
    r = subprocess.run([build + "/wick", "--db", tmp + "/wick.db", *args], input=text, env=env, capture_output=True, text=True)
    if r.returncode:
        sys.exit("wick %s: exit %d: %s" % (" ".join(args), r.returncode, r.stderr))
    return r.stdout


def fresh(tmp):
    if os.path.exists(tmp + "/wick.db"):
        os.unlink(tmp + "/wick.db")


def series(tmp, zone="UTC"):
    return list(csv.DictReader(io.StringIO(run(tmp, "series", "--format", "csv", zone=zone))))


def wick(rows, tmp, first=MONDAY):
    fresh(tmp)
    run(tmp, "import", "csv", "-", text=",".join(INPUT) + "\n" + "".join(
        "%s,%s\n" % (first + datetime.timedelta(n), ",".join(r)) for n, r in enumerate(rows)))
    return [[row[c] for c in OUTPUT] for row in series(tmp)]


def differs(want, got):
    """Where they differ first, or None."""
    if len(want) != len(got):
        return "%d days instead of %d" % (len(got), len(want))
    for n, (a, b) in enumerate(zip(want, got)):
        for column, x, y in zip(OUTPUT, a, b):
            if column == "band" and x != y or column != "band" and not abs(float(x) - float(y)) <= TOLERANCE:
                return "day %d, %s: %s instead of %s" % (n, column, y, x)
    return None


def reference():
    """scenario -> (rows, expected) of the reference file."""
    path = os.path.join(os.environ.get("WICK_VECTORS", ""), "composite.csv")
    if not os.environ.get("WICK_VECTORS") or not os.path.exists(path):
        print("skipped: reference numbers (WICK_VECTORS names their folder)")
        return {}
    cases = {}
    with open(path) as f:
        for row in csv.reader(line for line in f if not line.startswith("#")):
            if row[0] != "scenario":
                rows, want = cases.setdefault(row[0], ([], []))
                rows.append(row[2:11])
                want.append(row[11:30])
    return cases


def begins(rows):
    """The first row that says something."""
    return next(n for n, r in enumerate(rows) if any(r[i] for i in (0, 1, 3, 5, 6, 7)))


def one_life(first, rows, tmp):
    n, first = begins(rows), Day(first)
    return differs(oracle(rows[n:], first + datetime.timedelta(n)), wick(rows, tmp, first))


def one_clock(zone, commands, first, rows, tmp):
    """The facts as counted by hand, and the strain of them."""
    fresh(tmp)
    for command in commands:
        run(tmp, *command.split(), zone=zone)
    got = series(tmp, zone)
    for n, (row, want) in enumerate(zip(got, rows)):
        for name, text in zip(INPUT[1:], want):
            zero = "0" if name in ("wakes", "oncall", "short_rest") else ""
            same = row[name] == (text or zero) or text and row[name] and name in ("hours", "sleep") and \
                abs(float(text) - float(row[name])) < TOLERANCE
            if not same:
                return "day %d, %s: %s instead of %s" % (n, name, row[name], text or zero)
    return differs(oracle(rows, Day(first)), [[row[c] for c in OUTPUT] for row in got])


passed = failed = 0


def check(name, why):
    global passed, failed
    passed, failed = passed + (why is None), failed + (why is not None)
    if why:
        print("FAILED %s: %s" % (name, why))


with tempfile.TemporaryDirectory(prefix="wick-oracle-") as tmp:
    for seed in range(1, 25):
        rows = history(seed)
        check("history %d" % seed, differs(oracle(rows), wick(rows, tmp)))
    for name, life in lives().items():
        check(name, one_life(*life, tmp))
    for name, clock in clocks().items():
        check(name, one_clock(*clock, tmp))
    for name, (rows, want) in reference().items():
        check("reference %s" % name, differs(want, wick(rows, tmp)))
        check("oracle on %s" % name, differs(want, oracle(rows)))
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed else 0)
