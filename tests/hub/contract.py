#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The checks once more through prism, which holds every request and every reply against the
contract. Wants node, NODE_PATH with @stoplight/prism-cli, and WICK_SPEC, the folder of
openapi.yaml. usage: contract.py BUILD, or contract.py front PORT for itself"""
import os
import re
import shutil
import socket
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SPEC = os.path.join(os.environ.get("WICK_SPEC", ""), "openapi.yaml")
# All but those that send what the contract does not allow, what prism does not read (gzip),
# or what is no part of the API.
VALID = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 20, 21, 22, 23, 24, 25, 27, 29, 31, 32, 33]


def prism():
    for folder in os.environ.get("NODE_PATH", "").split(":"):
        path = os.path.join(folder, "@stoplight/prism-cli/dist/index.js")
        if os.path.exists(path):
            return path
    return None


def front(port):
    """Starts prism before that port, says its own, ends when its standard input does."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        mine = s.getsockname()[1]
    p = subprocess.Popen(["node", prism(), "proxy", "--errors", "-p", str(mine), "-h", "127.0.0.1", SPEC,
                          f"http://127.0.0.1:{port}"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    while "Prism is listening" not in p.stdout.readline():
        if p.poll() is not None:
            return 1
    print(mine, flush=True)
    sys.stdin.read()
    p.kill()
    return 0


def main():
    if sys.argv[1] == "front":
        return front(sys.argv[2])
    if not shutil.which("node") or not prism() or not os.path.exists(SPEC):
        print("skipped: the contract needs node, NODE_PATH with @stoplight/prism-cli, and WICK_SPEC with openapi.yaml")
        print("0 passed, 0 failed")
        return 0
    env = dict(os.environ, FRONT=f"{sys.executable} {os.path.abspath(__file__)} front")
    run = subprocess.run([sys.executable, os.path.join(HERE, "checks.py"), sys.argv[1], "memory:"] +
                         [str(n) for n in VALID], env=env, capture_output=True, text=True)
    print(re.sub(r"^ok memory", "ok contract", run.stdout + run.stderr, flags=re.M), end="")
    return run.returncode


sys.exit(main())
