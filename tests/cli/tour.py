#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the ```console blocks of a page in order and compares what they print with what stands
there. usage: tour.py PAGE     UPDATE=1 writes what they print into the page: read the diff"""
import os
import re
import subprocess
import sys


def said(command):
    done = subprocess.run(["sh", "-c", command], text=True, timeout=300, check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    return done.stdout.rstrip("\n") + "\n" if done.stdout.strip() else ""


def play(block):
    out = ""
    for line in block.group(1).splitlines():
        if line.startswith("$ "):
            out += line + "\n" + said(line[2:])
    return "```console\n" + out + "```\n"


def main(path):
    with open(path, encoding="utf-8") as f:
        page = f.read()
    now = re.sub(r"^```console\n(.*?)^```\n", play, page, flags=re.S | re.M)
    if os.environ.get("UPDATE"):
        with open(path, "w", encoding="utf-8") as f:
            f.write(now)
    for old, new in zip(page.splitlines(), now.splitlines()):
        if old != new:
            print(f"stands there: {old}\nis printed:   {new}")
            break


main(sys.argv[1])
