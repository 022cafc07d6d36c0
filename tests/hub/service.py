#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""As a service: what it tells the service manager, how it ends, what it refuses, its unit,
its counts. usage: service.py BUILD"""
import http.client
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

from hub import Hub, Person, invite, summary, until

BUILD = sys.argv[1]
TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
passed = failed = 0


def check(name, problem):
    global passed, failed
    if problem:
        failed += 1
        print(f"FAILED service {name}: {problem}")
    else:
        passed += 1


def refuses(*argv):
    r = subprocess.run([os.path.join(BUILD, "wick-hub"), "serve", "--store", "memory:", *argv],
                       capture_output=True, text=True, timeout=60)
    return r.returncode, r.stderr


def settings(folder):
    conf = os.path.join(folder, "hub.conf")
    cases = [
        (["--listen", "0.0.0.0:0"], "trusted_proxy"),
        (["--listen", "nowhere:1"], "not an address"),
        (["--listen", "127.0.0.1"], "with a port"),
        (["--metrics", "0.0.0.0:0"], "loopback"),
        (["--set", "limits.idle=3"], "did you mean idle_s?"),
        (["--set", "limits.idle_s=0"], "1..3600"),
        (["--set", "hub.trusted_proxy=example.org"], "not an address"),
        (["--set", "hub.remote_user=X-Remote-User"], "trusted_proxy"),
        (["--what"], "--what"),
        (["--config"], "wants a value"),
        (["--config", conf + ".not"], "hub.conf.not"),
    ]
    for argv, word in cases:
        rc, said = refuses(*argv)
        check(f"refuses {argv}", (rc == 0 or word not in said) and (rc, said))
    with open(conf, "w") as f:
        f.write("[hub]\nworkers = 1\n[limits]\nidle_s = many\n")
    rc, said = refuses("--config", conf)
    check("a bad file is told with its line", (rc != 2 or f"{conf}:4:" not in said) and (rc, said))
    hub = Hub(BUILD, "memory:", folder, ["hub.trusted_proxy=10.0.0.1"])
    hub.program, was = hub.program, hub.program
    hub.start().stop()
    check("starts with a proxy", False)
    r = subprocess.run([was, "serv"], capture_output=True, text=True)
    check("a command that is none", (r.returncode != 2 or "did you mean serve?" not in r.stderr) and r)


def page(hub, headers, path="/", source="127.0.0.1"):
    """The status; headers may repeat a name."""
    c = http.client.HTTPConnection("127.0.0.1", hub.port, timeout=20, source_address=(source, 0))
    try:
        c.putrequest("GET", path)
        for name, value in headers:
            c.putheader(name, value)
        c.endheaders()
        return c.getresponse().status
    finally:
        c.close()


def signed_in_elsewhere(folder):
    on = ["hub.remote_user=X-Remote-User", "hub.trusted_proxy=127.0.0.1"]
    hub = Hub(BUILD, "memory:", folder, on).start()
    try:
        p = Person(hub, hub.invite, "Ada")
        name = ("X-Remote-User", p.id)
        for what, got, want in (
                ("its proxy is believed", page(hub, [name]), 200),
                ("on every page", page(hub, [name], "/p/me"), 200),
                ("the name of the header is no matter of case", page(hub, [("x-remote-user", p.id)]), 200),
                ("nobody else is", page(hub, [name], source="127.0.0.2"), 303),
                ("two are none", page(hub, [name, name]), 303),
                ("nor one that is not known", page(hub, [("X-Remote-User", "p_aaaaaaaaaaaaaaaa")]), 303),
                ("nor a name", page(hub, [("X-Remote-User", "Ada")]), 303),
                ("without it one signs in", page(hub, []), 303),
                ("the interface wants its token", page(hub, [name], "/v1/me"), 401)):
            check(f"remote user: {what}", got != want and got)
        r = hub.ask("GET", "/", headers=dict([name], Cookie="__Host-wick=" + "A" * 43))
        check("remote user: an old cookie is no session to sign out of",
              (r.status != 200 or b"/logout" in r.body) and r)
    finally:
        hub.stop()
    hub = Hub(BUILD, "memory:", folder, on[1:]).start()
    try:
        p = Person(hub, hub.invite, "Ada")
        check("remote user: off", page(hub, [("X-Remote-User", p.id)]) != 303)
    finally:
        hub.stop()


def open_files(folder):
    """Each connection is one; there are enough, or the hub does not start."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
        hub = Hub(BUILD, "memory:", folder).start()
        limit = re.search(r"Max open files +(\d+)", open(f"/proc/{hub.process.pid}/limits").read()).group(1)
        hub.stop()
        check("as many files as connections", int(limit) < 1024 + 50 and limit)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    rc, said = refuses("--set", f"limits.connections={min(before[1], 65536)}")
    check("no more connections than files", before[1] <= 65536 and (rc != 2 or "open files" not in said) and (rc, said))


