#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What wick explain prints adds up, digit for digit, over the days of the five stories: the
parts to the score, the changes to the change, yesterday's points and the change to today's,
the text and the JSON to each other. usage: digits.py BUILD      EVERY=1: every day"""
import json, os, re, subprocess, sys, tempfile
from decimal import Decimal

build, every = os.path.realpath(sys.argv[1]), int(os.environ.get("EVERY", "11"))
STORIES = ["long-silence", "two-person-ops", "night-parent", "ingest-oncall", "comeback"]
PARTS = ["hours", "rest", "sleep", "incidents", "checkin"]
passed = failed = 0


def check(what, ok, detail=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    if not ok and failed < 20:
        print("FAILED %s: %s" % (what, detail))


def wick(tmp, *args):
    env = {"HOME": tmp, "TZ": "UTC", "WICK_NOW": "2026-11-20T18:00", "PATH": os.environ["PATH"]}
    return subprocess.run([build + "/wick", *args], env=env, capture_output=True, text=True, check=True).stdout


def lines(text, section):
    """name -> points of a section of the text; None where there is none."""
    found = re.search(r"^%s.*\n((?:  .*\n)+)" % section, text, re.M)
    rows = re.findall(r"^ +([-+]?\d+\.\d)  (\w+)", found.group(1), re.M) if found else None
    return None if rows is None else {name: Decimal(points) for points, name in rows}


def one_day(what, text, j, before):
    score, parts = j["score"], {k: j["contributions"][k]["points"] for k in PARTS}
    check(what + " parts", sum(parts.values()) == score, "%s, not %s" % (sum(parts.values()), score))
    printed = lines(text, "Points")
    said = Decimal(re.search(r"([\d.]+) of 100", text).group(1))
    check(what + " text", printed == {**parts, "together": score} and said == score, "%s, %s: %s" % (said, printed, parts))
    change, told = j["change"], lines(text, "Change since")
    if change is None or before is None:
        check(what + " first", change is None and told is None, told)
        return
    moves = {k: change[k] for k in PARTS if change[k]}
    check(what + " changes", sum(moves.values()) == change["score"], moves)
    check(what + " from the day before", before["score"] + change["score"] == score and all(
        before["contributions"][k]["points"] + change[k] == parts[k] for k in PARTS), change)
    if told is not None:
        check(what + " changes in text", told == {**moves, "together": change["score"]}, "%s: %s" % (told, moves))


def one_story(tmp, name):
    db = tmp + "/%s.db" % name
    wick(tmp, "demo", name, "--write", db)
    days = [row.split(",")[0] for row in wick(tmp, "--db", db, "series", "--format", "csv").split()[1:]]
    explain = lambda day: json.loads(wick(tmp, "--db", db, "explain", day, "--json"), parse_float=Decimal, parse_int=Decimal)
    for i in sorted({0, 1, len(days) - 1} | set(range(len(days) % every, len(days), every))):
        before = explain(days[i - 1]) if i else None
        one_day("%s %s" % (name, days[i]), wick(tmp, "--db", db, "explain", days[i]), explain(days[i]), before)


with tempfile.TemporaryDirectory(prefix="wick-digits-") as tmp:
    for story in STORIES:
        one_story(tmp, story)
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed else 0)
