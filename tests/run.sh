#!/bin/sh
# SPDX-License-Identifier: MIT
# Every suite in turn with the seconds it took; the last line adds them up.
# usage: run.sh BUILD
set -u
build=$1
here=$(dirname "$0")
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0

add() { passed=$((passed + $1)); failed=$((failed + $2)); }
# seconds SINCE: of the wall clock
seconds() { echo $(($(date +%s) - $1)); }

# cmocka prints "[       OK ] name" and "[  FAILED  ] name" (the latter twice).
unit() {
	printf '== unit\n'
	since=$(date +%s)
	for t in "$build"/unit/test_*; do
		case ${t##*/} in *.*) continue ;; esac
		if "$t" >"$log" 2>&1; then bad=0; else
			bad=$(grep -c '^\[  FAILED  \] [a-z]' "$log"); bad=$(((bad + 1) / 2))
			[ "$bad" -gt 0 ] || bad=1
			cat "$log"
		fi
		ok=$(grep -c '^\[       OK \]' "$log")
		grep -h 'skipped' "$log"
		printf '%-36s %d passed, %d failed\n' "${t##*/}" "$ok" "$bad"
		add "$ok" "$bad"
	done
	printf '%s s\n' "$(seconds "$since")"
}
suite() {
	printf '== %s\n' "$1"
	since=$(date +%s)
	sh "$here/$2" "$build" >"$log" 2>&1
	rc=$?
	cat "$log"
	printf '%s s\n' "$(seconds "$since")"
	set -- $(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' "$log" | tail -1)
	if [ $# -ne 2 ]; then set -- 0 1; fi
	if [ $rc -ne 0 ] && [ "$2" = 0 ]; then set -- "$1" 1; fi
	add "$1" "$2"
}

unit
suite fuzz fuzz/run.sh
suite port port/run.sh
suite zones port/zones.sh
suite oracle oracle/run.sh
suite samples oracle/samples.sh
suite cli cli/run.sh
suite tui tui/run.sh
suite pkg pkg/run.sh
suite net net/run.sh
suite e2e hub/e2e.t.sh
suite whole hub/whole.t.sh
suite web web/run.sh
suite hub hub/run.sh
suite fault fault/run.sh
suite stores hub/stores.sh
suite lint lint/lint.sh
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
