#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether the manuals say what the program says of itself, and nothing else: each command
and option of `wick help` stands in wick.1 in the section of its command, each key of `wick
config` in wick.conf.5, each constant of `wick explain` and each row of `wick indicators`
in wick-indicators.7 with its numbers and words; the exit statuses are those of base.h, the
variables those that the sources ask for. usage: man.py WICK [MAN]"""
import json
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
MAN = sys.argv[2] if len(sys.argv) > 2 else os.path.join(TOP, "man")
# Set for others or by others: nothing that a reader could use.
UNSAID_VARIABLES = {"LD_PRELOAD", "LINES", "COLUMNS"}
# A status that no command of this version has.
bad = []


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def page(name):
    return read(os.path.join(MAN, name))


def sources(hub):
    """Those of the hub, or those of all the others."""
    for folder, _, names in os.walk(os.path.join(TOP, "src")):
        if (os.path.basename(folder) == "hub") != hub:
            continue
        for name in names:
            if name.endswith((".c", ".h")):
                yield read(os.path.join(folder, name))


def run(wick, *args):
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [wick, *args], env=env, capture_output=True, text=True, timeout=120, check=False
        )
    if done.returncode != 0:
        bad.append(f"wick {' '.join(args)}: exit {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def section(text, title):
    """One .Sh of a page, up to the next."""
    found = re.search(rf"^\.Sh {title}\n(.*?)(?=^\.Sh |\Z)", text, re.S | re.M)
    if not found:
        bad.append(f"man: no section {title}")
    return found.group(1) if found else ""


def compare(where, said, want):
    for name in sorted(want - said):
        bad.append(f"{where}: {name} is missing")
    for name in sorted(said - want):
        bad.append(f"{where}: wick has no {name}")


def commands_of(text):
    """The part of wick.1 that belongs to each command, and under "" what comes before."""
    head, _, rest = text.partition(".Sh COMMANDS\n")
    rest = rest.partition("\n.Sh ")[0]
    parts = re.split(r"^\.It Ic ([a-z]+)(.*)$", rest, flags=re.M)
    out = {"": head}
    for name, line, body in zip(parts[1::3], parts[2::3], parts[3::3]):
        body = re.sub(r"^\.Ss .*", "", body, flags=re.M | re.S)
        out[name] = line + out.get(name, "") + body
    return out


def written(text):
    """The options a text names where it lists them: `.It Fl x` or in the line of a command.
    mdoc writes --json as `Fl -json`."""
    lines = [x for x in text.splitlines() if x.startswith(".It Fl")] + [text.splitlines()[0]]
    found = set(re.findall(r"\bFl (-?[a-z][a-z-]*)", "\n".join(lines)))
    return {"-" + name for name in found}


def offered(help_text):
    found = re.findall(r"^  (?:-(\w), |    )--([a-z-]+)", help_text, flags=re.M)
    return {"-" + x for x, _ in found if x} | {"--" + y for _, y in found}


def check_commands(wick):
    overview = run(wick, "help")
    listed = re.search(r"Commands:\n(.*?)\n\n", overview, re.S)
    names = set(re.findall(r"^  ([a-z]+) ", listed.group(1), re.M)) if listed else set()
    if len(names) < 20:
        bad.append("wick help lists no commands")
    parts = commands_of(page("wick.1"))
    everywhere = offered(overview)
    compare("man/wick.1: Options", written(parts.pop("")), everywhere)
    compare("man/wick.1: COMMANDS", set(parts), names)
    for name in names & set(parts):
        want = offered(run(wick, "help", name))
        compare(f"man/wick.1: {name}", written(parts[name]), want)


def defaults(text):
    """What each paragraph of wick.conf.5 calls the default of its setting."""
    name, found = "", {}
    for block in re.split(r"^(?=\.It |\.S[hs] )", text, flags=re.M):
        head = re.match(r'\.Ss ["\[]*([a-z]+)', block)
        item = re.match(r"\.It Ic (.*)", block)
        name = head.group(1) if head else "" if block.startswith(".Sh") else name
        if item and name:
            said = re.search(r"\bDefault\s+(?:\.(?:Ql|Cm) )?(.*?)\s*(?:[.,]| [a-z]+[.,])?$",
                             block, re.M)
            for key in item.group(1).split(" , "):
                found[f"{name}.{key}"] = said.group(1).strip() if said else None
    return found


def check_settings(wick):
    keys = dict(re.findall(r"^(\S+) = (.*)$", run(wick, "config"), re.M))
    if len(keys) < 40:
        bad.append("wick config lists no settings")
    said = defaults(page("wick.conf.5"))
    compare("man/wick.conf.5", set(said), set(keys))
    for key in sorted(set(said) & set(keys)):
        if said[key] is None or not re.match(rf"{re.escape(keys[key])}(?!\w)", said[key]):
            bad.append(f"man/wick.conf.5: the default of {key} is {keys[key]}, "
                       f"not {said[key]}")


def check_statuses():
    table = read(os.path.join(TOP, "include/wick/base.h"))
    found = re.findall(r"\bWK_(?:ERR_)?([A-Z]+) = (\d+),", table)
    want = {status for _, status in found}
    text = section(page("wick.1"), "EXIT STATUS")
    compare("man/wick.1: EXIT STATUS", set(re.findall(r"^\.It (\d+)", text, re.M)), want)


def check_variables(name, hub):
    asked = set()
    for text in sources(hub):
        asked |= set(re.findall(r'\w*env\("([A-Z_]+)"', text))
        asked |= set(re.findall(r'"((?:XDG|WICK)_[A-Z_]+|NO_COLOR|LC_[A-Z]+|LANG)"', text))
    text = section(page(name), "ENVIRONMENT")
    said = set()
    for line in re.findall(r"^\.(?:It )?Ev (.*)", text, re.M):
        said |= set(re.findall(r"[A-Z][A-Z_]+", line))
    compare(f"man/{name}: ENVIRONMENT", said, asked - UNSAID_VARIABLES)


def check_hub():
    """wick-hub.8 has each setting of hub.conf with its default, and each command."""
    rows = re.findall(r'^\t\{ "(?:hub|limits)", "(\w+)", \w+, [^"]*"([^"]*)"',
                      read(os.path.join(TOP, "src/hub/settings.c")), re.M)
    commands = re.findall(r'^\t\{ "(\w+)", "', read(os.path.join(TOP, "src/hub/main.c")), re.M)
    if len(rows) < 15 or "serve" not in commands:
        bad.append("src/hub: the tables of settings.c or main.c are not found")
    text = page("wick-hub.8")
    said = re.findall(r"^\.It Ic (.*)", section(text, "SETTINGS"), re.M)
    compare("man/wick-hub.8: SETTINGS", {n for line in said for n in line.split(" , ")},
            {name for name, _ in rows})
    for name, default in rows:
        part = re.search(rf"^\.It Ic (?:\w+ , )?{name}\b(.*?)(?=^\.It |\Z)", section(text, "SETTINGS"), re.S | re.M)
        if default and part and not re.search(rf"(?<!\w){re.escape(default)}(?!\w)", part.group(1)):
            bad.append(f"man/wick-hub.8: the default of {name} is {default}")
    told = set(re.findall(r"^\.It Ic (\w+)", section(text, "DESCRIPTION"), re.M))
    compare("man/wick-hub.8: DESCRIPTION", told, set(commands))


def check_files():
    text = section(page("wick.1"), "FILES")
    for name in ("wick.db", "backups", "config.ini", "themes", "draft"):
        if not re.search(rf"^\.It Pa \S*\b{re.escape(name)}", text, re.M):
            bad.append(f"man/wick.1: FILES: {name} is missing")


HOURS = "Day;Total\n17.11.2026;7,5\n18.11.2026;8,25\n"
TOGGL = "User,Project,Start date,Start time,End date,End time,Duration\n" \
    "me,work,2026-11-12,09:00:00,2026-11-12,12:00:00,03:00:00\n"
TIMEW = "#!/bin/sh\necho '[{\"id\":1,\"start\":\"20261112T130000Z\",\"end\":" \
    "\"20261112T140000Z\",\"tags\":[\"work\"]}]'\n"


def examples(text):
    """The commands of the page as somebody would type them, crontab lines included."""
    text = section(text, "EXAMPLES")
    for old, new in ((r"\(dq", '"'), (r"\e", "\\"), (r"\(rs", "\\")):
        text = text.replace(old, new)
    for line in text.splitlines():
        line = line[4:] if line.startswith(".Dl ") else line
        timed = re.match(r"[0-9*]+ [0-9*]+ \* \* [0-9*]  (.*)", line)
        if line.startswith("$ "):
            yield line[2:]
        elif timed and "--mail" not in line:        # sent in tests/net
            yield timed.group(1).replace("\\%", "%")
        elif line.startswith("PS1="):
            yield line + '; eval "echo \\"$PS1\\""'


def check_examples(wick):
    """One after the other in one fresh home, on a Friday evening."""
    with tempfile.TemporaryDirectory() as home:
        os.mkdir(f"{home}/reports")
        for name, text in (("hours.csv", HOURS), ("toggl.csv", TOGGL), ("timew", TIMEW)):
            with open(f"{home}/{name}", "w", encoding="utf-8") as f:
                f.write(text)
        os.chmod(f"{home}/timew", 0o700)
        path = f"{os.path.dirname(wick)}:{home}:{os.environ['PATH']}"
        env = {"HOME": home, "PATH": path, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8",
               "WICK_NOW": "2026-11-20T18:00", "TERM": "dumb"}
        found = -1
        for line in ["wick log 2026-11-11 8h", *examples(page("wick.1"))]:
            found += 1
            run_it = line + (" --yes" if line.startswith("wick erase") else "")
            done = subprocess.run(["sh", "-c", run_it], cwd=home, env=env, text=True,
                                  capture_output=True, timeout=120, check=False)
            if done.returncode != 0 or (done.stderr and "demo" not in line):
                said = (done.stdout + done.stderr).strip()
                bad.append(f"man/wick.1: example: {line}: exit {done.returncode}: {said}")
        if found < 20:
            bad.append(f"man/wick.1: EXAMPLES has {found} commands")


def check_port(wick):
    port = os.path.join(os.path.dirname(wick), "wick-port")
    done = subprocess.run([port], capture_output=True, text=True, timeout=120, check=False)
    want = set(re.findall(r"--[a-z-]+", done.stderr))
    if done.returncode != 2 or not want:
        bad.append("wick-port does not tell its usage")
    synopsis = section(page("wick-port.1"), "SYNOPSIS")
    said = set(re.findall(r"Fl (-[a-z-]+)", synopsis))
    compare("man/wick-port.1: SYNOPSIS", {"-" + name for name in said}, want)


def entries(text):
    """What `.It Ic NAME No ...` says of a name, and the plain words that follow, which go
    to the first macro."""
    found = {}
    for name, said, body in re.findall(r"^\.It Ic (\w+) No (.*)\n((?:[^.\n].*\n)*)", text, re.M):
        if name in found:
            bad.append(f"man/wick-indicators.7: {name} stands there twice")
        found[name] = (said, " ".join(body.split()))
    return found


def logged(wick, *args):
    """What wick says of a log with one day in it."""
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
               "WICK_NOW": "2026-11-20T18:00"}
        for command in (["log", "yesterday", "8h"], args):
            done = subprocess.run([wick, *command], env=env, capture_output=True, text=True,
                                  timeout=120, check=False)
    if done.returncode != 0:
        bad.append(f"wick {' '.join(args)}: exit {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def complaints(where, said, want):
    """want: name -> (what its line says, what its words are or end with)."""
    for name in sorted(set(said) ^ set(want)):
        yield f"{where}: {name} is missing" if name in want else f"{where}: wick has no {name}"
    for name in sorted(set(said) & set(want)):
        for have, need in zip(said[name], want[name]):
            if have != need and not (need.startswith("Source: ") and have.endswith(need)):
                yield f"{where}: {name} is \"{need}\", not \"{have}\""


def check_entries(title, want, blind):
    """A number that is off, and an entry too few or too many, have to be told: each page in
    which blind's first word is its second."""
    where = f"man/wick-indicators.7: {title}"
    text = section(page("wick-indicators.7"), title)
    bad.extend(complaints(where, entries(text), want))
    for old, new in blind:
        if not list(complaints(where, entries(text.replace(old, new, 1)), want)):
            bad.append(f"{where}: nobody sees {new.strip()} for {old.strip()}")


