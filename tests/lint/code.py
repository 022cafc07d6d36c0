#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the style asks of the sources and a compiler does not: layers, banned calls, sizes,
licence lines. usage: code.py [CHECK]: prints FILE:LINE: what, of one check or of all."""
import os
import re
import sys

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
# The formatter breaks at 90; words and tables it cannot break may reach 100.
FUNCTION_LINES, FILE_LINES, COLUMNS = 60, 500, 100

BANNED = (
    "strcpy stpcpy strcat sprintf vsprintf gets strtok strtok_r atoi atol atoll atof scanf "
    "sscanf fscanf localtime gmtime localtime_r gmtime_r ctime asctime mktime system popen "
    "alloca tmpnam mktemp pthread_create"
).split()
# Memory comes from one place, the time from another.
HOMES = {
    "base/mem.c": "malloc calloc realloc strdup strndup asprintf vasprintf reallocarray".split(),
    "base/clock.c": "time clock_gettime gettimeofday tzset".split(),
}
SYSTEM = set(
    "assert ctype dirent errno fcntl fnmatch inttypes langinfo libgen limits locale math poll "
    "pwd signal stdarg stdbool stddef stdint stdio stdlib string strings termios time unistd "
    "wchar wctype sys/file sys/ioctl sys/mman sys/prctl sys/random sys/resource sys/stat "
    "sys/statvfs sys/syscall sys/time sys/types sys/uio sys/utsname sys/wait sys/xattr".split()
)
GENERATED = {"embedded.h", "wick_schema.h"}

failures = {}


def complain(check, path, line, what):
    if len(sys.argv) > 1 and sys.argv[1] != check:
        return
    failures[check] = failures.get(check, 0) + 1
    print(f"{path}:{line}: {what}")


def files(root, *ends):
    for folder, _, names in os.walk(os.path.join(TOP, root)):
        for name in sorted(names):
            if name.endswith(ends):
                yield os.path.relpath(os.path.join(folder, name), TOP)


def read(path):
    with open(os.path.join(TOP, path), encoding="utf-8", errors="replace") as f:
        return f.read()


def blank(text):
    """The text with comments and the insides of strings made blank; lines stay in place."""
    token = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return token.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def layers():
    table = {}
    for line in read("tests/lint/layers.txt").splitlines():
        if not line or line.startswith("#"):
            continue
        parts = [p.split() for p in line.split(":")] + [[]]
        places = dict(w.split("@") for w in parts[2])
        table[parts[0][0]] = (set(parts[1]), places)
    return table


def folder_of(path):
    if path.startswith("src/"):
        return path.split("/")[1]
    return os.path.basename(path)[:-2]


def check_includes(path, text, table):
    me = folder_of(path)
    if me not in table:
        return complain("layers", path, 1, f"the folder {me} is not in layers.txt")
    allowed, _ = table[me]
    for n, line in enumerate(text.splitlines(), 1):
        m = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if not m:
            continue
        kind, name = m.groups()
        if kind == "<":
            check_foreign(path, n, name, table)
        elif name.startswith("wick/"):
            target = name[5:-2]
            if target != me and target not in allowed:
                complain("layers", path, n, f"{me} may not include {name}")
        elif name not in GENERATED and not os.path.exists(
            os.path.join(TOP, os.path.dirname(path), name)
        ):
            complain("layers", path, n, f"{name} is not in this folder")


def check_foreign(path, n, name, table):
    places = [p[name] for _, p in table.values() if name in p]
    short = path[4:] if path.startswith("src/") else path
    if places and short not in places:
        complain("layers", path, n, f"{name} belongs into {places[0]} alone")
    elif not places and name[:-2] not in SYSTEM:
        complain("layers", path, n, f"{name} is in no row of layers.txt")


def check_calls(path, code):
    short = path[4:]
    banned = set(BANNED)
    for home, names in HOMES.items():
        if short != home:
            banned.update(names)
    pattern = re.compile(r"(?<![\w.>])(" + "|".join(sorted(banned)) + r")\s*\(")
    for n, line in enumerate(code.splitlines(), 1):
        for m in pattern.finditer(line):
            complain("calls", path, n, f"{m.group(1)} is banned here")
        if short.split("/")[0] != "base" and short != "tui/term.c":
            if re.match(r"\s*#\s*(if|ifdef|ifndef|elif)\b", line):
                complain("calls", path, n, "no #if outside base and tui/term.c")
        if re.search(r"\btypedef\s+(struct|union)\b", line):
            complain("calls", path, n, "no typedef of a struct")


def check_functions(path, code):
    lines = code.splitlines()
    start = None
    for n, line in enumerate(lines, 1):
        if line.startswith("{"):
            start = n
        elif line.startswith("}") and start is not None:
            if n - start + 1 >= FUNCTION_LINES:
                complain("sizes", path, start, f"a function of {n - start + 1} lines")
            start = None


def check_file(path, text):
    lines = text.splitlines()
    if len(lines) >= FILE_LINES:
        complain("sizes", path, len(lines), f"a file of {len(lines)} lines")
    for n, line in enumerate(lines, 1):
        if len(line.expandtabs(8)) > COLUMNS:
            complain("sizes", path, n, f"a line of {len(line.expandtabs(8))} columns")
        if line != line.rstrip():
            complain("sizes", path, n, "blanks at the end of the line")


def check_licence(path):
    if "SPDX-License-Identifier: MIT" not in "".join(read(path).splitlines(True)[:2]):
        complain("licence", path, 1, "no SPDX line")


def check_header(path, text):
    if "#pragma once" not in text:
        complain("layers", path, 1, "no #pragma once")


def main():
    table = layers()
    for path in [*files("src", ".c", ".h"), *files("include", ".h")]:
        text = read(path)
        code = blank(text)
        check_includes(path, text, table)
        check_functions(path, code)
        check_file(path, text)
        if path.endswith(".h"):
            check_header(path, text)
        if path.startswith("src/"):
            check_calls(path, code)
    for path in files("tests", ".c", ".h"):
        check_functions(path, blank(read(path)))
        check_file(path, read(path))
    licensed = [".c", ".h", ".py", ".sh", ".awk", ".mk", ".sql", ".ini", ".1", ".5"]
    for root in ("src", "include", "schema", "themes", "man", "tests"):
        for path in files(root, *licensed):
            if "/fixtures/" not in path and "/corpus/" not in path:
                check_licence(path)
    check_licence("Makefile")
    return 1 if failures else 0


sys.exit(main())
