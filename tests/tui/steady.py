#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""termshot (WICK_TERMSHOT) on a machine of any speed: nothing is looked at before the
program has taken its keys and waits for more, and the time that other programs took away is
not counted as the program's.

A step is over when the terminal was quiet for a while and the program in the foreground
neither runs nor has input left to read. expect-start-ms and expect-key-ms are of the wall
clock less what /proc says was spent waiting for a processor, the program's and our own; the
program's time on the processor is always counted. Two steps are new:
  within SECONDS      the limit of each wait, gone, settle and exit step from here on
  file PATH           until there is a file of this name

usage: steady.py TERMSHOT'S OPTIONS AND STEPS
"""
import fcntl
import importlib.util
import os
import re
import struct
import sys
import termios
import time

TIOCGPTPEER = 0x5441
ANSWER_S = 0.2                  # what is typed is carried to the program by a busy kernel
BUSY_S = 5                      # a program that reads no keys for so long has its reasons
MOST_LATE = 8                   # pieces of a slow frame; more is telling how far it is
TYPED = ("type", "paste", "hex", "click", "clickon", "wheel")


def words_of(path):
    """The words of a file of /proc, after a name in brackets; none when the process is gone."""
    try:
        with open(path, encoding="ascii", errors="replace") as f:
            return f.read().rpartition(")")[2].split()
    except OSError:
        return []


def unread(fd):
    """How many bytes of input nobody has read yet."""
    try:
        peer = fcntl.ioctl(fd, TIOCGPTPEER, os.O_RDONLY | os.O_NOCTTY)
    except OSError:
        return 0
    try:
        return struct.unpack("i", fcntl.ioctl(peer, termios.FIONREAD, b"\0\0\0\0"))[0]
    finally:
        os.close(peer)


def is_busy(fd):
    """Whether the terminal's program runs, wants to, or has input to read."""
    try:
        state = words_of("/proc/%d/stat" % os.tcgetpgrp(fd))[:1]
    except OSError:
        return False
    return state in (["R"], ["D"]) or state == ["S"] and unread(fd) > 0


def spent(pid):
    """Milliseconds on a processor, and of waiting for one."""
    took = words_of("/proc/%s/schedstat" % pid)
    return [int(ns) / 1e6 for ns in took[:2]] if len(took) > 1 else [0.0, 0.0]


class Clock:
    """Since its making: the time that the process PID took, for one that looks on."""

    def __init__(self, pid=None):
        self.start, self.pid, self.own = time.monotonic(), pid, spent("self")
        self.was = spent(pid) if pid else [0.0, 0.0]

    def ms(self, pid):
        wall = (time.monotonic() - self.start) * 1000
        ran, waited = (now - was for now, was in zip(spent(pid), self.was))
        return max(ran, wall - waited - (spent("self")[1] - self.own[1]))


def steady(ts):
    """termshot's session with steps that wait for the program."""
    class Steady(ts.Session):
        def __init__(self, argv, opt):
            self.clock, self.first_ms, self.asked = Clock(), None, None
            super().__init__(argv, opt)

        def pump(self, wait):
            got = super().pump(wait)
            if self.first_output is not None and self.first_ms is None:
                self.first_ms = self.clock.ms(self.pid)
            return got

        def is_over(self):
            return self.eof and self.status is not None

        def settle(self, quiet=.15, most=2.0):
            start = last = time.monotonic()
            end, guard, late = last + most, last + max(most, BUSY_S), 0
            while not self.is_over():
                now = time.monotonic()
                unheard = self.asked == self.total and now < start + ANSWER_S
                busy = unheard or now < guard and is_busy(self.fd)
                if not busy and (now - last >= quiet or now >= end):
                    return now - last >= quiet
                if self.pump(.02):
                    last = time.monotonic()
                    late += last >= end
                    if late > MOST_LATE:
                        return False
            return True

        def press(self, data):
            """A key, until it is answered or there is nothing to say to it."""
            before, clock = self.total, Clock(self.pid)
            self.send(data)
            end, guard = clock.start + ANSWER_S, clock.start + BUSY_S
            while self.total == before and not self.is_over():
                now = time.monotonic()
                if now >= end and (now >= guard or not is_busy(self.fd)):
                    break
                self.pump(.002)
            if self.total != before:
                self.key_ms.append(clock.ms(self.pid))
            self.settle(self.opt.settle / 1000, self.opt.settle_max / 1000)

        def keys(self, words):
            if self.is_over():
                raise ts.Fail("key: the program has ended (status %d)" % self.status)
            for word in words:
                m = re.fullmatch(r"(.+)\*(\d{1,4})", word)
                for _ in range(int(m.group(2)) if m else 1):
                    data = ts.key_bytes(m.group(1) if m else word, 1 in self.screen.modes)
                    if data is None:
                        raise ValueError("unknown key %r" % word)
                    self.press(data)

        def step(self, line):
            verb, _, rest = line.strip().partition(" ")
            if verb in ("key", "keys"):
                self.keys(rest.split())
            elif verb == "within":
                self.opt.wait_timeout = float(rest)
            elif verb == "file":
                self.until("file %r" % rest, lambda: os.path.exists(rest))
            elif verb == "expect-start-ms":
                if self.first_ms is None or self.first_ms > float(rest):
                    raise ts.Fail("expect-start-ms: %s" % self.first_ms)
            else:
                self.asked = self.total if verb in TYPED else None
                super().step(line)
                self.asked = None
    return Steady


def main():
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("termshot", os.environ["WICK_TERMSHOT"])
    ts = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(ts)
    ts.Session = steady(ts)
    return ts.main()


if __name__ == "__main__":
    sys.exit(main())
