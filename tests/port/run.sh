#!/bin/sh
# SPDX-License-Identifier: MIT
# Goldens of the importers. Beside each input in fixtures/ lies INPUT.expect:
#   ;; a remark
#   $ csv --tz Europe/Berlin  the arguments of wick-port; its output is what follows
#   ? 2                       the exit status, 0 when not said
# An input that ends in .make is a script that prints the input (what is too long or too
# binary to read). sandbox.sh comes last: what an importer may not do.
# usage: run.sh BUILD [INPUT...]       UPDATE=1 rewrites the .expect files: read the diff
set -u
build=$(realpath "$1"); shift
here=$(realpath "$(dirname "$0")")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
unset TZ
export LC_ALL=C.UTF-8

# Cuts an .expect into N.args, N.exp and N.pre (the remarks before it); puts N.exp in order.
cut_expect() {
	awk -v dir="$2" '
	function name(end) { return sprintf("%s/%03d.%s", dir, n, end) }
	/^;;/ { pre = pre $0 "\n"; next }
	/^\$ / { n++; printf "%s", pre >name("pre"); pre = ""
		print substr($0, 3) >name("args"); printf "" >name("exp"); next }
	{ print >name("exp") }
	' "$1"
}
say_result() {
	passed=$((passed + $1)) failed=$((failed + 1 - $1))
	[ "$1" = 1 ] || echo "FAILED $2"
}
one_case() {
	# The arguments are ours: no quoting, a blank in a --map is written as %20.
	set -- "$1" "$2" $(cat "$1.args")
	c=$1 input=$2; shift 2
	n=$#
	while [ "$n" -gt 0 ]; do
		set -- "$@" "$(printf '%s' "$1" | sed 's/%20/ /g')"; shift; n=$((n - 1))
	done
	timeout 120 "$build/wick-port" "$@" <"$input" >"$tmp/out" 2>&1
	rc=$?
	[ "$rc" = 0 ] || echo "? $rc" >>"$tmp/out"
}
one_input() {
	rm -rf "$tmp/cases"; mkdir "$tmp/cases"; : >"$tmp/new"
	input=$1
	case $1 in *.make) input=$tmp/input; sh "$1" >"$input";; esac
	cut_expect "$1.expect" "$tmp/cases"
	for args in "$tmp"/cases/*.args; do
		c=${args%.args}
		one_case "$c" "$input"
		{ cat "$c.pre"; printf '$ '; cat "$args"; cat "$tmp/out"; } >>"$tmp/new"
		if cmp -s "$c.exp" "$tmp/out"; then
			say_result 1
		elif [ "${UPDATE:-}" = "" ]; then
			say_result 0 "${1##*/}: wick-port $(cat "$args")"
			diff -u "$c.exp" "$tmp/out" | sed 1,2d
		fi
	done
	[ "${UPDATE:-}" = "" ] || cmp -s "$tmp/new" "$1.expect" || cp "$tmp/new" "$1.expect"
}

all=$#
[ $# -gt 0 ] || set -- "$here"/fixtures/*.expect
for f in "$@"; do one_input "${f%.expect}"; done
if [ "$all" = 0 ] && [ -f "$here/sandbox.sh" ]; then
	. "$here/sandbox.sh"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
