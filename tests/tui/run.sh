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
base=$(mktemp -d)
trap 'chmod -R u+rwx "$base"; rm -rf "$base"' EXIT
passed=0 failed=0 skipped=0
unset WICK_DB WICK_CONFIG XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME NO_COLOR COLORTERM
unset CLICOLOR CLICOLOR_FORCE COLORFGBG SSH_CONNECTION LANG LC_CTYPE LINES COLUMNS
export TZ=Europe/Berlin WICK_NOW=2026-11-20T18:00 LC_ALL=C.UTF-8 TMPDIR="$base"
export here base build wick="$build/wick"
umask 022
chmod 755 "$base"

# One test: its output is shown only when it fails.
one() {
	export home="$base/home" name="$2"
	chmod -R u+rwx "$home" 2>/dev/null
	rm -rf "$home"; mkdir "$home"
	if (cd "$home" && HOME="$home" exec sh -eu -c '. "$here/lib.sh"; . "$1"; "t_$2"' \
	    sh "$1" "$2") >"$base/log" 2>&1 </dev/null; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'FAILED %s\n' "$2"
		sed 's/^/    /' "$base/log"
	fi
}
wanted() {
	[ $# -gt 1 ] || return 0
	what=$1; shift
	for word in "$@"; do case $what in *"$word"*) return 0 ;; esac; done
	return 1
}
story() {
	file=$1; shift
	for what in $(sed -n 's/^t_\([a-z0-9_]*\)() *{.*/\1/p' "$file"); do
		wanted "$what" "$@" || continue
		if [ -z "${WICK_TERMSHOT:-}" ]; then skipped=$((skipped + 1)); continue; fi
		one "$file" "$what"
	done
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
for t in "$here"/*.t.sh; do story "$t" "$@"; done
[ $# -gt 0 ] || own_driver
[ $skipped = 0 ] || echo "skipped: $skipped tests of the screens (WICK_TERMSHOT is not set)"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
