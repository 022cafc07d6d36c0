# SPDX-License-Identifier: MIT
"""A hub to test against: started, asked, stopped. No sleeps: everything polls to a deadline."""
import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import time

PLENTY = [f"limits.{n}=1000000" for n in
          "push_per_min push_burst read_per_min read_burst login_per_hour refused_per_hour".split()]


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json.get("code")

    def __repr__(self):
        return f"{self.status} {self.body[:300]!r}"


class Hub:
    """One wick-hub process."""

    def __init__(self, build, store, folder, settings=(), env=None, log=None):
        self.program = os.path.join(build, "wick-hub")
        self.store, self.folder, self.settings = store, folder, list(settings)
        self.env = dict(os.environ, **(env or {}))
        self.log_path = log or os.path.join(folder, "hub.log")
        self.process = None
        self.port = 0
        self.front = None  # a port to ask in its place

    def admin_invite(self):
        """Of a store that is no memory: the command that works without a token."""
        said = subprocess.run(
            [self.program, "admin", "invite", "--store", self.store, "--role", "admin", "--role", "engineer"],
            capture_output=True, text=True, env=self.env)
        found = re.search(r"wki_[A-Za-z0-9_-]{43}", said.stdout)
        assert found, said
        return found.group()

    def start(self, plenty=True):
        settings = ["hub.access_log=off"] + (PLENTY if plenty else []) + self.settings
        argv = [self.program, "serve", "--store", self.store, "--listen", f"127.0.0.1:{self.port}"]
        for s in settings:
            argv += ["--set", s]
        self.invite = None
        if self.store != "memory:" and not getattr(self, "was_started", False):
            self.invite = self.admin_invite()
        self.was_started = True
        with open(self.log_path, "a") as log:
            self.process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=log, text=True, env=self.env)
        while True:
            line = self.process.stdout.readline()
            assert line, f"hub ended: {open(self.log_path).read()[-400:]}"
            found = re.search(r"wki_[A-Za-z0-9_-]{43}", line)
            if found:
                self.invite = found.group()
            if line.startswith("listening on "):
                self.port = int(line.rsplit(":", 1)[1])
                return self

    def stop(self, how=signal.SIGTERM):
        if self.process is None:
            return 0
        self.process.send_signal(how)
        try:
            rc = self.process.wait(60)
        finally:
            self.process.kill()
            self.process.stdout.close()
            self.process = None
        return rc

    def ask(self, method, path, token=None, body=None, headers=None, raw=None, timeout=60):
        c = http.client.HTTPConnection("127.0.0.1", self.front or self.port, timeout=timeout)
        h = dict(headers or {})
        if token:
            h.setdefault("Authorization", "Bearer " + token)
        data = raw
        if body is not None:
            data = json.dumps(body, separators=(",", ":")).encode()
        if data is not None:
            h.setdefault("Content-Type", "application/json")
        try:
            c.request(method, path, data, h)
            r = c.getresponse()
            return Reply(r.status, r.headers, r.read())
        finally:
            c.close()

    def raw(self, data, timeout=60):
        """What comes back until the hub closes; None: it did not close."""
        s = socket.create_connection(("127.0.0.1", self.port), timeout)
        got = b""
        try:
            s.sendall(data)
            while True:
                part = s.recv(65536)
                if not part:
                    return got
                got += part
        except (TimeoutError, socket.timeout):
            return None
        except ConnectionResetError:
            return got
        finally:
            s.close()


def until(what, seconds, problem):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError, http.client.HTTPException):
            got = what()
            if got:
                return got
        time.sleep(0.02)
    raise AssertionError(problem)


class Person:
    def __init__(self, hub, invite, name):
        r = hub.ask("POST", "/v1/enrol", body={"invite": invite, "display": name})
        assert r.status == 201, r
        self.hub, self.name = hub, name
        self.id, self.token = r.json["person"], r.json["token"]
        self.revs = {}

    def ask(self, method, path, body=None, **kw):
        return self.hub.ask(method, path, self.token, body, **kw)

    def me(self, method, path, body=None, **kw):
        return self.ask(method, "/v1/people/me" + path, body, **kw)

    def consent(self, gen, teams=(), level="band", **more):
        doc = {"gen": gen, "level": level,
               "teams": [{"team": t, "visibility": v} for t, v in teams], **more}
        return self.me("PUT", "/consent", doc)

    def put(self, week, rev=1, band="calm", gen=1, **more):
        return self.me("PUT", f"/weeks/{week}", summary(rev, band, gen, **more))


def summary(rev=1, band="calm", gen=1, **more):
    return {"schema": "wick.week/1", "rev": rev, "source": "a1b2c3d4", "consent_gen": gen,
            "level": "band", "band": band, "coverage": 5, **more}


def invite(admin, roles=("engineer",)):
    r = admin.ask("POST", "/v1/admin/invites", {"roles": list(roles)})
    assert r.status == 201, r
    return r.json["invite"]