def notify(folder):
    path = os.path.join(folder, "notify")
    s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    s.bind(path)
    s.settimeout(60)
    hub = Hub(BUILD, "memory:", folder, env={"NOTIFY_SOCKET": path, "WATCHDOG_USEC": "4000000"}).start()
    said = [s.recv(100)]
    try:
        while b"WATCHDOG=1" not in said:
            said.append(s.recv(100))
    except TimeoutError:
        pass
    rc = hub.stop()
    try:
        while b"STOPPING=1" not in said:
            said.append(s.recv(100))
    except TimeoutError:
        pass
    s.close()
    check("READY, WATCHDOG, STOPPING", (said[0], b"WATCHDOG=1" in said, said[-1], rc) !=
          (b"READY=1", True, b"STOPPING=1", 0) and (said, rc))


def drain(folder):
    """What has begun is answered and kept; the listener is closed at once."""
    store = f"sqlite:{folder}/drain/hub.db"
    os.mkdir(os.path.join(folder, "drain"), 0o700)
    hub = Hub(BUILD, store, folder).start()
    p = Person(hub, hub.invite, "Drained")
    p.consent(1)
    acked, stop = [], threading.Event()

    def push(n):
        year = 2001 + n
        for w in range(1, 53):
            if stop.is_set():
                return
            try:
                if p.put(f"{year}-W{w:02d}").status == 201:
                    acked.append(f"{year}-W{w:02d}")
            except OSError:
                return
            except Exception:
                return

    threads = [threading.Thread(target=push, args=(n,)) for n in range(6)]
    for t in threads:
        t.start()
    until(lambda: len(acked) > 30, 20, "no writes")
    since = time.monotonic()
    rc = hub.stop()
    took = time.monotonic() - since
    stop.set()
    for t in threads:
        t.join()
    check("SIGTERM under load ends with 0 in time", (rc != 0 or took > 10) and (rc, took))
    hub.start()
    lost = [w for w in acked if p.me("GET", f"/weeks/{w}").status != 200]
    check("nothing acknowledged is lost", lost)
    check("withdrawals stand beside the database", not os.path.exists(f"{folder}/drain/withdrawals.log") and "missing")
    hub.stop()


def reload(folder):
    conf = os.path.join(folder, "reload.conf")
    write = lambda n: open(conf, "w").write(f"[limits]\nread_burst = {n}\nread_per_min = 1\n")
    write(2)
    argv = [os.path.join(BUILD, "wick-hub"), "serve", "--config", conf, "--store", "memory:", "--listen", "127.0.0.1:0"]
    hub = Hub(BUILD, "memory:", folder)
    with open(hub.log_path, "a") as log:
        hub.process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=log, text=True)
    hub.invite = re.search("wki_.*", hub.process.stdout.readline()).group()
    hub.port = int(hub.process.stdout.readline().rsplit(":", 1)[1])
    p = Person(hub, hub.invite, "Reader")
    statuses = [p.ask("GET", "/v1/me").status for _ in range(4)]
    check("limits of the file hold", statuses != [200, 200, 429, 429] and statuses)
    write(0)
    hub.process.send_signal(signal.SIGHUP)
    try:
        until(lambda: p.ask("GET", "/v1/me").status == 200, 60, "still limited")
        check("SIGHUP reads them again", False)
    except AssertionError as e:
        check("SIGHUP reads them again", e)
    hub.stop()


