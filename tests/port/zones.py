#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The same facts wherever the machine stands: every fixture through wick-port and through
`wick import` under five zones, and under a locale with a decimal comma.
usage: zones.py BUILD [all]     all: the samples too (WICK_SAMPLES), under every zone"""
import os, shutil, subprocess, sys, tempfile
sys.dont_write_bytecode = True
from cases import cases

build, whole = os.path.realpath(sys.argv[1]), sys.argv[2:] == ["all"]
here = os.path.dirname(os.path.realpath(__file__))
tmp = tempfile.mkdtemp(prefix="wick-zones-")
PLACES = [("UTC", "C.UTF-8"), ("Europe/Berlin", "C.UTF-8"), ("America/New_York", "C.UTF-8"),
          ("Asia/Kolkata", "C.UTF-8"), ("Pacific/Apia", "C.UTF-8")]
passed = failed = skipped = 0


def say(good, what):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print("FAILED " + what)


def german():
    """The locale, of the machine or made here; None where neither is possible."""
    have = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower()
    if "de_de.utf8" in have:
        return {"LC_ALL": "de_DE.UTF-8"}
    try:
        r = subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", tmp + "/de_DE.UTF-8"], capture_output=True)
    except OSError:
        return None
    if not os.path.exists(tmp + "/de_DE.UTF-8/LC_NUMERIC"):
        return None
    return {"LC_ALL": "de_DE.UTF-8", "LOCPATH": tmp}


def environment(zone, more):
    return dict({"HOME": tmp, "TZ": zone, "WICK_NOW": "2026-11-20T18:00", "PATH": "/usr/bin:/bin",
                 "LC_ALL": "C.UTF-8"}, **more)


def facts(path, words, env):
    """What wick-port says, and what `wick import` makes of it in a given zone."""
    with open(path, "rb") as f:
        port = subprocess.run([build + "/wick-port", *words], stdin=f, env=env, capture_output=True)
    if "--tz" not in words:
        words = words + ["--tz", "Europe/Stockholm"]
    db = tmp + "/zone.db"
    subprocess.run([build + "/wick", "--db", db, "import", words[0], path, *words[1:]], env=env, capture_output=True)
    out = subprocess.run([build + "/wick", "--db", db, "export", "--format", "jsonl"], env=env, capture_output=True)
    if os.path.exists(db):
        os.remove(db)
    return port.returncode, port.stdout, out.stdout


try:
    comma = german()
    if comma is None:
        print("skipped: a decimal comma (no de_DE.UTF-8 here, and none can be made)")
    rest = [environment(z, {"LC_ALL": l}) for z, l in PLACES[1:]]
    if comma is not None:
        rest.append(environment("UTC", comma))
    for n, (name, path, words) in enumerate(cases(None, ("detect", "zones"))):
        words = words if "--tz" in words else words + ["--tz", "Europe/Stockholm"]
        first = facts(path, words, environment(*PLACES[0][:1], {}))
        # the short form looks at each fixture from one other place, in turn
        for env in rest if whole else [rest[n % len(rest)]]:
            say(facts(path, words, env) == first,
                "%s: %s: other facts under TZ=%s LC_ALL=%s" % (name, " ".join(words), env["TZ"], env["LC_ALL"]))
    if whole and os.environ.get("WICK_SAMPLES"):
        for env in rest:
            env = dict(os.environ, TZ=env["TZ"], LC_ALL=env["LC_ALL"], LOCPATH=env.get("LOCPATH", ""))
            r = subprocess.run(["sh", here + "/../oracle/samples.sh", build], env=env, capture_output=True, text=True)
            say(r.returncode == 0, "samples under %s %s: %s" % (env["TZ"], env["LC_ALL"], r.stdout[-400:]))
    elif whole:
        print("skipped: the samples (WICK_SAMPLES is not set)")
finally:
    shutil.rmtree(tmp)
print("%d passed, %d failed" % (passed, failed))
sys.exit(failed > 0)
