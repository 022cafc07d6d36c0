#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shows every rule of the lint a tree that breaks it and wants to be told; a tree that
breaks none has to pass in silence. usage: selftest.py BUILD"""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
C = "/* SPDX-License-Identifier: MIT */\n"
ONE = "int\none(void)\n{\n\treturn 1;\n}\n"
TEST = '#include "cm.h"\n\nstatic void\nholds(void **state)\n{\n\tassert_true(one());\n}\n\n' \
    "int\nmain(void)\n{\n\tconst struct CMUnitTest t[] = { cmocka_unit_test(holds) };\n}\n"
GOOD = {
    "Makefile": "# SPDX-License-Identifier: MIT\n",
    "include/wick/core.h": C + "#pragma once\n\nint one(void);\n",
    "src/core/one.c": C + '#include "wick/core.h"\n\n' + ONE,
    "tests/unit/test_core_one.c": C + TEST,
    "tests/cli/one.t": "$ wick version\nwick 1\n",
    "tests/one.sh": "# SPDX-License-Identifier: MIT\ngrep -q one two || exit 1\n",
}
SRC = "src/core/one.c"


def code(text):
    return {SRC: C + text}


# check, what is written over the good tree, a part of the complaint
CODE = [
    ("layers", code('#include "wick/store.h"\n' + ONE), "core may not include wick/store.h"),
    ("layers", code("#include <sqlite3.h>\n" + ONE), "belongs into include/wick/db.h alone"),
    ("layers", code("#include <nettle/sha2.h>\n" + ONE), "in no row of layers.txt"),
    ("layers", code('#include "other.h"\n' + ONE), "other.h is not in this folder"),
    ("layers", {"src/extra/one.c": C + ONE}, "extra is not in layers.txt"),
    ("layers", {"include/wick/core.h": C + "int one(void);\n"}, "no #pragma once"),
    ("calls", code(ONE.replace("1;", "atoi(s);")), "atoi is banned here"),
    ("calls", code(ONE.replace("1;", "malloc(1);")), "malloc is banned here"),
    ("calls", code(ONE.replace("1;", "time(NULL);")), "time is banned here"),
    ("calls", code(ONE.replace("1;", "strcpy (a, b);")), "strcpy is banned here"),
    ("calls", code("#ifdef X\n#endif\n" + ONE), "no #if outside"),
    ("calls", code("typedef struct a a;\n" + ONE), "no typedef of a struct"),
    ("calls", code("static int count;\n" + ONE), "count can be changed"),
    ("calls", code("static const char *word = 0;\n" + ONE), "word can be changed"),
    ("sizes", code(ONE.replace("\treturn 1;\n", "\tg();\n" * 58)), "a function of 60 lines"),
    ("sizes", code(ONE.replace("\treturn 1;\n", "\tg();\n" * 20)), "half of the functions"),
    ("sizes", code("/* */\n" * 500 + ONE), "a file of"),
    ("sizes", code("/*" + "x" * 90 + "*/\n" + ONE), "a line of 94 columns"),
    ("sizes", code("\t" * 11 + "one();\n" + ONE), "a line of 94 columns"),
    ("sizes", code("int one(void); \n" + ONE), "blanks at the end"),
    ("licence", {SRC: ONE}, "no SPDX line"),
    ("licence", {"Makefile": "all:\n"}, "Makefile:1: no SPDX line"),
    ("licence", {"man/wick.1": ".Dd today\n"}, "no SPDX line"),
    ("tests", {"tests/unit/test_core_one.c": C + ONE}, "no test in it"),
    ("tests", {"tests/unit/test_core_one.c": C + TEST.replace("assert_true(", "(void)(")},
     "holds asserts nothing"),
    ("tests", {"tests/cli/one.t": "$ true\n;; nothing to compare\n"}, "prints anything"),
    ("tests", {"tests/one.sh": "# SPDX\ngrep -q '' out\n"}, "everything matches"),
    ("tests", {"tests/one.sh": "# SPDX\ncheck out || true\n"}, "nobody hears"),
]
# check, source of a library, flags of the program, a part of the complaint
OBJECTS = [
    ("globals", "int kept = 1;", [], "libone.a: kept can be changed"),
    ("globals", "static int kept; int f(void); int f(void) { return kept++; }", [],
     "libone.a: kept can be changed"),
    ("linked", "", ["-Wl,--no-as-needed", "-lexpat"], "wick is linked with libexpat"),
    ("hardened", "", ["-no-pie"], "wick: no position-independent"),
    ("hardened", "", ["-Wl,-z,norelro"], "wick: no read-only-relocations"),
    ("hardened", "", ["-Wl,-z,lazy"], "wick: no immediate-binding"),
    ("hardened", "", ["-Wl,-z,execstack"], "wick: no stack-that-does-not-run"),
    ("hardened", "", ["-fno-stack-protector"], "wick: no stack-protector"),
    ("hardened", "", ["-U_FORTIFY_SOURCE"], "wick: no fortified-calls"),
    ("hardened", "", ["-fcf-protection=none"], "no control-flow protection"),
]
MAIN = """#include <stdio.h>
#include <string.h>
int main(int argc, char **argv)
{ char b[40]; snprintf(b, (size_t)argc + 20, "%s", argv[0]); return puts(b) < 0; }
"""
FIRM = "-O2 -pie -fPIE -D_FORTIFY_SOURCE=3 -fstack-protector-all -fcf-protection=full " \
    "-Wl,-z,relro,-z,now,-z,noexecstack"
bad = []


def write(top, tree):
    for path, text in tree.items():
        full = os.path.join(top, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as f:
            f.write(text)


def expect(title, args, want):
    done = subprocess.run(args, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if want is None and (done.returncode != 0 or said):
        bad.append(f"{title}: a good tree was refused: {said}")
    elif want is not None and (done.returncode == 0 or str(want) not in said):
        bad.append(f"{title}: \"{want}\" was not said: {said}")


def run_code(check, tree, want):
    with tempfile.TemporaryDirectory() as top:
        write(top, {**GOOD, **tree})
        expect(check, [sys.executable, f"{HERE}/code.py", check, top], want)


def compile_tree(top, library, flags):
    os.makedirs(f"{top}/one")
    write(top, {"one/one.c": library + "\n", "one/main.c": MAIN})
    cc = ["gcc", *FIRM.split(), *flags]
    for name in ("one", "main"):
        subprocess.run([*cc, "-c", "-o", f"{top}/one/{name}.o", f"{top}/one/{name}.c"],
                       check=True, capture_output=True)
    subprocess.run(["ar", "rcs", f"{top}/libone.a", f"{top}/one/one.o"], check=True)
    subprocess.run([*cc, "-o", f"{top}/wick", f"{top}/one/main.o"], check=True)
    for other in ("wick-port", "wick-net", "wick-hub"):
        shutil.copy(f"{top}/wick", f"{top}/{other}")


def run_objects(check, library, flags, want):
    with tempfile.TemporaryDirectory() as top:
        compile_tree(top, library, flags)
        expect(check, ["sh", f"{HERE}/objects.sh", check, top], want)


# page, what stands in it, what stands there instead, a part of the complaint
MAN = [
    ("wick.1", ".It Ic undo", ".It Ic unmake", "undo is missing"),
    ("wick.1", ".It Ic undo", ".It Ic unmake", "wick has no unmake"),
    ("wick.1", ".It Fl -wakes", ".It Fl -waking", "log: --wakes is missing"),
    ("wick.1", ".It Fl -db Ar", ".It Fl -store Ar", "Options: --db is missing"),
    ("wick.1", ".It 130", ".It 131", "EXIT STATUS: 130 is missing"),
    ("wick.1", ".It Ev NO_COLOR", ".It Ev COLOR", "ENVIRONMENT: NO_COLOR is missing"),
    ("wick.1", ".It Pa $XDG_STATE_HOME/wick/draft", ".It Pa other", "draft is missing"),
    ("wick.1", "$ wick undo 2", "$ wick undo two", "example: wick undo two: exit 2"),
    ("wick.conf.5", ".It Ic gap_d", ".It Ic gap", "model.gap_d is missing"),
    ("wick.conf.5", "Default 04:00", "Default 05:00", "work.day_start is 04:00, not 05:00"),
    ("wick-port.1", "Fl -map", "Fl -maps", "wick has no --maps"),
]


def run_man(build, name, old, new, want):
    with tempfile.TemporaryDirectory() as top:
        shutil.copytree(os.path.join(HERE, "../../man"), top, dirs_exist_ok=True)
        with open(f"{top}/{name}", encoding="utf-8") as f:
            text = f.read()
        if old not in text:
            bad.append(f"man/{name} has no {old}")
        write(top, {name: text.replace(old, new)})
        expect(name, [sys.executable, f"{HERE}/man.py", f"{build}/wick", top], want)


def main():
    for check in ("layers", "calls", "sizes", "licence", "tests"):
        run_code(check, {}, None)
    for check, tree, want in CODE:
        run_code(check, tree, want)
    for check in ("globals", "linked", "hardened"):
        run_objects(check, "", [], None)
    for check, library, flags, want in OBJECTS:
        run_objects(check, library, flags, want)
    for row in MAN:
        run_man(sys.argv[1], *row)
    print("\n".join(bad), end="\n" if bad else "")
    return 1 if bad else 0


sys.exit(main())
