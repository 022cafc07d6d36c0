#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A report rewritten again and again by runs that are killed at any moment, while another
process reads it as fast as it can: what it sees is always one whole report or the other.

usage: rewrite.py WICK FOLDER ROUNDS     prints a line of figures; exit 1: something was torn"""
import os
import random
import signal
import subprocess
import sys
import time

WICK, FOLDER, ROUNDS = sys.argv[1], sys.argv[2], int(sys.argv[3])
PATH = os.path.join(FOLDER, "report.html")
WEEKS = ("2026-W45", "2026-W46")


def report(week, *more):
    return [WICK, "report", "--week", week, "--format", "html", *more]


def whole():
    return {subprocess.run(report(w), capture_output=True, check=True).stdout for w in WEEKS}


def read_on(known, pipe):
    """The reader: until the pipe closes. What it saw, as words."""
    reads, torn, seen = 0, 0, set()
    os.set_blocking(pipe, False)
    while True:
        with open(PATH, "rb") as f:
            text = f.read()
        reads += 1
        seen.add(text)
        torn += text not in known
        if reads % 64 == 0:
            try:
                if os.read(pipe, 1) == b"":
                    break
            except BlockingIOError:
                pass
    print(f"{reads} reads, {torn} torn, {len(seen & known)} of {len(known)} reports seen")
    return 1 if torn or seen - known else 0


def rewrite(seed):
    """Kills within the time that a whole run takes, measured, and a little later."""
    dice = random.Random(seed)
    start = time.monotonic()
    for week in WEEKS * 5:
        subprocess.run(report(week, "-o", PATH), check=True)
    usual = (time.monotonic() - start) / 10
    killed = 0
    for n in range(ROUNDS):
        job = subprocess.Popen(report(WEEKS[n % 2], "-o", PATH))
        time.sleep(dice.uniform(0, usual * 1.2))
        job.send_signal(signal.SIGKILL)
        killed += job.wait() == -signal.SIGKILL
    return killed


def main():
    known = whole()
    subprocess.run(report(WEEKS[0], "-o", PATH), check=True)
    down, up = os.pipe()
    reader = os.fork()
    if reader == 0:
        os.close(up)
        bad = read_on(known, down)
        sys.stdout.flush()
        os._exit(bad)
    os.close(down)
    killed = rewrite(20261120)
    os.close(up)
    bad = os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1])
    left = [f for f in os.listdir(FOLDER) if f != "report.html"]
    print(f"{ROUNDS} rewrites, {killed} killed before their end, {len(left)} files left behind")
    # a name is given a moment before the rename: one in hundreds may be left
    return 1 if bad or killed < ROUNDS // 10 or len(left) > 1 + ROUNDS // 100 else 0


sys.exit(main())
