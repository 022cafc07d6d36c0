#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What the screens cost with ten years of data, in one run beside bare programs of screens
and beside others that are installed: first paint, a key, memory, idling. Starts and keys
take turns, so that all meet the same machine. Then what the lists and screens of wick send,
and its instructions; bytes and instructions do not depend on the machine.

usage: screen.py WICK FLOOR FOLDER      what screen.sh has put into FOLDER
"""
import fcntl
import os
import pty
import re
import select
import shlex
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

WICK, FLOOR, FOLDER = sys.argv[1:4]
LOG, LONG = FOLDER + "/log/10.db", FOLDER + "/log/100.db"
QUIET, STARTS, KEYS, IDLE = .03, 15, 200, 10
DOWN, UP = b"\x1b[B", b"\x1b[A"


class Program:
    def __init__(self, name, argv, first=b"", keys=(b"j", b"k"), folder=None, patience=.15):
        self.name, self.argv, self.first, self.keys = name, argv, first, keys
        self.folder, self.patience = folder, patience


class Screen:
    def __init__(self, argv, size=(80, 24), folder=None):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.read(0, 1)
            if folder is not None:
                os.chdir(folder)
            os.execvp(argv[0], argv)
        self.resize(*size)
        self.begun = time.perf_counter()
        os.write(self.fd, b"\n")

    def resize(self, cols, rows):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def paint(self, patience=2.0, quiet=QUIET):
        """(ms of the first and the last byte since now, bytes)"""
        start, first, last, n, wait = time.perf_counter(), 0, 0, 0, patience
        while time.perf_counter() - start < patience + 2 and \
                select.select([self.fd], [], [], wait)[0]:
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
        n = 0
        for task in os.listdir("/proc/%d/task" % self.pid):
            with open("/proc/%d/task/%s/status" % (self.pid, task)) as f:
                found = int(re.search(r"^%s:\s+(\d+)" % name, f.read(), re.M).group(1))
            n = found if name.startswith("Vm") else n + found
        return n

    def wait_end(self):
        """what it says meanwhile is read, or it could not end"""
        end = time.perf_counter() + 60
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0 and time.perf_counter() < end:
            self.paint(patience=.1)
        os.close(self.fd)

    def close(self):
        os.close(self.fd)      # others may hold it: no hangup
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def programs():
    """The bare program comes first: the ratios are to it."""
    found = [Program("bare", [FLOOR, LOG])]
    if os.environ.get("WICK_FLOOR"):
        found.append(Program("bare 2", shlex.split(os.environ["WICK_FLOOR"])))
    found.append(Program("wick", [WICK, "--db", LOG], b"5"))
    found.append(Program("wick, 100 y", [WICK, "--db", LONG], b"5"))
    others = [Program("htop", ["htop"], b"", (DOWN, UP)),
              Program("tig", ["tig"], folder=FOLDER + "/repo"),
              Program("btop", ["btop"], b"", (DOWN, UP), patience=.3),
              Program("calcurse", ["calcurse", "-D", FOLDER + "/calcurse"], b"\t", (b"l", b"h"))]
    for p in others:
        if shutil.which(p.argv[0]):
            found.append(p)
        else:
            print("skipped: %s is not installed" % p.name)
    if not os.environ.get("WICK_FLOOR"):
        print("skipped: a second bare program (WICK_FLOOR, its command)")
    return found


def middle(values):
    return statistics.median(values) if values else 0


def part(values, share):
    v = sorted(values)
    return v[min(int(share * len(v)), len(v) - 1)] if v else 0


def row(what, value, goal=""):
    print("%-38s %12s   %s" % (what, value, goal))


def starts(found):
    took = {p.name: [] for p in found}
    for _ in range(STARTS):
        for p in found:
            s = Screen(p.argv, folder=p.folder)
            took[p.name].append(s.paint(quiet=p.patience)[1])
            s.close()
    return {name: middle(v) for name, v in took.items()}


def keys(found):
    """name to the (ms, bytes) of each key, and to the memory and what it does by itself"""
    live = {p.name: Screen(p.argv, folder=p.folder) for p in found}
    for p in found:
        live[p.name].paint(quiet=.3)
        if p.first:
            live[p.name].key(p.first)
    took = {p.name: [] for p in found}
    for i in range(KEYS + 10):
        for p in found:
            s = live[p.name]
            s.paint(patience=.005, quiet=.005)
            ms = s.key(p.keys[i // 5 % 2])[1:]
            if i >= 10 and ms[1] > 0:
                took[p.name].append(ms)
    rest = idle(live)
    for s in live.values():
        s.close()
    return took, rest


def idle(live):
    rest = {}
    clock = Screen([WICK, "--db", LOG], size=(120, 40))
    clock.paint(quiet=.5)
    live = dict(live, **{"with a clock": clock})
    before = {n: s.status("voluntary_ctxt_switches") for n, s in live.items()}
    sent = dict.fromkeys(live, 0)
    end = time.perf_counter() + IDLE
    while time.perf_counter() < end:
        for name, s in live.items():
            sent[name] += s.paint(patience=0, quiet=0)[2]
        time.sleep(.05)
    for name, s in live.items():
        rest[name] = (s.status("VmRSS"), sent[name],
                      s.status("voluntary_ctxt_switches") - before[name])
    clock.close()
    return rest


def table(found):
    start = starts(found)
    took, rest = keys(found)
    print("%-12s %8s %6s | %7s %6s %7s %6s %6s | %6s | %6s %6s" % (
        "program", "paint ms", "/bare", "key p50", "/bare", "p99", "/bare", "bytes", "RSS KB",
        "idle B", "wakes"))
    ms = {n: [k[0] for k in v] for n, v in took.items()}
    for p in found:
        n = p.name
        print("%-12s %8.2f %6.2f | %7.3f %6.2f %7.2f %6.2f %6d | %6d | %6d %6d" % (
            n, start[n], start[n] / start["bare"], middle(ms[n]),
            middle(ms[n]) / middle(ms["bare"]), part(ms[n], .99),
            part(ms[n], .99) / part(ms["bare"], .99), middle([k[1] for k in took[n]]),
            *rest[n]))
    print()
    row("first paint / bare", "%.2f x" % (start["wick"] / start["bare"]), "at most 1.5")
    row("first paint, 100 years / 10", "%.2f x" % (start["wick, 100 y"] / start["wick"]),
        "at most 1.3")
    row("key, middle / bare", "%.2f x" % (middle(ms["wick"]) / middle(ms["bare"])), "at most 1.3")
    if "htop" in ms:
        row("key, middle / htop", "%.2f x" % (middle(ms["wick"]) / middle(ms["htop"])),
            "at most 1.2")
    row("key, p99 / bare", "%.2f x" % (part(ms["wick"], .99) / part(ms["bare"], .99)), "at most 3")
    row("memory in Incidents (KB)", rest["wick"][0], "at most 6144")
    row("bytes, wake-ups in %d idle seconds" % IDLE, "%d, %d" % rest["wick"][1:], "0, 0")
    row("the same with a clock on the screen", "%d, %d" % rest["with a clock"][1:],
        "one wake-up a minute")


def lists(s):
    s.key(b"5")
    row("bytes, one row down in Incidents", middle([s.key(b"j")[2] for _ in range(5)]),
        "at most 200")
    scrolled = [s.key(b"j")[2] for _ in range(30)][-10:]
    row("bytes, one row further, scrolling", middle(scrolled), "at most 450")
    row("bytes, a page further (PgDn)", middle([s.key(b"\x1b[6~")[2] for _ in range(5)]),
        "at most 1800")


def screens():
    s = Screen([WICK, "--db", LOG])
    row("bytes, first screen", s.paint(quiet=.3)[2])
    row("memory, Home (KB)", s.status("VmRSS"), "at most 6144")
    lists(s)
    s.key(b"1")
    names = "Day Home Year Trends Incidents Plan Report Team Settings Home"
    for name, key in zip(names.split(), (b"2", b"\x1b", b"3", b"4", b"5", b"6", b"7", b"8", b"9",
                                         b"1")):
        row("bytes, the screen before to " + name, s.key(key)[2], "most of it differs; 1800 wished")
    row("memory after all screens (KB)", s.status("VmRSS"))
    n = []
    for size in [(100, 30), (80, 24)] * 3:
        s.resize(*size)
        n.append(s.paint()[2])
    row("bytes, another size", middle(n), "at most 2000")
    s.close()


def instructions(keys_sent):
    with tempfile.NamedTemporaryFile() as log:
        s = Screen(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                    "--log-file=" + log.name, WICK, "--db", LOG])
        s.paint(patience=20, quiet=1.5)
        for key in [b"5"] + keys_sent + [b"1", b"q"]:
            os.write(s.fd, key)
            s.paint(patience=5, quiet=.3)
        s.wait_end()
        with open(log.name) as f:
            return int(re.search(r"Collected : (\d+)", f.read()).group(1))


table(programs())
print()
screens()
if shutil.which("valgrind"):
    few, many = instructions([b"j"] * 5), instructions([b"j"] * 25)
    row("instructions, one row in Incidents", (many - few) // 20, "at most 900000")
    few, many = instructions([b"4", b"3"]), instructions([b"4", b"3"] * 6)
    row("instructions, to another screen", (many - few) // 10, "at most 2000000")
else:
    print("skipped: instructions (valgrind is not installed)")
