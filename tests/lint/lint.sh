#!/bin/sh
# SPDX-License-Identifier: MIT
# Everything about the sources and manuals that neither a compiler nor a test looks at.
# usage: lint.sh BUILD    QUICK=1 leaves cppcheck and gcc -fanalyzer out.
set -u
build=$1
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
case $build in /*) ;; *) build=$PWD/$build ;; esac
cd "$top" || exit 1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0

# check NAME COMMAND...: silence and 0 are good. Shows what it said otherwise.
check() {
	name=$1
	shift
	if "$@" >"$log" 2>&1; then passed=$((passed + 1)); else
		failed=$((failed + 1))
		cat "$log"
		echo "lint: $name"
	fi
}
have() { command -v "$1" >/dev/null 2>&1 || { echo "skipped: $1 is not installed"; false; }; }

code() {
	python3 "$here/code.py" "$1"
}

# Constants that hold pointers are in .data.rel.ro; what is in .data or .bss can change.
globals() {
	found=$(for lib in "$build"/lib*.a; do
		objdump -t "$lib" | awk -v lib="${lib##*/}" '
			/ O \.(data|bss|tdata|tbss)[^.]/ && $NF !~ /^(\*?\.L|__|_GLOBAL_)/ {
				print lib ": " $NF " can be changed" }'
	done | grep -v -x -F -f "$here/globals.txt")
	[ -z "$found" ] || { echo "$found"; return 1; }
}

# wick holds the diary: nothing in it may reach a network or read a foreign format.
linked() {
	! ldd "$build/wick" | grep -E 'curl|ssl|crypto|yajl|expat|ical|libz|resolv|nss'
}

# All at once, so that they find each other.
mandoc_lint() {
	said=$(mandoc -T lint man/*.[1-9])
	[ -z "$said" ] || { echo "$said"; return 1; }
}

# gcc 12 takes an array filled in a loop for uninitialized; the compiler's own warning and
# the sanitizers look after that.
analyzer() {
	find src -name '*.c' | sort | xargs -P 2 -n 1 gcc -std=gnu17 -Iinclude -I"$build/gen" \
		-D_GNU_SOURCE -DWK_VERSION='"0"' -O1 -fanalyzer -fanalyzer-verbosity=1 -Werror \
		-Wno-analyzer-use-of-uninitialized-value -S -o /dev/null
}

for c in layers calls sizes licence; do check "$c" code "$c"; done
if have objdump && [ -e "$build/libbase.a" ]; then check 'mutable globals' globals; fi
if have ldd && [ -x "$build/wick" ]; then
	check 'linked libraries' linked
	check 'manuals name every command, option and setting' \
		python3 "$here/man.py" "$build/wick"
else echo "skipped: $build/wick is not built"; fi
if have mandoc; then check 'mandoc -T lint' mandoc_lint; fi
if [ "${QUICK:-0}" = 0 ]; then
	if have cppcheck; then
		check cppcheck cppcheck --quiet --error-exitcode=1 --std=c11 -j 2 \
			--enable=warning,portability --inline-suppr --suppress=missingIncludeSystem \
			--suppressions-list="$here/cppcheck.txt" -Iinclude -I"$build/gen" \
			-D_GNU_SOURCE -DWK_VERSION='"0"' src
	fi
	if have gcc; then check 'gcc -fanalyzer' analyzer; fi
fi
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
