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

objects() {
	sh "$here/objects.sh" "$1" "$build"
}

# Pages refer to each other; they are not in mandoc's own path before they are installed.
mandoc_lint() {
	pages='wick 1|wick-hub 8|wick-port 1|wick-net 1|wick-import 1|wick-share 1|wick-sync 1|wick\.conf 5|wick-keys 5|wick-indicators 7|crontab 5'
	said=$(mandoc -T lint man/*.[1-9] | grep -v -E \
	    "referenced manual not found: Xr ($pages)( |\$)")
	[ -z "$said" ] || { echo "$said"; return 1; }
}

analyzer() {
	find src -name '*.c' | sort | xargs -P 2 -n 1 gcc -std=gnu17 -Iinclude -I"$build/gen" \
		-D_GNU_SOURCE -DWK_VERSION='"0"' -O1 -fanalyzer -fanalyzer-verbosity=1 -Werror \
		-S -o /dev/null
}

own() {
	check 'the lint finds what it is shown' python3 "$here/selftest.py" "$build"
	for c in layers calls sizes licence tests; do check "$c" python3 "$here/code.py" "$c"; done
	if have objdump && have readelf; then
		check 'mutable globals' objects globals
		check 'linked libraries' objects linked
		# Only a release build is hardened; a sanitizer or gcov stands in the others.
		if grep -q FORTIFY_SOURCE=3 "$build/flags"; then check hardening objects hardened; fi
	fi
	check 'manuals name every command, option and setting' python3 "$here/man.py" "$build/wick"
	if have mandoc; then check 'mandoc -T lint' mandoc_lint; fi
}
analyze() {
	if have cppcheck; then
		# varFuncNullUB: NULL is a pointer in C, whatever it is in C++.
		check cppcheck cppcheck --quiet --error-exitcode=1 --std=c11 -j 2 \
			--enable=warning,performance,portability --inline-suppr \
			--suppress=missingIncludeSystem --suppress=varFuncNullUB \
			-Iinclude -I"$build/gen" \
			-D_GNU_SOURCE -DWK_VERSION='"0"' src
	fi
	if have gcc; then check 'gcc -fanalyzer' analyzer; fi
}

case ${ONLY:-} in
analyze) analyze ;;
*)
	own
	[ "${QUICK:-0}" = 1 ] || analyze
	;;
esac
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
