#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Random sizes, keys and bytes for a while. wick must live, end with its screen drawn and
the terminal as it was; nothing but a form's save may have written the log.

usage: storm.py sizes WICK LOG ROUNDS [SEED]    sizes of 1x1 to 300x100 among keys that
                                                write nothing: the log stays as it is
       storm.py bytes WICK LOG SECONDS [SEED]   any bytes at all, started again when they
                                                ended it: the log is sound afterwards
"""
import fcntl
import hashlib
import os
import pty
import random
import select
import signal
import struct
import subprocess
import sys
import termios
import time

from steady import is_busy

# no C-s, C-c, C-z, q, Q, s, d, u: nothing is saved, undone or left by them
KEYS = [b"j", b"k", b"h", b"l", b"g", b"G", b"\t", b" ", b"?", b"v", b"H", b"\x1b", b"[", b"]",
        b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[5~", b"\x1b[6~", b"\x1b[Z", b"\x1bOP",
        b"\x0c", b"t", b"n", b"N", b"m", b"c", b"p", b"1", b"2", b"3", b"4", b"5", b"6",
        b"7", b"8", b"9", b"/", b":", b"b", b"e", b"a", b"x", b"+", b"-", b"\x7f", b"\x17",
        b"\x15", b"\x19", "日".encode(), b"e\xcc\x81", b"8:40", b"26:00", b"\x1b[H", b"\x1b[F",
        b"\x1b[200~any thing\n:quit\n\x1b[201~"]
ENDED = (0, 130)


class Wick:
    def __init__(self, path, log, cols=80, rows=24):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            time.sleep(.1)
            os.execv(path, ["wick", "--db", log])
        self.mode = termios.tcgetattr(self.fd)[:4]
        self.size(cols, rows)
        self.status = None
        self.last = b""
        self.begin()

    def begin(self):
        """Until keys are keys: before, C-c is the kernel's."""
        end = time.monotonic() + 60
        while termios.tcgetattr(self.fd)[3] & termios.ICANON and not self.over_within(.02):
            assert time.monotonic() < end, "it does not begin: %r" % self.last

    def size(self, cols, rows):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def read(self, seconds):
        out = b""
        while select.select([self.fd], [], [], seconds)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                break
            if not data:
                break
            out += data
        self.last = (self.last + out)[-4000:]
        return out

    def write(self, data):
        """Read meanwhile: neither side may wait for the other's room."""
        while not select.select([], [self.fd], [], 0)[1] and not self.is_over():
            self.read(.01)
        try:
            os.write(self.fd, data)
        except OSError:
            return

    def is_over(self):
        if self.status is None:
            got, status = os.waitpid(self.pid, os.WNOHANG)
            if got:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def over_within(self, seconds):
        end = time.monotonic() + seconds
        while not self.is_over() and time.monotonic() < end:
            self.read(.02)
        return self.is_over()

    def rest(self, quiet):
        """What it writes until it has taken its keys and was quiet for so long."""
        out, end = b"", time.monotonic() + 60
        while time.monotonic() < end:
            part = self.read(quiet)
            out += part
            if not part and (self.is_over() or not is_busy(self.fd)):
                break
        return out.decode("utf-8", "replace")

    def screen(self):
        self.write(b"\x0c")
        return self.rest(.25)

    def end(self, seed):
        """C-c ends it; where something is typed it asks once."""
        for _ in range(2):
            self.write(b"\x03")
            self.rest(.25)
            if self.over_within(2):
                break
        if not self.over_within(60):
            said = self.screen()
            os.kill(self.pid, signal.SIGKILL)
            sys.exit("seed %d: does not end: %r" % (seed, said[-1500:]))


def digest(log):
    with open(log, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def noise(rnd):
    """Bytes that are no keys of ours: control bytes that act are left out. The last ones
    end a character that was begun, which would swallow the Esc of a paste."""
    return bytes(b for b in rnd.randbytes(rnd.randint(1, 12))
                 if b >= 0x80 or b in (0x00, 0x1c, 0x1d, 0x1e, 0x1f)) + b"\x80\x80\x80"


def storm(w, rnd, rounds, seed):
    for i in range(rounds):
        what = rnd.random()
        if what < .3:
            w.size(rnd.randint(1, 300), rnd.randint(1, 100))
        elif what < .92:
            w.write(rnd.choice(KEYS))
        else:
            w.write(noise(rnd))
        if rnd.random() < .5:
            w.read(.002)
        assert i % 50 or not w.is_over(), "seed %d: over (%s) after %d rounds: %r" % (
            seed, w.status, i, w.last[-600:])


def go_home(w):
    """Out of whatever is open: a question about typed text is answered with "drop"."""
    screen = ""
    for _ in range(12):
        w.write(b"\x1b")
        said = w.rest(.15)
        w.write(b"d" if "drop" in said else b"1")
        w.rest(.15)
        screen = w.screen()
        if "[1 Home]" in screen:
            return
    sys.exit("no Home at the end: %r" % screen[-600:])


def sizes(path, log, rounds, seed):
    before = digest(log)
    w = Wick(path, log)
    w.rest(1)
    storm(w, random.Random(seed), rounds, seed)
    w.size(80, 24)
    w.rest(.3)
    go_home(w)
    w.end(seed)
    assert w.status == 130, "seed %d: status %d: %r" % (seed, w.status, w.last[-900:])
    assert termios.tcgetattr(w.fd)[:4] == w.mode, "seed %d: the terminal is changed" % seed
    assert digest(log) == before, "seed %d: the log was written" % seed


def flood(w, rnd, until):
    """Any bytes, in pieces as a terminal or a cat on the keyboard gives them."""
    while time.monotonic() < until and not w.is_over():
        if rnd.random() < .02:
            w.size(rnd.randint(1, 300), rnd.randint(1, 100))
        if rnd.random() < .5:
            w.write(rnd.randbytes(rnd.randint(1, 40)))
        else:
            w.write(rnd.choice(KEYS))
        w.read(.001)


def any_bytes(path, log, seconds, seed):
    rnd, until, starts = random.Random(seed), time.monotonic() + seconds, 0
    while time.monotonic() < until:
        w = Wick(path, log, rnd.choice((40, 80, 120, 200)), rnd.choice((12, 24, 40, 60)))
        w.rest(.3)
        flood(w, rnd, until)
        if not w.is_over():
            w.size(80, 24)
            w.write(b"\x1b[201~")        # a paste that was begun is over
            w.rest(.1)
            w.end(seed)
        assert w.status in ENDED, "seed %d: status %s: %r" % (seed, w.status, w.last[-3000:])
        assert termios.tcgetattr(w.fd)[:4] == w.mode, "seed %d: the terminal is changed" % seed
        os.close(w.fd)
        starts += 1
    said = subprocess.run([path, "--db", log, "doctor"], capture_output=True, text=True,
                          check=False)
    assert said.returncode == 0, "seed %d: doctor: %s%s" % (seed, said.stdout, said.stderr)
    print("%d starts, the log is sound" % starts)


def main():
    what, path, log, amount = sys.argv[1:5]
    seed = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    {"sizes": sizes, "bytes": any_bytes}[what](os.path.realpath(path), log, int(amount), seed)


main()
