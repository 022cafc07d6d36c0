#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Files that mean harm: each is refused in words, in bounded memory, and nothing of it is
kept. usage: hostile.py BUILD MEGABYTES     (of the endless line)"""
import json, os, shutil, subprocess, sys, tempfile, threading, zipfile

here = os.path.dirname(os.path.realpath(__file__))
build, megabytes = os.path.realpath(sys.argv[1]), int(sys.argv[2])
tmp = tempfile.mkdtemp(prefix="wick-hostile-")
env = {"HOME": tmp, "TZ": "UTC", "WICK_NOW": "2026-11-20T18:00", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
RSS_MB = 32
STREAMS = ("jsonl", "activitywatch", "apple-health")   # the others hold up to 64 MiB of input
sanitized = b"__asan_init" in open(build + "/wick", "rb").read()
passed = failed = 0


def pour(pipe, chunks):
    try:
        for c in chunks:
            pipe.write(c)
        pipe.close()
    except BrokenPipeError:
        pass


def attempt(name, fmt, chunks, refused=True):
    """chunks: the file, piece by piece, or the path of one."""
    global passed, failed
    db = tmp + "/wick.db"
    is_path = isinstance(chunks, str)
    p = subprocess.Popen([sys.executable, "-IS", here + "/peak.py", tmp + "/peak", build + "/wick", "--db", db, "import", *fmt.split(), chunks if is_path else "-"],
                         env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    writer = threading.Thread(target=pour, args=(p.stdin, [] if is_path else chunks))
    writer.start()
    out = p.stdout.read()
    p.wait()
    writer.join()
    with open(tmp + "/peak") as f:
        rss = int(f.read().split()[0]) / 1024
    wrong = []
    if p.returncode < 0 or b"stopped in the middle" in out:
        wrong.append("a crash")
    if refused and p.returncode == 0 and b" new 0 " not in out:
        wrong.append("taken")
    if p.returncode != 0 and os.path.exists(db):
        wrong.append("a store was made")
    if not out.strip():
        wrong.append("no word of it")
    room = 0 if fmt.split()[0] in STREAMS or is_path else min(megabytes, 64)
    if rss > RSS_MB + room and not sanitized:
        wrong.append("%.0f MB" % rss)
    if os.path.exists(db):
        os.remove(db)
    passed, failed = passed + (not wrong), failed + bool(wrong)
    if wrong or os.environ.get("VERBOSE"):
        print("%s %s (%s): %s: exit %d, %.0f MB: %s" % ("FAILED" if wrong else "ok", name, fmt,
              ", ".join(wrong), p.returncode, rss, out[:160]))


def bomb(inner, fill):
    path = "%s/bomb.zip" % tmp
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        with z.open(inner, "w") as f:
            f.write(b"<?xml version='1.0'?><HealthData>")
            for _ in range(256):
                f.write(fill * (1 << 20))
    return path


def endless(head):
    yield head
    for _ in range(megabytes):
        yield b"x" * (1 << 20)


DEEP = [("jsonl", b'{"kind":"work","day":"2026-11-18","dur":60,"meta":{"a":%s1%s}}\n'),
        ("timewarrior", b'[{"id":1,"start":"20261118T080000Z","tags":%s%s}]'),
        ("activitywatch", b'{"buckets":{"a":{"events":%s%s}}}'), ("pagerduty", b'{"incidents":%s%s}'),
        ("watson", b'%s1%s'), ("taskwarrior", b'[{"uuid":%s1%s}]'), ("fitbit", b'[{"logId":%s1%s}]')]
ENDLESS = [("jsonl", b'{"kind":"work","title":"'), ("timewarrior", b"inc 20261118T080000Z # "),
           ("timewarrior", b'[{"start":"'), ("klog", b"2026-11-18\n    8:00 - 9:00 "),
           ("timeclock", b"i 2026-11-18 08:00:00 "), ("org", b"* "), ("gtimelog", b"2026-11-18 08:00: "),
           ("csv --map date=Day,hours=Total", b'Day,Total\n2026-11-18,"'),
           ("ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:"), ("git", b"1763456789 "),
           ("activitywatch", b'{"buckets":{"'), ("apple-health", b"<?xml version='1.0'?><HealthData><Record type=\""),
           ("apple-health", b"<?xml version='1.0'?><HealthData>")]
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE HealthData [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12)) + \
    b"]><HealthData><Record type=\"&m;\"/>&m;</HealthData>"
TEXTS = ["timewarrior", "klog", "timeclock", "org", "gtimelog", "csv --map date=Day,hours=Total", "ics", "git",
         "jsonl", "activitywatch", "watson", "pagerduty", "apple-health"]
try:
    attempt("zip bomb", "apple-health", bomb("apple_health_export/export.xml", b" "))
    attempt("zip bomb", "sleep-as-android", bomb("sleep-export.csv", b"x"))
    attempt("a billion laughs", "apple-health", [LAUGHS])
    for fmt, text in DEEP:
        attempt("5,000 deep", fmt, [text % (b"[" * 5000, b"]" * 5000)])
    for fmt, head in ENDLESS:
        attempt("a line of %d MB" % megabytes, fmt, endless(head))
    for fmt in TEXTS:
        attempt("zero bytes", fmt, [bytes(100000)])
        attempt("zero bytes in a line", fmt, [b"inc 2026\0\0\0 x\n" * 1000])
        attempt("random bytes", fmt, [bytes((i * i * 31 + i // 7) % 256 for i in range(100000))])
        attempt("UTF-16", fmt, ["r\u00e9sum\u00e9, \u65e5\u672c\n".encode("utf-16") * 100])
        attempt("CP1252", fmt, [b"caf\xe9 \x80 \x9c\n" * 100])
finally:
    shutil.rmtree(tmp)
print("%d passed, %d failed" % (passed, failed))
sys.exit(failed > 0)
