#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A hub of a hundred lines for the client's tests, and everything that may stand between the
two: usage: hubd.py DIR [CERT]. Writes DIR/hub.port, reads DIR/hub.mode before each request, and
keeps what it holds in DIR/hub.json and each request's head in DIR/hub.log. Modes: ok, down
(closes at once), cut (does it, then closes), html, redirect URL, status N [RETRY-AFTER],
hang, poison WEEK STATUS, chaos SEED (one of all of them, at random)."""
import http.server
import json
import os
import random
import ssl
import sys
import time

DIR = sys.argv[1]
TOKEN = "wk_" + "T" * 43
INVITE = "wki_" + "I" * 43
state = {"consent": None, "gen": 0, "withdrawn": 0, "weeks": {}, "used": False}
dice = None
PATH = os.path.join(DIR, "hub.json")
if os.path.exists(PATH):
    with open(PATH) as f:
        state = json.load(f)


def keep():
    with open(PATH + ".new", "w") as f:
        json.dump(state, f)
    os.rename(PATH + ".new", PATH)


def problem(status, code, **more):
    return status, dict({"type": "/problems/" + code, "title": code, "status": status,
                         "code": code}, **more)


def same(a, b):
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)


def put_week(week, body, match=None):
    if state["consent"] is None or state["consent"]["level"] == "none":
        if state["withdrawn"] >= body["consent_gen"]:
            return problem(410, "consent-withdrawn")
        return problem(422, "no-consent")
    if body["consent_gen"] != state["consent"]["gen"]:
        return problem(409, "stale-gen")
    if body["level"] == "indicators" and state["consent"]["level"] == "band":
        return problem(422, "level-exceeds-consent")
    old = state["weeks"].get(week)
    if old and old["source"] != body["source"] and old["body"] is not None:
        if match is None:
            return problem(409, "other-source")
        if match != '"e%d"' % old["rev"]:
            return problem(412, "precondition-failed")
    elif old and old["body"] is None and body["rev"] <= old["rev"]:
        return problem(410, "retracted")
    elif old and body["rev"] < old["rev"]:
        return problem(409, "stale-rev", current_rev=old["rev"])
    elif old and body["rev"] == old["rev"]:
        if not same(old["body"], body):
            return problem(409, "rev-conflict")
        return 200, {"week": week, "rev": body["rev"], "result": "unchanged",
                     "received_at": "2026-11-20T17:00:00Z"}
    state["weeks"][week] = {"rev": body["rev"], "source": body["source"], "body": body}
    return (200 if old else 201), {"week": week, "rev": body["rev"],
                                   "result": "updated" if old else "created",
                                   "received_at": "2026-11-20T17:00:00Z"}


def retract(week, rev):
    old = state["weeks"].get(week)
    if old and rev < old["rev"]:
        return problem(409, "stale-rev", current_rev=old["rev"])
    state["weeks"][week] = {"rev": rev, "source": old["source"] if old else "", "body": None}
    return 204, None


def batch(body):
    items = []
    for item in body["items"]:
        week = item["week"]
        if item["op"] == "put":
            status, said = put_week(week, item["body"])
        else:
            status, said = retract(week, item["rev"])
        out = {"week": week, "status": status}
        for key in ("rev", "code", "current_rev"):
            if said and key in said:
                out[key] = said[key]
        items.append(out)
    good = sum(i["status"] < 300 for i in items)
    return 200, {"accepted": good, "refused": len(items) - good, "items": items}


def consent(method, body, query):
    if method == "GET":
        return (200, state["consent"]) if state["consent"] else problem(404, "not-found")
    if method == "PUT":
        now = state["consent"]
        if body["gen"] < state["gen"] or (now and body["gen"] == now["gen"] and
                                          not same(now, body)):
            return problem(409, "stale-gen")
        if body["gen"] <= state["withdrawn"]:
            return problem(410, "consent-withdrawn")
        state["consent"], state["gen"] = body, body["gen"]
        return (200 if now else 201), body
    gen = int(query.split("=")[1])
    if gen < state["gen"]:
        return problem(409, "stale-gen")
    erased = sum(w["body"] is not None for w in state["weeks"].values())
    for week in state["weeks"].values():
        week["body"] = None
    state["withdrawn"], state["gen"] = gen, gen
    state["consent"] = {"gen": gen, "level": "none", "teams": []}
    return 200, {"gen": gen, "erased": erased}


GRID = {"team": "core", "weeks": ["2026-W45", "2026-W46"], "rows": [
    {"person": "p_aaaaaaaaaaaa", "display": "Sam \x1b[31m<b>",
     "cells": [{"band": "strained", "coverage": 5}, None]},
    {"person": "p_bbbbbbbbbbbb", "display": "Ännchen",
     "cells": [{"band": "calm", "coverage": 7}, {"band": "unknown", "coverage": 1}]}]}
SUM = {"team": "core", "k_min": 5, "weeks": [
    {"week": "2026-W45", "suppressed": True, "strained": None},
    {"week": "2026-W46", "suppressed": False, "strained": "20-40", "oncall":
     {"pages_median": "3-5", "night_median": "1-2", "busiest_fifth": "30-50"}}]}


def route(method, path, body, headers):
    path, _, query = path.partition("?")
    if path == "/v1/meta":
        return 200, {"api": 1, "server": "test", "schemas": ["wick.week/1"],
                     "levels": ["band", "indicators"],
                     "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1795194000)),
                     "limits": {"body": 65536, "batch_body": 262144, "batch_items": 256,
                                "k_min": 5}}
    if path == "/v1/enrol":
        if body.get("invite") != INVITE or state["used"]:
            return problem(410, "invite-used")
        state["used"] = True
        return 201, {"person": "p_test000000", "token": TOKEN, "token_id": "TTTTTTTT"}
    if headers.get("Authorization") != "Bearer " + TOKEN:
        return problem(401, "unauthenticated")
    if path == "/v1/me":
        return 200, {"person": "p_test000000", "display": "Sam", "roles": ["engineer"],
                     "token_id": "TTTTTTTT", "expires_at": None}
    if path == "/v1/people/me/consent":
        return consent(method, body, query)
    if path == "/v1/people/me/access-log":
        return 200, {"next": None, "entries": [
            {"at": "2026-11-20T16:30:00Z", "reader": "Mara \x1b[31mL", "action": "grid",
             "from": "2026-W35", "to": "2026-W46"},
            {"at": "2026-11-19T08:05:00Z", "reader": "Mara \x1b[31mL", "action": "week",
             "from": "2026-W46", "to": "2026-W46"}]}
    if path == "/v1/people/me/batch":
        return batch(body)
    if path.startswith("/v1/people/me/weeks/"):
        week = path.rsplit("/", 1)[1]
        if method == "PUT":
            return put_week(week, body, headers.get("If-Match"))
        if method == "DELETE":
            return retract(week, int(query.split("=")[1]))
        old = state["weeks"].get(week)
        return (200, dict(old["body"], week=week)) if old else problem(404, "not-found")
    if path == "/v1/teams":
        return 200, {"teams": [{"team": "core", "name": "Core", "role": "manager"}]}
    if path == "/v1/teams/core/grid":
        return 200, GRID
    if path == "/v1/teams/core/aggregate":
        return 200, SUM
    return problem(404, "not-found")


class Hub(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, status, said, headers=(), kind="application/json"):
        raw = b"" if said is None else said if isinstance(said, bytes) else \
            json.dumps(said).encode()
        if isinstance(said, dict) and status >= 400:
            kind = "application/problem+json"
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        if status != 204:
            self.wfile.write(raw)

    def fault(self, mode, do):
        """True: the mode has answered, or nobody shall."""
        word = mode.split()
        if word[0] == "chaos":
            global dice
            dice = dice or random.Random(int(word[1]))
            word = dice.choice(["ok ok ok ok", "down", "cut", "html", "twice", "half",
                                "status 500", "status 429 1", "status 413", "slow"]).split()
        if word[0] == "twice":
            do()
        if word[0] == "slow":
            time.sleep(0.05)
        if word[0] == "down":
            pass
        elif word[0] == "cut":
            do()
        elif word[0] == "half":
            do()
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"week\"")
        elif word[0] == "html":
            self.reply(200, b"<html><h1>Welcome to the airport</h1>", kind="text/html")
            return True
        elif word[0] == "redirect":
            self.reply(302, b"", [("Location", word[1])])
            return True
        elif word[0] == "status":
            more = [("Retry-After", word[2])] if len(word) > 2 else []
            self.reply(int(word[1]), b"<html>no</html>", more, kind="text/html")
            return True
        elif word[0] == "hang":
            time.sleep(30)
        else:
            return False
        self.close_connection = True
        return True

    def handle_one(self):
        size = int(self.headers.get("Content-Length") or 0)
        text = self.rfile.read(size)
        body = json.loads(text) if text and text[:1] == b"{" else {}
        with open(os.path.join(DIR, "hub.log"), "a") as f:
            f.write("%s %s %s %s\n" % (self.command, self.path,
                    self.headers.get("Authorization"), text.decode()))
        with open(os.path.join(DIR, "hub.mode")) as f:
            mode = f.read().strip()

        def do():
            said = route(self.command, self.path, body, self.headers)
            keep()
            return said
        if mode.startswith("hook"):
            with open(os.path.join(DIR, "hub.hook"), "w") as f:
                json.dump({"headers": dict(self.headers), "body": text.decode()}, f)
            return self.reply(204, None)
        if mode.startswith("poison") and mode.split()[1] in self.path + text.decode():
            return self.reply(int(mode.split()[2]), b"no", kind="text/html")
        if self.fault(mode, do):
            return None
        status, said = do()
        tag = []
        if self.command == "GET" and said and "rev" in said:
            tag = [("ETag", '"e%d"' % said["rev"])]
        return self.reply(status, said, tag)

    do_GET = do_PUT = do_POST = do_DELETE = handle_one


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Hub)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], os.path.join(os.path.dirname(sys.argv[2]), "key.pem"))
    server.socket = context.wrap_socket(server.socket, server_side=True)
PORT = os.path.join(DIR, "hub.port")
with open(PORT + ".new", "w") as f:
    f.write(str(server.server_address[1]))
os.rename(PORT + ".new", PORT)
server.serve_forever()
