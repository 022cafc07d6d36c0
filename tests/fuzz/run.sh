#!/bin/sh
# SPDX-License-Identifier: MIT
# The short form of the fuzz campaigns. usage: run.sh BUILD
set -u
build=$1
here=$(dirname "$0")
passed=0 failed=0
for src in "$here"/fuzz_*.c; do
	name=${src##*/fuzz_}; name=${name%.c}
	if timeout 300 "$build/fuzz/$name" "${ROUNDS:-500}" "$here/corpus/$name"/* >/dev/null; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1)); echo "fuzz $name: failed"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
