#!/bin/sh
# SPDX-License-Identifier: MIT
# The strain index against another implementation, the digits wick explain prints, what
# the five stories show, and every indicator counted a second time.
# usage: run.sh BUILD
here=$(dirname "$0")
out=$(for part in run digits story windows; do
	python3 "$here/$part.py" "$1" || [ $? = 1 ] || echo "0 passed, 1 failed"
done)
printf '%s\n' "$out" | awk '
	/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3; parts++; next }
	{ print }
	END { printf "%d passed, %d failed\n", passed, failed + (parts < 4); exit failed || parts < 4 }'