def check_constants(wick):
    """Lines such as `  rest_cap      20 points   design`; a long source goes on below."""
    _, _, text = logged(wick, "explain").partition("\nConstants")
    text = re.sub(r"\n {20,}(?=\S)", " ", text)
    want, keys = {}, set(re.findall(r"^model\.(\w+) =", run(wick, "config"), re.M))
    for name, value, unit, source in re.findall(
            r"^  (\w+) +([\d.]+)(?: (\S+))? {2,}(\S.*)$", text, re.M):
        want[name] = (f"= {value} {unit}".strip(), f"Source: {source}.")
    compare("wick explain: constants", set(want), keys)
    check_entries("CONSTANTS", want, (("= 20 points", "= 21 points"), (" No = 0.75 h", ""),
                                      ("Ic rest_h ", "Ic rest_i "), ("PagerDuty", "Pager")))


def check_indicators(wick):
    """The side of a limit on which it is good stands in the table alone."""
    rows = json.loads(logged(wick, "indicators", "--json"))["indicators"]
    table, want = logged(wick, "indicators"), {}
    sides = dict(re.findall(r"^  (\w+) .* ([\u2264\u2265]) [\d.]+ ", table, re.M))
    for row in rows:
        limit = "no limit"
        if row["threshold"] is not None:
            side = {"\u2264": "at most", "\u2265": "at least"}.get(sides.get(row["id"]))
            limit = f"{side} {row['threshold']:g}"
        want[row["id"]] = (f"in {row['unit']}, {limit}",
                           f"{row['meaning']} Source: {row['source']}.")
    check_entries("INDICATORS", want, (("at most 48", "at most 49"), ("in h,", "in days,"),
                                       ("Ic avg48 ", "Ic avg47 "), ("Last night", "The night")))


