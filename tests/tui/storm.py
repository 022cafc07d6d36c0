#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Random sizes, keys and bytes for a while. wick must live, end with its screen drawn and
the terminal as it was; nothing but a form's save may have written the log.

usage: storm.py WICK LOG ROUNDS [SEED]
"""
import fcntl
import hashlib
import os
import pty
import random
import select
import struct
import sys
import termios
import time

wick, log, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
rnd = random.Random(seed)
# no C-s, C-c, C-z, q, Q, d, u: nothing is saved, undone or left by them
KEYS = [b"j", b"k", b"h", b"l", b"g", b"G", b"\t", b" ", b"?", b"v", b"H", b"\x1b", b"[", b"]",
        b"\x1b[A", b"\x1b[B", b"\x1b[5~", b"\x1b[6~", b"\x1b[Z", b"\x1bOP", b"\x0c", b"t", b"n",
        b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"8", b"9", b"/", b":", b"b", b"e"]


def digest():
    with open(log, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def size(fd, cols, rows):
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))


def drain(fd, seconds):
    out = b""
    while select.select([fd], [], [], seconds)[0]:
        try:
            data = os.read(fd, 65536)
        except OSError:
            break
        if not data:
            break
        out += data
    return out


def noise():
    """Bytes that are no keys of ours: control bytes that act are left out."""
    return bytes(b for b in rnd.randbytes(rnd.randint(1, 12))
                 if b >= 0x80 or b in (0x00, 0x1c, 0x1d, 0x1e, 0x1f))


def main():
    before = digest()
    pid, fd = pty.fork()
    if pid == 0:
        time.sleep(.1)
        os.execv(wick, ["wick", "--db", log])
    mode = termios.tcgetattr(fd)
    size(fd, 80, 24)
    drain(fd, 1)
    for i in range(rounds):
        what = rnd.random()
        if what < .15:
            size(fd, rnd.randint(1, 300), rnd.randint(1, 100))
        elif what < .9:
            os.write(fd, rnd.choice(KEYS))
        else:
            os.write(fd, noise())
        drain(fd, .002)
    size(fd, 80, 24)
    drain(fd, .3)
    # out of whatever is open: a question about typed text is answered with "drop"
    screen = ""
    for _ in range(12):
        os.write(fd, b"\x1b")
        said = drain(fd, .15).decode("utf-8", "replace")
        os.write(fd, b"d" if "drop" in said else b"1")
        drain(fd, .15)
        os.write(fd, b"\x0c")
        screen = drain(fd, .25).decode("utf-8", "replace")
        if "[1 Home]" in screen:
            break
    assert "[1 Home]" in screen, "seed %d: no Home at the end: %r" % (seed, screen[-300:])
    os.write(fd, b"\x03")
    end = time.monotonic() + 10
    got, status = 0, 0
    while not got and time.monotonic() < end:
        drain(fd, .05)
        got, status = os.waitpid(pid, os.WNOHANG)
    assert got, "seed %d: does not end" % seed
    assert os.waitstatus_to_exitcode(status) == 130, "seed %d: status %d" % (seed, status)
    assert termios.tcgetattr(fd)[:4] == mode[:4], "seed %d: the terminal is changed" % seed
    assert digest() == before, "seed %d: the log was written" % seed


main()
