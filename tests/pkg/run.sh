#!/bin/sh
# SPDX-License-Identifier: MIT
# What makes wick at home on a machine: completions, the examples of the help, recipes for
# status bars, what is installed. usage: run.sh BUILD [PART...]
set -u
build=$(realpath "$1")
shift
here=$(realpath "$(dirname "$0")")
top=$(realpath "$here/../..")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
unset WICK_DB WICK_CONFIG XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME NO_COLOR LANG LC_CTYPE
export PATH="$build:$PATH" HOME="$tmp/home" TZ=Europe/Berlin WICK_NOW=2026-11-20T18:00
export LC_ALL=C.UTF-8 TERM=dumb TMPDIR="$tmp"
umask 022
mkdir -m 700 "$HOME"
cd "$HOME" || exit 1
passed=0 failed=0

# check NAME COMMAND...: silence and 0 are good. Shows what it said otherwise.
check() {
	name=$1
	shift
	if "$@" >"$tmp/said" 2>&1 && [ ! -s "$tmp/said" ]; then passed=$((passed + 1)); else
		failed=$((failed + 1))
		cat "$tmp/said"
		echo "FAILED $name"
	fi
}
have() { command -v "$1" >/dev/null 2>&1 || { echo "skipped: $1 is not installed"; false; }; }
quiet() { "$@" >"$tmp/quiet" 2>&1 || cat "$tmp/quiet"; }
refused() { "$@" >/dev/null 2>&1 && echo "not refused: $*"; true; }
commands() { wick help | sed -n '/Commands:$/,/^$/s/^  \([a-z]*\) .*/\1/p'; }

parts='completions examples formats bars installed'
for part in $parts; do . "$here/$part.sh"; done
for part in ${*:-$parts}; do "$part"; done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