def metrics(folder):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    hub = Hub(BUILD, "memory:", folder, [f"hub.metrics=127.0.0.1:{port}"]).start()
    p = Person(hub, hub.invite, "Counted")
    p.consent(1, [("secret-team", "aggregate")])
    p.put("2026-W40")
    p.put("2026-W40", 9.5)
    check("no counts on the public listener", hub.ask("GET", "/metrics").status != 404)
    real, hub.port = hub.port, port
    text = hub.ask("GET", "/metrics").body.decode()
    hub.port = real
    hub.stop()
    for want in ('wick_http_requests_total{route="/v1/people/{person}/weeks/{week}",code="201"} 1',
                 'wick_rejected_total{code="invalid-member"} 1', "wick_store_up 1", "wick_queue_depth 0",
                 'wick_http_request_duration_seconds_bucket{le="+Inf"}', "wick_commit_seconds_count"):
        check(f"metrics: {want}", want not in text and text[:2000])
    check("metrics name nobody", (p.id in text or "secret-team" in text) and "they do")
    bad = [l for l in text.splitlines() if not re.match(r"# (HELP|TYPE) wick_\w+ |wick_\w+(\{[^}]*\}|\{.*\"\})? [0-9.e+-]+$", l)]
    check("metrics read as Prometheus reads them", bad)


def command(*argv):
    r = subprocess.run([os.path.join(BUILD, "wick-hub"), *argv], capture_output=True, text=True, timeout=120)
    assert r.returncode == 0, (argv, r.stderr)
    return r.stdout


def copies(folder):
    """Copies that are made while people write, each put in the place of another store."""
    top = os.path.join(folder, "copies")
    os.mkdir(top, 0o700)
    hub = Hub(BUILD, f"sqlite:{top}/hub.db", top).start()
    admin = Person(hub, hub.invite, "Admin")
    people = [Person(hub, invite(admin), f"Writer {i}") for i in range(4)]
    ended, known = threading.Event(), [0] * 4

    def write(i):
        people[i].consent(1)
        while not ended.is_set():
            assert people[i].put("2026-W40", known[i] + 1).status in (200, 201)
            known[i] += 1
    threads = [threading.Thread(target=write, args=(i,)) for i in range(4)]
    for t in threads:
        t.start()
    until(lambda: min(known) > 5, 20, "nobody writes")
    made = []
    for n in range(3):
        before = list(known)
        command("backup", f"{top}/{n}.copy", "--store", hub.store)
        made.append((f"{top}/{n}.copy", before, list(known)))
    ended.set()
    for t in threads:
        t.join(20)
    check("people went on beside the copies", made[0][1] == made[2][2] and made)
    hub.stop()
    for path, before, after in made:
        hub.store = f"sqlite:{path}.db"
        command("restore", path, "--store", hub.store)
        hub.start()
        revs = [p.me("GET", "/weeks/2026-W40").json["rev"] for p in people]
        hub.stop()
        check("a copy has what was acknowledged before it", any(
            not a <= r <= b + 1 for a, r, b in zip(before, revs, after)) and (before, revs, after))


def unit(folder):
    if not shutil.which("systemd-analyze"):
        print("skipped: systemd-analyze is not installed")
        return
    path = os.path.join(folder, "wick-hub.service")
    text = open(os.path.join(TOP, "src/hub/wick-hub.service")).read()
    with open(path, "w") as f:
        f.write(text.replace("@BINDIR@", os.path.abspath(BUILD)))
    r = subprocess.run(["systemd-analyze", "security", "--offline=true", path], capture_output=True, text=True)
    found = re.search(r"Overall exposure level for .*: ([0-9.]+)", r.stdout)
    check("exposure at most 2.0", not (found and float(found.group(1)) <= 2.0) and (r.stdout[-300:], r.stderr))
    r = subprocess.run(["systemd-analyze", "verify", path], capture_output=True, text=True)
    said = [l for l in r.stderr.splitlines() if "wick-hub" in l and "man " not in l and "executable" not in l]
    check("systemd-analyze verify", said)


with tempfile.TemporaryDirectory() as tmp:
    for part in (settings, signed_in_elsewhere, open_files, notify, drain, reload, metrics, copies, unit):
        try:
            part(tmp)
        except Exception as e:
            check(part.__name__, f"{type(e).__name__} {e}")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
