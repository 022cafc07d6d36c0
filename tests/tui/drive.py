#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A small driver of the screens that needs nothing but python3: wick in a pseudo terminal
of a given size, what it writes drawn on a grid, keys, resizes and signals. It tries what
must never break: starting, keys, help, resizing, saving a day, and giving the terminal back.

usage: drive.py WICK FOLDER      FOLDER holds the logs of logs.sh; the last line is the sum
"""
import codecs
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import termios
import time

WICK, BASE = sys.argv[1:3]
LIMIT = 60.0                   # ends only what hangs
CSI = re.compile(r"\x1b\[([?>]?)([0-9;:]*)([ -/]*)([@-~])")
OTHER = re.compile(r"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-B]|[=>78M]|\[|$)")


class Grid:
    """As much of a terminal as curses makes use of under TERM=xterm-256color."""

    def __init__(self, cols, rows):
        self.cols, self.rows, self.x, self.y = cols, rows, 0, 0
        self.modes, self.last, self.rest = set(), " ", ""
        self.clear()

    def clear(self):
        self.cell = [[" "] * self.cols for _ in range(self.rows)]

    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.cell)

    def resize(self, cols, rows):
        old = self.text().split("\n")
        self.cols, self.rows = cols, rows
        self.x, self.y = min(self.x, cols - 1), min(self.y, rows - 1)
        self.cell = [list((old[y] if y < len(old) else "").ljust(cols)[:cols])
                     for y in range(rows)]

    def feed(self, text):
        text, self.rest, i = self.rest + text, "", 0
        while i < len(text):
            if text[i] != "\x1b":
                self.char(text[i])
                i += 1
                continue
            m = CSI.match(text, i)
            if m:
                self.csi(m)
            else:
                m = OTHER.match(text, i)
                if m is None or m.group() in ("\x1b", "\x1b["):
                    self.rest = text[i:]
                    return
            i = m.end()

    def char(self, c):
        if c == "\r":
            self.x = 0
        elif c == "\n":
            self.y = min(self.y + 1, self.rows - 1)
        elif c == "\b":
            self.x = max(self.x - 1, 0)
        elif c == "\t":
            self.x = min((self.x // 8 + 1) * 8, self.cols - 1)
        elif c >= " ":
            if self.x >= self.cols:
                self.x, self.y = 0, min(self.y + 1, self.rows - 1)
            self.cell[self.y][self.x] = self.last = c
            self.x += 1

    def csi(self, m):
        private, nums, _, final = m.groups()
        p = [int(n) if n else 0 for n in re.split("[;:]", nums)]
        n, row = max(p[0], 1), self.cell[self.y]
        if private:
            if private == "?" and final in "hl":
                (self.modes.update if final == "h" else self.modes.difference_update)(p)
                if p[0] in (47, 1047, 1049):
                    self.clear()
        elif final in "Hf":
            self.y = min(n, self.rows) - 1
            self.x = min(max(p[1] if len(p) > 1 else 1, 1), self.cols) - 1
        elif final in "AB":
            self.y = max(0, min(self.rows - 1, self.y + (n if final == "B" else -n)))
        elif final in "CD":
            self.x = max(0, min(self.cols - 1, self.x + (n if final == "C" else -n)))
        elif final == "G":
            self.x = min(n, self.cols) - 1
        elif final == "d":
            self.y = min(n, self.rows) - 1
        elif final == "X":
            row[self.x:self.x + n] = [" "] * min(n, self.cols - self.x)
        elif final == "P":
            row[self.x:] = (row[self.x + n:] + [" "] * n)[:self.cols - self.x]
        elif final == "@":
            row[self.x:] = ([" "] * n + row[self.x:])[:self.cols - self.x]
        elif final == "b":
            for _ in range(n):
                self.char(self.last)
        elif final == "K":
            a, b = [(self.x, self.cols), (0, self.x + 1), (0, self.cols)][p[0]]
            row[a:b] = [" "] * (b - a)
        elif final == "J" and p[0] == 2:
            self.clear()
        elif final == "J":
            row[self.x:] = [" "] * (self.cols - self.x)
            for y in range(self.y + 1, self.rows):
                self.cell[y] = [" "] * self.cols
        elif final in "LM":
            for _ in range(n):
                self.cell.insert(self.y if final == "L" else self.rows, [" "] * self.cols)
                del self.cell[self.rows if final == "L" else self.y]


class Wick:
    """One wick in a terminal of its own, with a HOME of its own."""

    def __init__(self, home, args=(), size=(80, 24), **env):
        self.grid, self.status = Grid(*size), None
        self.utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            keep = {k: os.environ[k] for k in ("PATH", "TZ", "WICK_NOW") if k in os.environ}
            keep.update({"HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **env})
            select.select([0], [], [], LIMIT)      # until the size is set
            os.read(0, 1)
            os.execve(WICK, ["wick", *args], keep)
        self.mode = termios.tcgetattr(self.fd)
        self.resize(*size, tell=False)
        os.write(self.fd, b"\n")

    def resize(self, cols, rows, tell=True):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
        if tell:
            self.grid.resize(cols, rows)

    def pump(self, seconds):
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        self.grid.feed(self.utf8.decode(data))
        return bool(data)

    def until(self, what, holds):
        end = time.monotonic() + LIMIT
        while not holds():
            if time.monotonic() > end:
                raise AssertionError("%s: not within %g s\n%s" % (what, LIMIT, self.grid.text()))
            self.pump(.05)

    def wait(self, text):
        self.until("wait %r" % text, lambda: text in self.grid.text())
        return self

    def gone(self, text):
        self.until("gone %r" % text, lambda: text not in self.grid.text())
        return self

    def send(self, data):
        os.write(self.fd, data.encode())
        return self

    def ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def exit(self, code):
        """Gone, with this exit status, and the terminal is as it was."""
        self.until("exit", self.ended)
        while self.pump(.05):
            pass
        assert self.status == code, "exit status %d, not %d" % (self.status, code)
        assert termios.tcgetattr(self.fd)[:4] == self.mode[:4], "the terminal's mode is changed"
        left = self.grid.modes & {47, 1000, 1002, 1003, 1006, 1047, 1049, 2004}
        assert not left, "left on: %s" % sorted(left)
        return self

    def close(self):
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)


def with_log(home, name):
    folder = os.path.join(home, ".local/share/wick")
    os.makedirs(folder, mode=0o700)
    shutil.copyfile(os.path.join(BASE, name + ".db"), os.path.join(folder, "wick.db"))
    os.chmod(os.path.join(folder, "wick.db"), 0o600)


def first_run_writes_nothing(home, start):
    start().wait("Welcome to wick").send("q").exit(0)
    assert not any(files for _, _, files in os.walk(home)), "a file was made"


def home_starts_and_q_leaves(home, start):
    with_log(home, "demo")
    start().wait("[1 Home]").wait("? help").send("q").exit(0)


def help_opens_and_closes(home, start):
    with_log(home, "demo")
    start().wait("[1 Home]").send("?").wait("Help: Home").send("\x1b").gone("Help: Home") \
        .send("q").exit(0)


def resized_screens_fit(home, start):
    with_log(home, "demo")
    w = start().wait("[1 Home]")
    w.resize(40, 12)
    w.gone("Week 47")
    w.resize(30, 8)
    w.wait("wick needs 40 x 12")
    w.resize(120, 40)
    w.wait("sum").wait("Week 47")
    w.send("q").exit(0)


def day_form_saves(home, start):
    with_log(home, "short")
    w = start().wait("[1 Home]").send("e").wait("[2 Day]")
    w.send("910\t").wait("09:10").send("1840\t").wait("18:40").send("45\t").wait("0:45")
    w.send("\x13").wait("saved: Fri 20").send("\x1b").wait("[1 Home]").wait("8.8")
    w.send("u").wait("undone").send("q").exit(0)


def changed_form_asks(home, start):
    with_log(home, "short")
    w = start().wait("[1 Home]").send("e").wait("[2 Day]").send("9").wait("* unsaved")
    w.send("\x03").wait("s save, d drop, Esc stay").send("d").exit(130)


def terminated_with_the_terminal_restored(home, start):
    with_log(home, "demo")
    for sig, code in ((signal.SIGTERM, 0), (signal.SIGHUP, 0), (signal.SIGINT, 130)):
        w = start().wait("[1 Home]")
        os.kill(w.pid, sig)
        w.exit(code)


def c_c_leaves_with_130(home, start):
    with_log(home, "demo")
    start().wait("[1 Home]").send("\x03").exit(130)


def dumb_terminal_is_refused(home, start):
    with_log(home, "demo")
    start(TERM="dumb").exit(2).wait("wick status")


def closed_terminal_ends_it(home, start):
    with_log(home, "demo")
    w = start().wait("[1 Home]")
    os.close(w.fd)
    w.fd = os.open(os.devnull, os.O_RDONLY)
    end = time.monotonic() + LIMIT
    while not w.ended():
        assert time.monotonic() < end, "still running without a terminal"
        time.sleep(.02)


def ascii_locale_gets_ascii(home, start):
    with_log(home, "demo")
    w = start(LC_ALL="C").wait("[1 Home]").wait("? help")
    assert w.grid.text().isascii(), "not ASCII"


TESTS = [first_run_writes_nothing, home_starts_and_q_leaves, help_opens_and_closes,
         resized_screens_fit, day_form_saves, changed_form_asks,
         terminated_with_the_terminal_restored, c_c_leaves_with_130,
         dumb_terminal_is_refused, closed_terminal_ends_it, ascii_locale_gets_ascii]


def one(test):
    home, alive = os.path.join(BASE, "own"), []

    def start(*args, **env):
        alive.append(Wick(home, args, **env))
        return alive[-1]
    shutil.rmtree(home, ignore_errors=True)
    os.mkdir(home)
    try:
        test(home, start)
        return True
    except (AssertionError, OSError) as e:
        print("FAILED %s\n    %s" % (test.__name__, str(e).replace("\n", "\n    ")))
        return False
    finally:
        for w in alive:
            w.close()


results = [one(t) for t in TESTS]
print("%d passed, %d failed" % (sum(results), len(results) - sum(results)))
sys.exit(0 if all(results) else 1)
