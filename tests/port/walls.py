#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every fixture through wick-port under strace: once its walls stand it reads, writes,
asks for memory and ends, and does nothing else. usage: walls.py BUILD"""
import os, re, shutil, subprocess, sys, tempfile
sys.dont_write_bytecode = True
from cases import cases

port = os.path.realpath(sys.argv[1]) + "/wick-port"
tmp = tempfile.mkdtemp(prefix="wick-walls-")
MAY = {"read", "write", "pread64", "lseek", "fstat", "newfstatat", "brk", "mmap", "munmap", "mremap",
       "madvise", "futex", "getrandom", "exit_group", "close", "clock_gettime"}
passed, failed, seen, formats = 0, 0, set(), set()


for name, path, words in cases(tmp, ("--version", "zones")):
    if name.startswith("usage."):
        continue
    with open(path, "rb") as f:
        subprocess.run(["strace", "-f", "-o", tmp + "/trace", port, *words], stdin=f,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(tmp + "/trace", errors="replace") as f:
        lines = f.read().splitlines()
    walls = [i for i, line in enumerate(lines) if re.search(r"\b(seccomp|prctl)\(.*SECCOMP.*= 0", line)]
    calls = {m[1] for line in lines[walls[-1] + 1:] if (m := re.match(r"\d+\s+(\w+)\(", line))} if walls else set()
    seen |= calls
    formats.add(words[0])
    good = bool(calls) and calls <= MAY
    passed, failed = passed + good, failed + (not good)
    if not good:
        print("FAILED %s, %s: %s" % (name, " ".join(words), sorted(calls - MAY) or "no walls"))
shutil.rmtree(tmp)
print("%d inputs of %d formats behind the walls: %s" % (passed, len(formats), " ".join(sorted(seen))))
sys.exit(failed > 0 or passed == 0)
