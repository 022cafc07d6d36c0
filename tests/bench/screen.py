#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What the screens cost with ten years of data, beside a bare program of screens that
opens the same log: first paint, memory, bytes and instructions a key, resizing, idling.
Starts and keys take turns, so that both meet the same machine.

usage: screen.py WICK FLOOR LOG
"""
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

WICK, FLOOR, LOG = sys.argv[1:4]
PROGRAMS = {"floor": [FLOOR, LOG], "wick": [WICK, "--db", LOG]}
QUIET = .03


class Screen:
    def __init__(self, argv, size=(80, 24)):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.read(0, 1)
            os.execvp(argv[0], argv)
        self.resize(*size)
        self.begun = time.perf_counter()
        os.write(self.fd, b"\n")

    def resize(self, cols, rows):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def paint(self, patience=2.0, quiet=QUIET):
        """(ms of the first and the last byte since now, bytes)"""
        start, first, last, n, wait = time.perf_counter(), 0, 0, 0, patience
        while select.select([self.fd], [], [], wait)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                break
            if not data:
                break
            last = (time.perf_counter() - start) * 1000
            first, n, wait = first or last, n + len(data), quiet
            if b"\x1b]11;?" in data:
                os.write(self.fd, b"\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62c")
        return first, last, n

    def key(self, key):
        os.write(self.fd, key)
        return self.paint()

    def status(self, name):
        with open("/proc/%d/status" % self.pid) as f:
            return int(re.search(r"^%s:\s+(\d+)" % name, f.read(), re.M).group(1))

    def close(self):
        os.close(self.fd)      # others may hold it: no hangup
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def middle(values):
    return statistics.median(values)


def row(what, value, goal=""):
    print("%-38s %12s   %s" % (what, value, goal))


def starts(rounds=15):
    took = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        for name, argv in PROGRAMS.items():
            s = Screen(argv)
            ms = s.paint(quiet=.15)
            took[name].append(ms[:2])
            s.close()
    floor, wick = ([middle(t[i] for t in took[n]) for i in (0, 1)] for n in PROGRAMS)
    row("bare screens, first paint (ms)", "%.2f" % floor[1])
    row("wick, first paint (ms)", "%.2f" % wick[1])
    row("  first byte / bare", "%.2f x" % (wick[0] / floor[0]))
    row("  first paint / bare", "%.2f x" % (wick[1] / floor[1]), "at most 1.5")


def keys(rounds=60):
    live = {"floor": Screen(PROGRAMS["floor"]), "wick": Screen(PROGRAMS["wick"])}
    for s in live.values():
        s.paint(quiet=.3)
    live["wick"].key(b"5")
    took = {name: [] for name in live}
    for i in range(rounds):
        for name, s in live.items():
            took[name].append(s.key(b"jk"[i // 10 % 2:][:1])[1:])
    for s in live.values():
        s.close()
    ms = {n: sorted(t[0] for t in v) for n, v in took.items()}
    row("  key to paint, middle / bare", "%.2f x" % (middle(ms["wick"]) / middle(ms["floor"])),
        "at most 1.3")
    row("  key to paint, worst of %d / bare" % rounds,
        "%.2f x" % (ms["wick"][-1] / ms["floor"][-1]), "at most 3")
    row("bytes, one row down in Incidents", middle(t[1] for t in took["wick"]), "at most 200")


def screens():
    s = Screen(PROGRAMS["wick"])
    row("bytes, first screen", s.paint(quiet=.3)[2])
    row("memory, Home (KB)", s.status("VmRSS"), "at most 6144")
    names = "Day Home Year Trends Incidents Plan Report Team Settings Home"
    for name, key in zip(names.split(), (b"2", b"\x1b", b"3", b"4", b"5", b"6", b"7", b"8", b"9",
                                         b"1")):
        row("bytes, the screen before to " + name, s.key(key)[2], "at most 1800")
    s.key(b"5")
    row("bytes, half a page down in Incidents", s.key(b"\x04")[2], "at most 1800")
    s.key(b"1")
    sizes = [(100, 30), (80, 24)] * 3
    n = []
    for size in sizes:
        s.resize(*size)
        n.append(s.paint()[2])
    row("bytes, another size", middle(n), "at most 2000")
    before = s.status("voluntary_ctxt_switches")
    idle = s.paint(patience=10)[2]
    row("bytes in 10 idle seconds", idle, "0")
    row("wake-ups in them", s.status("voluntary_ctxt_switches") - before, "0")
    s.close()


def instructions(keys_sent):
    with tempfile.NamedTemporaryFile() as log:
        s = Screen(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                    "--log-file=" + log.name] + PROGRAMS["wick"])
        s.paint(patience=20, quiet=1.5)
        for key in [b"5"] + keys_sent + [b"1", b"q"]:
            os.write(s.fd, key)
            s.paint(patience=5, quiet=.3)
        while s.paint(patience=1)[2]:
            pass
        s.close()
        with open(log.name) as f:
            return int(re.search(r"Collected : (\d+)", f.read()).group(1))


starts()
keys()
screens()
few, many = instructions([b"j"] * 5), instructions([b"j"] * 25)
row("instructions, one row in Incidents", (many - few) // 20, "at most 900000")
