#!/bin/sh
# SPDX-License-Identifier: MIT
# Every wick command of the README works, in the order in which it stands there.
mkdir -p .timewarrior/data
echo 'inc 20261102T080000Z - 20261102T160000Z # work' >.timewarrior/data/2026-11.data
{ echo date,hours,sleep; for d in $(seq 1 19); do
	printf '2026-11-%02d,8,7\n' $d; done; } >history.csv

# A line of a block as it is; between backticks only what begins like a command or a crontab.
commands() {
	awk '/^```/ { block = !block; next }
	block && /^wick / { sub(/ +#.*/, ""); print; next }
	!block { for (n = split($0, w, "`"); n > 1; n--) if (n % 2 == 0) s[n] = w[n]
		for (i = 2; i in s; i += 2) print s[i]
		split("", s) }' "$1" |
	sed -nE 's/^([0-9*]+ ){5}//; /^wick( |$)/p'
}
commands "$CLI/../../README.md" >commands
wick log -3 8h >/dev/null
while read -r line; do
	sh -c "$line" >out 2>&1 </dev/null
	rc=$?
	# the screens want a terminal, and so does the question before something is erased
	case $line:$rc in wick:2 | 'wick erase'*:2 | *:0 | 'wick check:3') ;; *) echo "$line: exit $rc"; cat out ;; esac
done <commands
echo "$(wc -l <commands) commands" | sed 's/^[1-9][0-9]/tens of/'
