#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every fixture through wick-port under strace: once its walls stand it reads, writes,
asks for memory and ends, and does nothing else. usage: walls.py BUILD"""
import os, re, shutil, subprocess, sys, tempfile

port = os.path.realpath(sys.argv[1]) + "/wick-port"
fixtures = os.path.dirname(os.path.realpath(__file__)) + "/fixtures"
tmp = tempfile.mkdtemp(prefix="wick-walls-")
MAY = {"read", "write", "pread64", "lseek", "fstat", "newfstatat", "brk", "mmap", "munmap", "mremap",
       "madvise", "futex", "getrandom", "exit_group", "close", "clock_gettime"}
passed, failed, seen, formats = 0, 0, set(), set()


def inputs():
    for name in sorted(os.listdir(fixtures)):
        if not name.endswith(".expect") or name.startswith("usage."):
            continue
        path = os.path.join(fixtures, name[:-7])
        if path.endswith(".make"):
            path = tmp + "/made"
            with open(path, "wb") as f:
                subprocess.run(["sh", os.path.join(fixtures, name[:-7])], stdout=f)
        with open(os.path.join(fixtures, name), encoding="utf-8", errors="replace") as f:
            asked = {line[2:].strip() for line in f if line.startswith("$ ")}
        for args in sorted(asked):
            words = [w.replace("%20", " ") for w in args.split()]
            if words and words[0] not in ("--version", "zones"):
                yield name[:-7], path, words


for name, path, words in inputs():
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
