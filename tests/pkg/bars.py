#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The recipes for prompts and status bars, as wick.1 prints them, where their program is there
or its way of reading a recipe is simple. usage: bars.py WICK.1     wick is in the PATH"""
import configparser
import fcntl
import json
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time

with open(sys.argv[1], encoding="utf-8") as f:
    PAGE = f.read().partition(".Ss In the prompt")[2].partition("\n.Ss ")[0]
bad = []


def recipe(word):
    """The block behind the line that begins with word."""
    found = re.search(rf"^{word}.*?^\.Bd.*?\n(.*?)^\.Ed", PAGE, re.S | re.M)
    text = found.group(1) if found else ""
    for old, new in ((r"\(dq", '"'), (r"\(rs", "\\"), (r"\e", "\\"), (r"\&", "")):
        text = text.replace(old, new)
    return text


def run(*argv, **more):
    done = subprocess.run(argv, capture_output=True, text=True, timeout=120, check=False, **more)
    return done.stdout.strip()


def same(what, said, want):
    if want not in said:
        bad.append(f"{what}: \"{said}\" has no \"{want}\"")


def skip(name):
    print(f"skipped: {name} is not installed", file=sys.stderr)


WORD = run("wick", "status", "--format", "%b %t")
FULL = run("wick", "status", "--format", "%s %b %t")


def shells(folder):
    for shell, show in (("bash", 'echo "${PS1@P}"'), ("zsh", 'print -P "$RPROMPT"')):
        if not shutil.which(shell):
            skip(shell)
            continue
        path = f"{folder}/rc.{shell}"
        with open(path, "w", encoding="utf-8") as file:
            file.write(recipe(shell) + show + "\n")
        same(shell, run(shell, path), WORD)


def tmux(folder):
    if not shutil.which("tmux"):
        return skip("tmux")
    path = f"{folder}/tmux.conf"
    with open(path, "w", encoding="utf-8") as file:
        file.write(recipe("tmux"))
    line = ["tmux", "-u", "-S", f"{folder}/tmux", "-f", path]
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "screen"
        os.execvp("tmux", [*line, "new-session", "sleep 600"])
    said, end = b"", time.monotonic() + 120
    want = FULL.encode()
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        while want not in said and time.monotonic() < end:
            if select.select([terminal], [], [], 1)[0]:
                said += os.read(terminal, 65536)
        same("tmux", said.decode(errors="replace"), FULL)
    finally:
        run(*line, "kill-server")
        os.close(terminal)
        os.waitpid(child, 0)
    return None


def starship(_):
    text = recipe("starship")
    try:
        import tomllib
        table = tomllib.loads(text)["custom"]["wick"]
    except ImportError:
        return skip("tomllib")
    same("starship", run("sh", "-c", table["command"]), WORD)
    if set(table) != {"command", "when", "format"}:
        bad.append(f"starship: {table}")
    return None


def i3blocks(_):
    ini = configparser.RawConfigParser()
    ini.read_string(recipe("i3blocks"))
    same("i3blocks", run("sh", "-c", ini["wick"]["command"]), FULL)


def waybar(_):
    module = json.loads("{" + recipe("waybar") + "}")["custom/wick"]
    said = json.loads(run("sh", "-c", module["exec"]))
    same("waybar", said["class"], WORD.split()[0])
    if module["return-type"] != "json" or not {"text", "tooltip"} <= set(said):
        bad.append(f"waybar: {module} {said}")


def prometheus(folder):
    command = recipe("Prometheus").split("  ", 1)[1].strip()
    path = f"{folder}/wick.prom"
    with open(path, "w", encoding="utf-8"):
        os.chmod(path, 0o644)
    run("sh", "-c", re.sub(r"-o \S+", f"-o {path}", command))
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line in lines:
        if not re.fullmatch(r"# (HELP|TYPE) wick_\w+ .+|wick_\w+(\{\w+=\".*\"\})? -?[0-9.]+", line):
            bad.append(f"prometheus: {line}")
    if len(lines) < 9 or os.stat(path).st_mode & 0o777 != 0o644:
        bad.append(f"prometheus: {len(lines)} lines, mode {os.stat(path).st_mode:o}")


with tempfile.TemporaryDirectory() as home:
    for one in (shells, tmux, starship, i3blocks, waybar, prometheus):
        try:
            one(home)
        except (KeyError, ValueError, IndexError, configparser.Error) as e:
            bad.append(f"{one.__name__}: {type(e).__name__} {e}")
print("\n".join(bad), end="\n" if bad else "")
