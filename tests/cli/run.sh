#!/bin/sh
# SPDX-License-Identifier: MIT
# Goldens of the command line. A .t file is a story in one fresh HOME:
#   ;; a remark
#   $ command                 run by sh; stdout and stderr together are what follows
#   expected output           up to the next $, ? or ;; line; blank lines at the end are free
#   ? 2                       the exit status, 0 when not said
# usage: run.sh BUILD [FILE.t...]       UPDATE=1 rewrites the files: read the diff
set -u
build=$(realpath "$1"); shift
here=$(realpath "$(dirname "$0")")
tmp=$(mktemp -d)
trap 'chmod -R u+rwx "$tmp"; rm -rf "$tmp"' EXIT
passed=0 failed=0
unset WICK_DB WICK_CONFIG XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME NO_COLOR LANG LC_CTYPE
export PATH="$build:$PATH" TZ=Europe/Berlin WICK_NOW=2026-11-20T18:00 LC_ALL=C.UTF-8 TERM=dumb
export TMPDIR="$tmp" FIXTURES="$here/../fixtures" CLI="$here"
umask 022

# Cuts a story into N.cmd, N.exp, N.rc and N.pre (the remarks before it).
cut_story() {
	awk -v dir="$2" '
	function name(end) { return sprintf("%s/%03d.%s", dir, n, end) }
	function open_case() { printf "" >name("exp"); print 0 >name("rc"); close(name("rc")) }
	/^;;/ { pre = pre blank $0 "\n"; blank = ""; inside = 0; next }
	/^\$ / { n++; printf "%s", pre blank >name("pre"); pre = blank = ""
		print substr($0, 3) >name("cmd"); open_case(); inside = 1; next }
	/^\? [0-9]+$/ && n { print $2 >name("rc"); close(name("rc")); inside = 0; next }
	inside && /^$/ { blank = blank "\n"; next }
	inside { printf "%s%s\n", blank, $0 >name("exp"); blank = ""; next }
	/^$/ { blank = blank "\n" }
	' "$1"
}
run_case() {
	(cd "$tmp/home" && exec sh "$1") >"$tmp/raw" 2>&1 </dev/null; echo $? >"$tmp/rc"
	sed -e "s|$HOME|~|g" -e "s|$tmp|TMP|g" "$tmp/raw" |
	    awk '/^$/ { b = b "\n"; next } { printf "%s%s\n", b, $0; b = "" }' >"$tmp/out"
}
one_story() {
	rm -rf "$tmp/home" "$tmp/cases"
	export HOME="$tmp/home"
	mkdir -m 700 "$HOME"; mkdir "$tmp/cases"
	cut_story "$1" "$tmp/cases"
	: >"$tmp/new"
	for cmd in "$tmp"/cases/*.cmd; do
		c=${cmd%.cmd}
		run_case "$cmd"
		if cmp -s "$c.exp" "$tmp/out" && cmp -s "$c.rc" "$tmp/rc"; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
			if [ "${UPDATE:-}" = "" ]; then
				printf 'FAILED %s: %s\n' "${1##*/}" "$(cat "$cmd")"
				diff -u "$c.exp" "$tmp/out" | sed 1,2d
				cmp -s "$c.rc" "$tmp/rc" || echo "exit $(cat "$tmp/rc"), expected $(cat "$c.rc")"
			fi
		fi
		{ cat "$c.pre"; printf '$ '; cat "$cmd"; cat "$tmp/out"
		[ "$(cat "$tmp/rc")" = 0 ] || echo "? $(cat "$tmp/rc")"; } >>"$tmp/new"
	done
	[ "${UPDATE:-}" = "" ] || cmp -s "$tmp/new" "$1" || cp "$tmp/new" "$1"
}

[ $# -gt 0 ] || set -- "$here"/*.t
for t in "$@"; do one_story "$t"; done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] || [ "${UPDATE:-}" != "" ]
