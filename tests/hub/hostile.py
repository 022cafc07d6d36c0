#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What somebody sends who means no good: half requests, slow ones, lies about lengths, deep
and large bodies, tricks with paths, thousands of connections that are dropped. The hub
answers 4xx or closes, never 5xx, and serves others meanwhile. usage: hostile.py BUILD"""
import gzip
import os
import random
import re
import signal
import socket
import sys
import tempfile
import threading
import time

from hub import Hub, Person, summary, until

BUILD = sys.argv[1]
ABORTS = int(os.environ.get("ABORTS", "600"))
passed = failed = 0


def check(name, problem):
    global passed, failed
    if problem:
        failed += 1
        print(f"FAILED hostile {name}: {problem}")
    else:
        passed += 1


def head(line, *fields, host=True):
    return ("\r\n".join([line] + (["Host: h"] if host else []) + list(fields)) + "\r\n\r\n").encode("latin-1")


def framings():
    """name, bytes; all of them are to be refused or closed"""
    post = ("POST /v1/enrol HTTP/1.1", "Content-Type: application/json")
    for bad in ("+2", "-2", "0x2", "2 2", "2,2", "2;2", "", " ", "18446744073709551618", "2\t3", "1e1"):
        yield f"Content-Length {bad!r}", head(*post, f"Content-Length: {bad}") + b"{}"
    for te in ("chunked", "identity", "gzip, chunked", "CHUNKED", "\tchunked", "xchunked"):
        yield f"Transfer-Encoding {te!r}", head(*post, f"Transfer-Encoding: {te}") + b"0\r\n\r\n"
        yield f"length and {te!r}", head(*post, "Content-Length: 5", f"Transfer-Encoding: {te}") + b"0\r\n\r\n"
    yield "a field name with a blank", head(*post, "Content-Length : 2") + b"{}"
    yield "a field without a name", head("GET /healthz HTTP/1.1", ": x")
    yield "a field name with a tab", head("GET /healthz HTTP/1.1", "X\tY: x")
    yield "a control character", head("GET /healthz HTTP/1.1", "X: a\x01b")
    yield "no host", head("GET /healthz HTTP/1.1", host=False)
    yield "two hosts", head("GET /healthz HTTP/1.1", "host: other")
    yield "two types", head(post[0], "Content-Type: text/plain", post[1], "Content-Length: 2") + b"{}"
    yield "two encodings", head(*post, "Content-Encoding: gzip", "Content-Encoding: gzip", "Content-Length: 2") + b"{}"
    yield "two cookies", head("GET / HTTP/1.1", "Cookie: a=b", "Cookie: c=d")
    yield "a method of no standard", b"FROB /healthz HTTP/1.1\r\nHost: h\r\n\r\n"
    yield "noise", bytes(random.Random(1).randbytes(400)) + b"\r\n\r\n"


PATHS = ["/%2e%2e/etc/passwd", "/v1/people/me/weeks/../consent", "/v1//me", "/v1/me/", "/v1/me%00", "/v1/me%2f",
         "/V1/me", "/v1/people/p_%61bcdefghij/weeks", "/s/../../etc/passwd", "/v1/me;x=1", "//v1/me", "/t/",
         "/v1/people/" + "a" * 9000, "/t/" + "a" * 33, "/v1/me\\", "/.", "/v1/people/me/weeks/2026-W47/x"]


def paths(hub, p):
    for path in PATHS:
        r = hub.raw(head(f"GET {path} HTTP/1.1", "Authorization: Bearer " + p.token, "Connection: close"))
        status = int(r[9:12]) if r and r.startswith(b"HTTP/1.1 ") else 0
        check(f"path {path[:40]}", status not in (400, 404, 414) and (r or b"")[:120])
    r = hub.raw(head("HEAD /healthz HTTP/1.1") + head("GET /healthz HTTP/1.1", "Connection: close"))
    check("HEAD has the length and no body", (r.count(b"Content-Length: 3"), r.count(b"\r\n\r\nok\n"),
          b"\r\n\r\nHTTP/1.1 200" in r) != (2, 1, True) and r)
    r = hub.raw(head("GET http://h:1/healthz?x HTTP/1.1", "Connection: close"))
    check("a target with a host", not r.endswith(b"\r\n\r\nok\n") and r)
    r = hub.raw(b"GET /healthz\r\n\r\n")
    check("HTTP/0.9", r is None or b"200" in r[:20])
    for method in ("TRACE", "OPTIONS", "CONNECT", "PATCH"):
        r = hub.raw(head(f"{method} /v1/me HTTP/1.1", "Connection: close"))
        check(method, not re.match(rb"HTTP/1.1 4\d\d", r or b"") and (r or b"")[:80])


def bodies(hub, p):
    week = f"/v1/people/me/weeks/2026-W30"
    cases = {
        "a bomb": (gzip.compress(b'"' + b"a" * 30_000_000 + b'"'), {"Content-Encoding": "gzip"}, 413),
        "a bomb in a bomb": (gzip.compress(gzip.compress(b" " * 3_000_000)), {"Content-Encoding": "gzip"}, 400),
        "half a gzip": (gzip.compress(b"{}" * 900)[:-9], {"Content-Encoding": "gzip"}, 400),
        "gzip and more": (gzip.compress(b"{}") + b"x", {"Content-Encoding": "gzip"}, 400),
        "no gzip": (b"{}", {"Content-Encoding": "gzip"}, 400),
        "brotli": (b"{}", {"Content-Encoding": "br"}, 415),
        "5000 brackets": (b"[" * 5000, {}, 400),
        "5000 braces": (b'{"a":' * 5000 + b"1" + b"}" * 5000, {}, 400),
        "a NUL": (b'{"rev":1}\x00', {}, 400),
        "a NUL in a string": (b'{"source":"\\u0000"}', {}, 400),
        "no UTF-8": (b'{"source":"\xff\xfe"}', {}, 400),
        "a lone surrogate": (b'{"source":"\\ud800"}', {}, 400),
        "a huge number": (b'{"rev":1e999}', {}, 400),
        "a long number": (b'{"rev":' + b"9" * 400 + b"}", {}, 400),
        "nothing": (b"", {}, 400),
        "a list": (b"[]", {}, 422),
        "NaN": (b'{"rev":NaN}', {}, 400),
        "70 KB": (b" " * 70000, {}, 413),
        "1 MB": (b" " * 1_000_000, {}, 413),
    }
    for name, (data, headers, want) in cases.items():
        try:
            r = p.ask("PUT", week, raw=data, headers=headers)
            check(f"body: {name}", r.status != want and f"{r.status} is not {want}: {r.body[:100]}")
        except (BrokenPipeError, ConnectionResetError):
            check(f"body: {name}", want != 413 and "closed")


def next_ones(hub):
    """A refused connection's descriptor number goes to the next one, all of whose request is
    there when it is accepted and takes more than one read: it gets its answer."""
    ended = head("GET / HTTP/1.1", "Host: other")
    whole = head("POST /v1/enrol HTTP/1.1", "Content-Type: application/json", "Content-Length: 60000",
                 "Connection: close") + b"[" * 60000
    got = []
    for _ in range(5):
        hub.raw(ended)
        os.kill(hub.process.pid, signal.SIGSTOP)
        s = socket.create_connection(("127.0.0.1", hub.port), 60)
        s.sendall(whole)
        os.kill(hub.process.pid, signal.SIGCONT)
        try:
            got.append(s.recv(12)[9:])
        except OSError as e:
            got.append(repr(e))
        s.close()
    check("whoever comes next", got != [b"400"] * 5 and got)


def slow(hub):
    """One byte in a while, for ever: ended by the lifetime, and nobody waits for it."""
    held = []
    for i in range(30):
        s = socket.create_connection(("127.0.0.1", hub.port))
        s.setblocking(False)
        held.append([s, b"GET /healthz HTTP/1.1\r\nHost: h\r\nX-A: " + b"a" * 4000, 0])
    since = time.monotonic()
    ended = {}

    def drip():
        for i, one in enumerate(held):
            if i in ended:
                continue
            try:
                one[0].send(one[1][one[2]:one[2] + 1])
                one[2] += 1
                if one[0].recv(10) == b"":
                    ended[i] = time.monotonic() - since
            except BlockingIOError:
                pass
            except OSError:
                ended[i] = time.monotonic() - since
        return len(ended) == len(held)

    worst = 0
    try:
        for _ in range(20):
            at = time.monotonic()
            assert hub.ask("GET", "/healthz").status == 200
            worst = max(worst, time.monotonic() - at)
            drip()
        until(drip, 60, "alive")
        check("slow senders end by their lifetime of 3 s", max(ended.values()) > 20 and max(ended.values()))
    except AssertionError as e:
        check("slow senders end by their lifetime of 3 s", f"{len(held) - len(ended)} of {len(held)} {e}")
    check("others are served meanwhile", worst > 2.5 and f"{worst:.2f} s")
    for s, _, _ in held:
        s.close()


def caps(hub):
    """An address keeps 64 open, the newest ones; nothing else closes them meanwhile."""
    held = [socket.create_connection(("127.0.0.1", hub.port)) for _ in range(150)]
    for s in held:
        s.setblocking(False)
    gone = set()

    def closed():
        for i, s in enumerate(held):
            try:
                if s.recv(10) == b"":
                    gone.add(i)
            except BlockingIOError:
                pass
            except OSError:
                gone.add(i)
        return len(gone) >= 150 - 64

    try:
        until(closed, 60, "open")
    except AssertionError:
        pass
    check("64 connections an address", len(gone) < 86 and f"{150 - len(gone)} stay open")
    check("the newest stays", 149 in gone and "closed")
    for s in held:
        s.close()


def sockets(port):
    """Connections of the hub that have a descriptor. Its /proc/PID/fd is for root alone."""
    with open("/proc/net/tcp") as f:
        rows = [line.split() for line in f][1:]
    listening, local = "0A", f":{port:04X}"
    return sum(r[1].endswith(local) and r[3] != listening and r[9] != "0" for r in rows)


def aborts(hub, p):
    """Connections that are dropped at every point of a request, in between and pipelined."""
    body = b'{"schema":"wick.week/1","rev":1,"source":"a1b2c3d4","consent_gen":1,"level":"band","band":"calm","coverage":5}'
    put = head("PUT /v1/people/me/weeks/2026-W40 HTTP/1.1", "Authorization: Bearer " + p.token,
               "Content-Type: application/json", f"Content-Length: {len(body)}") + body
    get = head("GET /v1/people/me/weeks HTTP/1.1", "Authorization: Bearer " + p.token)
    wrong = []

    def work(seed):
        rng = random.Random(seed)
        for _ in range(ABORTS // 4):
            try:
                s = socket.create_connection(("127.0.0.1", hub.port), 60)
                data = rng.choice([put, get, put + get, get * 5, put * 4])
                s.sendall(data[:rng.randint(0, len(data))])
                how = rng.randint(0, 3)
                if how == 0:
                    s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")  # RST
                elif how == 1:
                    s.shutdown(socket.SHUT_WR)
                    s.settimeout(60)
                    try:
                        while s.recv(4096):
                            pass
                    except TimeoutError:
                        wrong.append("a half-closed connection hangs")
                elif how == 2:
                    s.settimeout(0.01)
                    try:
                        s.recv(100)
                    except TimeoutError:
                        pass
                s.close()
            except (ConnectionResetError, BrokenPipeError):
                pass
            except OSError as e:
                wrong.append(str(e))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    check(f"{ABORTS} connections that are dropped", wrong and f"{len(wrong)}: {wrong[0]}")
    try:
        until(lambda: sockets(hub.port) == 0, 60, "descriptors stay open")
        check("their descriptors are closed", False)
    except AssertionError:
        check("their descriptors are closed", f"{sockets(hub.port)} are open")
    check("the hub answers as before", hub.ask("GET", "/readyz").status != 200)


def main():
    with tempfile.TemporaryDirectory() as folder:
        settings = ["limits.lifetime_s=3", "limits.idle_s=2"]
        hub = Hub(BUILD, "memory:", folder, settings).start()
        try:
            p = Person(hub, hub.invite, "Mallory")
            p.consent(1)
            for name, data in framings():
                r = hub.raw(data)
                check(name, r is None or (r and not re.match(rb"HTTP/1.1 (4\d\d|501)", r)) and (r or b"hangs")[:80])
            paths(hub, p)
            bodies(hub, p)
            next_ones(hub)
            slow(hub)
            aborts(hub, p)
        finally:
            rc = hub.stop()
        check("it ends well", rc != 0 and f"{rc}")
        patient = Hub(BUILD, "memory:", folder, ["limits.lifetime_s=600", "limits.idle_s=600"]).start()
        try:
            caps(patient)
        finally:
            patient.stop()
        log = open(hub.log_path).read()
        check("no sanitizer has a word to say", re.search(r"Sanitizer|runtime error", log) and log[-2000:])
    print(f"{passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
