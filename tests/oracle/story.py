#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The five stories show what they are told for, whatever day they are told on.
usage: story.py BUILD"""
import csv, io, json, os, subprocess, sys, tempfile

build = os.path.realpath(sys.argv[1])
NOW = ["2026-11-20", "2024-03-01", "2025-07-13", "2026-02-18", "2027-12-31", "2030-05-06"]
LAUNCH, FIXED, SILENT, BACK = 42, 161, 175, 203  # days of long-silence: its phases
passed = failed = 0


def check(what, ok, detail=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    if not ok:
        print("FAILED %s %s" % (what, detail))


def wick(tmp, now, *args):
    env = {"HOME": tmp, "TZ": "UTC", "WICK_NOW": now + "T18:00", "PATH": os.environ["PATH"]}
    return subprocess.run([build + "/wick", *args], env=env, capture_output=True, text=True, check=True).stdout


def tell(tmp, name, now):
    db = "%s/%s-%s.db" % (tmp, name, now)
    wick(tmp, now, "demo", name, "--write", db)
    rows = list(csv.DictReader(io.StringIO(wick(tmp, now, "--db", db, "series", "--format", "csv"))))
    for r in rows:
        for key in ("score", "low", "high", "slow", "confidence", "c_hours", "c_sleep", "c_incidents", "c_checkin"):
            r[key] = float(r[key])
    return db, rows


def first(rows, start, fits):
    return next((n - start for n, r in enumerate(rows) if n >= start and fits(r)), 9999)


def long_silence(tmp, now):
    what, (db, rows) = "long-silence told on %s:" % now, tell(tmp, "long-silence", now)
    band = lambda name: lambda r: r["band"] == name
    check(what + " calm before the launch", all(r["band"] == "calm" for r in rows[:LAUNCH]))
    check(what + " watch in the first week", first(rows, LAUNCH, band("watch")) < 7)
    check(what + " severe within five weeks", 7 < first(rows, LAUNCH, band("severe")) < 35, first(rows, LAUNCH, band("severe")))
    check(what + " reserve near zero", min(100 - r["slow"] for r in rows) < 5)
    gap = rows[SILENT:BACK]
    check(what + " a gap", all(r["hours"] == r["sleep"] == r["energy"] == r["incidents"] == "" for r in gap))
    check(what + " on both sides days", rows[SILENT - 1]["hours"] != "" and rows[BACK]["hours"] != "")
    check(what + " falling confidence", all(a["confidence"] > b["confidence"] for a, b in zip(rows[SILENT - 1:], gap)))
    check(what + " not better for silence", all(r["score"] >= rows[SILENT - 1]["score"] - 1 for r in gap))
    check(what + " the range opens", all(a["high"] - a["low"] <= b["high"] - b["low"] for a, b in zip(gap, gap[1:])))
    check(what + " too little known", gap[-1]["confidence"] < .25)
    for since in (FIXED, BACK):
        check(what + " calm after seven weeks", 49 <= first(rows, since, band("calm")) < 105, first(rows, since, band("calm")))
    check(what + " calm stays", all(r["band"] == "calm" for r in rows[-14:]))
    mid = wick(tmp, now, "--db", db, "status", "--json")
    check(what + " calm at the end", json.loads(mid)["band"] == "calm", mid)


def two_person_ops(tmp, now):
    what, (_, rows) = "two-person-ops told on %s:" % now, tell(tmp, "two-person-ops", now)
    hard = [n for n, r in enumerate(rows) if r["band"] != "calm"]
    check(what + " one bad week in years of calm", 7 <= len(hard) <= 35 and hard[-1] - hard[0] < 70, hard)
    check(what + " it shows", any(rows[n]["band"] == "strained" for n in hard))
    years = [sum(r["score"] for r in rows[n:n + 364]) / 364 for n in (0, 728, 1092)]
    check(what + " better over the years", years[0] > years[1] >= years[2] - .5, years)
    share = sum(r["oncall"] == "1" for r in rows) / len(rows)
    check(what + " half of the weeks", .45 < share < .55, share)


def night_parent(tmp, now):
    what, (_, rows) = "night-parent told on %s:" % now, tell(tmp, "night-parent", now)
    worst = max(rows, key=lambda r: r["score"])
    check(what + " sleep is the cause", worst["score"] > 40 and worst["c_sleep"] > .6 * worst["score"] > 20 * worst["c_hours"], worst)
    leave = rows[168:178]
    check(what + " leave is no load", all(r["hours"] == "0.000000" and r["c_hours"] < 1 for r in leave) and
          leave[-1]["score"] < rows[167]["score"], leave[-1])
    check(what + " a new rhythm", rows[-1]["band"] == "calm")


def ingest_oncall(tmp, now):
    what, (db, rows) = "ingest-oncall told on %s:" % now, tell(tmp, "ingest-oncall", now)
    share = sum(r["oncall"] == "1" for r in rows) / len(rows)
    check(what + " one week in four", .2 < share < .3, share)
    storms = [r["incidents"] for r in rows if r["incidents"].count(";") >= 4]
    check(what + " a storm is one waking", storms and all(s.count("woke") <= 2 for s in storms), storms[:1])
    worst = max(rows, key=lambda r: r["score"])
    check(what + " pages are the cause", worst["c_incidents"] > max(worst["c_hours"], worst["c_sleep"], worst["c_checkin"]), worst)
    all_of_it = json.loads(wick(tmp, now, "--db", db, "report", "--from", rows[0]["date"], "--to", "-1", "--format", "json"))
    check(what + " noise", all_of_it["incidents"]["noise"] > .5 * all_of_it["incidents"]["count"] > 50, all_of_it["incidents"])


def comeback(tmp, now):
    what, (_, rows) = "comeback told on %s:" % now, tell(tmp, "comeback", now)
    away = rows[112:232]
    check(what + " absence is no data", all(r["hours"] == r["sleep"] == "" for r in away))
    check(what + " known before, not after", rows[111]["confidence"] > .9 and away[-1]["confidence"] < .05)
    back = [r["confidence"] for r in rows[231:262]]
    check(what + " confidence rebuilds day by day", all(a < b for a, b in zip(back, back[1:])) and back[-1] > .8, back[-1])


def read_back(tmp, now):
    """What is written as a spreadsheet is what comes back from it."""
    for name in ("long-silence", "night-parent", "ingest-oncall", "comeback"):
        db, again = "%s/%s-%s.db" % (tmp, name, now), tmp + "/again-%s.db" % name
        sheet = tmp + "/sheet.csv"
        wick(tmp, now, "--db", db, "export", "--format", "csv", "-o", sheet)
        wick(tmp, now, "--db", again, "import", "csv", sheet)
        for what in (["series", "--format", "csv"], ["export", "--format", "csv"]):
            a, b = wick(tmp, now, "--db", db, *what), wick(tmp, now, "--db", again, *what)
            check("%s %s read back" % (name, what[0]), a == b)


with tempfile.TemporaryDirectory(prefix="wick-story-") as tmp:
    for now in NOW:
        for story in (long_silence, two_person_ops, night_parent, ingest_oncall, comeback):
            story(tmp, now)
    read_back(tmp, NOW[0])
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed else 0)
