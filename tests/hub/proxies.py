#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The examples of wick-hub(8), as printed, in real proxies with TLS: only names, ports and
files are other ones. usage: proxies.py BUILD"""
import gzip
import http.client
import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile

from fronts import caddy, free_port, nginx
from hub import Hub, Person, Reply, summary, until

BUILD = sys.argv[1]
passed = failed = 0


def check(name, problem):
    global passed, failed
    if problem:
        failed += 1
        print(f"FAILED proxies {name}: {problem}")
    else:
        passed += 1


class Front:
    """A hub as seen through a proxy."""

    def __init__(self, port, pem):
        self.port = port
        self.tls = ssl.create_default_context(cafile=pem)

    def ask(self, method, path, token=None, body=None, headers=None, raw=None, source="127.0.0.1", **_):
        c = http.client.HTTPSConnection("localhost", self.port, timeout=60, context=self.tls,
                                        source_address=(source, 0))
        h = dict(headers or {})
        if token:
            h["Authorization"] = "Bearer " + token
        data = json.dumps(body).encode() if body is not None else raw
        if data is not None:
            h.setdefault("Content-Type", "application/json")
        try:
            c.request(method, path, data, h)
            r = c.getresponse()
            return Reply(r.status, r.headers, r.read())
        finally:
            c.close()

    def raw(self, data):
        with socket.create_connection(("127.0.0.1", self.port), 60) as plain:
            with self.tls.wrap_socket(plain, server_hostname="localhost") as s:
                s.sendall(data)
                got = b""
                try:
                    while part := s.recv(65536):
                        got += part
                except OSError:
                    pass
                return got


def use(name, front, hub):
    r = front.ask("GET", "/healthz")
    check(f"{name}: healthz over TLS", r.status != 200 and r)
    check(f"{name}: HSTS", "max-age" not in r.headers.get("Strict-Transport-Security", "") and r.headers)
    p = Person(hub, hub.invite, "Proxied")
    p.hub = front
    check(f"{name}: consent", p.consent(1).status != 201)
    r = p.put("2026-W40")
    check(f"{name}: a week and its ETag", (r.status, bool(r.headers["ETag"])) != (201, True) and r)
    items = [{"op": "put", "week": f"2026-W{w:02d}", "body": summary()} for w in range(1, 40)]
    r = p.me("POST", "/batch", raw=gzip.compress(json.dumps({"items": items}).encode()),
             headers={"Content-Encoding": "gzip"})
    check(f"{name}: a gzipped batch", (r.status, r.json.get("accepted")) != (200, 39) and r)
    r = p.me("GET", "/weeks?limit=5")
    check(f"{name}: 304 through it", p.me("GET", "/weeks?limit=5", headers={"If-None-Match": r.headers["ETag"]}).status != 304)
    r = p.me("PUT", "/weeks/2026-W41", raw=b" " * 70000)
    check(f"{name}: the hub's own 413", (r.status, r.headers["Content-Type"]) != (413, "application/problem+json") and r)
    r = p.me("PUT", "/weeks/2026-W41", raw=b" " * 700000)
    check(f"{name}: the proxy's 413", r.status != 413 and r)
    hidden = b"GET /v1/meta HTTP/1.1\r\nHost: localhost\r\n\r\n"
    for framing in (b"Content-Length: 0\r\nContent-Length: %d" % len(hidden),
                    b"Content-Length: %d\r\nTransfer-Encoding: chunked" % len(hidden)):
        got = front.raw(b"POST /v1/enrol HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + framing +
                        b"\r\n\r\n0\r\n\r\n" + hidden)
        check(f"{name}: no second reply", b'"api":1' in got and got)
    statuses = [front.ask("GET", "/v1/me", headers={"X-Forwarded-For": f"10.0.0.{i}"}, source="127.0.0.2").status
                for i in range(12)]
    check(f"{name}: an address cannot be made up", 429 not in statuses and statuses)
    check(f"{name}: others are not counted with it", front.ask("GET", "/v1/me", source="127.0.0.3").status != 401)


def one(name, make):
    if not shutil.which(name):
        print(f"skipped: {name} is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        pem, key = os.path.join(folder, "wick.pem"), os.path.join(folder, "wick.key")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                        "-keyout", key, "-out", pem], check=True, capture_output=True)
        hub = Hub(BUILD, "memory:", folder, ["limits.refused_per_hour=6", "hub.trusted_proxy=127.0.0.1"]).start()
        port = free_port()
        argv, env = make(folder, port, hub.port, pem, key)
        with open(os.path.join(folder, "proxy.log"), "w") as log:
            proxy = subprocess.Popen(argv, env=dict(os.environ, **env), stdout=log, stderr=log)
        try:
            front = Front(port, pem)
            until(lambda: front.ask("GET", "/healthz").status == 200, 60, f"{name} does not start")
            use(name, front, hub)
        except Exception as e:
            logs = "".join(open(os.path.join(folder, n)).read()[-800:] for n in ("proxy.log", "nginx.log")
                           if os.path.exists(os.path.join(folder, n)))
            check(name, f"{type(e).__name__} {e}\n{logs}")
        finally:
            proxy.terminate()
            proxy.wait(60)
            hub.stop()


one("nginx", nginx)
one("caddy", caddy)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
