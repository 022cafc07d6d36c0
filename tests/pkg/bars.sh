# SPDX-License-Identifier: MIT
# Recipes for prompts, status bars and Prometheus, as the manual prints them. Read by run.sh.
many_days() {
	for d in $(seq 1 19); do
		printf '2026-11-%02d,10,6,2\n' "$d"
	done | sed '1i date,hours,sleep,energy' >days.csv
	wick import csv days.csv
}
bars() {
	check 'a log to show' quiet many_days
	/usr/bin/env python3 "$here/bars.py" "$top/man/wick.1" 2>&1 >"$tmp/bars" | cat
	check 'recipes for prompts and status bars' cat "$tmp/bars"
}
