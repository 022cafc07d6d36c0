# SPDX-License-Identifier: MIT
# Part of run.sh: what an importer that has gone bad may not do. Sanitizers and coverage
# need more of the system than the sandbox gives, so there these are left out.

# try NAME STATUS...: the probe must end with one of these.
try() {
	name=$1; shift
	# The inner shell is there to say "bad system call" where nobody hears it.
	(cd "$tmp" && sh -c './probe "$1" 9<keep-me; exit $?' sh "$name") \
	    </dev/null >/dev/null 2>&1
	rc=$?
	ok=0
	for want in "$@"; do [ "$rc" != "$want" ] || ok=1; done
	say_result "$ok" "sandbox: $name ended with $rc, expected $*"
}

# The walls stand round the real program while it reads.
running() {
	mkfifo "$tmp/fifo"
	"$build/wick-port" csv --tz UTC <"$tmp/fifo" >"$tmp/out" 2>&1 &
	pid=$!
	exec 8>"$tmp/fifo"
	i=0
	until grep -q '^Seccomp:[[:space:]]*2' "/proc/$pid/status" 2>/dev/null || [ $i = 600 ]; do
		i=$((i + 1)); sleep 0.1
	done
	ok=1
	grep -q '^Seccomp:[[:space:]]*2' "/proc/$pid/status" || ok=0
	grep -q '^NoNewPrivs:[[:space:]]*1' "/proc/$pid/status" || ok=0
	say_result "$ok" "sandbox: wick-port reads without seccomp or no_new_privs"
	printf 'date,hours\n2026-03-02,8\n' >&8
	exec 8>&-
	wait "$pid"; rc=$?
	ok=0
	[ "$rc" != 0 ] || ! grep -q '"hours":8' "$tmp/out" || ok=1
	say_result "$ok" "sandbox: wick-port ended with $rc behind its walls"
}

# A thousand errors are enough: then it stops.
many_errors() {
	{ echo date,hours; awk 'BEGIN { for (i = 0; i < 5000; i++) print "never,8" }'; } |
	    "$build/wick-port" csv --tz UTC >"$tmp/out"
	ok=0
	[ "$(grep -c '"error"' "$tmp/out")" != 1001 ] ||
	    ! tail -1 "$tmp/out" | grep -q 'too many errors' || ok=1
	say_result "$ok" "five thousand bad rows: $(tail -1 "$tmp/out")"
}

# lacks WALL STATUS: refused without it, and read all the same when told to.
lacks() {
	printf 'date,hours\n2026-03-02,8\n' >"$tmp/day.csv"
	"$tmp/nowall" "$1" "$build/wick-port" csv --tz UTC <"$tmp/day.csv" >"$tmp/out"
	rc=$?
	ok=0
	[ "$rc" != "$2" ] || [ -s "$tmp/out" ] || ok=1
	say_result "$ok" "sandbox: without $1 it ended with $rc, expected $2"
	ok=0
	! "$tmp/nowall" "$1" "$build/wick-port" csv --tz UTC --no-sandbox \
	    <"$tmp/day.csv" 2>&1 | grep -q '"hours":8' || ok=1
	say_result "$ok" "sandbox: --no-sandbox reads nothing without $1"
	ok=0
	"$tmp/nowall" "$1" "$build/wick" --db "$tmp/no.db" import "$tmp/day.csv" \
	    >"$tmp/out" 2>&1 || ! grep -q "has no .*--no-sandbox" "$tmp/out" ||
	    [ -e "$tmp/no.db" ] || ok=1
	say_result "$ok" "sandbox: wick import without $1: $(cat "$tmp/out")"
	ok=0
	! "$tmp/nowall" "$1" "$build/wick" --db "$tmp/$1.db" import --no-sandbox \
	    "$tmp/day.csv" >"$tmp/out" 2>&1 || ok=1
	say_result "$ok" "sandbox: import --no-sandbox without $1: $(cat "$tmp/out")"
}

many_errors
if nm "$build/wick-port" 2>/dev/null | grep -q "[TtUB] __\(asan_init\|gcov_exit\)"; then
	echo "the sandbox is not tested in an instrumented build"
elif ${CC:-cc} -std=gnu17 -D_GNU_SOURCE -I"$here/../../include" -I"$here/../../src" \
    -o "$tmp/probe" "$here/probe.c" "$build/libport.a" "$build/libcore.a" \
    "$build/libbase.a" -lical -lexpat -lz -lsqlite3 -lmd -lm; then
	: >"$tmp/keep-me"
	killed=159                      # 128 + SIGSYS
	try write 0
	for what in open create unlink socket unix-socket fork exec kill read-other \
	    write-other run-data trace; do
		try "$what" "$killed"
	done
	try memory 1
	ok=0
	[ -e "$tmp/made-by-the-probe" ] || [ ! -e "$tmp/keep-me" ] || ok=1
	say_result "$ok" "sandbox: files were touched"
	running
	if command -v strace >/dev/null 2>&1; then
		ok=1
		python3 "$here/walls.py" "$build" >"$tmp/out" || ok=0
		say_result "$ok" "sandbox: $(grep FAILED "$tmp/out")"
	else
		echo "skipped: what wick-port asks of the system (strace)"
	fi
	if ${CC:-cc} -std=gnu17 -D_GNU_SOURCE -o "$tmp/nowall" "$here/nowall.c"; then
		lacks landlock 3
		lacks seccomp 4
	else
		say_result 0 "sandbox: nowall does not compile"
	fi
else
	say_result 0 "sandbox: the probe does not compile"
fi
