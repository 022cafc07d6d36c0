#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every indicator of `wick indicators --from --to` a second time: slowly, day by day, from
`wick series` and from the times of the facts, over made-up histories with gaps, leave,
naps and pages at night. usage: windows.py BUILD [HISTORIES]"""
import cmath, csv, datetime, io, json, math, os, random, subprocess, sys, tempfile

build = os.path.realpath(sys.argv[1])
HISTORIES = int(sys.argv[2]) if len(sys.argv) > 2 else 8
FIRST = datetime.datetime(2024, 1, 1)
CONTRACT = [8, 8, 8, 8, 8, 0, 0]
TOLERANCE, COARSE = 2e-4, 2e-3


# ---- a history: minutes from the midnight that begins FIRST, in UTC
class Life:
    def __init__(self, seed):
        rnd = self.rnd = random.Random(seed)
        self.n, self.start = rnd.randint(70, 330), rnd.randint(0, 6)
        self.leave, self.work, self.nights, self.pages, self.lines = {}, {}, {}, {}, []
        gap = off = 0
        self.mood()
        for d in range(self.n):
            if rnd.random() < .04:
                self.mood()
            if gap == 0 and rnd.random() < .02:
                gap = rnd.choice([1, 2, 6, 8, 15, 30])
            if off == 0 and rnd.random() < .015:
                off = rnd.choice([1, 3, 7, 12, 40])
            gap, off = max(0, gap - 1), max(0, off - 1)
            if gap == 0 or d in (0, self.n - 1):
                self.day(d, off > 0)

    def mood(self):
        r = self.rnd
        self.hours, self.bed, self.slept = r.uniform(3, 13), r.uniform(-4, 2), r.uniform(4, 9)
        self.miss, self.alarm, self.drift = r.random() * .4, r.random() * .5, r.uniform(.1, 3)

    def put(self, kind, d, **more):
        day = (FIRST + datetime.timedelta(self.start + d)).strftime("%Y-%m-%d")
        self.lines.append(json.dumps({"kind": kind, "day": day, "source": "manual", **more}))

    def put_times(self, kind, start, end=None, **more):
        def iso(m):
            t = FIRST + datetime.timedelta(self.start, minutes=m)
            return t.strftime("%Y-%m-%dT%H:%M:%S+00:00")
        times = {"start": iso(start), **({} if end is None else {"end": iso(end)})}
        self.lines.append(json.dumps({"kind": kind, **times, "tz": "UTC", "source": "manual", **more}))

    def day(self, d, off):
        r, typed = self.rnd, {}
        if off:
            self.leave[d] = typed["leave"] = r.choice(["vacation", "sick", "other"])
        if off and r.random() < .1 or not off and r.random() >= self.miss:
            self.worked(d, typed, off)
        if r.random() >= self.miss:
            self.sleeps(d, typed)
        for _ in range(int(r.random() * self.alarm * 6)):
            self.page(d)
        typed["oncall"] = int(r.random() < .25)
        if d in (0, self.n - 1) and not off:
            typed.setdefault("energy", 3)
        if r.random() < .2:
            typed["wakes"] = r.randint(1, 8)
        self.put("day", d, **typed)

    def worked(self, d, typed, off):
        r = self.rnd
        hours = max(0, r.gauss(self.hours, 2)) if r.random() > .25 else r.choice([0, 0, .5, 1])
        if off or r.random() < .4:
            typed["hours"] = round(min(24, hours), 2)
            return
        at, left = d * 1440 + 5 * r.randint(72, 140), 5 * int(hours * 12)
        while left > 0 and at < d * 1440 + 1500:
            end = min(at + left, at + 5 * r.randint(12, 80), d * 1440 + 1590)
            self.put_times("work", at, end)
            self.work.setdefault(d, []).append((at, end))
            left, at = left - (end - at), end + 5 * r.randint(1, 20)

    def sleeps(self, d, typed):
        r = self.rnd
        if r.random() < .15:
            typed["sleep"] = round(max(0, min(14, r.gauss(self.slept, 1))), 2)
            return
        bed = 5 * round(12 * max(-5, min(4, r.gauss(self.bed, self.drift))))
        wake = bed + 5 * round(12 * max(1, min(12, r.gauss(self.slept, 1))))
        self.put_times("sleep", d * 1440 + bed, d * 1440 + wake)
        self.nights[d] = (bed, wake)
        if r.random() < .1 and wake < 720:
            self.put_times("sleep", d * 1440 + 820, d * 1440 + 820 + 5 * r.randint(2, 10))
        if r.random() < self.alarm * .6:
            self.page(d, d * 1440 + r.randrange(bed, wake, 5) + 2)

    def page(self, d, at=None):
        r = self.rnd
        at = d * 1440 + 5 * r.randint(120, 226) + 2 if at is None else at
        more = {"minutes": r.choice([0, 5, 20, 90])} if r.random() < .7 else {}
        if r.random() < .5:
            more["severity"] = r.randint(0, 5)
        if r.random() < .2:
            more["noise"] = True
        for second in (0, .5)[:1 + (r.random() < .1)]:
            if not any(at + second == p[0] for p in self.pages.get(d, ())):
                self.put_times("incident", at + second, **more)
                self.pages.setdefault(d, []).append((at + second, more))


# ---- the same days as wick sees them
class Day:
    def __init__(self, life, d, row):
        def number(name):
            return float(row[name]) if row[name] else None
        self.weekday = (life.start + d) % 7
        self.hours, self.sleep = number("hours"), number("sleep")
        self.fast, self.chronic, self.h7 = number("fast"), number("sleep_chronic"), number("week_hours")
        self.incidents = [x.split(":") for x in row["incidents"].split(";") if x]
        self.woke = sum(x[0] == "woke" for x in self.incidents)
        self.minutes = [float(x[2]) for x in self.incidents if x[2]]
        self.oncall = row["oncall"] == "1"
        checkin = row["energy"] + row["stress"] + row["mood"]
        self.known = self.hours is not None or self.sleep is not None or \
            bool(self.incidents) or checkin != "" or self.oncall
        awake = int(row["wakes"] or 0) + self.woke
        self.effective = None if self.sleep is None else max(0, self.sleep - min(3, .5 * awake))
        self.leave = d in life.leave and not (self.hours or 0) > 0
        self.short, self.night = row["short_rest"] == "1", life.nights.get(d)
        self.worked = (self.hours or 0) > 0
        self.rest = self.free = None if self.hours is None else self.hours < 1
        self.rest = bool(self.free) and self.woke == 0


def rests(life, days):
    """day -> hours between the activity of the day before and its own."""
    active = {}
    for d, spans in life.work.items():
        active.setdefault(d, []).extend(spans)
    for pages in life.pages.values():
        for at, more in pages:
            if not more.get("noise") and more.get("minutes") != 0:
                day = math.floor((at - 240) / 1440)
                active.setdefault(day, []).append((at, at + more.get("minutes", 0)))
    return {d: max(0, min(a for a, _ in active[d]) - max(b for _, b in active[d - 1])) / 60
            for d in range(days) if d in active and d - 1 in active}


def shifts(life):
    """day -> the most pages of it and of the 12 h before, one a minute."""
    every = sorted(at for pages in life.pages.values() for at, _ in pages)
    out = {}
    for d, pages in life.pages.items():
        for at, _ in pages:
            seen = [t for t in every if at - 720 < t <= at]
            out[d] = max(out.get(d, 0), sum(i == 0 or t - seen[i - 1] > 1 for i, t in enumerate(seen)))
    return out


# ---- the indicators: (value or None, state)
class View:
    def __init__(self, life, days):
        self.life, self.days = life, days
        self.rest_h, self.shift = rests(life, len(days)), shifts(life)

    def last(self, i, n):
        return self.days[max(0, i + 1 - n):i + 1]


MISSING = (None, "insufficient")
NA = (None, "not-applicable")


def known(days, what="hours"):
    return [getattr(x, what) for x in days if getattr(x, what) is not None]


def judged(value, over):
    return value, "over" if over else "ok"


def week_hours(v, i):
    w = v.last(i, 7)
    if len(w) == 7 and all(x.leave for x in w):
        return NA
    return judged(w[-1].h7, w[-1].h7 > 48) if len(known(w)) >= 4 else MISSING


def avg48(v, i):
    sure = away = 0
    of = {wd: [] for wd in range(7)}
    gone = dict.fromkeys(range(7), 0)
    for j in range(i - 118, i + 1):
        wd = (v.life.start + j) % 7
        if j >= 0 and v.days[j].leave:
            sure, away = sure + 1, away + (CONTRACT[wd] > 0)
        elif j < 0 or v.days[j].hours is None:
            gone[wd] += 1
        else:
            sure += 1
            of[wd].append(v.days[j].hours)
    base = sum(sum(x) for x in of.values())
    mid = sum(gone[d] * (sum(of[d]) / len(of[d]) if of[d] else CONTRACT[d]) for d in gone)
    most = sum(gone[d] * max(of[d] + [CONTRACT[d]]) for d in gone)
    worked = [x.hours for x in v.days[i + 1:i + 120] if x.worked][:away]
    if sure < 28:
        return MISSING
    if 17 - away / 5 < 1:
        return NA

    def average(hours):
        return (hours + sum(worked)) / 17 if len(worked) == away else hours / (17 - away / 5)
    if sure >= 84:
        return judged(average(base + mid), average(base + mid) > 48)
    low, high = average(base), average(base + most)
    return None, "over" if low > 48 else "ok" if high <= 48 else "insufficient"


def daily_rest(v, i):
    w = v.last(i, 14)
    lengths = [v.rest_h[d] for d in range(max(0, i - 13), i + 1) if d in v.rest_h]
    broken = sum(x.short or v.rest_h.get(d, 99) < 11 for d, x in enumerate(w, max(0, i - 13)))
    expected = sum(a.worked and any(b.worked for b in w[:k]) for k, a in enumerate(w))
    if broken:
        return (min(lengths) if lengths else None), "over"
    if not expected and not lengths:
        return NA if len(known(w)) >= 7 else MISSING
    return judged(min(lengths), False) if len(lengths) >= max(1, (expected + 1) // 2) else MISSING


def rest_days(v, i):
    w = v.last(i, 14)
    n = sum(x.rest for x in w)
    return MISSING if n < 2 <= n + 14 - len(known(w)) else judged(n, n < 2)


def sleep_last(v, i):
    e = v.days[i].effective
    return MISSING if e is None else judged(e, e < 6)


def sleep_chronic(v, i):
    q = v.days[i].chronic
    return judged(q, q < 6) if len(known(v.last(i, 7), "sleep")) >= 5 else MISSING


def sleep_debt14(v, i):
    s = known(v.last(i, 14), "sleep")
    return judged(14 / len(s) * sum(max(0, 8 - x) for x in s), False) if len(s) >= 10 else MISSING


def asleep(night, minute):
    return night[0] <= minute < night[1]


def sleep_regularity(v, i):
    w = v.last(i, 28)
    shares = [sum(asleep(a.night, m) == asleep(b.night, m) for m in range(-360, 1080)) / 1440
              for a, b in zip(w, w[1:]) if a.night and b.night]
    if len(shares) < 5:
        return MISSING
    sri = -100 + 200 * sum(shares) / len(shares)
    return judged(sri, sri < 58)


def social_jetlag(v, i):
    mids = [[], []]
    for x in v.last(i, 28):
        if x.night and x.hours is not None:
            mids[x.free].append(cmath.exp(1j * math.pi * sum(x.night) / 1440))
    if min(map(len, mids)) < 3:
        return MISSING
    turn = abs(cmath.phase(sum(mids[0]) / sum(mids[1]))) * 12 / math.pi
    return judged(turn, turn > 2)


U = 18.4


def run_model(s, l, hours, is_asleep):
    """Runge and Kutta, five minutes at a time."""
    def slope(s, l):
        return (-(s - l) / 2.1, (-2 * U - l) / 168) if is_asleep else ((U - s) / 40, (U - l) / 168)
    n = math.ceil(hours * 12)
    for _ in range(n):
        h = hours / n
        a = slope(s, l)
        b = slope(s + h / 2 * a[0], l + h / 2 * a[1])
        c = slope(s + h / 2 * b[0], l + h / 2 * b[1])
        d = slope(s + h * c[0], l + h * c[1])
        s += h / 6 * (a[0] + 2 * b[0] + 2 * c[0] + d[0])
        l = max(-.11 * U, l + h / 6 * (a[1] + 2 * b[1] + 2 * c[1] + d[1]))
    return s, l


def alertness(v, i):
    w = v.last(i, 42)
    nights = [x.night for x in w if x.night]
    if not w[-1].night or len(nights) < 5:
        return MISSING
    usual = tuple(sum(x[k] for x in nights) / len(nights) for k in (0, 1))
    first = next(k for k, x in enumerate(w) if x.night)
    s, l, up = .5, 0, w[first].night[1] / 60
    for x in w[first + 1:]:
        bed, wake = ((t / 60) for t in (x.night or usual))
        bed = max(bed, up - 24)
        s, l = run_model(s, l, bed + 24 - up, False)
        s, l = run_model(s, l, max(0, wake - bed), True)
        up = max(wake, bed)
    worst, until, at = 0, min(24, max(0, usual[0] / 60 + 24 - up)), 0
    while at <= until:
        clock = sum(a * math.sin(2 * math.pi * (k + 1) * (up + at + 2.3) / 24)
                    for k, a in enumerate((.97, .22, .07, .03, .001)))
        worst = max(worst, U - (U - s) * math.exp(-at / 40) + 3.3 * clock)
        at += .5
    return judged(worst, False)


def pages(v, i):
    w = v.last(i, 7)
    n = sum(len(x.incidents) for x in w)
    return judged(n, False) if n or sum(x.known for x in w) >= 4 else MISSING


def shift_load(v, i):
    most = max(v.shift.get(d, 0) for d in range(max(0, i - 6), i + 1))
    enough = most > 2 or sum(x.known for x in v.last(i, 7)) >= 4
    return judged(most, most > 2) if enough else MISSING


def oncall_share(v, i):
    w = v.last(i, 28)
    n = sum(x.known for x in w)
    if n < 14:
        return MISSING
    share = 100 * sum(x.oncall for x in w) / n
    return judged(share, share > 25)


def ops_share(v, i):
    w = [x for x in v.last(i, 28) if x.hours is not None]
    minutes = [m for x in w for m in x.minutes]
    worked = 60 * sum(known(w))
    if len(w) < 14:
        return MISSING
    if worked == 0:
        return NA
    if 2 * len(minutes) < sum(len(x.incidents) for x in w):
        return MISSING
    return judged(100 * sum(minutes) / worked, 100 * sum(minutes) / worked > 50)


def memory(values, share, start):
    for x in values:
        start += share * (x - start)
    return start


def load_ratio(v, i):
    if len(known(v.last(i, 28))) < 20:
        return MISSING
    h = known(v.days[:i + 1])
    chronic = memory(h, 2 / 29, h[0])
    return judged(memory(h, 2 / 8, h[0]) / chronic, False) if chronic > .01 else NA


def monotony(v, i):
    h = known(v.last(i, 7))
    if len(h) < 7:
        return MISSING
    mean = sum(h) / 7
    deviation = math.sqrt(sum((x - mean) ** 2 for x in h) / 7)
    return NA if mean == 0 else judged(min(10, mean / deviation if deviation else 10), False)


def fatigue(v, i):
    if len(known(v.last(i, 84))) < 56:
        return MISSING
    h = known(v.days[:i + 1])
    return judged(memory(h, 1 - math.exp(-1 / 7), 0) - memory(h, 1 - math.exp(-1 / 42), 0), False)


def budget(v, i):
    used = 100 * sum(x.fast for x in v.last(i, 84)) / (25 * 84)
    return judged(used, used > 100) if sum(x.known for x in v.last(i, 28)) >= 14 else MISSING


def exhaustion(_v, _i):
    return MISSING


TABLE = (week_hours, avg48, daily_rest, rest_days, sleep_last, sleep_chronic, sleep_debt14,
         sleep_regularity, social_jetlag, alertness, pages, shift_load, oncall_share, ops_share,
         load_ratio, monotony, fatigue, budget, exhaustion)
# Slow ones are looked at on some days; the edge of a limit depends on the last digit.
SOME = {"alertness": 29, "sleep_regularity": 7}
EDGES = {"week_hours": 48, "avg48": 48, "daily_rest": 11, "sleep_last": 6, "sleep_chronic": 6,
         "sleep_regularity": 58, "social_jetlag": 2, "oncall_share": 25, "ops_share": 50,
         "budget": 100}


# ---- wick
def run(tmp, *args):
    env = {"HOME": tmp, "TZ": "UTC", "WICK_NOW": "2026-11-20T18:00", "PATH": os.environ["PATH"]}
    r = subprocess.run([build + "/wick", "--db", tmp + "/wick.db", *args], env=env,
                       capture_output=True, text=True)
    if r.returncode:
        sys.exit("wick %s: exit %d: %s" % (" ".join(args), r.returncode, r.stderr))
    return list(csv.DictReader(io.StringIO(r.stdout)))


def told(life):
    """What wick makes of it: the days, and day -> id -> (value, state)."""
    with tempfile.TemporaryDirectory(prefix="wick-windows-") as tmp:
        with open(tmp + "/life.jsonl", "w") as f:
            f.write("\n".join(life.lines) + "\n")
        run(tmp, "import", tmp + "/life.jsonl", "--yes")
        series = run(tmp, "series", "--format", "csv")
        rows = run(tmp, "indicators", "--from", series[0]["date"], "--to", series[-1]["date"],
                   "--format", "csv")
    first = datetime.datetime.strptime(series[0]["date"], "%Y-%m-%d")
    days = [Day(life, d, row) for d, row in enumerate(series)]
    out = [{} for _ in days]
    for row in rows:
        d = (datetime.datetime.strptime(row["date"], "%Y-%m-%d") - first).days
        out[d][row["id"]] = (float(row["value"]) if row["value"] else None, row["state"])
    return days, out


def differs(want, got, name):
    if got is None or (want[0] is None) != (got[0] is None):
        return True
    near = COARSE if name == "alertness" else TOLERANCE
    if want[0] is not None and abs(want[0] - got[0]) > near * max(1, abs(want[0])):
        return True
    at_edge = want[0] is not None and abs(want[0] - EDGES.get(name, 1e9)) < near
    return want[1] != got[1] and not at_edge


def check(seed, seen):
    life = Life(seed)
    days, got = told(life)
    if len(days) != life.n:
        return "%d days instead of %d" % (len(days), life.n)
    view = View(life, days)
    for i in range(len(days)):
        extra = set(got[i]) - {f.__name__ for f in TABLE}
        if extra:
            return "nobody counts %s again" % ", ".join(sorted(extra))
        for f in TABLE:
            name = f.__name__
            if i % SOME.get(name, 1):
                continue
            want, have = f(view, i), got[i].get(name)
            if differs(want, have, name):
                return "day %d, %s: %s instead of %s" % (i, name, have, want)
            seen.setdefault(name, set()).add(want[1])
    return None


passed = failed = 0
states = {}
for seed in range(1, HISTORIES + 1):
    why = check(seed, states)
    passed, failed = passed + (why is None), failed + (why is not None)
    if why:
        print("FAILED windows of history %d: %s" % (seed, why))
# Histories that never come near a limit would prove little.
for f in TABLE[:-1]:
    want = {"ok", "insufficient"} | ({"over"} if f.__name__ in EDGES else set())
    if want - states.get(f.__name__, set()) and not failed:
        failed += 1
        print("FAILED windows: %s is never %s" % (f.__name__, ", ".join(
            sorted(want - states.get(f.__name__, set())))))
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed else 0)
