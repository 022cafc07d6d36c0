#!/bin/sh
# SPDX-License-Identifier: MIT
# The screens, driven through a pseudo terminal. Every function t_NAME of the *.t.sh files is
# a test: it runs in a shell of its own with a fresh HOME and fails with its first command.
# With WICK_TERMSHOT (the path of termshot.py) all of them run; without it they are skipped,
# and drive.py, which needs nothing but python3, tries the most important ones.
# usage: run.sh BUILD [WORD...]       only the tests whose name contains one of the words
set -u
build=$(realpath "$1"); shift
here=$(realpath "$(dirname "$0")")
if [ "${1:-}" != --one ]; then
	base=$(mktemp -d)
	trap 'chmod -R u+rwx "$base"; rm -rf "$base"' EXIT
fi
passed=0 failed=0 skipped=0
unset WICK_DB WICK_CONFIG XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME NO_COLOR COLORTERM
unset CLICOLOR CLICOLOR_FORCE COLORFGBG SSH_CONNECTION LANG LC_CTYPE LINES COLUMNS
export TZ=Europe/Berlin WICK_NOW=2026-11-20T18:00 LC_ALL=C.UTF-8 TMPDIR="$base"
export TERM=xterm-256color
export here base build wick="$build/wick"
umask 022
chmod 755 "$base"

# One test, by itself: its file and name. It may run beside others.
if [ "${1:-}" = --one ]; then
	export home="$base/home-$3"
	mkdir "$home"
	if (cd "$home" && HOME="$home" exec sh -eu -c '. "$here/lib.sh"; . "$1"; "t_$2"' \
	    sh "$2" "$3") >"$base/$3.log" 2>&1 </dev/null; then
		echo passed
	else
		{ printf 'FAILED %s\n' "$3"; sed 's/^/    /' "$base/$3.log"; } >"$base/$3.bad"
		echo failed
	fi
	chmod -R u+rwx "$home"
	exec rm -rf "$home" "$base/$3.log"
fi

wanted() {
	[ $# -gt 1 ] || return 0
	what=$1; shift
	for word in "$@"; do case $what in *"$word"*) return 0 ;; esac; done
	return 1
}
list() {
	for file in "$here"/*.t.sh; do
		for what in $(sed -n 's/^t_\([a-z0-9_]*\)() *{.*/\1/p' "$file"); do
			! wanted "$what" "$@" || printf '%s %s\n' "$file" "$what"
		done
	done
}
# Most of a test is waiting, so sixteen run side by side.
all() {
	list "$@" >"$base/list"
	if [ -z "${WICK_TERMSHOT:-}" ]; then skipped=$(wc -l <"$base/list"); return; fi
	# where nobody may read them, too
	cp "$here/steady.py" "$WICK_TERMSHOT" "$base"
	chmod 644 "$base"/*.py
	export WICK_TERMSHOT="$base/${WICK_TERMSHOT##*/}"
	base="$base" xargs -P 16 -L 1 sh "$here/run.sh" "$build" --one <"$base/list" >"$base/sum"
	passed=$(grep -c passed "$base/sum") failed=$(grep -c failed "$base/sum")
	cat "$base"/*.bad 2>/dev/null
}
own_driver() {
	out=$(/usr/bin/python3 "$here/drive.py" "$wick" "$base")
	rc=$?
	printf '%s\n' "$out" | sed '$d'
	set -- $(printf '%s\n' "$out" | tail -1)
	if [ $# -ne 4 ]; then set -- 0 passed, 1 failed; fi
	if [ $rc -ne 0 ] && [ "$3" = 0 ]; then set -- "$1" passed, 1 failed; fi
	passed=$((passed + $1)) failed=$((failed + $3))
}

HOME="$base" sh -eu "$here/logs.sh" || { echo "the logs cannot be made"; failed=1; }
all "$@"
[ $# -gt 0 ] || own_driver
[ $skipped = 0 ] || echo "skipped: $skipped tests of the screens (WICK_TERMSHOT is not set)"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
