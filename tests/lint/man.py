#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether the manuals say everything that the program says of itself: each command and
option of `wick help` in wick.1, in the section of its command; each key of `wick config`
in wick.conf.5. usage: man.py WICK"""
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
bad = []


def page(name):
    with open(os.path.join(TOP, "man", name), encoding="utf-8") as f:
        return f.read()


def run(wick, *args):
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [wick, *args], env=env, capture_output=True, text=True, timeout=20, check=False
        )
    if done.returncode != 0:
        bad.append(f"wick {' '.join(args)}: exit {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def sections(text):
    """The part of wick.1 that belongs to each command, its synopsis too, and under ""
    what comes before."""
    parts = re.split(r"^\.It Ic ([a-z]+)", text, flags=re.M)
    out = {"": parts[0]}
    for name, body in zip(parts[1::2], parts[2::2]):
        out[name] = out.get(name, "") + body
    return out


def options(help_text):
    return re.findall(r"^  (?:-(\w), |    )--([a-z-]+)", help_text, flags=re.M)


def check_options(where, text, found):
    for letter, name in found:
        # mdoc writes --json as `Fl -json`.
        if not re.search(rf"\bFl -{re.escape(name)}(?![\w-])", text):
            bad.append(f"man/wick.1: {where}: --{name} is missing")
        if letter and not re.search(rf"\bFl {letter}\b", text):
            bad.append(f"man/wick.1: {where}: -{letter} is missing")


def check_commands(wick):
    overview = run(wick, "help")
    commands = re.search(r"Commands:\n(.*?)\n\n", overview, re.S)
    names = re.findall(r"^  ([a-z]+) ", commands.group(1), re.M) if commands else []
    if len(names) < 20:
        bad.append("wick help lists no commands")
    text = page("wick.1")
    parts = sections(text)
    check_options("global options", parts[""], options(overview))
    for name in names:
        if name not in parts:
            bad.append(f"man/wick.1: the command {name} is missing")
        else:
            check_options(name, parts[name], options(run(wick, "help", name)))
    for name in parts:
        if name and name not in names:
            bad.append(f"man/wick.1: wick has no command {name}")


def check_settings(wick):
    keys = re.findall(r"^\s*([a-z]+\.[a-z_.0-9]+)", run(wick, "config"), re.M)
    text = page("wick.conf.5")
    if len(keys) < 40:
        bad.append("wick config lists no settings")
    section = ""
    described = set()
    for line in text.splitlines():
        m = re.match(r"\.It Ic (\S+)", line)
        head = re.match(r'\.Ss ["\[]*([a-z]+)', line)
        section = head.group(1) if head else section
        if m:
            described.add(f"{section}.{m.group(1)}")
    for key in keys:
        if key not in described:
            bad.append(f"man/wick.conf.5: the setting {key} is missing")
    for key in sorted(described):
        if key.split(".")[0] in ("work", "ui", "model") and key not in keys:
            bad.append(f"man/wick.conf.5: wick has no setting {key}")


def main():
    wick = os.path.abspath(sys.argv[1])
    check_commands(wick)
    check_settings(wick)
    print("\n".join(bad), end="\n" if bad else "")
    return 1 if bad else 0


sys.exit(main())
