#!/bin/sh
# SPDX-License-Identifier: MIT
# Lines reached by the tests, a folder a line. usage: cov.sh BUILD
set -eu
for dir in "$1"/*/; do
	folder=$(basename "$dir")
	[ -d "src/$folder" ] || continue
	gcov -n -o "$dir" src/"$folder"/*.c 2>/dev/null | awk -v f="$folder" '
		/^File .src/ { ours = 1 } /^File/ && !/src/ { ours = 0 }
		/^Lines executed/ && ours { split($2, a, ":"); sub("%", "", a[2]); all += $4; hit += a[2] * $4 / 100; ours = 0 }
		END { if (all) printf "%-8s %6.1f %% of %d lines\n", f, 100 * hit / all, all }'
done
