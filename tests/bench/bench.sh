#!/bin/sh
# SPDX-License-Identifier: MIT
# Instructions (callgrind, user space) and wall times beside them, wick against bare C
# programs that open the same file, and against timew and task where they are installed.
# usage: bench.sh BUILD      (make bench)
set -eu
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp/home" TZ=UTC WICK_NOW=2026-11-20T18:00 LC_ALL=C.UTF-8
mkdir -p "$HOME"
wick=$build/wick
gcc -O2 -o "$tmp/floor" "$here/floor.c" -lsqlite3 -lm

for y in 1 10 100; do
	gawk -v years=$y -f "$here/history.awk" >"$tmp/$y.jsonl"
	"$wick" --db "$tmp/$y.db" import jsonl "$tmp/$y.jsonl" >/dev/null
done
"$wick" --db "$tmp/10.db" log yesterday -e 3 >/dev/null     # the first write of the day

# {n} in a command is another number in every run: timew refuses the same hour twice.
instructions() {
	for word; do shift; set -- "$@" "$(printf %s "$word" | sed 's/{n}/28/')"; done
	valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$tmp/log" "$@" \
		>/dev/null 2>&1 </dev/null || true
	sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$tmp/log" | awk '{ s += $1 } END { print s }'
}
wall_ms() {
	python3 - "$@" <<'P'
import subprocess, sys, time
took = []
for n in range(15):
    args = [a.replace("{n}", "%02d" % (n + 1)) for a in sys.argv[1:]]
    t = time.perf_counter()
    subprocess.run(args, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    took.append(time.perf_counter() - t)
print("%.2f" % (sorted(took)[7] * 1000))
P
}
row() {
	name=$1; shift
	i=$(instructions "$@"); w=$(wall_ms "$@")
	printf '%-38s %12s %9s\n' "$name" "$i" "$w"
	last=$i
}
ratio() {
	printf '%-38s %12s\n' "$1" "$(awk -v a="$2" -v b="$3" 'BEGIN { printf "%.2f x", a / b }')"
}

# Walls that are compared are taken in turns: what else the machine does falls on both. The
# programs are spawned as cheaply as can be: what Python's subprocess adds hides them.
turns() {
	python3 - "$@" <<'P'
import os, statistics, sys, time
name, ours, theirs = sys.argv[1], sys.argv[2].split(), sys.argv[3].split()
took = [], []
quiet = [(os.POSIX_SPAWN_OPEN, fd, "/dev/null", os.O_RDWR, 0) for fd in range(3)]
for n in range(101):
    for i, args in enumerate((ours, theirs)):
        t = time.perf_counter()
        os.waitpid(os.posix_spawnp(args[0], args, os.environ, file_actions=quiet), 0)
        took[i].append(time.perf_counter() - t)
a, b = (statistics.median(t) * 1000 for t in took)
print("%-38s %12s   %.2f and %.2f ms" % (name, "%.2f x" % (a / b), a, b))
P
}

gcc -O2 -o "$tmp/floor_import" "$here/floor_import.c" -lsqlite3
gawk -v count=10000 -f "$here/intervals.awk" >"$tmp/t.data"
"$wick" --db "$tmp/t.db" import timewarrior "$tmp/t.data" >/dev/null

printf '%-38s %12s %9s\n' command instructions 'wall ms'
row 'wick version' "$wick" version
row 'bare read, 10 years' "$tmp/floor" read "$tmp/10.db"; floor=$last
row 'wick status, 10 years' "$wick" --db "$tmp/10.db" status; ten=$last
row 'wick status, 100 years' "$wick" --db "$tmp/100.db" status; hundred=$last
row 'wick status, 1 year' "$wick" --db "$tmp/1.db" status
cp "$tmp/10.db" "$tmp/insert.db"       # its rows would be more for wick to read
row 'bare insert' "$tmp/floor" insert "$tmp/insert.db"; insert=$last
row 'wick log (second of a day)' "$wick" --db "$tmp/10.db" log 9:10-12:30 -e 3 -n 'run {n}'; log=$last
row 'wick report --week this, 10 years' "$wick" --db "$tmp/10.db" report --week this; report=$last
row 'wick report --week this, 100 years' "$wick" --db "$tmp/100.db" report --week this
row 'wick report, an old week of 100 years' "$wick" --db "$tmp/100.db" report --week 1950-W20
row 'bare merge, 10 indicators, 100 years' "$tmp/floor" merge "$tmp/100.db"; merge=$last
row 'wick indicators, 19 of 100 years' "$wick" --db "$tmp/100.db" indicators \
	--from 1926-11-21 --format csv; all=$last
row 'wick series, 100 years' "$wick" --db "$tmp/100.db" series
memory=$(python3 - "$wick" --db "$tmp/100.db" indicators --from 1926-11-21 <<'P'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
P
)
# What the floor needs to have its rows at hand is no part of an import. A fresh file for
# every run: both make one, and its tables, where there is none.
row 'rows of an import at hand' "$tmp/floor_import" read "$tmp/t.db" "$tmp/new.db"; hand=$last hand_ms=$w
row 'bare import, 10,000 intervals' "$tmp/floor_import" write "$tmp/t.db" "$tmp/new.db"; bare=$last bare_ms=$w
row 'wick import, 10,000 intervals' sh -c 'rm -f "$1"; exec "$2" --db "$1" import timewarrior "$3"' \
	sh "$tmp/new.db" "$wick" "$tmp/t.data"; import=$last import_ms=$w
if command -v timew >/dev/null 2>&1; then
	export TIMEWARRIORDB=$tmp/timew
	mkdir -p "$TIMEWARRIORDB/data"; : >"$TIMEWARRIORDB/timewarrior.cfg"
	gawk -v years=10 -f "$here/history.awk" | python3 -c '
import json, os, sys
by = {}
for line in sys.stdin:
    o = json.loads(line)
    if o["kind"] == "work":
        z = lambda s: s.replace("-", "").replace(":", "")
        by.setdefault(o["start"][:7], []).append("inc %s - %s # work\n" % (z(o["start"]), z(o["end"])))
for m, v in by.items():
    open(os.path.join(os.environ["TIMEWARRIORDB"], "data", m + ".data"), "w").writelines(v)'
	timew summary :week >/dev/null 2>&1 </dev/null || true     # its tags file, made once
	is_timew=1
	row 'timew summary (10 years, a week)' timew summary :week
	row 'timew track' timew track '2026-12-{n}T09:00' - '2026-12-{n}T10:00' work
fi
if command -v task >/dev/null 2>&1; then
	export TASKDATA=$tmp/task TASKRC=$tmp/taskrc
	mkdir -p "$TASKDATA"; : >"$TASKRC"
	task rc.confirmation=off add one >/dev/null 2>&1 </dev/null || true
	row 'task add' task rc.confirmation=off add nine to half past twelve
	row 'task list' task list
fi
# Large files, once each: their walls beside the bare parser's, and wick's memory.
gcc -O2 -o "$tmp/floor_stream" "$here/floor_stream.c" -lexpat -lyajl 2>/dev/null ||
    echo 'skipped: large files (the bare parsers want libexpat1-dev and libyajl-dev)'
large() {
	[ -x "$tmp/floor_stream" ] || return 0
	python3 "$here/large.py" "$1" "$4" >"$tmp/large"
	python3 - "$1, $4 MB" "$tmp/floor_stream $3 $tmp/large" "$wick --db $tmp/large.db import $2 $tmp/large" <<'P'
import os, subprocess, sys, time
def once(line):
    since = time.perf_counter()
    p = subprocess.Popen(line.split(), stdout=subprocess.DEVNULL)
    usage = os.wait4(p.pid, 0)[2]
    return time.perf_counter() - since, usage.ru_maxrss
bare, took = once(sys.argv[2])[0], once(sys.argv[3])
print("%-38s %9.2f s, %.2f x the bare parser, %d KB" % (sys.argv[1], took[0], took[0] / bare, took[1]))
P
	rm -f "$tmp/large" "$tmp/large.db"
}
large apple apple-health xml 500
large activitywatch activitywatch json 200
large presence activitywatch json 200
gawk -v count=100000 -f "$here/intervals.awk" >"$tmp/many.data"
many=$(python3 - "$wick" --db "$tmp/many.db" import timewarrior "$tmp/many.data" <<'P'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
P
)
opens=$(strace -f -e trace=openat "$wick" version 2>&1 >/dev/null | grep openat |
    grep -vc -e /lib/ -e ld.so.cache || true)
printf '%-38s %12s\n' 'files of ours that wick version opens' "$opens"
echo
ratio 'status / bare read' "$ten" "$floor"
ratio 'status, 100 years / 10 years' "$hundred" "$ten"
ratio 'report / bare read' "$report" "$floor"
ratio 'log / bare insert' "$log" "$insert"
ratio 'indicators / bare merge, 100 years' "$all" "$merge"
ratio 'import / bare import' "$import" "$((bare - hand))"
ratio 'import / bare import, wall' "$import_ms" \
	"$(awk -v a="$bare_ms" -v b="$hand_ms" 'BEGIN { print a - b }')"
report="$wick --db $tmp/10.db report --week this"
[ -z "${is_timew:-}" ] || turns 'report / timew summary, wall in turns' "$report" 'timew summary :week'
[ -z "${TASKRC:-}" ] || turns 'report / task list, wall in turns' "$report" 'task list'
printf '%-38s %9s KB\n' 'memory of an import, 100,000 facts' "$many"
printf '%-38s %9s KB\n' 'memory of indicators, 100 years' "$memory"
