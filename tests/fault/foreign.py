#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Foreign text through everything that shows it: titles with escape sequences, with marks
that turn the line round, with tags, pipes and formulas come in from several formats, and
no output does with them what they ask for. And what wick writes for other programs is read
by those: by itself again, by timew, by promtool, where they are installed.
usage: foreign.py BUILD"""
import calendar, csv, io, json, os, re, shutil, subprocess, sys, tempfile, time

build = os.path.realpath(sys.argv[1])
tmp = tempfile.mkdtemp(prefix="wick-foreign-")
env = {"HOME": tmp, "TZ": "Europe/Berlin", "WICK_NOW": "2026-11-20T18:00", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
passed = failed = 0
ESC, RLO, LRI = "\x1b]0;owned\x07\x1b[31m", "\u202e", "\u2066"
TITLES = [ESC + "red", RLO + "txt.exe" + LRI, "=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "\ttab", "\rback",
          "<script>alert(1)</script><b>&amp;", "a | b `c` [x](javascript:1) *d*", "line\nline", "\u009b31m", "\x7f\x08\x00end"[:2] + "x",
          "日本 é \U0001f4a9"]


def say(good, what):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print("FAILED " + what)


def wick(db, *args, **more):
    return subprocess.run([build + "/wick", "--db", "%s/%s.db" % (tmp, db), *args], env=env, capture_output=True, **more)


def write(name, text):
    path = tmp + "/" + name
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(text)
    return path


def harmless(out, what, one_line=True):
    text = out.decode("utf-8", "strict")
    bad = [c for c in text if (ord(c) < 32 and c not in "\n" + ("" if one_line else "\r\t")) or 0x7f <= ord(c) < 0xa0 or
           0x202a <= ord(c) <= 0x202e or 0x2066 <= ord(c) <= 0x2069]
    say(not bad, "%s: %r comes through" % (what, bad[:3]))


def fill(db):
    """The titles as work, pages, tags, notes and sources, by three formats."""
    lines = []
    for i, t in enumerate(TITLES):
        at = "2026-11-%02dT" % (2 + i)
        lines.append({"kind": "work", "start": at + "08:00:00Z", "end": at + "12:00:00Z", "source": "x", "id": "w%d" % i,
                      "title": t, "tags": [t]})
        lines.append({"kind": "incident", "start": at + "02:00:00Z", "end": at + "02:30:00Z", "source": "x", "id": "p%d" % i,
                      "title": t, "severity": 2})
        lines.append({"kind": "day", "day": at[:10], "note": t, "energy": 3})
    say(wick(db, "import", write("t.jsonl", "".join(json.dumps(x) + "\n" for x in lines))).returncode == 0, "jsonl")
    table = io.StringIO()
    w = csv.writer(table)
    w.writerow(["Description", "Start date", "Start time", "End date", "End time", "Duration", "Project", "Tags"])
    for i, t in enumerate(TITLES):
        w.writerow([t, "2026-10-%02d" % (2 + i), "09:00:00", "2026-10-%02d" % (2 + i), "10:00:00", "01:00:00", t, t])
    say(wick(db, "import", "csv", write("t.csv", table.getvalue())).returncode == 0, "csv")
    ics = "".join("BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:202609%02dT080000Z\r\nDTEND:202609%02dT090000Z\r\nSUMMARY:%s\r\nEND:VEVENT\r\n" %
                  (i, 2 + i, 2 + i, re.sub(r"[\r\n\x00]", " ", t)) for i, t in enumerate(TITLES))
    r = wick(db, "import", "ics", write("t.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + ics + "END:VCALENDAR\r\n"))
    say(r.returncode == 0, "ics: %s" % r.stderr)
    harmless(r.stdout + r.stderr, "preview")


def outputs(db):
    for args in (["show", "2026-11-01..2026-11-20"], ["show", "2026-11-04"], ["report", "--month", "2026-11"], ["status"],
                 ["explain", "2026-11-10"], ["import", "log"], ["trend"], ["export", "--format", "ics"],
                 ["report", "--month", "2026-11", "--format", "md"], ["report", "--month", "2026-11", "--format", "html"]):
        r = wick(db, *args)
        say(r.returncode == 0, "%s: %s" % (args, r.stderr))
        # what a calendar shows is the calendar's; the rest is for eyes
        harmless(r.stdout if args[-1] != "ics" else re.sub(b"[^\0-\x7f]", b"", r.stdout), " ".join(args), args[-1] != "ics")
    html = wick(db, "report", "--month", "2026-11", "--format", "html").stdout
    say(b"<script>alert" not in html, "html: a script")
    for form in (["--excel-safe"], ["--excel-safe", "--bom"]):
        r = wick(db, "export", "--format", "csv", *form)
        rows = list(csv.reader(io.StringIO(r.stdout.decode("utf-8-sig"), newline="")))
        cells = [c for row in rows for c in row]
        say(any(c.startswith("'=cmd") for c in cells), "excel-safe: the formula is not there")
        number = re.compile(r"[-+]?[0-9.]+$")
        say(not [c for c in cells if c[:1] in ("=", "+", "-", "@", "\t", "\r") and not number.match(c)], "excel-safe: a formula: %s" %
            [c for c in cells if c[:1] in ("=", "+", "-", "@", "\t", "\r")][:3])
    for line in wick(db, "export", "--format", "jsonl").stdout.splitlines():
        json.loads(line)


def there_and_back(db):
    """All of it out and into an empty store: the same series, and nothing the second time."""
    text = wick(db, "export", "--format", "jsonl").stdout
    path = write("all.jsonl", text.decode())
    say(wick("copy", "import", path).returncode == 0, "jsonl back")
    say(wick(db, "series").stdout == wick("copy", "series").stdout, "jsonl back: another series")
    say(wick("copy", "export", "--format", "jsonl").stdout == text, "jsonl back: other lines")
    again = json.loads(wick("copy", "--json", "import", write("more.jsonl", text.decode() + "\n")).stdout)
    say((again["new"], again["changed"]) == (0, 0), "jsonl a second time: %s" % again)
    cal = write("all.ics", wick(db, "export", "--format", "ics").stdout.decode())
    r = json.loads(wick("cal", "--json", "import", "ics", cal).stdout)
    say(not r["errors"] and r["new"] > 0, "ics back: %s" % r)
    r = json.loads(wick("cal", "--json", "import", "ics", cal).stdout)
    say((r["new"], r["changed"]) == (0, 0), "ics a second time: %s" % r)


def other_programs(db):
    if shutil.which("timew"):
        home = tmp + "/timew"
        os.makedirs(home + "/data")
        write("timew/timewarrior.cfg", "")
        by = {}
        for line in wick(db, "export", "--format", "timewarrior").stdout.decode().splitlines(True):
            by.setdefault("%s-%s" % (line[4:8], line[8:10]), []).append(line)
        for month, lines in by.items():
            write("timew/data/%s.data" % month, "".join(lines))
        for _ in range(2):                     # the first time it talks of its tags
            r = subprocess.run(["timew", "export"], env=dict(env, TIMEWARRIORDB=home), capture_output=True, stdin=subprocess.DEVNULL)
        say(r.returncode == 0, "timew: %s" % r.stderr)
        z = lambda s: calendar.timegm(time.strptime(s, "%Y%m%dT%H%M%SZ"))
        theirs = sum(z(e["end"]) - z(e["start"]) for e in json.loads(r.stdout) if "end" in e)
        ours = sum(z(l.split()[3]) - z(l.split()[1]) for ls in by.values() for l in ls if l.split()[2] == "-")
        say(theirs == ours and ours > 0, "timew: %d s, not %d" % (theirs, ours))
    else:
        print("skipped: timew is not installed")
    if shutil.which("promtool"):
        text = wick(db, "export", "--format", "prometheus").stdout
        r = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True)
        say(text and r.returncode == 0, "promtool: %s" % (r.stdout + r.stderr))
    else:
        print("skipped: promtool is not installed")


try:
    fill("a")
    outputs("a")
    there_and_back("a")
    other_programs("a")
finally:
    shutil.rmtree(tmp)
print("%d passed, %d failed" % (passed, failed))
sys.exit(failed > 0)
