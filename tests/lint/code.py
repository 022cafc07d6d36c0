#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the style asks of the sources and a compiler does not: layers, banned calls, sizes,
licence lines, tests that cannot fail. usage: code.py CHECK [TOP]: prints FILE:LINE: what.
tests/lint/selftest.py shows each rule a file that breaks it."""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CHECK = sys.argv[1]
TOP = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, "../.."))
FUNCTION_LINES, FILE_LINES, COLUMNS = 60, 500, 90
MEDIAN = 16  # lines of the function in the middle, braces counted

BANNED = (
    "strcpy stpcpy strcat sprintf vsprintf gets strtok strtok_r atoi atol atoll atof scanf "
    "sscanf fscanf localtime gmtime localtime_r gmtime_r ctime asctime mktime system popen "
    "alloca tmpnam mktemp"
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
GENERATED = {
    "embedded.h", "theme_names.h", "wick_schema.h", "hub_schema.h", "hub_pg_schema.h",
    "hub_style.h",
}

CHECKS = ("layers", "calls", "sizes", "licence", "tests")
failures = 0


def complain(check, path, line, what):
    global failures
    if CHECK == check:
        failures += 1
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
    with open(os.path.join(HERE, "layers.txt"), encoding="utf-8") as f:
        rows = f.read().splitlines()
    for line in rows:
        if not line or line.startswith("#"):
            continue
        parts = [p.split() for p in line.split(":")] + [[]]
        places = {}
        for name, place in (w.split("@") for w in parts[2]):
            places.setdefault(name, []).append(place)
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
    places = [q for _, p in table.values() for q in p.get(name, [])]
    short = path[4:] if path.startswith("src/") else path
    # A place that ends in / is a whole folder.
    if places and not any(short == q or (q[-1] == "/" and short.startswith(q)) for q in places):
        complain("layers", path, n, f"{name} belongs into {places[0]} alone")
    elif not places and name[:-2] not in SYSTEM:
        complain("layers", path, n, f"{name} is in no row of layers.txt")


def check_calls(path, code):
    short = path[4:]
    banned = set(BANNED)
    if not short.startswith("hub/"):  # threads are the hub's alone
        banned.add("pthread_create")
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


def functions(code):
    """The first and the last line of each body, counted from 1."""
    start = None
    for n, line in enumerate(code.splitlines(), 1):
        if line.startswith("{"):
            start = n
        elif line.startswith("}") and start is not None:
            yield start, n
            start = None


def check_functions(path, code):
    for first, last in functions(code):
        body = code.splitlines()[first - 1 : last]
        if path.startswith("tests/"):  # the rows of a test's table are not its code
            body = [line for line in body if not line.startswith("\t\t{")]
        if len(body) >= FUNCTION_LINES:
            complain("sizes", path, first, f"a function of {len(body)} lines")
        yield len(body)


def check_globals(path, code):
    """Objects of file scope. What a library keeps is measured in the object files too."""
    pattern = re.compile(r"(?:(?:static|extern) )+([^()=;{}]*?)\b(\w+)(\[.*\])*( =|;)")
    for n, line in enumerate(code.splitlines(), 1):
        m = pattern.match(line)
        # `const` behind the last star, or anywhere where there is none.
        if m and "const" not in m.group(1).split("*")[-1] and "sig_atomic_t" not in line:
            complain("calls", path, n, f"{m.group(2)} can be changed")


def closure(text):
    """The functions of a test that come to an assertion, themselves or through others."""
    bodies = {}
    lines = text.splitlines()
    for first, last in functions(text):
        k = first - 2
        while k > 0 and lines[k].startswith((" ", "\t")):
            k -= 1
        name = re.match(r"(\w+)\(", lines[k])
        if name:
            bodies[name.group(1)] = "\n".join(lines[first - 1 : last])
    for name, body in re.findall(r"#define (\w+)\(((?:.*\\\n)*.*)", text):
        bodies[name] = body
    sure = set()
    while True:
        known = "|".join(map(re.escape, sure)) or "assert_true"
        pattern = re.compile(r"\b(assert_\w+|fail|fail_msg|_fail|" + known + r")\s*\(")
        more = {name for name, body in bodies.items() if pattern.search(body)} - sure
        if not more:
            return sure
        sure |= more


def with_headers(path, seen):
    """The text of a test behind that of its own headers, each once."""
    if path in seen or not os.path.exists(os.path.join(TOP, path)):
        return ""
    seen.add(path)
    text, folder = read(path), os.path.dirname(path)
    names = re.findall(r'#include "(\w+\.h)"', text)
    return "".join(with_headers(f"{folder}/{name}", seen) for name in names) + text + "\n"


def check_unit_test(path, text):
    around = with_headers(path, set())
    sure = closure(blank(around))
    rows = "|".join(re.findall(r"#define (\w+)\(\w+\) cmocka_unit_test", around))
    table = re.sub(r"#define .*", "", text)
    names = re.findall(rf"\b(?:cmocka_unit_test\w*|{rows or 'T'})\((\w+)[,)]", table)
    if not names:
        complain("tests", path, 1, "no test in it")
    for name in names:
        if name not in sure:
            complain("tests", path, 1, f"{name} asserts nothing")


def check_story(path, text):
    """A golden needs something to compare: output, an exit status, or a script of its own
    that is silent where all is well."""
    cases = re.split(r"^\$ ", text, flags=re.M)[1:]
    told = [c for c in cases if c.startswith("sh ") or re.search(r"\n(?!;;|\n)[^\n]", c)]
    if not told:
        complain("tests", path, 1, "no command of it prints anything")


def check_script(path, text):
    for n, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("#"):
            continue
        if re.search(r"\bgrep( -\w+)* (''|\"\"|\.\*|'\.\*')(\s|$)", line):
            complain("tests", path, n, "a pattern that everything matches")
        if re.search(r"\|\| *(true|:)\s*$", line) and not re.search(r"\b(rm|kill|wait)\b", line):
            complain("tests", path, n, "a failure that nobody hears")


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


def check_sources(table):
    lengths = []
    for path in [*files("src", ".c", ".h"), *files("include", ".h")]:
        text = read(path)
        code = blank(text)
        check_includes(path, text, table)
        lengths += check_functions(path, code)
        check_file(path, text)
        if path.endswith(".h"):
            check_header(path, text)
        if path.startswith("src/"):
            check_calls(path, code)
            check_globals(path, code)
    lengths.sort()
    if not lengths:
        complain(CHECK, "src", 0, "no function in it")
    elif lengths[len(lengths) // 2] > MEDIAN:
        complain("sizes", "src", 0, f"half of the functions have {MEDIAN} lines or more")


def check_tests():
    for path in files("tests", ".c", ".h"):
        text = read(path)
        list(check_functions(path, blank(text)))
        check_file(path, text)
        if os.path.basename(path).startswith("test_") and path.endswith(".c"):
            check_unit_test(path, text)
    for path in files("tests/cli", ".t"):
        check_story(path, read(path))
    for path in files("tests", ".sh", ".t"):
        if not path.startswith("tests/bench/"):
            check_script(path, read(path))


def main():
    if CHECK not in CHECKS:
        sys.exit(f"code.py: {CHECK} is none of {' '.join(CHECKS)}")
    check_sources(layers())
    check_tests()
    licensed = (".c", ".h", ".py", ".sh", ".awk", ".mk", ".sql", ".ini", ".1", ".5", ".7")
    for root in ("src", "include", "schema", "themes", "man", "tests"):
        for path in files(root, *licensed):
            if "/fixtures/" not in path and "/corpus/" not in path:
                check_licence(path)
    check_licence("Makefile")
    return 1 if failures else 0


sys.exit(main())