def check_tables():
    """Tables that only the sources have: of the budget's rules, of the distances of a change
    in level, of the monthly sentences."""
    text = page("wick-indicators.7")
    burns = re.findall(r'\{ "([a-z-]+)", (\d+), (\d+), ([\d.]+) \}',
                       read(os.path.join(TOP, "src/core/budget.c")))
    said = re.findall(r"^\.It ([a-z-]+) Ta (\d+) Ta (\d+) Ta ([\d.]+)$",
                      section(text, "RECOVERY BUDGET"), re.M)
    shifts = re.findall(r'\{ "(\w+)",[^}]*\bweek_\w+,\s+\d+, ([\d.]+), ([\d.]+), ([\d.]+), '
                        r"([\d.]+|INFINITY),", read(os.path.join(TOP, "src/core/shift.c")))
    told = re.findall(r"^\.It (\w+) Ta [\w ]+ Ta ([\d.]+) Ta ([\d.]+) Ta ([\d.]+) Ta (\S+)$",
                      section(text, "CHANGES IN LEVEL"), re.M)
    asked = re.findall(r'^\t"(.*\.)",$', read(os.path.join(TOP, "src/core/check.c")), re.M)
    listed = re.findall(r"^\.It\n(.*)$", section(text, "THE MONTHLY CHECK"), re.M)
    if (len(burns), len(shifts), len(asked)) != (4, 3, 6):
        bad.append("src/core: the tables of budget.c, shift.c or check.c are not found")
    for title, there, here in (
            ("RECOVERY BUDGET", [x[:3] + (f"{float(x[3]):g}",) for x in burns], said),
            ("CHANGES IN LEVEL", [x[:4] + (x[4].replace("INFINITY", "never"),) for x in shifts],
             told),
            ("THE MONTHLY CHECK", [(x,) for x in asked], [(x,) for x in listed])):
        compare(f"man/wick-indicators.7: {title}", {" ".join(x) for x in here},
                {" ".join(x) for x in there})


def main():
    wick = os.path.abspath(sys.argv[1])
    check_commands(wick)
    check_settings(wick)
    check_constants(wick)
    check_indicators(wick)
    check_tables()
    check_statuses()
    check_variables("wick.1", False)
    check_variables("wick-hub.8", True)
    check_hub()
    check_files()
    check_examples(wick)
    check_port(wick)
    print("\n".join(bad), end="\n" if bad else "")
    return 1 if bad else 0


sys.exit(main())
