#!/bin/sh
# SPDX-License-Identifier: MIT
# The stores' suite once more, on PostgreSQL too. Without PostgreSQL it says so; with
# CI=true that is a failure. usage: stores.sh BUILD    ROUNDS: how often a writer is killed
set -u
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
log=$(mktemp)
trap 'rm -f "$log"' EXIT
sh "$here/pg.sh" sh -c 'rc=0; for t in store read writer kill random; do
	"$0/unit/test_hub_$t" || rc=1; done; exit $rc' "$build" >"$log" 2>&1
rc=$?
if [ $rc = 77 ]; then
	echo "skipped: $(cat "$log")"
	echo '0 passed, 0 failed'
	exit 0
fi
ok=$(grep -c '^\[       OK \]' "$log")
[ $rc = 0 ] || cat "$log"
bad=$(grep -c '^\[  FAILED  \] [a-z]' "$log")
[ $rc = 0 ] || [ "$bad" -gt 0 ] || bad=1
printf '%d passed, %d failed\n' "$ok" "$bad"
exit $rc
