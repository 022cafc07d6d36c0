#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every importer's fixtures through `wick import`, undone again, and an import that is
stopped. usage: imports.py BUILD ROUNDS

 - the same file twice: the second time new 0, changed 0;
 - undone: export and series byte for byte as before;
 - an interval still open that closes later: 1 changed, 0 new; a title edited by hand stays;
 - kill -9 at random moments: all of it or nothing, and doctor is content;
 - SIGINT at random moments: exit 130 and nothing of it, or 0 and all; no child is left;
 - more facts than are held in memory, some of them twice: the same counts, and a bound;
 - the days of a lifetime: no dearer for being new;
 - on a terminal: progress after a while, and none of it left at the end."""
import hashlib, json, mmap, os, pty, random, re, select, shutil, signal, subprocess, sys, tempfile, time

build, rounds = os.path.realpath(sys.argv[1]), int(sys.argv[2])
wick, here = build + "/wick", os.path.dirname(os.path.realpath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, here + "/../port")
from cases import cases
rnd = random.Random(20261120)
tmp = tempfile.mkdtemp(prefix="wick-imports-")
zone = os.environ.get("TZ") or "UTC"
env = {"HOME": tmp, "TZ": zone, "WICK_NOW": "2026-11-20T18:00", "PATH": "/usr/bin:/bin",
       "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8")}
passed = failed = 0


def say(good, what):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print("FAILED " + what)


def run(db, *args, **more):
    return subprocess.run([wick, "--db", db, *args], env=env, capture_output=True, **more)


def counts(r):
    m = re.search(rb"new ([\d ]+?)  changed ([\d ]+?) ", r.stdout + b" ")
    return (int(m[1].replace(b" ", b"")), int(m[2].replace(b" ", b""))) if m else None


def state(db):
    return run(db, "export", "--format", "jsonl").stdout, run(db, "series").stdout


def fresh(name):
    db = "%s/%s.db" % (tmp, name)
    for end in ("", "-journal"):
        if os.path.exists(db + end):
            os.remove(db + end)
    run(db, "log", "2026-11-19", "9:00-17:00", "-s", "23:00-7:00", "-e", "3")
    return db


def twice_and_undone():
    for name, path, words in cases(tmp, ("detect", "--version", "zones")):
        db = fresh("twice")
        before = state(db)
        args = ["import", words[0], path, *words[1:]]
        first = run(db, *args)
        n = counts(first)
        what = "%s: %s" % (name, " ".join(words))
        if first.returncode != 0 or n is None or n == (0, 0):
            say(state(db) == before, what + ": refused, and yet something changed")
            continue
        again = counts(run(db, *args))
        say(again in ((0, 0), None), what + ": a second time " + str(again))
        undo = run(db, "import", "undo", "1")
        say(undo.returncode == 0 and state(db) == before,
            what + ": not as before: " + undo.stderr.decode())
        say(run(db, "doctor").returncode == 0, what + ": doctor")


def write(name, text):
    with open(tmp + "/" + name, "w") as f:
        f.write(text)
    return tmp + "/" + name


OPEN = {
    "timewarrior": ("inc 20261118T080000Z # work\n", "inc 20261118T080000Z - 20261118T100000Z # work\n"),
    "org": ("* Task\n  :LOGBOOK:\n  CLOCK: [2026-11-18 Wed 08:00]\n  :END:\n",
            "* Task\n  :LOGBOOK:\n  CLOCK: [2026-11-18 Wed 08:00]--[2026-11-18 Wed 10:00] =>  2:00\n  :END:\n"),
    "timeclock": ("i 2026-11-18 08:00:00 work\n", "i 2026-11-18 08:00:00 work\no 2026-11-18 10:00:00\n"),
    "klog": ("2026-11-18\n    8:00 - ?\n", "2026-11-18\n    8:00 - 10:00\n"),
    "watson": ('{"project":"p","start":1794988800,"tags":[]}',
               '[[1794988800,1794996000,"p","0123456789abcdef0123456789abcdef",[],1794996000]]'),
    "jsonl": ('{"kind":"work","start":"2026-11-18T08:00:00Z","source":"x","id":"1"}\n',
              '{"kind":"work","start":"2026-11-18T08:00:00Z","end":"2026-11-18T10:00:00Z","source":"x","id":"1"}\n'),
}


def open_then_closed():
    for name, (first, second) in OPEN.items():
        db = fresh("open")
        a = counts(run(db, "import", name, write("clock", first)))
        b = counts(run(db, "import", name, write("clock", second)))
        say(a == (1, 0) and b == (0, 1), "%s: open, then closed: %s %s" % (name, a, b))


def edited_by_hand():
    """A title typed over stays, whatever the source says now, and the preview says both."""
    frames = '[[1794988800,1794996000,"%s","0123456789abcdef0123456789abcdef",["a"],1794996000]]'
    line = '{"kind":"work","start":"2026-11-18T08:00:00Z","end":"2026-11-18T10:00:00Z","source":"x","id":"1","title":"%s"}'
    for name, text in (("jsonl", line), ("watson", frames)):
        db = fresh("edited")
        first = write("edited", text % "review")
        run(db, "import", name, first)
        day = json.loads(run(db, "show", "2026-11-18", "--json").stdout)["days"][0]
        r = run(db, "edit", str(day["events"][0]["id"]), "-n", "mine")
        say(r.returncode == 0, "%s: edit: %s" % (name, r.stderr))
        kept = state(db)
        again = run(db, "import", name, write("edited", text % "code review"))
        same_title = name == "watson"          # a project is a tag there
        say(state(db)[1] == kept[1] and b'"title":"mine"' in state(db)[0], "%s: the edit is gone" % name)
        say(same_title or b'kept yours "mine", source has "code review"' in again.stdout,
            "%s: no conflict shown: %s" % (name, again.stdout))


def many(n):
    out = []
    for i in range(n):
        t = 1480000000 + i * 30000
        z = lambda s: time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(s))
        out.append("inc %s - %s # work\n" % (z(t), z(t + 7200)))
    return write("ten-years.data", "".join(out))


def children(path):
    """Processes of the importer that still run."""
    left = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink("/proc/%s/exe" % pid) == path and \
                    os.stat("/proc/%s" % pid).st_uid == os.getuid():
                left.append(pid)
        except OSError:
            pass
    return left


def stopped(sig):
    """Of its own copy of the program, so that other runs are not counted."""
    own = tmp + "/bin"
    os.makedirs(own, exist_ok=True)
    for f in ("wick", "wick-port"):
        shutil.copy(build + "/" + f, own)
    path, base = many(10000), fresh("base")
    before = state(base)
    whole = tmp + "/whole.db"
    shutil.copy(base, whole)
    since = time.perf_counter()
    run(whole, "import", "timewarrior", path)
    limit, after = time.perf_counter() - since, state(whole)
    seen = {False: 0, True: 0}
    for n in range(rounds):
        db = tmp + "/stopped.db"
        for end in ("", "-journal"):
            if os.path.exists(db + end):
                os.remove(db + end)
        shutil.copy(base, db)
        p = subprocess.Popen([own + "/wick", "--db", db, "import", "timewarrior", path], env=env,
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        time.sleep(rnd.uniform(0.005, limit * 1.1))
        p.send_signal(sig)
        why = p.communicate()[1]
        now, what = state(db), "%s, round %d" % (signal.Signals(sig).name, n)
        good = now == before if p.returncode != 0 else now == after
        if sig == signal.SIGKILL:
            good = now in (before, after)
        seen[now == after] += 1
        say(good, "%s: exit %d, neither all nor nothing" % (what, p.returncode))
        say(sig == signal.SIGKILL or p.returncode in (0, 130, -sig),
            "%s: exit %d: %s" % (what, p.returncode, why))
        say(run(db, "doctor").returncode == 0, what + ": doctor")
        end = time.monotonic() + 60
        while children(own + "/wick-port") and time.monotonic() < end:
            select.select([], [], [], 0.01)
        say(not children(own + "/wick-port"), what + ": a child is left")
    print("%s: %d rounds, %d times nothing, %d times all" %
          (signal.Signals(sig).name, rounds, seen[False], seen[True]))


def measured(db, *args):
    """Status, what it said, the most KB it held, its seconds on a processor."""
    with open(tmp + "/out", "wb+") as out:
        status = subprocess.call([sys.executable, "-IS", here + "/peak.py", tmp + "/peak", wick, "--db", db, *args],
                                 env=env, stdout=out, stderr=subprocess.STDOUT)
        out.seek(0)
        with open(tmp + "/peak") as f:
            kb, user_s = f.read().split()
        return status, out.read(), int(kb), float(user_s)


def large(n):
    """Facts that have to be set aside: each with a title of its own, each tenth with a newer
    state far behind it. Previewed, imported, read again, taken back."""
    def line(i, hours):
        z = lambda s: time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(s))
        t = 1100000000 + i * 3000
        return '{"kind":"work","start":"%s","end":"%s","source":"x","id":"%d","title":"task number %d of many"}\n' % (
            z(t), z(t + hours), i * 7919 % n, i)
    path = tmp + "/large.jsonl"
    with open(path, "w") as f:
        f.writelines(line(i, 1800) for i in range(n))
        f.writelines(line(i, 2400) for i in range(0, n, 10))
    db, limit_kb = fresh("large"), 32 << 10
    with open(wick, "rb") as f, mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as text:
        is_plain = text.find(b"__asan_init") < 0
    kept = lambda: [hashlib.sha256(part).hexdigest() for part in state(db)]
    before = kept()

    def told(what, want, *args):
        status, text, used_kb, _ = measured(db, *args)
        m = re.search(rb"new (\d+)  changed (\d+)  unchanged (\d+)  skipped (\d+)", text)
        got = tuple(map(int, m.groups())) if m else status
        say(got == want, "large, %s: %s, wanted %s" % (what, got, want))
        say(used_kb < limit_kb or not is_plain, "large, %s: %d KB" % (what, used_kb))

    told("preview", (n, 0, 0, n // 10), "import", "jsonl", path, "--dry-run")
    say(kept() == before, "large: the preview changed something")
    told("import", (n, 0, 0, n // 10), "import", "jsonl", path)
    told("again", (0, 0, n, n // 10), "import", "jsonl", path)
    told("preview again", (0, 0, n, n // 10), "import", "jsonl", path, "--dry-run")
    told("undo", 0, "import", "undo", "1")
    say(kept() == before, "large: not as before")
    say(run(db, "doctor").returncode == 0, "large: doctor")


def lifetime():
    """Days of a lifetime into a store that was never folded: each at the price of one."""
    path, db = tmp + "/days.csv", tmp + "/days.db"
    with open(path, "w") as f:
        f.write("date,hours,energy\n")
        f.writelines("%s,%d,3\n" % (time.strftime("%Y-%m-%d", time.gmtime(i * 86400)), 5 + i % 5) for i in range(20000))
    _, first, _, new_s = measured(db, "import", path)
    _, second, _, same_s = measured(db, "import", path)
    say(b"new 20000 " in first and b"unchanged 20000 " in second, "lifetime: %r, %r" % (first, second))
    say(new_s < 10 * same_s + 1, "lifetime: %.1f s, and once more %.1f s" % (new_s, same_s))


def on_terminal():
    """A pipe that is slow: the bar must come, and nothing of it stay."""
    db, fifo = fresh("pty"), tmp + "/fifo"
    os.mkfifo(fifo)
    pid, fd = pty.fork()
    if pid == 0:
        os.execve(wick, [wick, "--db", db, "import", "timewarrior", fifo, "--yes"], dict(env, TERM="xterm"))
    progress, seen, end = rb"\r.*(reading|import|%|MB|KB|bytes)", b"", time.monotonic() + 60
    with open(many(20000)) as lines, open(fifo, "w", buffering=1) as f:
        for line in lines:                      # one at a time, until it tells of itself
            f.write(line)
            if not re.search(progress, seen) and time.monotonic() < end and \
                    select.select([fd], [], [], 0.01)[0]:
                seen += os.read(fd, 65536)
    while True:
        try:
            got = os.read(fd, 65536)
        except OSError:
            break
        if not got:
            break
        seen += got
    os.waitpid(pid, 0)
    say(re.search(progress, seen), "a terminal: no progress: %r" % seen[:200])
    say(b"\r\x1b[K" in seen or b"\x1b[2K" in seen, "a terminal: progress is not erased: %r" % seen[:200])


try:
    large(100000)
    lifetime()
    twice_and_undone()
    open_then_closed()
    edited_by_hand()
    stopped(signal.SIGKILL)
    stopped(signal.SIGINT)
    on_terminal()
finally:
    shutil.rmtree(tmp)
print("%d passed, %d failed" % (passed, failed))
sys.exit(failed > 0)
